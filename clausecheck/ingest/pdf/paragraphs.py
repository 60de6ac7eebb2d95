"""Lines to paragraphs, headings, list items and footnotes, across columns and pages."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from clausecheck.ingest.blocks import BOLD_LEVEL, RawBlock, is_heading_like
from clausecheck.ingest.hyphens import Hyphens
from clausecheck.ingest.labels import is_bullet, is_item, leading_label, roman
from clausecheck.ingest.pdf.columns import Region
from clausecheck.ingest.pdf.lines import Line
from clausecheck.ingest.pdf.placing import placed_words
from clausecheck.ingest.pdf.tables import row_block
from clausecheck.ingest.plain import is_title_line

_SENTENCE_END = re.compile(r"[.;:!?][\"”’')\]]*$")
_CLAUSE_END = re.compile(r"(?:[.;:,!?—–][\"”’')\]]*|\b(?:and|or))$", re.IGNORECASE)
_ITEM_END = re.compile(r";(?: and| or)?$")
_NOTE_MARK = re.compile(r"(?:\d{1,3}|[*†‡§])(?=\s|[A-Z])")
_LONGEST_HEADING_WORDS = 25


def _siblings() -> dict[str, tuple[str, ...]]:
    """For each letter or number the ones that come before it in a list, as letters, roman and other figures."""
    lists = (list("abcdefghijklmnopqrstuvwxyz"), [roman(count) for count in range(1, 31)],
             [str(count) for count in range(1, 31)])
    before: dict[str, tuple[str, ...]] = {}
    for items in lists:
        for earlier, later in pairwise(items):
            before[later] = (*before.get(later, ()), earlier)
    return before


_SIBLINGS = _siblings()


@dataclass(frozen=True, slots=True)
class Setting:
    """How the document is set: size of its running text, and for each size the distance of its lines in points."""

    body: float
    pitches: dict[float, float]
    heading_sizes: tuple[float, ...]


@dataclass(slots=True)
class _Paragraph:
    lines: list[Line]
    right: float


def setting_of(regions: list[Region]) -> Setting:
    """Measures the document's running text."""
    sizes: Counter[float] = Counter()
    steps: dict[float, Counter[float]] = {}
    for region in regions:
        for line in region.lines:
            sizes[_rounded(line.size)] += len(line.text)
        for before, line in pairwise(region.lines):
            size = _rounded(line.size)
            if before.words and line.words and _rounded(before.size) == size and not _ends_short(before, line, region.right):
                steps.setdefault(size, Counter())[_rounded(line.bottom - before.bottom)] += 1
    body = max(sizes, key=lambda size: sizes[size], default=10.0)
    larger = sorted({size for size in sizes if size >= 1.08 * body and size - body >= 0.7}, reverse=True)
    return Setting(body or 10.0, {size: _usual(counted) for size, counted in steps.items()}, tuple(larger))


def _usual(steps: Counter[float]) -> float:
    """The distance from a full line to the next, which is nearly always the same paragraph's."""
    return max(steps, key=lambda step: (steps[step], -step))


def _rounded(size: float) -> float:
    return round(size * 2) / 2


def blocks_of(regions: list[Region], setting: Setting) -> list[RawBlock]:
    """The document's blocks in reading order, footnotes last."""
    hyphens = Hyphens([text for region in regions for line in region.lines for text in _texts(line)])
    flow: list[Line | _Paragraph] = []
    notes: list[_Paragraph] = []
    for region in regions:
        paragraphs, region_notes = _split_notes(_paragraphs(region, setting), setting)
        notes.extend(region_notes)
        for paragraph in paragraphs:
            last = flow[-1] if flow else None
            if isinstance(paragraph, _Paragraph) and isinstance(last, _Paragraph) and _runs_on(last, paragraph, setting):
                last.lines.extend(paragraph.lines)
                last.right = paragraph.right
            else:
                flow.append(paragraph)
    return [*_blocks(flow, setting, hyphens), *(_note(note, hyphens) for note in notes)]


def _texts(line: Line) -> list[str]:
    """A line's text, or those of a table's lines."""
    return [inner.text for row in line.rows for cell in row for inner in cell] if line.rows else [line.text]


def _blocks(flow: list[Line | _Paragraph], setting: Setting, hyphens: Hyphens) -> Iterator[RawBlock]:
    """The blocks of the flow; a table's first row, repeated where the table goes on over the page, is said once."""
    header = ""
    for each in flow:
        if isinstance(each, _Paragraph):
            header = ""
            yield _block(each, setting, hyphens)
            continue
        rows = [block for row in each.rows if (block := row_block(row, hyphens)) is not None]
        yield from rows[1:] if rows and rows[0].plain() == header else rows
        header = header or (rows[0].plain() if rows else "")


def _paragraphs(region: Region, setting: Setting) -> list[Line | _Paragraph]:
    found: list[Line | _Paragraph] = []
    for line in region.lines:
        last = found[-1] if found else None
        if not line.words:
            found.append(line)
        elif isinstance(last, _Paragraph) and not _starts_anew(last, line, region.right, setting):
            last.lines.append(line)
        else:
            found.append(_Paragraph([line], region.right))
    return found


def _starts_anew(paragraph: _Paragraph, line: Line, right: float, setting: Setting) -> bool:
    """Whether a line begins a paragraph, told by distance, type, number, the line before, and indent."""
    last = paragraph.lines[-1]
    if line.resumes:
        return not _continues(paragraph, line)
    size = max(last.size, line.size, 1.0)
    usual = _pitch(paragraph) or setting.pitches.get(_rounded(line.size), 1.2 * size)
    if line.bottom - last.bottom > max(1.28 * usual, usual + 0.3 * size) or line.top < last.top - size:
        return True
    if abs(line.size - last.size) > 0.08 * size and min(len(line.text), len(last.text)) > 3:
        return True
    short = _ends_short(last, line, right)
    if is_title_line(line.text) and (short or _SENTENCE_END.search(last.text)):
        return True
    if is_title_line(last.text) and len(paragraph.lines) == 1 and (short or last.bold != line.bold):
        return True
    if line.bold != last.bold and short:
        return True
    return _starts_by_label(paragraph, line, right) or _starts_by_shape(paragraph, line, right)


def _pitch(paragraph: _Paragraph) -> float:
    """The distance of the paragraph's own last two lines in points, 0 where it has but one line in this place."""
    if len(paragraph.lines) < 2:
        return 0.0
    before, last = paragraph.lines[-2:]
    return max(0.0, last.bottom - before.bottom) if before.page == last.page else 0.0


def _starts_by_label(paragraph: _Paragraph, line: Line, right: float) -> bool:
    label = leading_label(line.text)
    if not label:
        return False
    last, first = paragraph.lines[-1], paragraph.lines[0]
    if is_bullet(label) and label not in "-–—*":
        return True
    if _ends_short(last, line, right):
        return True
    if _is_inline(label, paragraph.lines):
        return False
    if _CLAUSE_END.search(last.text):
        return True
    hangs = len(paragraph.lines) > 1 and last.x0 > first.x0 + 5
    return (hangs or bool(leading_label(first.text))) and abs(line.x0 - first.x0) <= 2 and not last.text[-1:].isalnum()


def _is_inline(label: str, lines: list[Line]) -> bool:
    """True for "(ii)" where "(i)" stands in the middle of a line before: an enumeration inside a paragraph."""
    if not label.startswith("("):
        return False
    siblings = _SIBLINGS.get(label[1:-1].lower(), ())
    return any(f" ({sibling}) " in line.text.lower() for line in lines for sibling in siblings)


def _starts_by_shape(paragraph: _Paragraph, line: Line, right: float) -> bool:
    last = paragraph.lines[-1]
    begins = line.text[:1].isupper() or line.text[:1] in "\"“‘([" or line.text[:1].isdigit()
    slack = right - last.x1 - _first_word_width(line)
    if begins and slack > 2 * line.size and (_SENTENCE_END.search(last.text) or slack > 0.2 * (right - last.x0)):
        return True
    ended = bool(_SENTENCE_END.search(last.text))
    outermost = min(each.x0 for each in paragraph.lines)
    if begins and ended and line.x0 > last.x0 + 1.2 * line.size and line.x0 > outermost + 4:
        return True
    if _ITEM_END.search(last.text) and slack > 2 * line.size:
        return True
    return len(paragraph.lines) > 1 and begins and ended and line.x0 < outermost - 4


def _ends_short(last: Line, line: Line, right: float) -> bool:
    """True when the next line's first word would have fitted on the last: someone ended the line on purpose."""
    return right - last.x1 > _first_word_width(line) + 2 * line.size


def _first_word_width(line: Line) -> float:
    left, _, right, _ = line.words[0].place
    return right - left


def _runs_on(paragraph: _Paragraph, following: _Paragraph, setting: Setting) -> bool:
    """True for a paragraph that a column's or page's end cut in two."""
    last, line = paragraph.lines[-1], following.lines[0]
    if last.page == line.page and line.top > last.top and abs(line.x0 - last.x0) < 100:
        return False
    if abs(last.size - line.size) > 0.08 * max(last.size, 1.0) or _is_heading(paragraph.lines, setting):
        return False
    return _continues(paragraph, line) and not _is_heading(following.lines, setting)


def _continues(paragraph: _Paragraph, line: Line) -> bool:
    last, right = paragraph.lines[-1], paragraph.right
    label = leading_label(line.text)
    if line.bold and not last.bold:
        return False
    if label:
        return _is_inline(label, paragraph.lines) and not _ends_short(last, line, right)
    if line.text[:1].islower():
        return not last.text.endswith((".", "!", "?")) or last.text.endswith(("etc.", "Inc.", "No."))
    return not _SENTENCE_END.search(last.text) and not _ends_short(last, line, right)


def _split_notes(
    paragraphs: list[Line | _Paragraph], setting: Setting,
) -> tuple[list[Line | _Paragraph], list[_Paragraph]]:
    """Footnotes are the small paragraphs at the foot of a region that begin with a mark."""
    notes: list[_Paragraph] = []
    while paragraphs:
        last = paragraphs[-1]
        if not (isinstance(last, _Paragraph) and last.lines[0].size <= 0.92 * setting.body
                and _NOTE_MARK.match(last.lines[0].text) and len(paragraphs) > 1):
            break
        notes.insert(0, last)
        paragraphs = paragraphs[:-1]
    return paragraphs, notes


def _is_heading(lines: list[Line], setting: Setting) -> bool:
    text = " ".join(line.text for line in lines)
    if len(lines) > 4 or len(text.split()) > _LONGEST_HEADING_WORDS or not any(map(str.isalpha, text)):
        return False
    if is_bullet(leading_label(text)):
        return False
    if _rounded(lines[0].size) in setting.heading_sizes and not text.endswith((",", ";")):
        return True
    if not is_heading_like(text):
        return False
    return all(line.bold for line in lines) or is_title_line(text) or (text.isupper() and len(text) > 3)


def _heading_level(lines: list[Line], setting: Setting) -> int:
    size = _rounded(lines[0].size)
    return setting.heading_sizes.index(size) + 1 if size in setting.heading_sizes else BOLD_LEVEL


def _block(paragraph: _Paragraph, setting: Setting, hyphens: Hyphens) -> RawBlock:
    label = leading_label(paragraph.lines[0].text)
    words = placed_words(paragraph.lines, hyphens)
    if _is_heading(paragraph.lines, setting):
        return RawBlock(kind="heading", level=_heading_level(paragraph.lines, setting), label=label, words=words)
    if is_item(label):
        return RawBlock(kind="list_item", level=1, label=label, words=words)
    return RawBlock(kind="paragraph", label=label, words=words)


def _note(paragraph: _Paragraph, hyphens: Hyphens) -> RawBlock:
    mark = _NOTE_MARK.match(paragraph.lines[0].text)
    return RawBlock(kind="footnote", label=mark.group() if mark else "", words=placed_words(paragraph.lines, hyphens))

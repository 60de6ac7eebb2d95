"""What a page carries besides its text: repeated headers and footers, page numbers, line numbers in the margin."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass
from itertools import pairwise

from clausecheck.ingest.pdf.lines import Line, line_of
from clausecheck.ingest.plain import PAGE_NUMBER

_DIGITS = re.compile(r"\d+")
_LEADERS = re.compile(r"(?:\.\s?){4,}\s*(?:\d{1,4}|[ivxl]+)$|…{2,}\s*\d{1,4}$")
_LONE_NUMBER = re.compile(r"(?:page\s+)?[-–—]?\s*(\d{1,4})\s*[-–—]?", re.IGNORECASE)
_EDGE = 0.12
_STEP = 6.0


@dataclass(slots=True)
class PageLines:
    """The lines of one page and its height as read."""

    number: int
    height: float
    lines: list[Line]


def without_furniture(pages: list[PageLines]) -> None:
    """Take furniture out of the pages, in place; the line after something taken out of running text is marked."""
    for page in pages:
        _drop_line_numbers(page)
    repeated = _repeated(pages)
    sequence = _numbers_in_sequence(pages)
    sequence |= _beside_numbers(pages, sequence)
    for page in pages:
        kept: list[Line] = []
        resumes = False
        for line in page.lines:
            if (_key(line, page) in repeated or (_is_at_edge(line, page) and PAGE_NUMBER.fullmatch(line.text))
                    or _is_contents(line.text)):
                continue
            if id(line) in sequence:
                resumes = True
                continue
            line.resumes, resumes = resumes, False
            kept.append(line)
        page.lines = kept


def _is_contents(text: str) -> bool:
    """True for a line of a table of contents: dots that lead to a page number."""
    return text[-1:] in "0123456789ivxl" and ("..." in text or ". ." in text or "…" in text) and bool(
        _LEADERS.search(text))


def _is_at_edge(line: Line, page: PageLines) -> bool:
    return line.bottom < _EDGE * page.height or line.top > (1 - _EDGE) * page.height


def _key(line: Line, page: PageLines) -> tuple[str, int]:
    """A line's words without figures and its height on the page in steps; lines far from the edge have no key."""
    if not line.words or not _is_at_edge(line, page):
        return "", 0
    return _DIGITS.sub("#", line.text).lower(), round((line.top + line.bottom) / 2 / _STEP)


def _repeated(pages: list[PageLines]) -> set[tuple[str, int]]:
    """The keys that stand on at least three pages, or on half of a short document's."""
    found: dict[tuple[str, int], set[int]] = defaultdict(set)
    for page in pages:
        for line in page.lines:
            words, height = _key(line, page)
            for near in (height - 1, height, height + 1) if words else ():
                found[words, near].add(page.number)
    enough = 2 if 2 <= len(pages) <= 4 else 3
    return {key for key, numbers in found.items() if len(numbers) >= enough}


def _numbers_in_sequence(pages: list[PageLines]) -> set[int]:
    """Lines that are page numbers of the paper original, standing anywhere: they count up one by one."""
    numbered = [(int(found[1]), id(line)) for page in pages for line in page.lines
                if len(line.words) <= 3 and (found := _LONE_NUMBER.fullmatch(line.text))]
    sequence: set[int] = set()
    run: list[tuple[int, int]] = []
    for number, line in numbered:
        if run and number != run[-1][0] + 1:
            if len(run) >= 3:
                sequence.update(each for _, each in run)
            run = []
        run.append((number, line))
    if len(run) >= 3:
        sequence.update(each for _, each in run)
    return sequence


def _beside_numbers(pages: list[PageLines], sequence: set[int]) -> set[int]:
    """Lines that stand by most page numbers of the paper original: its own headers and footers."""
    lines = [line for page in pages for line in page.lines]
    near: dict[str, set[int]] = defaultdict(set)
    numbers = [at for at, line in enumerate(lines) if id(line) in sequence]
    for at in numbers:
        for line in lines[max(0, at - 3):at + 4]:
            if id(line) not in sequence and len(line.words) <= 8:
                near[_DIGITS.sub("#", line.text).lower()].add(id(line))
    enough = max(3, 0.5 * len(numbers))
    return {line for words, found in near.items() if words and len(found) >= enough for line in found}


def _drop_line_numbers(page: PageLines) -> None:
    """Line numbers: a column of figures that count up at the left of all text (or alone at the right)."""
    firsts = [(int(line.words[0].text), line) for line in page.lines
              if line.words and line.words[0].text.isdecimal() and len(line.words[0].text) <= 2]
    if len(firsts) < 10 or len(firsts) < 0.5 * len(page.lines):
        return
    ascending = sum(later == earlier + 1 for (earlier, _), (later, _) in pairwise(firsts))
    edge = max(line.words[0].place[2] for _, line in firsts)
    if ascending < 0.8 * (len(firsts) - 1) or any(len(line.words) > 1 and line.words[1].place[0] < edge + 2
                                                  for _, line in firsts):
        return
    numbered = {id(line) for _, line in firsts}
    page.lines = [line_of(line.words[1:]) if id(line) in numbered else line for line in page.lines
                  if id(line) not in numbered or len(line.words) > 1]

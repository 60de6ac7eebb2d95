"""Plain text to blocks: paragraphs between empty lines, clauses at their numbers."""

from __future__ import annotations

import re
from collections import Counter

from clausecheck.ingest.blocks import BOLD_LEVEL, RawBlock, is_heading_like, labelled_block
from clausecheck.ingest.hyphens import Hyphens, join_lines
from clausecheck.ingest.labels import is_bullet, leading_label

PAGE_NUMBER = re.compile(
    r"(?:page\s*)?[-–—\[(]?\s*(?:\d{1,4}|[ivxl]{1,6})\s*[-–—\])]?(?:\s*(?:of|/)\s*\d{1,4})?", re.IGNORECASE)
_UNDERLINE = re.compile(r"\s*[=_~*-]{4,}\s*")
_ENDS = re.compile(r"[.;:,!?)\]\"”’]$|\b(?:and|or)$", re.IGNORECASE)
_TITLE = re.compile(
    r"(?i:article|section|clause|part|chapter|annex|appendix|schedule|exhibit|attachment|addendum)\s+"
    r"(?:\d{1,3}[A-Z]?|[IVXL]{1,6}|[A-Z])(?:[.:]?\s*[-–—:.]?\s*[A-Z][^.;]{0,70})?[.:]?")
_DIGITS = re.compile(r"\d+")
_LONG_LINE = 110


def read_plain(text: str) -> list[RawBlock]:
    """Blocks of a plain text. Lines longer than a page is wide are paragraphs of their own."""
    text = without_page_furniture(text.replace("\r\n", "\n").replace("\r", "\n"))
    paragraphs = _paragraphs(text)
    hyphens = Hyphens(text.split("\n"))
    wide = _is_unwrapped(text)
    blocks: list[RawBlock] = []
    for lines in paragraphs:
        groups = [[line] for line in lines] if wide else split_at_labels(lines)
        blocks.extend(_block(group, hyphens) for group in groups)
    return blocks


def is_title_line(line: str) -> bool:
    """True for a line that is the title of an article, section or annex and nothing else ("Article 4 – Delivery")."""
    line = line.strip()
    found = _TITLE.fullmatch(line)
    return bool(found) and line[:1].isupper() and len(line.split()) <= 12


def split_at_labels(lines: list[str]) -> list[list[str]]:
    """The lines of one paragraph, cut where a line begins a clause or list item of its own."""
    groups: list[list[str]] = []
    for line in lines:
        if groups and not _starts_anew(groups[-1], line.strip()):
            groups[-1].append(line)
        else:
            groups.append([line])
    return groups


def _starts_anew(group: list[str], line: str) -> bool:
    label, last = leading_label(line), group[-1].strip()
    if label and (is_bullet(label) or _ENDS.search(last) or leading_label(last) == last):
        return True
    if is_title_line(line) or is_title_line(last) or (last.isupper() and is_heading_like(last) and not line.isupper()):
        return True
    begins = line[:1].isupper()
    return begins and (last.endswith(";") or (last.endswith((".", ".”", '."')) and 3 * len(last) < 2 * len(line)))


def without_page_furniture(text: str) -> str:
    """The text without form feeds, and without the headings and page numbers that stand around them."""
    if "\f" not in text:
        return text
    pages = [page.split("\n") for page in text.split("\f")]
    edges = Counter(key for page in pages for key in {_DIGITS.sub("#", line.strip()) for line in _edge_lines(page)})
    often = max(3, len(pages) // 2)
    repeated = {key for key, count in edges.items() if count >= often}
    kept: list[str] = []
    for page in pages:
        edge = {id(line) for line in _edge_lines(page)}
        body = [line for line in page if not (id(line) in edge and _is_furniture(line, repeated))]
        while body and not body[0].strip():
            body.pop(0)
        while body and not body[-1].strip():
            body.pop()
        runs_on = kept and body and body[0][:1].islower() and not kept[-1].rstrip().endswith((".", ";", ":"))
        kept.extend(body if runs_on or not kept else ["", *body])
    return "\n".join(kept)


def _edge_lines(page: list[str]) -> list[str]:
    """The three first and last lines of a page that hold anything (each a string of its own)."""
    filled = [line for line in page if line.strip()]
    return filled[:3] + filled[-3:]


def _is_furniture(line: str, repeated: set[str]) -> bool:
    return _DIGITS.sub("#", line.strip()) in repeated or bool(PAGE_NUMBER.fullmatch(line.strip()))


def _paragraphs(text: str) -> list[list[str]]:
    paragraphs: list[list[str]] = [[]]
    for line in text.split("\n"):
        if _UNDERLINE.fullmatch(line):
            paragraphs.append([])
        elif line.strip():
            paragraphs[-1].append(line.rstrip())
        else:
            paragraphs.append([])
    return [lines for lines in paragraphs if lines]


def _is_unwrapped(text: str) -> bool:
    """True when lines are paragraphs: one line in ten or more is longer than any page is wide."""
    lengths = sorted(len(line) for line in text.split("\n") if line.strip())
    return bool(lengths) and lengths[-max(1, len(lengths) // 10)] > _LONG_LINE


def _block(lines: list[str], hyphens: Hyphens) -> RawBlock:
    block = labelled_block(join_lines([line.strip() for line in lines], hyphens))
    if len(lines) == 1 and block.kind != "list_item" and (_is_heading(block.text) or is_title_line(block.text)):
        block.kind, block.level = "heading", BOLD_LEVEL
    elif block.kind == "list_item":
        block.level = 1 + (len(lines[0]) - len(lines[0].lstrip())) // 4
    return block


def _is_heading(text: str) -> bool:
    return text.isupper() and is_heading_like(text)

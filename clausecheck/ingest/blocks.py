"""Blocks as a reader of one kind of file makes them, and the one text that they are composed to."""

from __future__ import annotations

import re
from array import array
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from clausecheck.ingest.characters import clean_characters, one_line
from clausecheck.ingest.labels import BULLETS, is_bullet, is_item, is_only_label, leading_label
from clausecheck.text import Block, BlockKind, Box, DocumentText

#: The level of headings that only bold type marks: below every heading that is styled as one.
BOLD_LEVEL = 6
_HEADING_WORDS = 12
_HAS_WORD = re.compile(r"[^\W_]")


@dataclass(slots=True)
class PlacedWord:
    """A word on a page. `page` 0 has no place (a table's separator). `glued` words run on into the next one."""

    text: str
    page: int
    box: Box
    glued: bool = False


@dataclass(slots=True)
class RawBlock:
    """A block before its characters are cleaned. It holds either `text` or `words`."""

    text: str = ""
    kind: BlockKind = "paragraph"
    level: int = 0
    label: str = ""
    words: list[PlacedWord] = field(default_factory=list)

    def plain(self) -> str:
        """The block's words as text, one space between them."""
        if not self.words:
            return self.text
        return "".join(word.text if word.glued else word.text + " " for word in self.words).rstrip()


@dataclass(slots=True)
class ParsedFile:
    """What a reader of one kind of file hands back; `pages` is None where the kind has none."""

    blocks: list[RawBlock]
    pages: int | None = None
    pages_skipped: tuple[int, ...] = ()
    warnings: list[str] = field(default_factory=list)


def labelled_block(text: str, kind: BlockKind = "paragraph", level: int = 0) -> RawBlock:
    """A block with the label that its text begins with; a paragraph that begins like a list item becomes one."""
    text = one_line(text)
    label = leading_label(text)
    if kind == "paragraph" and is_item(label):
        kind, level = "list_item", max(level, 1)
    return RawBlock(text, kind, level, label)


def is_heading_like(text: str) -> bool:
    """True for a short text without a sentence's end, which in bold stands as a heading."""
    return len(text.split()) <= _HEADING_WORDS and not text.endswith((".", ";", ",", ":"))


def listed_block(label: str, text: str, level: int) -> RawBlock:
    """A list item; a bullet gives way to the number that its text begins with."""
    text = one_line(text)
    if is_bullet(label):
        text = text.lstrip(BULLETS + " ")
        label = leading_label(text) or label
    return RawBlock(text if text.startswith(label) else f"{label} {text}", "list_item", level, label)


def row_blocks(cells: Sequence[Sequence[str]]) -> list[RawBlock]:
    """The block of one table row; a cell is the list of its paragraphs.

    A row that only sets a number beside its text, as contracts laid out in tables do, becomes paragraphs.
    """
    filled = [[text for text in map(one_line, cell) if text] for cell in cells]
    worded = [cell for cell in filled if cell]
    if not worded:
        return []
    if len(worded) == 2 and len(worded[0]) == 1 and is_only_label(worded[0][0]) and filled[0]:
        first, *others = worded[1]
        return [labelled_block(f"{worded[0][0]} {first}"), *map(labelled_block, others)]
    while not filled[-1]:
        filled.pop()
    return [RawBlock(" | ".join(" ".join(cell) for cell in filled), "table_row")]


def compose_text(blocks: Iterable[RawBlock]) -> DocumentText:
    """One normalised text of all blocks that hold a word, with the place of each word that has one."""
    composer = _Composer()
    for block in _joined_labels(blocks):
        composer.add(block)
    return composer.finish()


def _joined_labels(blocks: Iterable[RawBlock]) -> list[RawBlock]:
    """The blocks, with a number that stood alone on its line put before the paragraph after it."""
    joined: list[RawBlock] = []
    lone = False
    for block in blocks:
        text = block.plain()
        if not text.strip():
            continue
        before = joined[-1] if joined else None
        if before and lone and block.kind == "paragraph" and not block.label:
            joined[-1] = RawBlock(
                f"{before.text} {block.text}" if not block.words else "", before.kind, before.level, before.label,
                before.words + block.words,
            )
            lone = False
            continue
        lone = block.kind in {"paragraph", "list_item"} and is_only_label(one_line(text)) and not lone
        joined.append(block)
    return joined


class _Composer:
    """Writes blocks into one string and keeps the arrays beside it."""

    def __init__(self) -> None:
        self.parts: list[str] = []
        self.length = 0
        self.blocks: list[Block] = []
        self.starts, self.ends, self.pages, self.boxes = array("L"), array("L"), array("L"), array("f")

    def add(self, block: RawBlock) -> None:
        """Append one block, unless nothing in it is a word."""
        if not _HAS_WORD.search(block.plain()):
            return
        if self.parts:
            self._write("\n")
        start = self.length
        if block.words:
            self._write_words(block.words)
        else:
            self._write(one_line(block.text))
        if self.length == start:
            return
        self.blocks.append(Block(start, self.length, block.kind, block.level, one_line(block.label)))

    def finish(self) -> DocumentText:
        """The text composed so far."""
        return DocumentText("".join(self.parts), tuple(self.blocks), self.starts, self.ends, self.pages, self.boxes)

    def _write(self, text: str) -> None:
        self.parts.append(text)
        self.length += len(text)

    def _write_words(self, words: list[PlacedWord]) -> None:
        """Words with single spaces; the halves of a cut word share the span of the whole."""
        halves: list[PlacedWord] = []
        whole = ""
        written = False
        for word in words:
            whole += "".join(clean_characters(word.text).split())
            halves.append(word)
            if word.glued and word is not words[-1]:
                continue
            if whole:
                if written:
                    self._write(" ")
                start = self.length
                self._write(whole)
                written = True
                self._place(halves, start)
            halves, whole = [], ""

    def _place(self, halves: list[PlacedWord], start: int) -> None:
        for half in halves:
            if half.page:
                self.starts.append(start)
                self.ends.append(self.length)
                self.pages.append(half.page)
                self.boxes.extend(half.box)

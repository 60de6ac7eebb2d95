"""A document's normalised text, and where on which page its words stand.

One string with sorted arrays beside it. Whatever needs a page or a box asks for a character span and gets the
answer by bisection; nothing is ever found again by searching. Plain arrays keep a 3,000-page file small.
"""

from __future__ import annotations

from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Literal

BlockKind = Literal["heading", "paragraph", "list_item", "table_row", "footnote"]
Box = tuple[float, float, float, float]


@dataclass(frozen=True, slots=True)
class Block:
    """One paragraph, heading, list item, table row or footnote: text[start:end] of the normalised text.

    `level` is the heading level (1 is the highest) or the nesting depth of a list item (1 is the outermost), else 0.
    `label` is the number or bullet with which the block's text begins, as shown ("4.2(b)", "•"), "" where
    there is none.
    """

    start: int
    end: int
    kind: BlockKind
    level: int = 0
    label: str = ""


@dataclass(frozen=True, slots=True)
class DocumentText:
    """The normalised text of one document.

    Blocks stand in reading order and are separated by one line feed each; inside a block there is none, words are
    separated by single spaces, and a word that was hyphenated at the end of a line is whole again. The word arrays
    are empty where the source has no pages (DOCX, Markdown, HTML, plain text). `word_boxes` holds four numbers a word
    (left, top, right, bottom) in PDF points from the top left corner of the page; `word_pages` counts from 1. A word
    split over two lines has two entries with the same start.
    """

    text: str
    blocks: tuple[Block, ...]
    word_starts: Sequence[int] = field(default_factory=lambda: array("L"))
    word_ends: Sequence[int] = field(default_factory=lambda: array("L"))
    word_pages: Sequence[int] = field(default_factory=lambda: array("L"))
    word_boxes: Sequence[float] = field(default_factory=lambda: array("f"))

    def words_between(self, start: int, end: int) -> range:
        """The indices of the words that overlap text[start:end]."""
        first = bisect_right(self.word_ends, start)
        return range(first, max(first, bisect_left(self.word_starts, end)))

    def page_at(self, position: int) -> int | None:
        """The page (from 1) of the character at `position`, or None where the source has no pages."""
        if not self.word_starts:
            return None
        index = min(bisect_right(self.word_ends, position), len(self.word_starts) - 1)
        return self.word_pages[index]

    def boxes_between(self, start: int, end: int) -> list[tuple[int, Box]]:
        """One (page, box) for each line that text[start:end] touches, in reading order."""
        lines: list[tuple[int, Box]] = []
        for index in self.words_between(start, end):
            x0, top, x1, bottom = (round(value, 2) for value in self.word_boxes[4 * index : 4 * index + 4])
            page = self.word_pages[index]
            if lines and _same_line(lines[-1], page, (x0, top, x1, bottom)):
                left, above, right, below = lines[-1][1]
                lines[-1] = (page, (min(left, x0), min(above, top), max(right, x1), max(below, bottom)))
            else:
                lines.append((page, (x0, top, x1, bottom)))
        return lines


def _same_line(line: tuple[int, Box], page: int, box: Box) -> bool:
    """True when a word continues a line: same page, overlapping heights, and not back at the left of it."""
    (line_page, (_, above, right, below)), (x0, top, _, bottom) = line, box
    overlap = min(below, bottom) - max(above, top)
    return line_page == page and overlap > 0.4 * min(below - above, bottom - top) and -2.0 <= x0 - right < 40.0

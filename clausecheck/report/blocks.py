"""What a report is made of, whatever its format: the outline writes these blocks, each format renders them.

Text in blocks is as it came; a format cleans and escapes it when it writes it.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, NamedTuple

from clausecheck.model.words import Verdict


@dataclass(frozen=True, slots=True)
class Mark:
    """A verdict, shown as symbol and word."""

    verdict: Verdict


@dataclass(frozen=True, slots=True)
class Link:
    """Text that leads to a heading with this anchor, where the format can."""

    text: str
    anchor: str


@dataclass(frozen=True, slots=True)
class Quoted:
    """Words of the contract inside a table cell, and where they stand."""

    words: str
    place: str


Inline = str | Mark | Link | Quoted
#: A tuple stands for several lines; one of links alone runs on, separated by semicolons.
CellText = Inline | tuple[Inline, ...]


class Heading(NamedTuple):
    """A heading. Level 0 is the report's title, 1 a part, 2 a division of it."""

    level: Literal[0, 1, 2]
    text: str
    anchor: str = ""


class Paragraph(NamedTuple):
    """A paragraph; a note is set smaller."""

    text: str
    note: bool = False


class Points(NamedTuple):
    """A list, numbered or not."""

    items: tuple[str, ...]
    numbered: bool = False


class Facts(NamedTuple):
    """Labels with what is to be said of each."""

    rows: tuple[tuple[str, CellText], ...]


class Table(NamedTuple):
    """A table with a head row. `widths` are shares of the line and sum to about 100."""

    head: tuple[str, ...]
    rows: tuple[tuple[CellText, ...], ...]
    widths: tuple[int, ...]


class Quotation(NamedTuple):
    """Words quoted exactly, and their place."""

    words: str
    place: str


class FindingHead(NamedTuple):
    """The head of one finding: its verdict, title, id and position in words."""

    verdict: Verdict
    title: str
    clause: str
    position: str
    anchor: str


class Change(NamedTuple):
    """A run of words: the same on both sides, only in the reference (deleted), or only in the contract (inserted)."""

    kind: Literal["equal", "delete", "insert"]
    words: str


class Difference(NamedTuple):
    """The runs of words from reference wording to contract."""

    changes: tuple[Change, ...]


class DecisionBox(NamedTuple):
    """Room for the reader's decision on one finding."""


Block = Heading | Paragraph | Points | Facts | Table | Quotation | FindingHead | Difference | DecisionBox

"""Words to lines: those that stand on one height, from left to right."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field

from clausecheck.ingest.pdf.words import Word


@dataclass(slots=True)
class Line:
    """Words on one height, or a whole table standing in their place. Lengths are PDF points from the top left.

    `rows` are the table's rows, each a list of cells, each a list of lines. `resumes` lines follow something that was
    taken out between two lines of running text (a page number).
    """

    words: list[Word]
    x0: float
    top: float
    x1: float
    bottom: float
    size: float = 0.0
    bold: bool = False
    text: str = ""
    rows: list[list[list[Line]]] = field(default_factory=list)
    resumes: bool = False

    @property
    def page(self) -> int:
        """The page of the line's words, 0 for a table."""
        return self.words[0].page if self.words else 0


def line_of(words: list[Word]) -> Line:
    """The line that these words, sorted from left to right, make."""
    places = [word.place for word in words]
    sizes: Counter[float] = Counter()
    bold = 0
    for word in words:
        sizes[round(word.size, 1)] += len(word.text)
        bold += len(word.text) if word.bold else 0
    length = sum(sizes.values())
    return Line(
        words, min(place[0] for place in places), min(place[1] for place in places),
        max(place[2] for place in places), max(place[3] for place in places),
        max(sizes, key=lambda size: (sizes[size], size)), bold >= 0.95 * length, " ".join(word.text for word in words),
    )


def lines_of(words: list[Word]) -> list[Line]:
    """All lines of a page, top to bottom; words of several columns may share one."""
    rows: list[list[Word]] = []
    centre = height = 0.0
    for word in sorted(words, key=lambda word: (word.place[1] + word.place[3], word.place[0])):
        _, top, _, bottom = word.place
        middle = (top + bottom) / 2
        if rows and middle - centre <= 0.5 * min(height, max(bottom - top, 1.0)):
            rows[-1].append(word)
            weight = len(rows[-1])
            centre += (middle - centre) / weight
            height = max(height, bottom - top)
        else:
            rows.append([word])
            centre, height = middle, max(bottom - top, 1.0)
    return [line_of(sorted(row, key=lambda word: word.place[0])) for row in rows]


def spans_of(line: Line) -> list[tuple[float, float]]:
    """The stretches of the line that hold text, wider gaps than a space left out."""
    if not line.words:
        return [(line.x0, line.x1)]
    gap = max(6.0, 0.6 * line.size)
    spans: list[tuple[float, float]] = []
    for word in line.words:
        left, _, right, _ = word.place
        if spans and left - spans[-1][1] <= gap:
            spans[-1] = (spans[-1][0], max(spans[-1][1], right))
        else:
            spans.append((left, right))
    return spans

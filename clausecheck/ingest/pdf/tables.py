"""Ruled tables: the rows of words that the lines drawn on a page enclose.

The rules come from PDFium, which has read the page already; pdfplumber's table finder turns them into cells. Opening
the page a second time with pdfplumber would cost twenty times as much and find the same cells.
"""

from __future__ import annotations

from typing import Any

from clausecheck.ingest.blocks import PlacedWord, RawBlock
from clausecheck.ingest.hyphens import Hyphens
from clausecheck.ingest.labels import is_only_label
from clausecheck.ingest.pdf.lines import Line, lines_of
from clausecheck.ingest.pdf.placing import placed_words
from clausecheck.ingest.pdf.words import Word
from clausecheck.text import Box

_MOST_RULES = 600
_LONGEST_CELL = 1_500


def take_tables(words: list[Word], rules: list[Box]) -> tuple[list[Word], list[Line]]:
    """The words outside of tables, and one line in place of each table."""
    rest, tables = list(words), []
    for cells in _grids(rules):
        columns, rows = {round(cell[0]) for cell in cells}, {round(cell[1]) for cell in cells}
        if len(columns) < 2 or len(cells) < 3 or not rows:
            continue
        inside = _by_cell(rest, cells)
        if not inside or max(sum(len(word.text) for word in held) for held in inside.values()) > _LONGEST_CELL:
            continue
        taken = {id(word) for held in inside.values() for word in held}
        rest = [word for word in rest if id(word) not in taken]
        tables.append(Line(
            [], min(cell[0] for cell in cells), min(cell[1] for cell in cells), max(cell[2] for cell in cells),
            max(cell[3] for cell in cells), rows=_rows(cells, inside)))
    return rest, tables


def _grids(rules: list[Box]) -> list[list[Box]]:
    """The cells of each grid on the page."""
    edges = [_edge(rule) for rule in rules]
    upright = sum(edge["orientation"] == "v" for edge in edges)
    if upright < 2 or len(edges) - upright < 2:
        return []
    from pdfplumber.table import cells_to_tables, edges_to_intersections, intersections_to_cells, merge_edges

    merged = merge_edges(edges, 3, 3, 3, 3)
    if len(merged) > _MOST_RULES:
        return []
    cells = intersections_to_cells(edges_to_intersections(merged, 3, 3))
    return [[tuple(map(float, cell)) for cell in table] for table in cells_to_tables(cells)]  # type: ignore[misc]


def _edge(rule: Box) -> dict[str, Any]:
    x0, top, x1, bottom = rule
    if x1 - x0 >= bottom - top:
        middle = (top + bottom) / 2
        return {"orientation": "h", "x0": x0, "x1": x1, "top": middle, "bottom": middle, "width": x1 - x0, "height": 0}
    middle = (x0 + x1) / 2
    return {"orientation": "v", "x0": middle, "x1": middle, "top": top, "bottom": bottom, "width": 0,
            "height": bottom - top}


def _by_cell(words: list[Word], cells: list[Box]) -> dict[int, list[Word]]:
    """The words whose middle lies in a cell, by the cell's place in the list."""
    held: dict[int, list[Word]] = {}
    x0, top = min(cell[0] for cell in cells), min(cell[1] for cell in cells)
    x1, bottom = max(cell[2] for cell in cells), max(cell[3] for cell in cells)
    for word in words:
        x, y = (word.place[0] + word.place[2]) / 2, (word.place[1] + word.place[3]) / 2
        if x0 <= x <= x1 and top <= y <= bottom:
            at = next((index for index, cell in enumerate(cells)
                       if cell[0] <= x <= cell[2] and cell[1] <= y <= cell[3]), None)
            if at is not None:
                held.setdefault(at, []).append(word)
    return held


def _rows(cells: list[Box], held: dict[int, list[Word]]) -> list[list[list[Line]]]:
    """The rows, each a list of cells, each a list of lines."""
    rows: dict[int, list[int]] = {}
    for index in sorted(range(len(cells)), key=lambda index: (cells[index][1], cells[index][0])):
        top = next((row for row in rows if abs(row - cells[index][1]) <= 3), round(cells[index][1]))
        rows.setdefault(top, []).append(index)
    return [[lines_of(held.get(index, [])) for index in sorted(row, key=lambda index: cells[index][0])]
            for row in rows.values()]


def row_block(row: list[list[Line]], hyphens: Hyphens) -> RawBlock | None:
    """The block of a row, its cells parted by a bar that stands nowhere on the page; None for an empty row."""
    cells = [placed_words(lines, hyphens) for lines in row]
    worded = [cell for cell in cells if cell]
    if not worded:
        return None
    if len(worded) == 2 and len(worded[0]) == 1 and cells[0] and is_only_label(worded[0][0].text):
        return RawBlock(kind="paragraph", label=worded[0][0].text, words=[*worded[0], *worded[1]])
    while not cells[-1]:
        cells = cells[:-1]
    words: list[PlacedWord] = []
    for number, cell in enumerate(cells):
        if number:
            words.append(PlacedWord("|", 0, (0.0, 0.0, 0.0, 0.0)))
        words.extend(cell)
    return RawBlock(kind="table_row", words=words)

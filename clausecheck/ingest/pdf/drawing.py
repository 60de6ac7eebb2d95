"""What is drawn on a page: the rules of tables, and bullets that are dots and not letters."""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import pypdfium2 as pdfium  # type: ignore[import-untyped]
import pypdfium2.raw as raw  # type: ignore[import-untyped]

from clausecheck.ingest.pdf.words import Frame, Word
from clausecheck.text import Box

_THIN = 3.0
_SHORTEST = 4.0
_LARGEST_DOT = 7.0
_MOST_OBJECTS = 20_000
_DEEPEST_FORM = 3
Matrix = tuple[float, float, float, float, float, float]
_SAME: Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)


@dataclass(frozen=True, slots=True)
class Drawing:
    """What is drawn on a page, in points from its top left: straight lines and edges of boxes, round dots, and patches
    that were drawn after some text and may cover it.
    """

    rules: list[Box]
    dots: list[Box]
    patches: list[Box]


@dataclass(slots=True)
class _Walk:
    """How many objects may still be looked at, and whether a text was among those before."""

    budget: int = _MOST_OBJECTS
    text_before: bool = False


def drawing_on(page: pdfium.PdfPage, frame: Frame) -> Drawing:
    """The rules and dots of a page."""
    rules: list[Box] = []
    dots: list[Box] = []
    patches: list[Box] = []
    walk = _Walk()
    for left, bottom, right, top in _pieces(page.raw, raw.FPDFPage_CountObjects, raw.FPDFPage_GetObject, _SAME, walk):
        box = frame.shown(left, bottom, right, top)
        width, height = box[2] - box[0], box[3] - box[1]
        if width > 0.95 * frame.width and height > 0.8 * frame.height:
            continue
        if 1.5 <= width <= _LARGEST_DOT and 0.8 <= width / max(height, 0.1) <= 1.25:
            dots.append(box)
        elif min(width, height) <= _THIN:
            if max(width, height) >= _SHORTEST:
                rules.append(box)
        elif width >= _SHORTEST and height >= _SHORTEST:
            if walk.text_before:
                patches.append(box)
            x0, y0, x1, y1 = box
            rules.extend(((x0, y0, x1, y0), (x0, y1, x1, y1), (x0, y0, x0, y1), (x1, y0, x1, y1)))
    return Drawing(rules, dots, patches)


def _pieces(
    holder: Any, count: Any, get: Any, matrix: Matrix, walk: _Walk, depth: int = 0,
) -> Iterator[tuple[float, float, float, float]]:
    """Left, bottom, right and top of every filled or stroked straight piece, also inside forms."""
    for index in range(max(0, count(holder))):
        walk.budget -= 1
        if walk.budget < 0:
            return
        item = get(holder, index)
        kind = raw.FPDFPageObj_GetType(item)
        walk.text_before = walk.text_before or kind == raw.FPDF_PAGEOBJ_TEXT
        if kind == raw.FPDF_PAGEOBJ_PATH and _is_painted(item):
            yield from _path_pieces(item, matrix)
        elif kind == raw.FPDF_PAGEOBJ_FORM and depth < _DEEPEST_FORM:
            inner = _times(_matrix_of(item), matrix)
            yield from _pieces(item, raw.FPDFFormObj_CountObjects, raw.FPDFFormObj_GetObject, inner, walk, depth + 1)


def _is_painted(path: Any) -> bool:
    fill, stroke = ctypes.c_int(), ctypes.c_int()
    return bool(raw.FPDFPath_GetDrawMode(path, fill, stroke)) and bool(fill.value or stroke.value)


def _path_pieces(path: Any, matrix: Matrix) -> Iterator[tuple[float, float, float, float]]:
    """A dot, or a path of up to five segments (a line, a box), is known by its bounds; a longer one is taken apart."""
    left, bottom, right, top = (ctypes.c_float() for _ in range(4))
    if not raw.FPDFPageObj_GetBounds(path, left, bottom, right, top):
        return
    is_dot = max(right.value - left.value, top.value - bottom.value) <= _LARGEST_DOT
    if is_dot or raw.FPDFPath_CountSegments(path) <= 5:
        yield _moved((left.value, bottom.value, right.value, top.value), matrix)
        return
    own = _times(_matrix_of(path), matrix)
    x, y = ctypes.c_float(), ctypes.c_float()
    before: tuple[float, float] | None = None
    for index in range(min(raw.FPDFPath_CountSegments(path), 2_000)):
        segment = raw.FPDFPath_GetPathSegment(path, index)
        raw.FPDFPathSegment_GetPoint(segment, x, y)
        kind = raw.FPDFPathSegment_GetType(segment)
        here = (x.value, y.value)
        straight = before is not None and (abs(before[0] - here[0]) < 1 or abs(before[1] - here[1]) < 1)
        if kind == raw.FPDF_SEGMENT_LINETO and before is not None and straight:
            yield _moved((min(before[0], here[0]), min(before[1], here[1]), max(before[0], here[0]),
                          max(before[1], here[1])), own)
        before = here


def _matrix_of(item: Any) -> Matrix:
    found = raw.FS_MATRIX()
    if not raw.FPDFPageObj_GetMatrix(item, found):
        return 1.0, 0.0, 0.0, 1.0, 0.0, 0.0
    return found.a, found.b, found.c, found.d, found.e, found.f


def _times(first: Matrix, then: Matrix) -> Matrix:
    a, b, c, d, e, f = first
    g, h, i, j, k, m = then
    return a * g + b * i, a * h + b * j, c * g + d * i, c * h + d * j, e * g + f * i + k, e * h + f * j + m


def _moved(rect: tuple[float, float, float, float], matrix: Matrix) -> tuple[float, float, float, float]:
    a, b, c, d, e, f = matrix
    corners = [(a * x + c * y + e, b * x + d * y + f) for x in (rect[0], rect[2]) for y in (rect[1], rect[3])]
    return (min(x for x, _ in corners), min(y for _, y in corners), max(x for x, _ in corners),
            max(y for _, y in corners))


def with_bullets(words: list[Word], dots: list[Box]) -> list[Word]:
    """The words, and a bullet for each dot that stands a little before the first word of a line."""
    if not 0 < len(dots) <= 500:
        return words
    bullets = []
    for x0, top, x1, bottom in dots:
        middle = (top + bottom) / 2
        beside = [word for word in words if word.place[1] < middle < word.place[3]]
        after = min((word for word in beside if word.place[0] >= x1), key=lambda word: word.place[0], default=None)
        before = max((word.place[2] for word in beside if word.place[0] < x0), default=None)
        if after is None or after.place[0] - x1 > 3 * after.size or (before is not None and x0 - before < 12):
            continue
        box = (x0, after.place[1], x1, after.place[3])
        bullets.append(Word("•", after.page, box, box, after.size, after.bold, after.turn, hyphen=False, unseen="",
                            white=False))
    return [*words, *bullets] if bullets else words

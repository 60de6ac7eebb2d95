"""Columns: a gutter that runs down the page parts it, and each part is read to its end before the next."""

from __future__ import annotations

from dataclasses import dataclass
from statistics import median

from clausecheck.ingest.pdf.lines import Line, line_of, spans_of

_FEWEST_LINES = 6
_NARROWEST = 6.0
_DEEPEST = 4


@dataclass(frozen=True, slots=True)
class Region:
    """Lines that are read one after the other, and the right edge that they run up to."""

    lines: list[Line]
    right: float


def regions_of_pages(pages: list[list[Line]]) -> list[Region]:
    """The lines of all pages in reading order. A page with little text is parted where the pages before it were."""
    regions: list[Region] = []
    known: list[float] = []
    for lines in pages:
        gutter = gutter_of(lines)
        if gutter is not None:
            known.append(gutter)
        elif known and _is_parted_at(lines, median(known)):
            gutter = median(known)
        regions.extend(_regions(lines, gutter, 0))
    return regions


def regions_of(lines: list[Line], depth: int = 0) -> list[Region]:
    """The lines in reading order, one region for each column or stretch without columns."""
    return _regions(lines, gutter_of(lines) if depth < _DEEPEST else None, depth)


def _is_parted_at(lines: list[Line], gutter: float) -> bool:
    """True for lines on both sides of a gutter of which few cross it."""
    beside = [line for line in lines if not _crosses(line, gutter)]
    left, right = _parted(beside, gutter)
    return min(len(left), len(right)) >= 2 and len(beside) >= 0.7 * len(lines)


def _regions(lines: list[Line], gutter: float | None, depth: int) -> list[Region]:
    if gutter is None:
        return [Region(lines, max(line.x1 for line in lines))] if lines else []
    regions: list[Region] = []
    across: list[Line] = []
    beside: list[Line] = []
    for line in lines:
        if _crosses(line, gutter):
            regions.extend(_side_by_side(beside, gutter, depth))
            beside = []
            across.append(line)
        else:
            if across:
                regions.extend(regions_of(across, _DEEPEST))
                across = []
            beside.append(line)
    regions.extend(regions_of(across, _DEEPEST))
    regions.extend(_side_by_side(beside, gutter, depth))
    return regions


def _side_by_side(lines: list[Line], gutter: float, depth: int) -> list[Region]:
    left, right = _parted(lines, gutter)
    return [*regions_of(left, depth + 1), *regions_of(right, depth + 1)]


def _parted(lines: list[Line], gutter: float) -> tuple[list[Line], list[Line]]:
    left: list[Line] = []
    right: list[Line] = []
    for line in lines:
        if not line.words:
            (left if line.x1 <= gutter + 1 else right).append(line)
            continue
        for side, words in ((left, [word for word in line.words if word.place[0] < gutter]),
                            (right, [word for word in line.words if word.place[0] >= gutter])):
            if words:
                side.append(line_of(words) if len(words) < len(line.words) else line)
    return left, right


def _crosses(line: Line, gutter: float) -> bool:
    return any(left < gutter < right for left, right in spans_of(line))


def gutter_of(lines: list[Line]) -> float | None:
    """Where two columns of running text part, None where there are none."""
    worded = [line for line in lines if line.words]
    if len(worded) < _FEWEST_LINES:
        return None
    first, last = min(line.x0 for line in worded), max(line.x1 for line in worded)
    if last - first < 200:
        return None
    covered = _coverage(worded, first, last)
    low, high = round(0.2 * len(covered)), round(0.8 * len(covered))
    least = min(covered[low:high])
    if least > 0.5 * len(worded):
        return None
    for start, end in _runs(covered, low, high, least + max(1, len(worded) // 40)):
        gutter = first + (start + end) / 2
        sides = _parted([line for line in worded if not _crosses(line, gutter)], gutter)
        if (end - start >= _NARROWEST and _is_prose(sides[0], first + start - first)
                and _is_prose(sides[1], last - first - end)):
            return gutter
    return None


def _coverage(lines: list[Line], first: float, last: float) -> list[int]:
    """For each point of the width how many lines have text there."""
    steps = [0] * (int(last - first) + 3)
    for line in lines:
        for left, right in spans_of(line):
            steps[int(left - first)] += 1
            steps[int(right - first) + 1] -= 1
    covered, running = [], 0
    for step in steps:
        running += step
        covered.append(running)
    return covered


def _runs(covered: list[int], low: int, high: int, most: int) -> list[tuple[int, int]]:
    """The stretches between low and high that at most so many lines cover, widest first."""
    runs: list[tuple[int, int]] = []
    start = None
    for at in range(low, high + 1):
        if at < high and covered[at] <= most:
            start = at if start is None else start
        elif start is not None:
            runs.append((start, at))
            start = None
    return sorted(runs, key=lambda run: run[0] - run[1])[:3]


def _is_prose(lines: list[Line], width: float) -> bool:
    """True for lines of text that fill their column, which cells of a table or a signature block do not."""
    if len(lines) < _FEWEST_LINES or width < 100:
        return False
    filled = median((line.x1 - line.x0) / width for line in lines)
    words = median(sum(any(map(str.isalpha, word.text)) for word in line.words) for line in lines)
    return filled >= 0.6 and words >= 4

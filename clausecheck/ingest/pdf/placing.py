"""Lines to words with places, cut words mended."""

from __future__ import annotations

from itertools import zip_longest

from clausecheck.ingest.blocks import PlacedWord
from clausecheck.ingest.hyphens import Hyphens
from clausecheck.ingest.pdf.lines import Line


def placed_words(lines: list[Line], hyphens: Hyphens) -> list[PlacedWord]:
    """The words of the lines with their boxes; a word cut at a line's end runs on into its other half."""
    placed: list[PlacedWord] = []
    for line, following in zip_longest(lines, lines[1:]):
        placed.extend(PlacedWord(word.text, word.page, word.box) for word in line.words)
        if following is not None and hyphens.is_cut(line.text, following.text):
            last = placed[-1]
            last.text = last.text[:-1] + hyphens.between(line.text, following.text)
            last.glued = True
    return placed

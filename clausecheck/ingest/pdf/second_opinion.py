"""pdfplumber's view of pages on which PDFium finds nothing."""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO
from typing import Any

from clausecheck.ingest.characters import one_line
from clausecheck.ingest.pdf.words import Word


def words_by_pdfplumber(file: BytesIO, numbers: list[int]) -> Iterator[tuple[int, float, list[Word]]]:
    """Number, height and words of each of the pages (from 1) on which pdfplumber finds any."""
    import pdfplumber

    try:
        with pdfplumber.open(file) as document:
            for number in numbers:
                page = document.pages[number - 1]
                words = [_word(found, number) for found in page.extract_words(extra_attrs=["size"])]
                page.close()
                if words:
                    yield number, float(page.height), words
    except Exception:  # pdfminer raises whatever a broken file leads it to; PDFium's answer then stands
        return


def _word(found: dict[str, Any], number: int) -> Word:
    box = (float(found["x0"]), float(found["top"]), float(found["x1"]), float(found["bottom"]))
    return Word(one_line(found["text"]), number, box, box, float(found.get("size") or 10.0), bold=False, turn=0,
                hyphen=False, unseen="", white=False)

"""Text that a reader does not see: found and counted, not read."""

from __future__ import annotations

from collections import Counter

import pypdfium2 as pdfium  # type: ignore[import-untyped]
import pypdfium2.raw as raw  # type: ignore[import-untyped]

from clausecheck.ingest.pdf.words import Frame, Word
from clausecheck.text import Box

_SCALE = 1.0
_FLAT = 10
_WHOLE_PAGE = 0.7


def seen_words(
    page: pdfium.PdfPage, frame: Frame, words: list[Word], patches: list[Box],
) -> tuple[list[Word], int, bool]:
    """The words that a reader sees, how many others there are, and whether they are the text layer of a scan.

    White words and words under a patch of colour count as seen where the page as rendered shows something there.
    """
    unseen = Counter(word.unseen for word in words)
    if unseen["invisible"] > 0.5 * len(words) and covers_page(page, frame):
        seen = [word for word in words if word.unseen in {"", "invisible"}]
        return seen, len(words) - len(seen), True
    seen = [word for word in words if not word.unseen]
    doubtful = {id(word) for word in seen if (word.white or (patches and _lies_in(word, patches)))
                and any(map(str.isalnum, word.text))}
    if doubtful:
        seen = _with_ink(page, seen, doubtful)
    return seen, len(words) - len(seen), False


def covers_page(page: pdfium.PdfPage, frame: Frame) -> bool:
    """True when images cover most of the page: it is a scan."""
    area = 0.0
    for image in page.get_objects(filter=(raw.FPDF_PAGEOBJ_IMAGE,), max_depth=3):
        left, bottom, right, top = image.get_bounds()
        area += max(0.0, right - left) * max(0.0, top - bottom)
    return area >= _WHOLE_PAGE * frame.width * frame.height


def has_image(page: pdfium.PdfPage) -> bool:
    """True when the page holds any image."""
    return next(iter(page.get_objects(filter=(raw.FPDF_PAGEOBJ_IMAGE,), max_depth=3)), None) is not None


def _lies_in(word: Word, patches: list[Box]) -> bool:
    x, y = (word.box[0] + word.box[2]) / 2, (word.box[1] + word.box[3]) / 2
    return any(left <= x <= right and top <= y <= bottom for left, top, right, bottom in patches)


def _with_ink(page: pdfium.PdfPage, words: list[Word], doubtful: set[int]) -> list[Word]:
    """The words without those in doubt where the rendered page is of one colour."""
    bitmap = page.render(scale=_SCALE, grayscale=True)
    shades = bitmap.to_numpy()
    kept = []
    for word in words:
        left, top, right, bottom = (max(0, int(edge * _SCALE)) for edge in word.box)
        inner = shades[top + 2:max(top + 3, bottom - 1), left:right + 1]
        if id(word) not in doubtful or (inner.size and int(inner.max()) - int(inner.min()) > _FLAT):
            kept.append(word)
    bitmap.close()
    return kept

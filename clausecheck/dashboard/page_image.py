"""Images of PDF pages, and where on them quoted words stand."""

from __future__ import annotations

import base64
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

from clausecheck.model import Evidence

_SCRIPT = Path(__file__).parent / "render_page.py"
_SECONDS = 25.0
#: Pixels; twice the width at which the page is shown, for sharp screens.
_WIDTH = 1_300


class PageImage(NamedTuple):
    """A page as PNG or JPEG, and its size in PDF points."""

    data: bytes
    width: float
    height: float

    @property
    def address(self) -> str:
        """The image as a data address: it travels with the page and lies in no store that others could read."""
        kind = "png" if self.data.startswith(b"\x89PNG") else "jpeg"
        return f"data:image/{kind};base64,{base64.b64encode(self.data).decode('ascii')}"


class Highlight(NamedTuple):
    """A box on a page as shares (0 to 1) of its width and height; `governing` for words of the governing reading."""

    left: float
    top: float
    width: float
    height: float
    governing: bool


def render_page(pdf: bytes, page: int) -> PageImage | None:
    """The page (from 1) drawn in a process of its own; None where it cannot be drawn in time and memory."""
    try:
        drawn = subprocess.run(  # noqa: S603 - our own script under our own interpreter
            [sys.executable, "-P", str(_SCRIPT), str(page), str(_WIDTH)],
            input=pdf, capture_output=True, timeout=_SECONDS, check=True, start_new_session=True).stdout
    except (subprocess.SubprocessError, OSError):
        return None
    size, _, image = drawn.partition(b"\n")
    width, height = (float(number) for number in size.split())
    return PageImage(image, width, height)


def highlights_on(
    page: int, document: str, image: PageImage, governing: Iterable[Evidence], others: Iterable[Evidence],
) -> list[Highlight]:
    """The boxes of all evidence that lies on this page of this document, those of the governing reading last."""
    ranked = [(evidence, False) for evidence in others] + [(evidence, True) for evidence in governing]
    boxes = {
        _share(box, image, governs)
        for evidence, governs in ranked if evidence.document == document
        for box, box_page in zip(evidence.boxes, evidence.box_pages, strict=True) if box_page == page
    }
    strong = {box[:4] for box in boxes if box.governing}
    return sorted((box for box in boxes if box.governing or box[:4] not in strong), key=lambda box: box.governing)


def _share(box: tuple[float, float, float, float], image: PageImage, governing: bool) -> Highlight:
    left, top, right, bottom = box
    return Highlight(
        left / image.width, top / image.height, (right - left) / image.width, (bottom - top) / image.height, governing)


def pages_of(evidence: Iterable[Evidence]) -> list[tuple[str, int]]:
    """The (document, page) pairs that the evidence lies on, in its order, each once."""
    return list(dict.fromkeys(
        (one.document, page)
        for one in evidence if one.page is not None
        for page in (one.box_pages or (one.page,))))

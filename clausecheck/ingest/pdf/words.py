"""The words of a PDF page with their places, through PDFium's raw interface (a few calls a word)."""

from __future__ import annotations

import ctypes
import math
from dataclasses import dataclass
from typing import Any

import pypdfium2 as pdfium  # type: ignore[import-untyped]
import pypdfium2.raw as raw  # type: ignore[import-untyped]

from clausecheck.ingest.characters import clean_characters
from clausecheck.text import Box

_SPACES = frozenset((0x09, 0x0A, 0x0B, 0x0C, 0x0D, 0x20, 0x85, 0xA0, 0x1680, *range(0x2000, 0x200B), 0x2028, 0x2029,
                     0x202F, 0x205F, 0x3000))
#: PDFium's marks for a hyphen that ends a line.
_LINE_HYPHENS = frozenset((0x02, 0xFFFE, 0xAD))
_BOLD_WEIGHT, _FORCE_BOLD = 600, 1 << 18
_BOLD_NAMES = ("bold", "black", "heavy", "demi")
_INVISIBLE_MODES = frozenset((3, 7))
_SMALLEST = 1.0


@dataclass(slots=True)
class Word:
    """A word as placed. `place` is where it stands for reading, `box` where the page shows it; they differ only on
    pages whose text is turned. `hyphen` words end in a hyphen at a line's end. `unseen` says why a reader does not
    see the word, "" for one that is seen.
    """

    text: str
    page: int
    box: Box
    place: Box
    size: float
    bold: bool
    turn: int
    hyphen: bool
    unseen: str
    white: bool


@dataclass(frozen=True, slots=True)
class Look:
    """How one text object is set."""

    size: float
    bold: bool
    turn: int
    unseen: str
    white: bool


@dataclass(frozen=True, slots=True)
class Frame:
    """The visible part of a page and its turning: maps PDF space to points from the top left of the page as shown."""

    left: float
    bottom: float
    right: float
    top: float
    turn: int

    @property
    def width(self) -> float:
        """Width of the page as shown."""
        return self.top - self.bottom if self.turn % 180 else self.right - self.left

    @property
    def height(self) -> float:
        """Height of the page as shown."""
        return self.right - self.left if self.turn % 180 else self.top - self.bottom

    def shown(self, left: float, bottom: float, right: float, top: float) -> Box:
        """A rectangle of PDF space as (left, top, right, bottom) of the page as shown."""
        if self.turn == 90:
            return bottom - self.bottom, left - self.left, top - self.bottom, right - self.left
        if self.turn == 180:
            return self.right - right, bottom - self.bottom, self.right - left, top - self.bottom
        if self.turn == 270:
            return self.top - top, self.right - right, self.top - bottom, self.right - left
        return left - self.left, self.top - top, right - self.left, self.top - bottom


def frame_of(page: pdfium.PdfPage) -> Frame:
    """The page's visible box and rotation."""
    rect = raw.FS_RECTF()
    if not raw.FPDF_GetPageBoundingBox(page, rect):
        width, height = page.get_size()
        return Frame(0.0, 0.0, width, height, 0)
    return Frame(rect.left, rect.bottom, rect.right, rect.top, page.get_rotation())


def words_on(page: pdfium.PdfPage, number: int, frame: Frame) -> list[Word]:
    """All words of the page in the order of its content, seen or not."""
    textpage = page.get_textpage()
    try:
        return _Extraction(textpage, number, frame).words()
    finally:
        textpage.close()


class _Extraction:
    def __init__(self, textpage: pdfium.PdfTextPage, number: int, frame: Frame) -> None:
        self.text = textpage.raw
        self.number, self.frame = number, frame
        self.looks: dict[int, Look] = {}
        self.fonts: dict[int, bool] = {}
        self.rect, self.matrix = raw.FS_RECTF(), raw.FS_MATRIX()

    def words(self) -> list[Word]:
        codes = self._codes()
        words: list[Word] = []
        first = -1
        for index, code in enumerate(codes):
            if code in _LINE_HYPHENS and first >= 0:
                words.append(self._word(codes, first, index + 1, hyphen=True))
                first = -1
            elif code in _SPACES or code in _LINE_HYPHENS:
                if first >= 0:
                    words.append(self._word(codes, first, index))
                first = -1
            elif first < 0:
                first = index
        if first >= 0:
            words.append(self._word(codes, first, len(codes)))
        return [word for word in words if word.text]

    def _codes(self) -> list[int]:
        """The code of each letter: in one call where that gives one code a letter, else letter by letter."""
        count = max(0, raw.FPDFText_CountChars(self.text))
        buffer = (ctypes.c_ushort * (count + 1))()
        if raw.FPDFText_GetText(self.text, 0, count, buffer) == count + 1:
            return list(buffer[:count])
        return [raw.FPDFText_GetUnicode(self.text, index) for index in range(count)]

    def _word(self, codes: list[int], first: int, end: int, *, hyphen: bool = False) -> Word:
        letters = codes[first:end - 1] if hyphen else codes[first:end]
        text = clean_characters(_letters(letters)) + ("-" if hyphen else "")
        box = self._box(first)
        if end - first > 1:
            last = self._box(end - 1)
            box = (min(box[0], last[0]), min(box[1], last[1]), max(box[2], last[2]), max(box[3], last[3]))
        look = self._look(first)
        unseen = look.unseen
        if not unseen and (box[2] < 0 or box[3] < 0 or box[0] > self.frame.width or box[1] > self.frame.height):
            unseen = "outside"
        return Word(text, self.number, box, box, look.size, look.bold, look.turn, hyphen, unseen, look.white)

    def _box(self, index: int) -> Box:
        rect = self.rect
        if not raw.FPDFText_GetLooseCharBox(self.text, index, rect):
            return 0.0, 0.0, 0.0, 0.0
        return self.frame.shown(rect.left, rect.bottom, rect.right, rect.top)

    def _look(self, index: int) -> Look:
        """The look of the text object that the letter belongs to; asked of PDFium once an object."""
        text_object = raw.FPDFText_GetTextObject(self.text, index)
        key = ctypes.addressof(text_object.contents) if text_object else 0
        look = self.looks.get(key)
        if look is None:
            look = self.looks[key] = self._asked_look(index, text_object if key else None)
        return look

    def _asked_look(self, index: int, text_object: Any | None) -> Look:
        matrix = self.matrix
        scale, turn = 1.0, 0
        if raw.FPDFText_GetMatrix(self.text, index, matrix):
            scale = math.hypot(matrix.c, matrix.d) or 1.0
            turn = round(math.degrees(math.atan2(matrix.b, matrix.a)) / 90) * 90
        size = raw.FPDFText_GetFontSize(self.text, index) * scale
        unseen, white, bold = "", False, False
        if text_object is not None:
            red, green, blue, alpha = (ctypes.c_uint() for _ in range(4))
            raw.FPDFPageObj_GetFillColor(text_object, red, green, blue, alpha)
            if raw.FPDFTextObj_GetTextRenderMode(text_object) in _INVISIBLE_MODES:
                unseen = "invisible"
            elif alpha.value < 13:
                unseen = "transparent"
            white = min(red.value, green.value, blue.value) > 235
            bold = self._is_bold(raw.FPDFTextObj_GetFont(text_object))
        if not unseen and 0 < size < _SMALLEST:
            unseen = "tiny"
        return Look(size, bold, (turn - self.frame.turn) % 360, unseen, white)

    def _is_bold(self, font: Any) -> bool:
        if not font:
            return False
        key = ctypes.addressof(font.contents)
        if key not in self.fonts:
            buffer = ctypes.create_string_buffer(128)
            raw.FPDFFont_GetBaseFontName(font, buffer, 128)
            name = buffer.value.decode("latin-1").lower()
            self.fonts[key] = (raw.FPDFFont_GetWeight(font) >= _BOLD_WEIGHT or any(bold in name for bold in _BOLD_NAMES)
                               or bool(raw.FPDFFont_GetFlags(font) & _FORCE_BOLD))
        return self.fonts[key]


def _letters(codes: list[int]) -> str:
    text = "".join(map(chr, codes))
    if codes and max(codes) >= 0xD800 and any(0xD800 <= code < 0xE000 for code in codes):
        return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "ignore")
    return text


def upright(words: list[Word], frame: Frame) -> tuple[list[Word], list[Word]]:
    """The words that run the way most of the page does, placed as if it were upright, and the others."""
    turns = [word.turn for word in words]
    main = max(sorted(set(turns)), key=turns.count, default=0)
    straight = [word for word in words if word.turn == main]
    if main:
        for word in straight:
            left, top, right, bottom = word.box
            word.place = {
                90: (frame.height - bottom, left, frame.height - top, right),
                180: (frame.width - right, frame.height - bottom, frame.width - left, frame.height - top),
                270: (top, frame.width - right, bottom, frame.width - left),
            }[main]
    return straight, [word for word in words if word.turn != main]

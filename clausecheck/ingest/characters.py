"""Characters that a reader does not see, or sees as another, made plain."""

from __future__ import annotations

import re
import unicodedata

_LIGATURES = {0xFB00: "ff", 0xFB01: "fi", 0xFB02: "fl", 0xFB03: "ffi", 0xFB04: "ffl", 0xFB05: "st", 0xFB06: "st"}
#: Bullets and dashes of the Symbol and Wingdings fonts, which Word and PDF keep in the private use area.
_SYMBOL_FONT = {
    0xF0B7: "•", 0xF0A7: "▪", 0xF0A8: "◦", 0xF06F: "◦", 0xF0D8: "➢", 0xF0FC: "✓", 0xF06E: "■", 0xF071: "□",
    0xF0A3: "□", 0xF0FE: "☒", 0xF02D: "-", 0xF02E: ".",
}
_INVISIBLE = (
    (0x00, 0x08), (0x0E, 0x1B), (0x7F, 0x84), (0x86, 0x9F), (0xAD, 0xAD), (0x34F, 0x34F), (0x61C, 0x61C),
    (0x115F, 0x1160), (0x17B4, 0x17B5), (0x180B, 0x180F), (0x200B, 0x200F), (0x202A, 0x202E), (0x2060, 0x206F),
    (0xD800, 0xDFFF), (0xFE00, 0xFE0F), (0xFEFF, 0xFEFF), (0xFFF9, 0xFFFB), (0xFFFE, 0xFFFF), (0xE0000, 0xE0FFF),
)
_REMOVED = re.compile("[" + "".join(f"{chr(first)}-{chr(last)}" for first, last in _INVISIBLE) + "]")
_PLAINER: dict[int, str] = {**_LIGATURES, **_SYMBOL_FONT}
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1b\x7f]")


def clean_characters(text: str) -> str:
    """The text with ligatures spelled out and without zero-width, bidirectional and control characters, in NFC.

    White space stays as it is; its length may change, so this is done before anything counts characters.
    """
    if text.isascii():
        return text if text.isprintable() else _CONTROL.sub("", text)
    return unicodedata.normalize("NFC", _REMOVED.sub("", text.translate(_PLAINER)))


def one_line(text: str) -> str:
    """The text cleaned, with every run of white space as one space and none at its ends."""
    return " ".join(clean_characters(text).split())

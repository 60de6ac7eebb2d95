"""The numbers, letters and bullets with which clauses and list items begin."""

from __future__ import annotations

import re

BULLETS = "•◦▪▫‣⁃∙·●○■□◆◇➢➤✓❖"
_DASHES = "-–—*"
_ROMAN_FIGURES = r"(?:x{0,3}(?:ix|iv|v?i{0,3})|X{0,3}(?:IX|IV|V?I{0,3}))"
_IN_BRACKETS = rf"\(\s?(?:\d{{1,3}}|[A-Za-z]|(?P<twice>[a-z])(?P=twice)|(?=[ivxIVX]){_ROMAN_FIGURES}|[A-Z]{{2}}|[a-z]\d|\d[a-z])\s?\)"
_LABEL = re.compile(
    rf"""
    (?P<number>
        (?:§§?\s?)?(?:
            (?:[A-Z]{{1,3}}[.-]?)?\d{{1,3}}(?:\.\d{{1,3}})+(?:\([A-Za-z0-9]{{1,4}}\))*[.)]?   # 4.2, A.1, 4.2(b)
          | (?:[A-Z]{{1,3}}-?)?\d{{1,3}}[A-Z]?(?:\([A-Za-z0-9]{{1,4}}\))+                      # 4(b), E4(c)
          | (?:[A-Z]{{1,3}}-?)?\d{{1,3}}[A-Z]?[.)]                                            # 1., AI-1., E9A.
        )(?=\s|$)
    )
  | (?P<item>
        {_IN_BRACKETS}(?=\s|$|[A-Z"“‘])
      | (?:[A-Za-z]|(?=[ivxIVX]){_ROMAN_FIGURES})[.)](?=\s|$)
    )
  | (?P<bullet>[{BULLETS}](?=\s|\w|["“(]|$)|[{_DASHES}](?=\s))
    """,
    re.VERBOSE,
)
_SINGLE_NUMBER = re.compile(r"\d{1,3}[A-Z]?[.)]")

_ROMAN_VALUES = ((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"),
          (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))


def leading_label(text: str) -> str:
    """The number, letter or bullet with which `text` begins ("4.2", "(a)", "1.", "•"), "" where there is none."""
    found = _LABEL.match(text)
    return found.group() if found else ""


def is_bullet(label: str) -> bool:
    """True for a label that is a bullet or a dash, not a number."""
    return len(label) == 1 and label in BULLETS + _DASHES + "o"


def is_item(label: str) -> bool:
    """True for a label of a list item ("(a)", "ii.", "1.", "•"), false for a clause number with parts ("4.2")."""
    found = _LABEL.fullmatch(label)
    return bool(found and (not found["number"] or _SINGLE_NUMBER.fullmatch(label)))


def is_only_label(text: str) -> bool:
    """True for a text that is a number or bullet with nothing after it."""
    return bool(text) and leading_label(text) == text


def roman(count: int) -> str:
    """A count in small roman figures, "" for 0."""
    parts = []
    for value, letters in _ROMAN_VALUES:
        repeats, count = divmod(max(count, 0), value)
        parts.append(letters * min(repeats, 10))
    return "".join(parts)

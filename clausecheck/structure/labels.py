"""Clause numbers as contracts print them: what kind each is, and how deep it stands."""

from __future__ import annotations

import re
from typing import NamedTuple

_ANNEX = re.compile(
    r"^(?P<word>annex|appendix|attachment|schedule|exhibit|addendum|side letter)\b(?:es|s)?\s*"
    r"(?P<id>[A-Z](?:-?\d+)?|\d+[A-Z]?|[IVX]+)?(?=$|[\s.:,—–-])",
    re.IGNORECASE,
)
_ARTICLE = re.compile(r"^(?P<word>article|part|chapter|title)\s+(?P<id>[IVXLC]+|\d+[A-Z]?|[A-Z])\b[.:)]?\s*(?:[—–-]\s*)?", re.IGNORECASE)
_SECTION = re.compile(
    r"^(?:(?:section|sec\.|clause|paragraph|§+)\s*)(?P<id>\d+[A-Z]?(?:\.\d+[A-Z]?)*(?:\([a-z0-9]{1,4}\))*|[IVXLC]+|[A-Z])(?!\w)[.:)]?\s*(?:[—–-]\s*)?",
    re.IGNORECASE,
)
_DECIMAL = re.compile(r"^(?P<id>\d+[A-Z]?(?:\.\d+[A-Z]?)+(?:\([a-z0-9]{1,4}\))*)(?:[.:)])?(?=\s|$)\s*(?:[—–-]\s+)?")
_INTEGER = re.compile(r"^(?P<id>\d{1,3}[A-Z]?)[.)](?=\s)\s*")
_HEADING_NUMBER = re.compile(r"^(?P<id>\d{1,2}[A-Z]?(?:\([a-z0-9]{1,4}\))*)\s+(?=[A-Z\"“])")
_LETTERED = re.compile(r"^(?P<id>[A-Z]\.\d+(?:\.\d+)*\.?|[A-Z]{1,4}-\d+(?:\.\d+)*\.?|[A-Z]{1,2}\d{1,2}\.)(?=\s)\s*")
_PARENTHESIS = re.compile(r"^\((?P<id>[a-z]{1,4}|[A-Z]{1,4}|\d{1,3})\)\s*")
_POINT = re.compile(r"^(?P<id>[a-z]|[A-Z]|[ivx]{2,5}|[IVX]{2,5})[.)](?=\s)\s*")
_BULLET = re.compile(r"^(?P<id>[•◦▪‣●○■□*\u2013\u2014·-])\s*(?=\S)")
_ROMAN = re.compile(r"^[ivxlc]+$", re.IGNORECASE)


class Label(NamedTuple):
    """A number or bullet at the beginning of a block. `style` tells which run of numbers it belongs to."""

    style: str
    shown: str
    length: int


def read_label(text: str) -> Label | None:
    """The label that the text begins with, or None. `length` counts its characters and the space behind it."""
    if found := _ANNEX.match(text):
        return Label("annex", f"{found['word'].capitalize()} {found['id'] or ''}".strip(), found.end())
    if found := _ARTICLE.match(text):
        return Label("article", found["id"], found.end())
    if (found := _SECTION.match(text)) or (found := _DECIMAL.match(text)):
        return Label(f"decimal{_components(found['id'])}", found["id"], found.end())
    for pattern, style in ((_INTEGER, "decimal1"), (_LETTERED, "lettered")):
        if found := pattern.match(text):
            return Label(style, found["id"].rstrip("."), found.end())
    if found := _PARENTHESIS.match(text):
        return Label(f"({_kind(found['id'])})", f"({found['id']})", found.end())
    if found := _POINT.match(text):
        return Label(f"{_kind(found['id'])}.", found["id"], found.end())
    if found := _BULLET.match(text):
        return Label("bullet", found["id"], found.end())
    return None


def read_heading_label(text: str) -> Label | None:
    """The label of a heading, whose number may stand without a full stop ("9 Restrictions")."""
    if label := read_label(text):
        return label
    found = _HEADING_NUMBER.match(text)
    return Label(f"decimal{_components(found['id'])}", found["id"], found.end()) if found else None


def follows(before: str, after: str) -> bool:
    """True when the label `after` is the next one in the run of `before`: (h) and (i), 3 and 4, iv and v."""
    first, second = before.strip("()."), after.strip("().")
    if first.isdigit() and second.isdigit():
        return int(second) == int(first) + 1
    if len(first) == len(second) == 1 and first.isalpha() and second.isalpha():
        return ord(second) == ord(first) + 1
    return bool(_ROMAN.match(first) and _ROMAN.match(second)) and roman_value(second) == roman_value(first) + 1


def roman_value(numeral: str) -> int:
    """The number that a roman numeral stands for."""
    values = [{"i": 1, "v": 5, "x": 10, "l": 50, "c": 100}[letter] for letter in numeral.lower()]
    return sum(-value if value < max(values[place:]) else value for place, value in enumerate(values))


def is_roman(label: str) -> bool:
    """True for a label that can be read as a roman numeral."""
    return bool(_ROMAN.match(label.strip("().")))


def _components(number: str) -> int:
    return number.count(".") + number.count("(") + 1


def _kind(label: str) -> str:
    if label.isdigit():
        return "1"
    if len(label) > 1 or label in "ivxIVX":
        return "i" if label.islower() else "I"
    return "a" if label.islower() else "A"

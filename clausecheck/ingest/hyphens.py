"""Words that a line's end cut in two."""

from __future__ import annotations

import re
from collections.abc import Iterable

_WORD = re.compile(r"[^\W\d_]+(?:[-‐‑][^\W\d_]+)*")
_CUT = re.compile(r"([^\W_]+)[-‐‑\u00ad\ufffe]$")
_HEAD = re.compile(r"[^\W\d_]+")
#: First parts that in English nearly always keep their hyphen.
_KEEPS = frozenset({"non", "self", "co", "ex", "all", "semi", "anti", "cross", "quasi", "well", "third", "air"})


def words_seen(texts: Iterable[str]) -> frozenset[str]:
    """Every word of the texts in lower case, hyphenated ones whole."""
    return frozenset(word.lower().replace("‑", "-").replace("‐", "-") for text in texts for word in _WORD.findall(text))


def is_cut(line: str, following: str) -> bool:
    """True when a line ends in a hyphen that the line after it continues in lower case."""
    return bool(_CUT.search(line)) and following[:1].islower()


def hyphen_between(line: str, following: str, seen: frozenset[str]) -> str:
    """What belongs between the two halves of a cut word: "-" for a true hyphen, "" for one that only broke the line.

    A form that stands elsewhere in the document decides; otherwise two halves that are both words of the document
    ("air", "gapped") keep their hyphen, and all else is joined.
    """
    cut, head = _CUT.search(line), _HEAD.match(following)
    if not cut or not head:
        return "-"
    before, after = cut[1].lower(), head[0].lower()
    if before + after in seen:
        return ""
    if f"{before}-{after}" in seen or before in _KEEPS or any(char.isdigit() for char in before):
        return "-"
    return "-" if len(before) > 2 and len(after) > 3 and before in seen and after in seen else ""


def join_lines(lines: list[str], seen: frozenset[str]) -> str:
    """The lines as one text, separated by spaces, with cut words mended."""
    joined = ""
    for line in lines:
        if joined and is_cut(joined, line):
            joined = joined[:-1] + hyphen_between(joined, line, seen) + line
        else:
            joined = f"{joined} {line}" if joined else line
    return joined

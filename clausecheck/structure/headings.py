"""Headings: those that run into a paragraph, and lines that are titles."""

from __future__ import annotations

import re

_RUN_IN = re.compile(r"^(?P<heading>[A-Z][^.;:?!]{1,80})[.:]\s+(?=[A-Z\"“(])")
_VERB = re.compile(r"\b(shall|must|may|will|is|are|has|have|cannot|do|does|should|agrees?|means|grants?|use|uses|includes?)\b")


def run_in_heading(text: str) -> str:
    """The heading that runs into a paragraph ("Weapons. "), with what follows it up to the words; "" where none does."""
    found = _RUN_IN.match(text)
    if not found or len(found["heading"].split()) > 9 or _VERB.search(found["heading"]):
        return ""
    return found[0]


def looks_like_title(rest: str) -> bool:
    """True when the words behind a label can be a title: short, no list that goes on, no rule, no sentence."""
    if rest.lstrip()[:1].islower() and rest.rstrip().endswith("."):
        return False  # a sentence about the annex or article ("Annex C applies to all users.")
    rest = rest.strip(" .:—–-")
    return len(rest) < 100 and not rest.endswith((";", ",")) and not re.search(r"\b(shall|must|may|will)\b", rest)

"""Makes contract text harmless in any format, and puts places and names into words.

Contracts are hostile: control characters break XML and terminals, and bidirectional controls make a reader see words
in another order than they are written in.
"""

from __future__ import annotations

import re

from clausecheck.model import Evidence, LibraryStamp, Searched
from clausecheck.model.words import Strength
from clausecheck.report.words import LABELS, STRENGTHS

#: What XML 1.0 forbids, and the C1 controls, which steer terminals.
_ILLEGAL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")
#: Characters that are not seen but change what is seen: bidirectional controls, isolates, tag characters.
_HIDDEN = re.compile("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\U000e0000-\U000e007f]")
_NAMED_PARTS = re.compile(
    r"(?i)(section|article|part|annex|schedule|attachment|exhibit|appendix|addendum|amendment|recital|preamble)s?\b"
)


def clean(text: str) -> str:
    """The text without characters that XML forbids, and with invisible direction marks written out ("[U+202E]")."""
    return _HIDDEN.sub(lambda found: f"[U+{ord(found[0]):04X}]", _ILLEGAL.sub("", text.replace("\r", "\n")))


def shorten(text: str, most: int) -> str:
    """The text on one line, cut at a word to `most` characters, with an ellipsis where it was cut."""
    text = " ".join(text.split())
    if len(text) <= most:
        return text
    head = text[:most]
    return (head[:head.rfind(" ")] if " " in head[most // 2:] else head).rstrip(" ,;:") + " …"


def in_quotes(words: str) -> str:
    """The words in quotation marks, single ones where they hold double ones themselves."""
    return f"‘{words}’" if any(mark in words for mark in "“”\"") else f"“{words}”"


def name_section(section: str) -> str:
    """A section's number as it is spoken of: "4.2(b)" is "Section 4.2(b)", "Annex C 3" stays as it is."""
    return section if _NAMED_PARTS.match(section) else f"Section {section}"


def name_place(evidence: Evidence, *, exact: bool = True) -> str:
    """Where the words stand: section, page, and (exact) the characters and the document."""
    parts = [name_section(evidence.section)] if evidence.section else []
    if evidence.page is not None:
        parts.append(f"page {evidence.page}")
    if exact:
        parts += [f"characters {evidence.start}–{evidence.end}", evidence.document]
    return ", ".join(parts) or evidence.document


def name_pole(pole: str | None) -> str:
    """A pole in words."""
    return pole.replace("_", " ") if pole else LABELS["no_pole"]


def name_position(pole: str | None, strength: Strength) -> str:
    """Pole and strength in words: "limit, conditioned on outside law"."""
    return STRENGTHS[strength] if strength == "silent" else f"{name_pole(pole)}, {STRENGTHS[strength]}"


def name_searched(searched: Searched) -> str:
    """How much was searched: "42 pages of 3 documents (18,200 words)"."""
    documents = f"{searched.documents} document{'' if searched.documents == 1 else 's'}"
    pages = f"{searched.pages} page{'' if searched.pages == 1 else 's'} of " if searched.pages else ""
    return f"{pages}{documents} ({searched.words:,} words)"


def name_library(library: LibraryStamp) -> str:
    """The library's version and date in words."""
    return LABELS["library_stamp"].format(version=library.version, date=library.date)

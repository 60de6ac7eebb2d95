"""Source documents → contract: each document's kind, title and date, all sections, and who the parties are."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Literal

from clausecheck.model import Contract, Section, SourceDocument
from clausecheck.model.words import DocumentKind
from clausecheck.structure.parties import find_parties
from clausecheck.structure.sections import SectionBuilder

_KIND_WORDS: tuple[tuple[DocumentKind, re.Pattern[str]], ...] = (
    ("amendment", re.compile(r"\b(amendment|modification|addendum)\s+(no\.?|number|to)\b|^amendment\b", re.IGNORECASE)),
    ("annex", re.compile(r"^(annex|appendix|attachment|schedule|exhibit)\b", re.IGNORECASE)),
    ("policy", re.compile(r"\b(policy|policies|acceptable use|guidelines|usage rules|code of conduct)\b", re.IGNORECASE)),
    ("licence", re.compile(r"\b(licen[cs]e|rail)\b(?!.*\bagreement\b)", re.IGNORECASE)),
    ("template", re.compile(r"\b(template|model clauses|standard clauses|form of)\b", re.IGNORECASE)),
    ("contract", re.compile(r"\b(agreement|contract|terms|order|conditions|memorandum of understanding|clauses)\b", re.IGNORECASE)),
)
_MONTH = r"(?:January|February|March|April|May|June|July|August|September|October|November|December)"
_DATE = re.compile(
    rf"(?P<d1>\d{{1,2}})(?:st|nd|rd|th)?\s+(?:day of\s+)?(?P<m1>{_MONTH}),?\s+(?P<y1>\d{{4}})"
    rf"|(?P<m2>{_MONTH})\s+(?P<d2>\d{{1,2}}),?\s+(?P<y2>\d{{4}})"
    r"|(?P<y3>\d{4})-(?P<m3>0[1-9]|1[0-2])-(?P<d3>0[1-9]|[12]\d|3[01])"
)
_DATED = re.compile(
    r"(effective(?: date| as of)?|dated|made on|entered into (?:on|as of)|as of|last updated|start date|date of)\W{0,12}(.{0,40})",
    re.IGNORECASE,
)
_MONTHS = _MONTH[3:-1].split("|")
_DRAFT = re.compile(r"\b(draft(?: of| no\.?| \d| for| v)|for discussion purposes|not for signature|subject to contract)\b", re.IGNORECASE)
_EXECUTED = re.compile(r"(/s/|signed (?:for|on behalf of|by)[^\n]{0,80}:\s*[A-Z][a-z]+|electronically signed|docusign)", re.IGNORECASE)


def build_contract(documents: Sequence[SourceDocument]) -> Contract:
    """All documents as one contract: kinds, titles and dates filled in, sections numbered through, parties named."""
    read = tuple(_name_document(document) for document in documents)
    sections: list[Section] = []
    for place, document in enumerate(read):
        sections += SectionBuilder(document, place, len(sections)).build(document.text.blocks)
    vendor, customer = find_parties(read)
    return Contract(documents=read, sections=tuple(sections), vendor=vendor, customer=customer, signed=_status(read))


def _name_document(document: SourceDocument) -> SourceDocument:
    title = _guess_title(document)
    kind = next((kind for kind, pattern in _KIND_WORDS if pattern.search(title)), None) or next(
        (kind for kind, pattern in _KIND_WORDS if pattern.search(document.name.replace("_", " ").replace("-", " "))), "other"
    )
    return document.model_copy(update={"title": title, "kind": kind, "date": _guess_date(document.text.text[:6000])})


def _guess_title(document: SourceDocument) -> str:
    """The first heading, else the first short line; "" where there is neither."""
    text, first = document.text.text, document.text.blocks[:12]
    headings = [block for block in first if block.kind == "heading"]
    for block in [*headings, *first]:
        line = text[block.start : block.end].strip()
        if 4 < len(line) < 160 and not line.endswith((".", ";", ",", ":")):
            return line
    return ""


def _guess_date(opening: str) -> str | None:
    """The date (ISO) that the opening gives as its effective date or the day it was made, else the first date in it."""
    for dated in _DATED.finditer(opening):
        if found := _DATE.search(dated[2]):
            return _iso(found)
    found = _DATE.search(opening[:2500])
    return _iso(found) if found else None


def _iso(found: re.Match[str]) -> str:
    if found["y3"]:
        return found[0]
    day, month, year = (found["d1"], found["m1"], found["y1"]) if found["y1"] else (found["d2"], found["m2"], found["y2"])
    return f"{year}-{_MONTHS.index(month) + 1:02}-{int(day):02}"


def _status(documents: Sequence[SourceDocument]) -> Literal["signed", "draft", "unknown"]:
    texts = [document.text.text for document in documents]
    if any(_DRAFT.search(text[:3000]) for text in texts):
        return "draft"
    return "signed" if any(_EXECUTED.search(text) for text in texts) else "unknown"

"""What displaces a reading: overrides within their reach, precedence, terms that are set aside (rubric, section 4.2)."""

from __future__ import annotations

import re

from clausecheck.model import Contract, LegalMap, Qualifier, RankingClause, Reading
from clausecheck.model.words import RESTRICTING

_FREES_USE = re.compile(
    r"\bno (?:[\w’'-]+ ){0,3}(?:restriction|limit|limitation|term|policy|condition)\b|\b(?:lawful"
    r"|any purpose|every purpose|without restriction|unrestricted)\b|\bmay (?:use|employ|operate)\b"
    r"|\bshall not (?:bind|apply|restrict|limit)\b|\bright to use\b|\bthis right\b|\bread to narrow\b",
    re.IGNORECASE,
)
_FAMILIES = ("use.", "safeguard.")


def displace_readings(readings: list[Reading], contract: Contract, legal: LegalMap) -> list[Reading]:
    """The readings, each that another term of the contract cancels marked with the words that cancel it."""
    return [_displaced(reading, contract, legal) for reading in readings]


def _displaced(reading: Reading, contract: Contract, legal: LegalMap) -> Reading:
    if not reading.clause.startswith(_FAMILIES) or not _restricts(reading) or not reading.operative:
        return reading
    for clause in legal.ranking:
        if _cancels(clause, reading, contract, legal):
            return _mark(reading, clause, contract)
    return reading


def _restricts(reading: Reading) -> bool:
    return reading.pole in RESTRICTING or (reading.clause.startswith("safeguard.") and reading.actor != "customer")


def _cancels(clause: RankingClause, reading: Reading, contract: Contract, legal: LegalMap) -> bool:
    """True when the ranking clause takes the reading back: it names the reading's section, or outranks it."""
    if clause.section == reading.section:
        return False
    words = _words(clause, contract)
    if clause.kind == "replaces":
        return reading.section in clause.targets and bool(re.search(r"\b(deleted|struck|replaced|superseded)\b", words))
    if clause.kind == "not_binding":
        return reading.section in clause.targets and not reading.clause.startswith("safeguard.")
    if clause.kind == "notwithstanding" and _FREES_USE.search(words) and not re.search(r"\b(shall|must|may) not use\b", words):
        return reading.section in clause.targets or (clause.everything and not _guarded(reading, legal))
    if clause.kind in {"precedence", "subject_to"}:
        return _outranked(reading, contract, legal)
    return False


def _guarded(reading: Reading, legal: LegalMap) -> bool:
    """True when other words give the reading's own section the last word."""
    return any(
        clause.everything and (reading.section == clause.section or reading.section in clause.targets)
        for clause in legal.ranking
        if clause.kind in {"precedence", "notwithstanding"}
    )


def _outranked(reading: Reading, contract: Contract, legal: LegalMap) -> bool:
    """A ban that ranks below a grant of every lawful use gives way to it, however absolute its words are (R13)."""
    if legal.baseline.kind != "broad_grant" or not legal.ranks:
        return False
    granting = [
        section
        for section in contract.sections
        for quote in legal.baseline.evidence
        if contract.documents[section.document].name == quote.document
        and any(span.start <= quote.start < span.end for span in section.paragraphs)
    ]
    if not granting or any(
        clause.kind == "subject_to" and reading.section in clause.targets
        for clause in legal.ranking
        if clause.section in {section.index for section in granting}
    ):
        return False
    return legal.ranks[reading.section] > min(legal.ranks[section.index] for section in granting)


def _words(clause: RankingClause, contract: Contract) -> str:
    section = contract.sections[clause.section]
    return contract.document_of(section).text.text[slice(*clause.span)]


def _mark(reading: Reading, clause: RankingClause, contract: Contract) -> Reading:
    section = contract.sections[clause.section]
    place = section.place or "another term"
    words = _words(clause, contract)[:160]
    return reading.model_copy(
        update={
            "strength": "overridden",
            "qualifiers": (*reading.qualifiers, Qualifier(kind="cancelled", words=words)),
            "displaced_by": f"{place}: {words}",
            "evidence": (*reading.evidence, clause.evidence),
        }
    )

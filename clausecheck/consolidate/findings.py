"""Readings → findings, one for every entry of the library, silent ones included."""

from __future__ import annotations

import re
from collections.abc import Sequence

from rapidfuzz import fuzz

from clausecheck.consolidate.displacing import displace_readings
from clausecheck.consolidate.governing import choose_governing
from clausecheck.consolidate.why import explain_finding, explain_silence
from clausecheck.model import (
    Alternative,
    Contract,
    DefinedTerm,
    Evidence,
    Finding,
    LegalMap,
    Library,
    Match,
    NearestWording,
    Provision,
    Reading,
    ReadingCard,
    ReferenceClause,
    Rejected,
)
from clausecheck.model.words import RESTRICTING, Strength, Tag

_MOST_READINGS, _MOST_REJECTED, _MOST_BESIDE = 12, 5, 2
_REFERENCE = re.compile(r"\b(annex|appendix|attachment|schedule|exhibit)\s+([A-Z0-9]{1,3})\b|\b(section)\s+(\d+(?:\.\d+)*)", re.IGNORECASE)


def consolidate_findings(
    readings: Sequence[Reading],
    matches: Sequence[Match],
    provisions: Sequence[Provision],
    contract: Contract,
    legal: LegalMap,
    library: Library,
) -> tuple[Finding, ...]:
    """One finding per reference clause in the library's order, without verdicts (those are the playbook's)."""
    by_clause: dict[str, list[Reading]] = {clause.id: [] for clause in library.clauses}
    undecided: dict[str, list[Rejected]] = {clause.id: [] for clause in library.clauses}
    for reading in displace_readings(list(readings), contract, legal):
        if reading.pole is None and reading.operative and "draft_or_superseded" not in reading.tags and reading.evidence:
            undecided[reading.clause].append(Rejected(evidence=reading.evidence[0], why="the sentence takes no position on this clause"))
        else:
            by_clause[reading.clause].append(reading)
    rejected: dict[str, list[Match]] = {clause.id: [] for clause in library.clauses}
    for match in matches:
        if match.rejected:
            rejected[match.clause].append(match)
    return tuple(
        _finding(
            clause,
            by_clause[clause.id],
            (*undecided[clause.id][:2], *_rejected(rejected[clause.id], provisions, contract)),
            contract,
            legal,
        )
        for clause in library.clauses
    )


def _finding(
    clause: ReferenceClause, readings: list[Reading], rejected: tuple[Rejected, ...], contract: Contract, legal: LegalMap
) -> Finding:
    governing, tags, other = choose_governing(readings)
    if governing is None or not governing.evidence:
        return Finding(
            clause=clause.id,
            title=clause.title,
            verdict="not_applicable",
            pole=None,
            strength="silent",
            rejected=rejected,
            why=explain_silence(legal.baseline, contract),
        )
    first, governing = governing, _without_missing_limits(governing, legal)
    readings = [governing if reading is first else reading for reading in readings]
    if "draft_or_superseded" in governing.tags:
        undecided = Rejected(evidence=governing.evidence[0], why="a bracketed word decides which way this sentence goes")
        return Finding(
            clause=clause.id,
            title=clause.title,
            verdict="not_applicable",
            pole=None,
            strength="silent",
            actor=governing.actor,
            tags=governing.tags,
            rejected=(undecided, *rejected),
            why="A bracketed word in a draft decides which way the only passage on this clause goes; software cannot.",
        )
    tags = [*governing.tags, *tags, *_document_tags(governing, legal)]
    alternatives = [Alternative(pole=pole, strength=strength, why=why) for pole, strength, why in governing.alternatives]
    if other is not None:
        alternatives.append(
            Alternative(pole=other.pole, strength=other.strength, why=f"another term of equal rank ({_place(other)}) reads so")
        )
    return Finding(
        clause=clause.id,
        title=clause.title,
        verdict="not_applicable",
        pole=governing.pole,
        strength=governing.strength,
        width=governing.width,
        actor=governing.actor,
        qualifiers=governing.qualifiers,
        exceptions=governing.exceptions,
        evidence=_evidence(governing, readings),
        alternatives=tuple(alternatives),
        tags=tuple(dict.fromkeys(tags)),
        readings=_cards(readings, governing),
        why=explain_finding(governing, other, len(readings)),
        defined_terms=_terms_used(governing, contract, legal),
        rejected=rejected,
        nearest=_nearest(clause, governing),
    )


def _evidence(governing: Reading, readings: list[Reading]) -> tuple[Evidence, ...]:
    """The governing words, then the other sentences of the same section that say the same: a section is read as a whole."""
    beside = [
        reading.evidence[0]
        for reading in readings
        if reading is not governing
        and reading.section == governing.section
        and reading.pole == governing.pole
        and reading.displaced_by is None
    ]
    return tuple(dict.fromkeys([*governing.evidence, *beside[:_MOST_BESIDE]]))


def _without_missing_limits(reading: Reading, legal: LegalMap) -> Reading:
    """Words such as "subject to X" lower a grant only by what X says: where X is missing or reserved, nothing is known to limit it (R4)."""
    missing = [
        words
        for clause in legal.ranking
        if clause.section == reading.section and clause.kind == "subject_to" and clause.missing
        for words in (clause.words, clause.missing)
    ]
    kept = tuple(
        item
        for item in reading.qualifiers
        if not (
            item.kind == "closed_scope"
            and any(words.lower() in item.words.lower() or item.words.lower() in words.lower() for words in missing)
        )
    )
    if len(kept) == len(reading.qualifiers) or reading.strength != "defined_scope":
        return reading
    strength: Strength = "defined_scope" if any(item.kind == "closed_scope" for item in kept) else "absolute"
    return reading.model_copy(update={"qualifiers": kept, "strength": strength})


def _cards(readings: list[Reading], governing: Reading) -> tuple[ReadingCard, ...]:
    ordered = [governing, *(reading for reading in readings if reading is not governing)]
    return tuple(
        ReadingCard(
            pole=reading.pole,
            strength=reading.strength,
            governs=reading is governing,
            displaced_by=reading.displaced_by,
            actor=reading.actor,
            qualifiers=reading.qualifiers,
            exceptions=reading.exceptions,
            tags=reading.tags,
            evidence=reading.evidence,
        )
        for reading in ordered[:_MOST_READINGS]
    )


def _document_tags(governing: Reading, legal: LegalMap) -> list[Tag]:
    """What hangs on a document that was not supplied; what hangs on a bracketed word of a draft."""
    tags: list[Tag] = []
    missing = {item.what.lower() for item in legal.unresolved}
    text = " ".join(evidence.quote for evidence in governing.evidence)
    quoted = " ".join(text.lower().split())
    if any(what in quoted for what in missing):
        tags.append("unresolved_document")
    if any(" ".join(part for part in match.groups() if part).lower() in missing for match in _REFERENCE.finditer(text)):
        tags.append("unresolved_document")
    if any(clause.missing for clause in legal.ranking if clause.section == governing.section and clause.kind == "subject_to"):
        tags.append("unresolved_document")
    if not governing.operative and governing.pole in RESTRICTING:
        tags.append("narrative_not_in_text")
    return tags


def _terms_used(governing: Reading, contract: Contract, legal: LegalMap) -> tuple[DefinedTerm, ...]:
    """The defined terms in the governing words, with the sentences that define them."""
    quote = governing.evidence[0].quote
    known = {called for party in (contract.vendor, contract.customer) if party for called in party.called}
    found = {
        definition.term: definition
        for definition in legal.definitions
        if definition.document == governing.document
        and definition.term not in known
        and re.search(rf"\b{re.escape(definition.term)}s?\b", quote)
    }
    return tuple(
        DefinedTerm(
            term=term,
            evidence=contract.documents[definition.document].quote(
                *definition.meaning, contract.sections[definition.section].number or None
            ),
        )
        for term, definition in found.items()
    )


def _rejected(matches: list[Match], provisions: Sequence[Provision], contract: Contract) -> tuple[Rejected, ...]:
    found = []
    for match in matches[:_MOST_REJECTED]:
        provision = provisions[match.provision]
        span = provision.pieces[-1].span
        section = contract.sections[provision.section]
        found.append(
            Rejected(
                evidence=contract.documents[provision.document].quote(span.start, span.end, section.number or None, "clue"),
                why=match.rejected,
            )
        )
    return tuple(found)


def _nearest(clause: ReferenceClause, governing: Reading) -> NearestWording | None:
    """The library's wording on the same side that shares most words with the governing passage."""
    wordings = [wording for wording in clause.wordings if wording.pole == governing.pole] or list(clause.wordings)
    if not wordings:
        return None
    best = max(wordings, key=lambda wording: fuzz.token_set_ratio(wording.text, governing.evidence[0].quote))
    return NearestWording(text=best.text, pole=best.pole, strength=best.strength)


def _place(reading: Reading) -> str:
    section = reading.evidence[0].section
    return f"section {section}" if section else "elsewhere in the text"

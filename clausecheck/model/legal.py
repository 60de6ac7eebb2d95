"""The contract as a whole: its structure, and the legal relations between its parts."""

from __future__ import annotations

from typing import Literal

from clausecheck.model.document import Evidence, Frozen, Party, Section, SourceDocument, Span
from clausecheck.model.words import BaselineKind


class Contract(Frozen):
    """All documents that together bind the parties, in the order given, and their sections in reading order."""

    documents: tuple[SourceDocument, ...]
    sections: tuple[Section, ...]
    vendor: Party | None = None
    customer: Party | None = None
    signed: Literal["signed", "draft", "unknown"] = "unknown"

    def document_of(self, section: Section) -> SourceDocument:
        """The document that the section stands in."""
        return self.documents[section.document]


class Definition(Frozen):
    """A defined term. `meaning` is the whole sentence that defines it."""

    term: str
    document: int
    section: int
    meaning: Span


RankingKind = Literal["notwithstanding", "subject_to", "precedence", "replaces", "not_binding"]


class RankingClause(Frozen):
    """Words that rank parts of the contract: notwithstanding, subject to, precedence, amendment.

    `targets` are indices of the sections that the words reach. `everything` is true for "notwithstanding anything to
    the contrary" and for "prevails over every other provision". `missing` names what they point at and nobody supplied.
    """

    kind: RankingKind
    words: str
    section: int
    span: Span
    targets: tuple[int, ...] = ()
    everything: bool = False
    missing: str = ""
    evidence: Evidence


class Unresolved(Frozen):
    """Something that the reading depends on and that was not supplied or could not be read."""

    what: str
    why: str


class Baseline(Frozen):
    """What silence means (rubric, section 1), with the words that say so."""

    kind: BaselineKind
    evidence: tuple[Evidence, ...] = ()


class LegalMap(Frozen):
    """The legal relations in a contract. `terms_used` without a definition are in `undefined`."""

    baseline: Baseline
    definitions: tuple[Definition, ...] = ()
    ranking: tuple[RankingClause, ...] = ()
    unresolved: tuple[Unresolved, ...] = ()
    undefined: tuple[str, ...] = ()
    frozen: frozenset[int] = frozenset()
    """Sections in which law and policy are read as they stood on a date that the contract fixes."""
    frozen_terms: tuple[str, ...] = ()
    """Defined terms for law or policy that the contract holds as it stood on a date."""
    ranks: tuple[int, ...] = ()
    """For each section of the contract its rank, 0 the highest; all 0 where nothing ranks them."""

"""What a review says: the types behind the stable JSON (`clausecheck.review/1`)."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from clausecheck.model.document import Evidence, Frozen
from clausecheck.model.legal import Baseline, Unresolved
from clausecheck.model.reading import ExceptionWords as ExceptionFound
from clausecheck.model.reading import Qualifier as QualifierFound
from clausecheck.model.words import Actor, DocumentKind, Strength, Tag, Verdict, Width

__all__ = [
    "Alternative",
    "Cell",
    "Column",
    "Comparison",
    "ContractCard",
    "DefinedTerm",
    "DocumentCard",
    "ExceptionFound",
    "Finding",
    "LibraryStamp",
    "NearestWording",
    "Parties",
    "QualifierFound",
    "RankingCard",
    "ReadingCard",
    "Rejected",
    "Review",
    "Row",
    "Searched",
    "StandText",
]


class LibraryStamp(Frozen):
    """Which library was used. `digest` is the SHA-256 of its content."""

    version: str
    date: str
    digest: str = ""


class DocumentCard(Frozen):
    """A document as a report names it."""

    name: str
    sha256: str
    kind: DocumentKind
    title: str
    date: str | None
    media_type: str
    pages: int | None
    pages_skipped: tuple[int, ...] = ()
    warnings: tuple[str, ...] = ()
    words: int = 0


class Parties(Frozen):
    """The parties' names, None where none was found."""

    vendor: str | None
    customer: str | None


class RankingCard(Frozen):
    """A clause that ranks parts of the contract, and what it reaches, in words."""

    kind: Literal["notwithstanding", "subject_to", "precedence", "replaces", "not_binding"]
    reaches: str
    evidence: Evidence


class ContractCard(Frozen):
    """The contract as a report heads it."""

    parties: Parties
    documents: tuple[DocumentCard, ...]
    baseline: Baseline
    signed: Literal["signed", "draft", "unknown"] = "unknown"
    ranking: tuple[RankingCard, ...] = ()


class Alternative(Frozen):
    """Another reading that the same words allow, and why."""

    pole: str | None
    strength: Strength
    why: str


class ReadingCard(Frozen):
    """One reading of a finding, with what displaced it."""

    pole: str | None
    strength: Strength
    governs: bool
    displaced_by: str | None
    actor: Actor = "unstated"
    qualifiers: tuple[QualifierFound, ...] = ()
    exceptions: tuple[ExceptionFound, ...] = ()
    tags: tuple[Tag, ...] = ()
    evidence: tuple[Evidence, ...]


class DefinedTerm(Frozen):
    """A defined term that the governing words use, with the sentence that defines it."""

    term: str
    evidence: Evidence


class Rejected(Frozen):
    """A passage that came near and was turned down, and why."""

    evidence: Evidence
    why: str


class NearestWording(Frozen):
    """The library's wording that is nearest to the words found; an example, not advice."""

    text: str
    pole: str | None
    strength: Strength


class StandText(Frozen):
    """What the playbook wants of this reference clause, in words; `silence` is gap, fine or wanted."""

    required: str
    fallback: str
    walk_away: str
    silence: Literal["gap", "fine", "wanted"]


class Finding(Frozen):
    """The contract's position on one reference clause."""

    clause: str
    title: str
    verdict: Verdict
    pole: str | None
    strength: Strength
    width: Width = "full"
    actor: Actor = "unstated"
    qualifiers: tuple[QualifierFound, ...] = ()
    exceptions: tuple[ExceptionFound, ...] = ()
    evidence: tuple[Evidence, ...] = ()
    alternatives: tuple[Alternative, ...] = ()
    tags: tuple[Tag, ...] = ()
    readings: tuple[ReadingCard, ...] = ()
    why: str
    defined_terms: tuple[DefinedTerm, ...] = ()
    rejected: tuple[Rejected, ...] = ()
    nearest: NearestWording | None = None
    stand: StandText | None = None


class Searched(Frozen):
    """How much text was searched."""

    documents: int
    pages: int | None
    words: int


class Review(Frozen):
    """One contract, read under one playbook."""

    schema_: Literal["clausecheck.review/1"] = Field(default="clausecheck.review/1", alias="schema")
    library: LibraryStamp
    playbook: str
    playbook_title: str = ""
    contract: ContractCard
    findings: tuple[Finding, ...]
    unresolved: tuple[Unresolved, ...] = ()
    searched: Searched
    warnings: tuple[str, ...] = ()

    @property
    def name(self) -> str:
        """What to call the reviewed contract: the vendor, else the first document's title or name."""
        first = self.contract.documents[0] if self.contract.documents else None
        return self.contract.parties.vendor or (first and (first.title or first.name)) or "contract"


class Column(Frozen):
    """One vendor's contract in a comparison. `badge` says what kind of paper it is."""

    name: str
    documents: tuple[DocumentCard, ...]
    badge: str
    baseline: Baseline
    precedence: Evidence | None
    searched: Searched
    playbook: str
    unresolved: int


class Cell(Frozen):
    """A finding in a comparison: five to twelve words of the governing passage, its place, and the finding itself."""

    finding: Finding
    words: str


class Row(Frozen):
    """One reference clause across the vendors, in the order of the columns."""

    clause: str
    title: str
    family: str
    cells: tuple[Cell, ...]


class Comparison(Frozen):
    """Vendors side by side (`clausecheck.comparison/1`)."""

    schema_: Literal["clausecheck.comparison/1"] = Field(default="clausecheck.comparison/1", alias="schema")
    library: LibraryStamp
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]

"""Provisions, what they speak to, and how one of them reads on one reference clause."""

from __future__ import annotations

from typing import Literal

from clausecheck.model.document import Evidence, Frozen, Span
from clausecheck.model.words import (
    Actor,
    EvidenceKind,
    ExceptionKind,
    Modality,
    QualifierKind,
    SectionKind,
    Strength,
    Tag,
    Width,
)


class Piece(Frozen):
    """A part of a provision: where it stands in the document and at which offset of the provision's text it begins."""

    role: Literal["heading", "lead_in", "body"]
    span: Span
    offset: int


class CueHit(Frozen):
    """A cue word or phrase found in a provision; `start` and `end` count in the provision's text."""

    cue: str
    group: str
    start: int
    end: int
    words: str


class Provision(Frozen):
    """One statement of a section, its lead-ins joined before it. `text` is what the pieces say, joined by spaces."""

    index: int
    document: int
    section: int
    section_kind: SectionKind
    pieces: tuple[Piece, ...]
    text: str
    body: int
    """Offset in `text` at which the statement's own words begin (what stands before is heading and lead-in)."""
    cues: tuple[CueHit, ...] = ()
    not_operative: str = ""
    """The words, or the name of the kind of section, that make the provision bind nobody; "" where it is operative."""

    def spans_between(self, start: int, end: int) -> list[Span]:
        """Where text[start:end] of the provision stands in its document: one span for each piece that it touches."""
        spans = []
        for piece in self.pieces:
            length = piece.span.end - piece.span.start
            first, last = max(start - piece.offset, 0), min(end - piece.offset, length)
            if first < last:
                spans.append(Span(piece.span.start + first, piece.span.start + last))
        return spans

    def hits(self, *groups: str) -> tuple[CueHit, ...]:
        """The cues found of the groups named, in the order of their places."""
        return tuple(cue for cue in self.cues if cue.group in groups)


class Match(Frozen):
    """A provision that speaks to a reference clause. `start` and `end` bound the words that matched, in its text."""

    provision: int
    clause: str
    kind: EvidenceKind
    start: int
    end: int
    words: tuple[str, ...]
    spans: tuple[Span, ...] = ()
    """Where the matched words stand in the provision's text; empty where the whole sentence was matched."""
    pole: str | None = None
    """The pole that the combination names, None where modality decides."""
    concepts: frozenset[str] = frozenset()
    """The names of all concepts of the vocabulary that the provision holds."""
    likely: float = 0.0
    """How likely the word model finds the clause for the whole sentence, 0 to 1; never shown as a figure."""
    rejected: str = ""
    """Why the match was turned down as a near miss, in a sentence; "" where it stands."""


class Qualifier(Frozen):
    """A qualifier that fired, with its words."""

    kind: QualifierKind
    words: str


class ExceptionWords(Frozen):
    """An exception with its words."""

    kind: ExceptionKind
    words: str


class Reading(Frozen):
    """What one provision says on one reference clause."""

    clause: str
    provision: int
    section: int
    document: int
    pole: str | None
    strength: Strength
    width: Width = "full"
    actor: Actor = "unstated"
    modality: Modality = "statement"
    operative: bool = True
    qualifiers: tuple[Qualifier, ...] = ()
    exceptions: tuple[ExceptionWords, ...] = ()
    tags: tuple[Tag, ...] = ()
    alternatives: tuple[tuple[str | None, Strength, str], ...] = ()
    evidence: tuple[Evidence, ...]
    specific: int = 0
    """How much of the reference clause's conduct the words name: larger covers the core better."""
    likely: float = 0.0
    decided: bool = True
    """False where the pole is the entry's default, for want of words that decide it."""
    displaced_by: str | None = None

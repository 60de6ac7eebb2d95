"""What the clause library holds: reference clauses, playbooks, vocabulary and cues (policy apart from knowledge)."""

from __future__ import annotations

from typing import Literal

from pydantic import Field, InstanceOf

from clausecheck.model.document import Frozen
from clausecheck.model.words import Actor, Family, Modality, QualifierKind, Strength, Tag, Width
from clausecheck.wordmodel import WordModel


class Concept(Frozen):
    """A named idea of the vocabulary and the words and phrases that express it.

    A phrase matches every inflection of its words ("track" also finds "tracked" and "tracking"). "…" stands for up to
    six words in between.
    """

    name: str
    role: Literal["who", "act", "whom", "what", "means", "any"]
    words: tuple[str, ...]
    file: str = "vocabulary.toml"
    """The file of the library in which it stands."""


class Cue(Frozen):
    """A phrase that tells how a provision binds. Matches as written, whatever the case.

    "[a|b]" is a choice, "…" stands for up to six words, "{name}" for any phrase of another list of cues.toml.
    """

    group: str
    text: str


class Combination(Frozen):
    """A combination of concepts that speaks to a reference clause: every slot must be filled, each by any of its names.

    `modality`, `actor` narrow the combination to provisions of that kind; `unless` names concepts whose presence
    silences it; `pole` is named only where modality alone does not decide the pole.
    """

    slots: tuple[tuple[str, tuple[str, ...]], ...]
    pole: str | None = None
    modality: tuple[Modality, ...] = ()
    actor: tuple[Actor, ...] = ()
    unless: tuple[str, ...] = ()
    sure: bool = False
    """True for words that name the conduct beyond doubt: they are not weighed against the rest of the sentence."""
    line: int = 0


class Wording(Frozen):
    """A wording of graded strength. `concedes` says what a fallback gives up; `genre` is the kind of text."""

    text: str
    pole: str | None
    strength: Strength
    concedes: str = ""
    genre: str = ""
    line: int = 0


class NearMiss(Frozen):
    """A sentence that resembles the reference clause and is not it, and why."""

    text: str
    why: str
    line: int = 0


class Example(Frozen):
    """A test of the entry: what a sentence must read as; `silent` where nothing may be found."""

    text: str
    pole: str | None = None
    strength: Strength | None = None
    silent: bool = False
    why: str = ""
    line: int = 0


class ReferenceClause(Frozen):
    """One entry of the library. `poles` maps each pole to a sentence that says what it means."""

    id: str
    title: str
    family: Family
    definition: str
    poles: dict[str, str]
    protects: tuple[str, ...]
    wordings: tuple[Wording, ...]
    speaks: tuple[Combination, ...]
    points: tuple[Combination, ...] = ()
    """Which pole a sentence about the clause takes, where modality alone does not say: the first line that fits decides."""
    not_qualifiers: tuple[QualifierKind, ...] = ()
    """Kinds of qualifier whose words are what this clause is about, so that they do not weaken it."""
    caps: dict[str, Strength] = Field(default_factory=dict)
    """For a pole the strength that it can reach at most (a moving web page is policy_conditioned at best, R14)."""
    informs: tuple[str, ...] = ()
    """Concepts that make a sentence mere information on this clause ("shall furnish a copy of its policy")."""
    never: tuple[str, ...] = ()
    near_misses: tuple[NearMiss, ...]
    examples: tuple[Example, ...]
    sources: tuple[str, ...] = ()
    version: int = 1
    changes: tuple[str, ...] = ()


class Position(Frozen):
    """One way to meet a stand: any of the poles, with a strength at least or at most, a width, tags."""

    poles: tuple[str, ...]
    at_least: Strength | None = None
    at_most: Strength | None = None
    width: Width | None = None
    tags: tuple[Tag, ...] = ()


class Stand(Frozen):
    """What a playbook wants of one reference clause; of each list any position suffices."""

    clause: str
    required: tuple[Position, ...]
    fallback: tuple[Position, ...] = ()
    walk_away: tuple[Position, ...] = ()
    silence: Literal["gap", "fine", "wanted"]
    required_text: str
    fallback_text: str = ""
    walk_away_text: str = ""
    minds_stricter: bool = False


class Playbook(Frozen):
    """What one side wants. Reference clauses that it does not name are not applicable."""

    id: str
    title: str
    viewpoint: str
    reads_silence_as: str
    version: int
    stands: tuple[Stand, ...]

    def stand_on(self, clause: str) -> Stand | None:
        """The playbook's stand on a reference clause, None where it takes none."""
        return next((stand for stand in self.stands if stand.clause == clause), None)


class Library(Frozen):
    """All knowledge and policy that a review uses."""

    version: str
    date: str
    digest: str
    clauses: tuple[ReferenceClause, ...]
    playbooks: tuple[Playbook, ...]
    concepts: tuple[Concept, ...]
    cues: tuple[Cue, ...]
    spelling: dict[str, str]
    words: InstanceOf[WordModel] | None = None
    """The compiled word model, None where the library has none."""
    sources: dict[str, str] = Field(default_factory=dict)
    """For each key that entries cite: title, date and status of the source."""

    def clause(self, clause_id: str) -> ReferenceClause | None:
        """The entry with that id, or None."""
        return next((clause for clause in self.clauses if clause.id == clause_id), None)

    def playbook(self, playbook_id: str) -> Playbook | None:
        """The playbook with that id, or None."""
        return next((playbook for playbook in self.playbooks if playbook.id == playbook_id), None)

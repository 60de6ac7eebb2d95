"""Explicit matches: combinations of concepts whose slots are all filled in one statement."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import lru_cache

from clausecheck.language import Found, PhraseSearch
from clausecheck.model import Combination, Library, Match, Provision, ReferenceClause, Span

#: What a combination counts for that names the conduct beyond doubt.
SURE = 0.5
_MODALITY = {
    "modal-prohibit": "prohibition",
    "modal-permit": "permission",
    "modal-oblige": "obligation",
    "modal-weak": "weak",
    "modal-construe": "permission",
}
Hits = Mapping[str, Sequence[Found]]


def find_concepts(text: str, library: Library) -> dict[str, list[Found]]:
    """The concepts of the vocabulary that a text holds, each with its places."""
    hits: dict[str, list[Found]] = {}
    for hit in _concept_search(library).find(text):
        hits.setdefault(hit.key, []).append(hit)
    return hits


def match_combinations(provision: Provision, clause: ReferenceClause, hits: Hits) -> list[Match]:
    """The matches of one provision with one clause, at most one for each pole that combinations name."""
    best: dict[str | None, Match] = {}
    for combination in clause.speaks:
        filled = _fill(provision, combination, hits)
        if filled is None:
            continue
        match = Match(
            provision=provision.index,
            clause=clause.id,
            kind="explicit",
            start=min(hit.start for hit in filled),
            end=max(hit.end for hit in filled),
            words=tuple(provision.text[hit.start : hit.end] for hit in filled),
            spans=_all_spans(clause, filled, hits),
            pole=combination.pole,
            likely=SURE if combination.sure else 0.0,
        )
        known = best.get(combination.pole)
        if known is None or _breadth(match) > _breadth(known):
            best[combination.pole] = match
    return list(best.values())


def _concept_search(library: Library) -> PhraseSearch:
    return _search_of(tuple((concept.name, concept.words) for concept in library.concepts), tuple(sorted(library.spelling.items())))


@lru_cache(maxsize=4)
def _search_of(phrases: tuple[tuple[str, tuple[str, ...]], ...], spelling: tuple[tuple[str, str], ...]) -> PhraseSearch:
    return PhraseSearch(dict(phrases), inflected=True, spelling=dict(spelling))


def _breadth(match: Match) -> tuple[float, int, int]:
    return match.likely, len(match.words), match.end - match.start


def _fill(provision: Provision, combination: Combination, hits: Hits) -> list[Found] | None:
    """One hit for each slot, or None; at least one of them in the statement's own words, no concept of `unless` about."""
    if any(name in hits for name in combination.unless) or not _fits(provision, combination):
        return None
    filled: list[Found] = []
    for _, names in combination.slots:
        candidates = _longest([hit for name in names for hit in hits.get(name, ())])
        own = [hit for hit in candidates if hit.start >= provision.body]
        free = [hit for hit in own or candidates if not any(hit.start < other.end and other.start < hit.end for other in filled)]
        if not free:
            return None
        near = filled[-1].end if filled else provision.body
        filled.append(min(free, key=lambda hit: (abs(hit.start - near), hit.start)))
    return filled if any(hit.start >= provision.body for hit in filled) else None


def _all_spans(clause: ReferenceClause, filled: Sequence[Found], hits: Hits) -> tuple[Span, ...]:
    """Where the statement names the conduct: the hits that fill the slots first, then those of all concepts of the entry."""
    names = {name for combination in clause.speaks for _, concepts in combination.slots for name in concepts}
    everywhere = (hit for name in sorted(names) for hit in hits.get(name, ()))
    return tuple(dict.fromkeys(Span(hit.start, hit.end) for hit in (*filled, *everywhere)))


def _longest(hits: Sequence[Found]) -> list[Found]:
    """The hits that no longer one covers: "solely automated" rather than the "automated" in it."""
    return [
        hit
        for hit in hits
        if not any(other.start <= hit.start and hit.end <= other.end and other.end - other.start > hit.end - hit.start for other in hits)
    ]


def _fits(provision: Provision, combination: Combination) -> bool:
    """True when the provision has a modality and an actor of those that the combination asks for."""
    if combination.modality:
        kinds = {_MODALITY[hit.group] for hit in provision.hits(*_MODALITY)} or {"statement"}
        if not kinds & set(combination.modality):
            return False
    if combination.actor:
        actors = {
            hit.group.removeprefix("actor-") for hit in provision.hits("actor-customer", "actor-vendor", "actor-both", "actor-system")
        }
        return bool(actors & set(combination.actor))
    return True

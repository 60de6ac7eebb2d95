"""Stage: which provisions speak to which reference clause. It proposes; it never says good or bad."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from functools import lru_cache

import numpy as np

from clausecheck.language import Found, PhraseSearch
from clausecheck.model import Combination, Contract, LegalMap, Library, Match, Provision, ReferenceClause, Span

_MODALITY = {
    "modal-prohibit": "prohibition",
    "modal-permit": "permission",
    "modal-oblige": "obligation",
    "modal-weak": "weak",
    "modal-construe": "permission",
}


#: How likely the word model must find a clause for a provision: to propose it alone, and to bear out a combination.
#: Chosen on documents and registers held out of training (docs/decisions/0004-matching.md).
ALONE, BORNE_OUT = 0.2, 0.03
#: What a combination counts for that names the conduct beyond doubt.
SURE = 0.5


def match_provisions(provisions: Sequence[Provision], contract: Contract, legal: LegalMap, library: Library) -> tuple[Match, ...]:
    """Every match of every provision, those turned down as near misses with the reason, in the order of the provisions."""
    search = _concept_search(library)
    likely = _likelihoods(provisions, contract, legal, library)
    defining = {(definition.document, definition.meaning.start) for definition in legal.definitions}
    found: list[Match] = []
    for provision in provisions:
        silent = _states_no_rule(provision, defining)
        hits = _by_concept(search.find(provision.text))
        for clause in library.clauses:
            score = likely.get((provision.index, clause.id), 1.0 if library.words is None else 0.0)
            if silent and "prohibit" in clause.poles and not _hollows(provision):
                continue
            matches = _match_clause(provision, clause, hits) if hits else []
            names = frozenset(hits)
            found += [
                match.model_copy(update={"concepts": names})
                for match in _weighed(provision, clause, matches, score, library, _other_subject(provision, clause, hits))
            ]
    return tuple(found)


def _likelihoods(provisions: Sequence[Provision], contract: Contract, legal: LegalMap, library: Library) -> dict[tuple[int, str], float]:
    """How likely each provision is about each clause, where that is worth knowing.

    The best of three readings of it counts: its own words, its words with the lead-in, and its words with the meaning
    of the defined terms that it uses. Parties' own names are read as "the Vendor" and "the Customer".
    """
    if library.words is None or not provisions:
        return {}
    level = _leveller(contract)
    meanings = _meanings(contract, legal)
    texts = [
        [level(provision.text[provision.body :]), level(provision.text), level(_expanded(provision, meanings))] for provision in provisions
    ]
    scores = [library.words.score([text[which] for text in texts]) for which in range(3)]
    best = np.maximum.reduce(scores)
    return {
        (provisions[row].index, library.words.clauses[column]): float(best[row, column])
        for row, column in zip(*np.nonzero(best >= BORNE_OUT), strict=True)
    }


def _leveller(contract: Contract) -> Callable[[str], str]:
    """A function that replaces the parties' own names by the words that the wordings use for them."""
    named = [(party, word) for party, word in ((contract.vendor, "the Vendor"), (contract.customer, "the Customer")) if party]
    pattern = {called: word for party, word in named for called in (*party.called, party.name) if called[:1].isupper()}
    if not pattern:
        return lambda text: text
    names = re.compile(r"\b(?:the |The )?(" + "|".join(re.escape(called) for called in sorted(pattern, key=len, reverse=True)) + r")\b")
    return lambda text: names.sub(lambda found: pattern[found[1]], text)


def _meanings(contract: Contract, legal: LegalMap) -> dict[int, list[tuple[re.Pattern[str], str]]]:
    """For each document its defined terms of two words or more that name a conduct, with the words that define them."""
    meanings: dict[int, list[tuple[re.Pattern[str], str]]] = {}
    for definition in legal.definitions:
        if " " not in definition.term or definition.term.endswith(("Data", "System", "Service", "Services", "Date", "Period")):
            continue
        words = contract.documents[definition.document].text.text[slice(*definition.meaning)]
        meanings.setdefault(definition.document, []).append((re.compile(rf"\b{re.escape(definition.term)}s?\b"), words))
    return meanings


def _expanded(provision: Provision, meanings: dict[int, list[tuple[re.Pattern[str], str]]]) -> str:
    """The provision's own words followed by the meaning of the defined terms in them."""
    own = provision.text[provision.body :]
    used = [
        words for pattern, words in meanings.get(provision.document, ()) if provision.section_kind != "definition" and pattern.search(own)
    ]
    return " ".join([own, *used[:3]])


def _weighed(
    provision: Provision, clause: ReferenceClause, matches: list[Match], score: float, library: Library, other: str
) -> list[Match]:
    """Combinations that the whole sentence bears out are explicit; a likely sentence without any is implied; the rest is turned down."""
    if matches and score >= BORNE_OUT:
        return [match.model_copy(update={"likely": max(score, match.likely)}) for match in matches]
    if matches:
        sure = [match for match in matches if match.likely]
        if sure:
            return sure
        return [
            match.model_copy(update={"rejected": match.rejected or "the sentence as a whole is about another subject", "likely": score})
            for match in matches
        ]
    if score < ALONE or library.words is None:
        return []
    reasons = tuple(library.words.reasons(provision.text[provision.body :], clause.id))
    return [
        Match(
            provision=provision.index,
            clause=clause.id,
            kind="implied",
            start=provision.body,
            end=len(provision.text),
            words=reasons,
            likely=score,
            rejected=other,
        )
    ]


def _states_no_rule(provision: Provision, defining: set[tuple[int, int]]) -> bool:
    """True for a definition, a table row without any modal word, and an item listed under "except:": none bans by itself."""
    own = provision.pieces[-1]
    defines = (provision.document, own.span.start) in defining and " means " in f"{provision.text[provision.body :]} "
    ruled = any(hit.start >= provision.body for hit in provision.hits("modal-prohibit", "modal-permit", "modal-weak"))
    excepted = provision.body > 0 and bool(
        re.search(
            r"\b(except|save|other than|apart from|excluding)\b[^.;]{0,12}$", provision.text[: provision.body].rstrip(" :"), re.IGNORECASE
        )
    )
    return defines or excepted or (provision.section_kind == "table" and not ruled)


def _hollows(provision: Provision) -> bool:
    """True for a definition that takes something out ("… excludes …"), which can hollow out a restriction (R8)."""
    return bool(
        re.search(
            r"\b(excludes?|does not include|do not include|other than|but not|except)\b", provision.text[provision.body :], re.IGNORECASE
        )
    )


def _other_subject(provision: Provision, clause: ReferenceClause, hits: dict[str, list[Found]]) -> str:
    """A sentence naming the words that show another subject (a near miss of the entry), "" where there are none."""
    shown = next((hits[name][0] for name in clause.never if name in hits), None)
    return f"the words “{provision.text[shown.start : shown.end]}” show another subject" if shown else ""


@lru_cache(maxsize=4)
def _search_of(phrases: tuple[tuple[str, tuple[str, ...]], ...], spelling: tuple[tuple[str, str], ...]) -> PhraseSearch:
    return PhraseSearch(dict(phrases), inflected=True, spelling=dict(spelling))


def _concept_search(library: Library) -> PhraseSearch:
    return _search_of(tuple((concept.name, concept.words) for concept in library.concepts), tuple(sorted(library.spelling.items())))


def _by_concept(found: Sequence[Found]) -> dict[str, list[Found]]:
    hits: dict[str, list[Found]] = {}
    for hit in found:
        hits.setdefault(hit.key, []).append(hit)
    return hits


def _match_clause(provision: Provision, clause: ReferenceClause, hits: dict[str, list[Found]]) -> list[Match]:
    """The matches of one provision with one clause, at most one for each pole that combinations name."""
    best: dict[str | None, Match] = {}
    for combination in clause.speaks:
        filled = _fill(provision, combination, hits)
        if filled is None:
            continue
        start, end = min(hit.start for hit in filled), max(hit.end for hit in filled)
        rejected = _other_subject(provision, clause, hits)
        match = Match(
            provision=provision.index,
            clause=clause.id,
            kind="explicit",
            start=start,
            end=end,
            words=tuple(provision.text[hit.start : hit.end] for hit in filled),
            pole=combination.pole,
            rejected=rejected,
            spans=tuple(Span(hit.start, hit.end) for hit in filled),
            likely=SURE if combination.sure and not rejected else 0.0,
        )
        known = best.get(combination.pole)
        if known is None or (match.likely, len(match.words), known.end - known.start) > (
            known.likely,
            len(known.words),
            match.end - match.start,
        ):
            best[combination.pole] = match
    return list(best.values())


def _fill(provision: Provision, combination: Combination, hits: dict[str, list[Found]]) -> list[Found] | None:
    """One hit for each slot, or None; at least one of them in the statement's own words, no concept of `unless` about."""
    if any(name in hits for name in combination.unless) or not _fits(provision, combination):
        return None
    filled: list[Found] = []
    for _, names in combination.slots:
        candidates = [hit for name in names for hit in hits.get(name, ())]
        own = [hit for hit in candidates if hit.start >= provision.body]
        free = [hit for hit in own or candidates if not any(hit.start < other.end and other.start < hit.end for other in filled)]
        if not free:
            return None
        near = filled[-1].end if filled else provision.body
        filled.append(min(free, key=lambda hit: (abs(hit.start - near), hit.start)))
    return filled if any(hit.start >= provision.body for hit in filled) else None


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

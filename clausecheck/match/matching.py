"""Combinations and the word model, each checked by the other."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from clausecheck.match.combinations import Hits, find_concepts, match_combinations
from clausecheck.match.likelihood import LEAST, find_likelihoods, level_names, names_no_ai
from clausecheck.model import Contract, LegalMap, Library, Match, Provision, ReferenceClause


class _Thresholds(NamedTuple):
    """How likely a clause must be for the word model to propose it alone, and to bear out a combination."""

    alone: float
    borne_out: float


#: Chosen on documents and registers held out of training (docs/decisions/0004-matching.md).
_USUAL = _Thresholds(0.2, LEAST)
#: For uses and safeguards in a long contract that names no AI.
_WITHOUT_AI = _Thresholds(0.6, 0.3)
#: Fewer words than these without any modal word are a title or a line of a table of contents, and propose nothing.
_FEWEST_WORDS = 6
#: Families whose clauses are rules: a definition does not state one of them.
_ABOUT_RULES = frozenset({"safeguard", "enforcement", "duty"})
#: How much plainer a statement must be that has no modal word.
_WITHOUT_MODAL = 0.1
_MODAL = ("modal-prohibit", "modal-permit", "modal-oblige", "modal-weak", "modal-construe")
_LISTED_EXCEPTION = re.compile(r"\b(except|save|other than|apart from|excluding)\b[^.;]{0,12}$", re.IGNORECASE)
_TAKES_OUT = re.compile(r"\b(excludes?|does not include|do not include|other than|but not|except)\b", re.IGNORECASE)


def match_provisions(provisions: Sequence[Provision], contract: Contract, legal: LegalMap, library: Library) -> tuple[Match, ...]:
    """Every match of every provision, those turned down as near misses with the reason, in the order of the provisions."""
    likely = find_likelihoods(provisions, contract, legal, library)
    strict = _WITHOUT_AI if names_no_ai(contract) else _USUAL
    defining = {(definition.document, definition.meaning.start) for definition in legal.definitions}
    level = level_names(contract)
    found: list[Match] = []
    for provision in provisions:
        hits = find_concepts(provision.text, library)
        levelled = level(provision.text)
        named = frozenset(hits) if levelled == provision.text else frozenset(hits) | frozenset(find_concepts(levelled, library))
        silent = _states_no_rule(provision, defining) and not _TAKES_OUT.search(provision.text[provision.body :])
        hesitation = _hesitation(provision)
        row = provision.section_kind == "table" and not _is_ruled(provision)
        for clause in library.clauses:
            if row or (silent and ("prohibit" in clause.poles or clause.family in _ABOUT_RULES)):
                continue
            score = likely.get((provision.index, clause.id), 1.0 if library.words is None else 0.0)
            thresholds = strict if clause.family in {"use", "safeguard"} else _USUAL
            matches = _weigh(match_combinations(provision, clause, hits), score, thresholds)
            if not matches and library.words is not None and score >= thresholds.alone + hesitation:
                matches = [_implied(provision, clause, score, library.words.reasons(provision.text[provision.body :], clause.id))]
            other = _other_subject(provision, clause, hits)
            found += [_completed(match, other, named) for match in matches]
    return tuple(found)


def _weigh(matches: list[Match], score: float, thresholds: _Thresholds) -> list[Match]:
    """Combinations that the sentence as a whole bears out, or that leave no doubt; the others turned down, with the reason."""
    if score >= thresholds.borne_out:
        return [match.model_copy(update={"likely": max(score, match.likely)}) for match in matches]
    sure = [match for match in matches if match.likely]
    doubtful = "the sentence as a whole is about another subject"
    return sure or [match.model_copy(update={"rejected": doubtful, "likely": score}) for match in matches]


def _implied(provision: Provision, clause: ReferenceClause, score: float, reasons: list[str]) -> Match:
    return Match(
        provision=provision.index,
        clause=clause.id,
        kind="implied",
        start=provision.body,
        end=len(provision.text),
        words=tuple(reasons),
        likely=score,
    )


def _completed(match: Match, other: str, concepts: frozenset[str]) -> Match:
    return match.model_copy(update={"concepts": concepts, "rejected": other or match.rejected})


def _hesitation(provision: Provision) -> float:
    """How much likelier than usual a clause must be for the word model to propose it alone.

    A title or a bare lead-in proposes nothing; a statement without any modal word must be plainer than one with.
    """
    own = provision.text[provision.body :]
    ruled = any(hit.start >= provision.body for hit in provision.hits(*_MODAL))
    if own.rstrip().endswith(":") or not (ruled or provision.body > 0 or len(own.split()) >= _FEWEST_WORDS):
        return 1.0
    return 0.0 if ruled or provision.body > 0 else _WITHOUT_MODAL


def _states_no_rule(provision: Provision, defining: set[tuple[int, int]]) -> bool:
    """True for a definition and for an item listed under "except:": neither bans or promises anything by itself."""
    own = provision.pieces[-1]
    defines = (provision.document, own.span.start) in defining and " means " in f"{provision.text[provision.body :]} "
    return defines or (provision.body > 0 and bool(_LISTED_EXCEPTION.search(provision.text[: provision.body].rstrip(" :"))))


def _is_ruled(provision: Provision) -> bool:
    """True for a row of a table that says what somebody may, must or must not do; other rows are figures and names."""
    return any(hit.start >= provision.body for hit in provision.hits("modal-prohibit", "modal-permit", "modal-weak", "modal-oblige"))


def _other_subject(provision: Provision, clause: ReferenceClause, hits: Hits) -> str:
    """A sentence naming the words that show another subject (a near miss of the entry), "" where there are none."""
    shown = next((hits[name][0] for name in clause.never if name in hits), None)
    return f"the words “{provision.text[shown.start : shown.end]}” show another subject" if shown else ""

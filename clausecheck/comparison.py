"""Stage compare: several reviews under one playbook → the vendors side by side."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from clausecheck.errors import UsageError
from clausecheck.model import Cell, Column, Comparison, Evidence, Finding, Review, Row
from clausecheck.model.words import DocumentKind, Verdict

#: The order in which a reader goes through the rows: worst first. Never a total (domain: side by side).
WORST_FIRST: tuple[Verdict, ...] = (
    "conflict", "unresolved", "weaker", "not_found", "above_ask", "covered", "not_applicable",
)
_MOST_WORDS = 12
_LONGEST = 160
#: Up to so many words before the verb are shown; a longer lead-in gives way to what follows the verb.
_LEAD_IN = 6
#: Papers from the one that decides what a set of documents is, to the ones that only come along.
_KINDS: dict[DocumentKind, str] = {
    "contract": "contract", "template": "template", "licence": "licence", "amendment": "amendment",
    "policy": "policy", "annex": "annex", "other": "other document",
}
_VERB = re.compile(r"(?i)\b(?:shall|must|may|will|cannot|should|(?:is|are) (?:prohibited|forbidden|permitted))\b")


def compare_reviews(reviews: Sequence[Review]) -> Comparison:
    """The reviews as columns in the order given, the reference clauses as rows, the worst verdict over all first.

    Rows with the same worst verdict keep the library's order. Raises UsageError for fewer than two reviews, and for
    reviews made with different playbooks or libraries: their verdicts would not mean the same.
    """
    _check_comparable(reviews)
    names = _distinct_names(reviews)
    columns = tuple(_build_column(review, name) for review, name in zip(reviews, names, strict=True))
    by_clause = [{finding.clause: finding for finding in review.findings} for review in reviews]
    rows = [_build_row([found[clause] for found in by_clause]) for clause in by_clause[0]]
    rows.sort(key=_worst)
    return Comparison(library=reviews[0].library, columns=columns, rows=tuple(rows))


def _check_comparable(reviews: Sequence[Review]) -> None:
    if len(reviews) < 2:
        raise UsageError("Nothing to compare: give at least two contracts.")
    if len({review.playbook for review in reviews}) > 1:
        raise UsageError("These reviews were made under different playbooks. Review the contracts under one playbook.")
    clauses = {tuple(finding.clause for finding in review.findings) for review in reviews}
    if len({review.library for review in reviews}) > 1 or len(clauses) > 1:
        raise UsageError("These reviews were made with different clause libraries. Review the contracts again.")


def _distinct_names(reviews: Sequence[Review]) -> list[str]:
    """The reviews' names; where two share one, each with its first document, and a number if that is not enough."""
    names = [review.name for review in reviews]
    shared = Counter(names)
    names = [f"{name} ({_first_document(review)})" if shared[name] > 1 else name
             for name, review in zip(names, reviews, strict=True)]
    taken: Counter[str] = Counter()
    for place, name in enumerate(names):
        taken[name] += 1
        if taken[name] > 1:
            names[place] = f"{name} {taken[name]}"
    return names


def _first_document(review: Review) -> str:
    return review.contract.documents[0].name if review.contract.documents else "no document"


def _build_column(review: Review, name: str) -> Column:
    precedence = (card.evidence for card in review.contract.ranking if card.kind == "precedence")
    return Column(
        name=name, documents=review.contract.documents, badge=badge_of(review), baseline=review.contract.baseline,
        precedence=next(precedence, None), searched=review.searched, playbook=review.playbook,
        unresolved=len(review.unresolved),
    )


def badge_of(review: Review) -> str:
    """What kind of paper the documents are: "Signed contract with policy", "Draft contract", "Policy only"."""
    present = {card.kind for card in review.contract.documents}
    kinds = [words for kind, words in _KINDS.items() if kind in present]
    if not kinds:
        return "No document"
    paper = kinds[0] + (f" with {', '.join(kinds[1:])}" if kinds[1:] else "")
    if "contract" in present or "amendment" in present:
        states = {"signed": f"signed {paper}", "draft": f"draft {paper}", "unknown": f"{paper}, signature not found"}
        badge = states[review.contract.signed]
    else:
        badge = paper if kinds[1:] else f"{paper} only"
    return badge.capitalize()


def _build_row(findings: list[Finding]) -> Row:
    cells = tuple(Cell(finding=finding, words=_telling_words(finding.evidence)) for finding in findings)
    first = findings[0]
    return Row(clause=first.clause, title=first.title, family=first.clause.split(".")[0], cells=cells)


def _worst(row: Row) -> int:
    return min(WORST_FIRST.index(cell.finding.verdict) for cell in row.cells)


def _telling_words(evidence: tuple[Evidence, ...]) -> str:
    """Up to twelve words of the governing passage as they stand there, from shortly before its verb; "" without any."""
    if not evidence:
        return ""
    quote = evidence[0].quote
    words = list(re.finditer(r"\S+", quote))
    first = 0
    if len(words) > _MOST_WORDS and (verb := _VERB.search(quote)):
        before = sum(word.end() <= verb.start() for word in words)
        first = min(before - 2, len(words) - _MOST_WORDS) if before > _LEAD_IN else 0
    chosen = words[first:first + _MOST_WORDS]
    return " ".join(quote[chosen[0].start():chosen[-1].end()].split())[:_LONGEST] if chosen else ""

"""Part 9: the questions that the findings give rise to, for counsel to choose from."""

from __future__ import annotations

from collections.abc import Iterator

from clausecheck.model import Finding, Review
from clausecheck.report.blocks import Block, Heading, Paragraph, Points
from clausecheck.report.clean import name_place, name_searched, shorten
from clausecheck.report.outline.order import by_verdict, with_verdict
from clausecheck.report.words import (
    LABELS,
    PARTS,
    QUALIFIER_QUESTIONS,
    QUESTION_MISSING,
    QUESTION_NOT_FOUND,
    QUESTION_UNDEFINED,
    QUESTION_UNRANKED,
)

_ASKED = ("conflict", "unresolved", "weaker")


def questions(review: Review) -> Iterator[Block]:
    """Part 9: each question once, missing documents first, then in the order of the findings."""
    yield Heading(1, PARTS[8], "questions")
    asked = tuple(dict.fromkeys(_all_questions(review)))
    if not asked:
        yield Paragraph(LABELS["no_questions"])
        return
    yield Paragraph(LABELS["questions_intro"], note=True)
    yield Points(asked, numbered=True)


def _all_questions(review: Review) -> Iterator[str]:
    for item in review.unresolved:
        yield QUESTION_MISSING.format(what=shorten(item.what, 160), why=shorten(item.why, 240).rstrip("."))
    for finding in by_verdict(review):
        if finding.verdict in _ASKED and finding.evidence:
            yield from _about(finding)
    silent = with_verdict(review, "not_found")
    if silent:
        titles = "; ".join(finding.title for finding in silent)
        yield QUESTION_NOT_FOUND.format(searched=name_searched(review.searched), titles=titles)


def _about(finding: Finding) -> Iterator[str]:
    """What the finding's qualifiers and tags leave open."""
    place = name_place(finding.evidence[0], exact=False)
    for item in finding.qualifiers:
        yield QUALIFIER_QUESTIONS[item.kind].format(place=place, words=shorten(item.words, 160))
    if "undefined_term" in finding.tags:
        yield QUESTION_UNDEFINED.format(place=place, title=finding.title)
    if "conflict_unranked" in finding.tags:
        yield QUESTION_UNRANKED.format(place=place, title=finding.title)

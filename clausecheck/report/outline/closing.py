"""Parts 10 and 11: the previous version, the words used, and the limits of the report."""

from __future__ import annotations

from collections.abc import Iterator

from clausecheck.model import Review
from clausecheck.model.words import STRENGTHS as STRENGTH_ORDER
from clausecheck.report.blocks import Block, Heading, Paragraph, Table
from clausecheck.report.clean import name_searched
from clausecheck.report.words import (
    FOOTER,
    LABELS,
    PARTS,
    STRENGTH_MEANINGS,
    STRENGTHS,
    VERDICT_MEANINGS,
    VERDICTS,
)


def previous_version(_: Review) -> Iterator[Block]:
    """Part 10: a review holds one version, so there is none to compare with."""
    yield Heading(1, PARTS[9], "previous")
    yield Paragraph(LABELS["no_previous"])


def limits(review: Review) -> Iterator[Block]:
    """Part 11: the limits of the report, and the meaning of the verdicts and strengths that it uses."""
    yield Heading(1, PARTS[10], "limits")
    yield Paragraph(FOOTER)
    yield Paragraph(LABELS["limits_search"].format(searched=name_searched(review.searched)))
    if any(card.pages_skipped for card in review.contract.documents):
        yield Paragraph(LABELS["page_skipped"].format(part=PARTS[0]))
    verdicts = {finding.verdict for finding in review.findings}
    strengths = {finding.strength for finding in review.findings}
    rows = [(VERDICTS[verdict], VERDICT_MEANINGS[verdict]) for verdict in VERDICTS if verdict in verdicts]
    rows += [(STRENGTHS[name], STRENGTH_MEANINGS[name]) for name in STRENGTH_ORDER if name in strengths]
    if rows:
        yield Heading(2, LABELS["meanings"])
        yield Table((LABELS["word"], LABELS["meaning"]), tuple(rows), (32, 68))

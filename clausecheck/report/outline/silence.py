"""Part 5: what was not found, with the search that was done and the passages that came near."""

from __future__ import annotations

from collections.abc import Iterator

from clausecheck.model import Finding, Review
from clausecheck.report.blocks import Block, CellText, Heading, Inline, Mark, Paragraph, Quoted, Table
from clausecheck.report.clean import name_library, name_place, name_searched, shorten
from clausecheck.report.outline.order import by_verdict, is_told
from clausecheck.report.words import LABELS, PARTS, SILENCE_UNDER


def not_found(review: Review) -> Iterator[Block]:
    """Part 5: the silent reference clauses: those that the playbook wants, those it does not miss, and the rest."""
    yield Heading(1, PARTS[4], "not-found")
    searched = name_searched(review.searched)
    yield Paragraph(LABELS["not_found_intro"].format(searched=searched, stamp=name_library(review.library)))
    yield Paragraph(LABELS["not_found_read"].format(sentence=SILENCE_UNDER[review.contract.baseline.kind]))
    silent = [finding for finding in by_verdict(review) if not finding.evidence and not is_told(finding)]
    stood = [finding for finding in silent if finding.verdict != "not_applicable"]
    if stood:
        head = (LABELS["verdict"], LABELS["clause"], LABELS["required"], LABELS["rejected"])
        yield Table(head, tuple(_row(finding) for finding in stood), (24, 22, 24, 30))
    else:
        yield Paragraph(LABELS["none"])
    rest = [finding.title for finding in silent if finding.verdict == "not_applicable"]
    if rest:
        yield Heading(2, LABELS["no_stand_silent"])
        yield Paragraph("; ".join(rest) + ".")


def _row(finding: Finding) -> tuple[CellText, ...]:
    near: list[Inline] = []
    for item in finding.rejected[:3]:
        near += [Quoted(shorten(item.evidence.quote, 200), name_place(item.evidence, exact=False)), item.why]
    return Mark(finding.verdict), finding.title, finding.stand.required if finding.stand else "", tuple(near) or ""

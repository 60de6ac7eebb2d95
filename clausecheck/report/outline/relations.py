"""Parts 6 to 8: how the terms act on each other, what can change, and the documents that come in by reference."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from clausecheck.model import Finding, Review
from clausecheck.model.words import Tag
from clausecheck.report.blocks import Block, CellText, Heading, Mark, Paragraph, Quoted, Table
from clausecheck.report.clean import name_place, name_position, name_searched, shorten
from clausecheck.report.outline.order import by_verdict
from clausecheck.report.words import DOCUMENT_KINDS, LABELS, PARTS, RANKINGS, TAGS

_INCORPORATION = ("durability.incorporated-aup", "durability.policy-mutability")
_REMEDY_TAGS: tuple[Tag, ...] = ("no_remedy_found", "remedy_conflict", "unverifiable_by_vendor")


def interplay(review: Review) -> Iterator[Block]:
    """Part 6: the clauses that rank others, what each touches, and the passages that were set aside."""
    yield Heading(1, PARTS[5], "interplay")
    cards = review.contract.ranking
    if cards:
        rows = tuple((RANKINGS[card.kind], Quoted(shorten(card.evidence.quote, 500), name_place(card.evidence)),
                      card.reaches) for card in cards)
        yield Table((LABELS["kind"], LABELS["words"], LABELS["reaches"]), rows, (16, 54, 30))
    else:
        yield Paragraph(LABELS["no_interplay"])
    displaced = [(finding, card) for finding in by_verdict(review) for card in finding.readings
                 if card.displaced_by and card.evidence]
    if displaced:
        yield Heading(2, LABELS["displaced"])
        rows = tuple((finding.title, Quoted(shorten(card.evidence[0].quote, 300), name_place(card.evidence[0])),
                      card.displaced_by or "") for finding, card in displaced)
        yield Table((LABELS["clause"], LABELS["words"], LABELS["displaced_by"]), rows, (24, 48, 28))


def durability(review: Review) -> Iterator[Block]:
    """Part 7: what can change and who can change it, what follows a breach, who could detect one."""
    yield Heading(1, PARTS[6], "durability")
    found = [finding for finding in by_verdict(review)
             if finding.evidence and finding.clause.startswith(("durability.", "enforcement."))]
    if found:
        yield _positions(found)
    else:
        yield Paragraph(LABELS["no_durability"].format(searched=name_searched(review.searched)))
    for tag in _REMEDY_TAGS:
        titles = [finding.title for finding in review.findings if tag in finding.tags]
        if titles:
            yield Paragraph(f"{TAGS[tag][0].upper()}{TAGS[tag][1:]}: {'; '.join(titles)}.")


def incorporated(review: Review) -> Iterator[Block]:
    """Part 8: the documents beside the main one, supplied or not, and what the contract says of changes to them."""
    yield Heading(1, PARTS[7], "incorporated")
    rows: list[tuple[CellText, ...]] = [
        (card.title or card.name, f"{DOCUMENT_KINDS[card.kind]}, {card.date or LABELS['undated']}", LABELS["supplied"])
        for card in review.contract.documents if card.kind in ("policy", "annex", "amendment", "licence")]
    rows += [(item.what, item.why, LABELS["missing"]) for item in review.unresolved]
    if rows:
        yield Table((LABELS["document"], LABELS["kind"], LABELS["status"]), tuple(rows), (40, 34, 26))
    else:
        yield Paragraph(LABELS["no_policies"])
    found = [finding for finding in review.findings if finding.clause in _INCORPORATION and finding.evidence]
    if found:
        yield _positions(found)


def _positions(found: Iterable[Finding]) -> Table:
    rows: tuple[tuple[CellText, ...], ...] = tuple(
        (finding.title, Mark(finding.verdict), name_position(finding.pole, finding.strength),
         Quoted(shorten(finding.evidence[0].quote, 240), name_place(finding.evidence[0], exact=False)))
        for finding in found)
    return Table((LABELS["clause"], LABELS["verdict"], LABELS["position"], LABELS["words"]), rows, (20, 26, 18, 36))

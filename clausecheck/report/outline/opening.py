"""How a report opens: what was read, what silence means, and the findings in five lines."""

from __future__ import annotations

from collections.abc import Iterator

from clausecheck.model import DocumentCard, Review
from clausecheck.model.words import Verdict
from clausecheck.report.blocks import Block, CellText, Facts, Heading, Inline, Link, Mark, Paragraph, Quotation, Table
from clausecheck.report.clean import name_library, name_place, name_searched
from clausecheck.report.outline.order import anchor_of, is_told, with_verdict
from clausecheck.report.words import BASELINES, DOCUMENT_KINDS, FOOTER, LABELS, PARTS, SIGNED, SILENCE_UNDER

_FIVE: tuple[Verdict, ...] = ("conflict", "unresolved", "weaker", "not_found", "covered")


def title(review: Review) -> Iterator[Block]:
    """The report's title, and what it is not."""
    yield Heading(0, f"{LABELS['report']}: {review.name}")
    yield Paragraph(FOOTER, note=True)


def documents(review: Review) -> Iterator[Block]:
    """Part 1: parties, playbook and library, the documents read, and what is missing from them."""
    parties = review.contract.parties
    yield Heading(1, PARTS[0], "documents")
    yield Facts((
        (LABELS["vendor"], parties.vendor or LABELS["not_named"]),
        (LABELS["customer"], parties.customer or LABELS["not_named"]),
        (LABELS["status"], SIGNED[review.contract.signed]),
        (LABELS["playbook"], name_playbook(review)),
        (LABELS["library"], name_library(review.library)),
        (LABELS["searched"], name_searched(review.searched)),
    ))
    yield Heading(2, LABELS["documents"])
    yield Table(
        (LABELS["document"], LABELS["kind"], LABELS["date"], LABELS["pages"], LABELS["hash"]),
        tuple(_row(card) for card in review.contract.documents), (34, 13, 13, 10, 30),
    )
    yield from _notes(review)
    yield Heading(2, LABELS["missing"])
    if review.unresolved:
        rows = tuple((item.what, item.why) for item in review.unresolved)
        yield Table((LABELS["what"], LABELS["why"]), rows, (40, 60))
    else:
        yield Paragraph(LABELS["all_supplied"])


def name_playbook(review: Review) -> str:
    """The playbook's title and id."""
    return f"{review.playbook_title} ({review.playbook})" if review.playbook_title else review.playbook


def _row(card: DocumentCard) -> tuple[CellText, ...]:
    name = card.name if card.title in ("", card.name) else f"{card.title} ({card.name})"
    pages = LABELS["no_pages"] if card.pages is None else str(card.pages)
    return name, DOCUMENT_KINDS[card.kind], card.date or LABELS["undated"], pages, card.sha256


def _notes(review: Review) -> Iterator[Block]:
    """Pages that were not read and warnings of the documents and of the review."""
    rows: list[tuple[CellText, ...]] = []
    for card in review.contract.documents:
        skipped = ", ".join(map(str, card.pages_skipped))
        rows += [(card.name, LABELS["skipped"].format(pages=skipped))] if skipped else []
        rows += [(card.name, warning) for warning in card.warnings]
    told = {words for card in review.contract.documents for warning in card.warnings
            for words in (warning, f"{card.name}: {warning}")}
    rows += [(LABELS["contract"], warning) for warning in review.warnings if warning not in told]
    if rows:
        yield Heading(2, LABELS["warnings"])
        yield Table((LABELS["document"], LABELS["warnings"]), tuple(rows), (30, 70))


def baseline(review: Review) -> Iterator[Block]:
    """Part 2: the grant with its words, and how silence is read under it."""
    found = review.contract.baseline
    yield Heading(1, PARTS[1], "baseline")
    yield Paragraph(f"{BASELINES[found.kind]}. {SILENCE_UNDER[found.kind]}")
    for evidence in found.evidence:
        yield Quotation(evidence.quote, name_place(evidence))


def summary(review: Review) -> Iterator[Block]:
    """Part 3: five lines, each a verdict with the reference clauses that have it; a sixth where one is stricter."""
    yield Heading(1, PARTS[2], "summary")
    rows: list[tuple[CellText, ...]] = []
    stricter: tuple[Verdict, ...] = ("above_ask",) if with_verdict(review, "above_ask") else ()
    for verdict in _FIVE + stricter:
        named: tuple[Inline, ...] = tuple(
            Link(finding.title, anchor_of(finding) if is_told(finding) else "not-found")
            for finding in with_verdict(review, verdict)
        )
        rows.append((Mark(verdict), str(len(named)), named or LABELS["none"]))
    yield Table((LABELS["verdict"], "", LABELS["clause"]), tuple(rows), (29, 6, 65))

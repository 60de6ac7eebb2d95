"""Part 4: one finding after the other, the worst verdict first, each with everything that it rests on."""

from __future__ import annotations

from collections.abc import Iterator

from clausecheck.model import Finding, ReadingCard, Review
from clausecheck.report.blocks import (
    Block,
    CellText,
    DecisionBox,
    Difference,
    Facts,
    FindingHead,
    Heading,
    Inline,
    Paragraph,
    Quotation,
    Quoted,
    Table,
)
from clausecheck.report.clean import name_place, name_position, shorten
from clausecheck.report.difference import LONGEST, compare_words
from clausecheck.report.outline.order import anchor_of, by_verdict, is_told
from clausecheck.report.words import (
    ACTORS,
    EVIDENCE_KINDS,
    EXCEPTIONS,
    LABELS,
    PARTS,
    QUALIFIERS,
    SILENCE_WANTED,
    TAGS,
    WIDTHS,
)

#: Fields beside the governing passage are cut to so many characters; the passage itself never is.
_ASIDE = 600


def findings(review: Review) -> Iterator[Block]:
    """Part 4: the findings in full, then those on which the playbook takes no stand, as a table."""
    yield Heading(1, PARTS[3], "findings")
    told = [finding for finding in by_verdict(review) if is_told(finding)]
    if not told:
        yield Paragraph(LABELS["none"])
    for finding in told:
        yield from _tell(finding)
    others = [finding for finding in review.findings if finding.verdict == "not_applicable" and finding.evidence]
    if others:
        yield Heading(2, LABELS["no_stand"])
        rows = tuple((finding.title, name_position(finding.pole, finding.strength), _first_words(finding))
                     for finding in others)
        yield Table((LABELS["clause"], LABELS["position"], LABELS["words"]), rows, (26, 22, 52))


def _first_words(finding: Finding) -> Quoted:
    first = finding.evidence[0]
    return Quoted(shorten(first.quote, 240), name_place(first))


def _tell(finding: Finding) -> Iterator[Block]:
    """One finding: verdict, words, how they read, what the playbook wants, the difference, room for a decision."""
    yield FindingHead(finding.verdict, finding.title, finding.clause,
                      name_position(finding.pole, finding.strength), anchor_of(finding))
    for evidence in finding.evidence:
        yield Quotation(evidence.quote, f"{name_place(evidence)} ({EVIDENCE_KINDS[evidence.kind]})")
    yield Facts(tuple(_facts(finding)))
    yield from _other_passages(finding)
    yield from _difference(finding)
    yield DecisionBox()


def _facts(finding: Finding) -> Iterator[tuple[str, CellText]]:
    """How the governing words read, and what the playbook wants."""
    yield LABELS["facts"], finding.why
    if finding.strength != "silent":
        yield LABELS["width"], WIDTHS[finding.width]
        yield LABELS["bound"], ACTORS[finding.actor]
        fired: tuple[Inline, ...] = tuple(
            Quoted(shorten(item.words, _ASIDE), QUALIFIERS[item.kind]) for item in finding.qualifiers)
        yield LABELS["qualifiers"], fired or LABELS["no_qualifiers"]
    if finding.exceptions:
        yield LABELS["exceptions"], tuple(
            Quoted(shorten(item.words, _ASIDE), EXCEPTIONS[item.kind]) for item in finding.exceptions)
    if finding.defined_terms:
        yield LABELS["terms"], tuple(
            Quoted(shorten(item.evidence.quote, _ASIDE), f"{item.term}; {name_place(item.evidence)}")
            for item in finding.defined_terms)
    if finding.alternatives:
        yield LABELS["other_reading"], (LABELS["two_readings"], *(
            f"{name_position(item.pole, item.strength)}: {item.why}" for item in finding.alternatives))
    if finding.tags:
        yield LABELS["tags"], "; ".join(TAGS[tag] for tag in finding.tags)
    yield from _wanted(finding)


def _wanted(finding: Finding) -> Iterator[tuple[str, CellText]]:
    """The playbook's required position, its fallback and walk-away, as far as it states them."""
    if finding.stand is None:
        return
    stand = finding.stand
    for label, words in (("required", stand.required), ("fallback", stand.fallback), ("walk_away", stand.walk_away)):
        if words:
            yield LABELS[label], words
    if finding.strength == "silent":
        yield LABELS["not_found_read"].split(":")[0], SILENCE_WANTED[stand.silence]


def _other_passages(finding: Finding) -> Iterator[Block]:
    """The readings that do not govern, with what set them aside, and the passages that were rejected."""
    others = [reading for reading in finding.readings if not reading.governs and reading.evidence]
    if others:
        yield Paragraph(LABELS["other_readings"], note=True)
        rows = tuple((name_position(card.pole, card.strength), _passage(card), _standing(card)) for card in others)
        yield Table((LABELS["position"], LABELS["words"], LABELS["why"]), rows, (22, 50, 28))
    if finding.rejected:
        yield Paragraph(LABELS["rejected"], note=True)
        near: tuple[tuple[CellText, ...], ...] = tuple(
            (Quoted(shorten(item.evidence.quote, _ASIDE), name_place(item.evidence)), item.why)
            for item in finding.rejected)
        yield Table((LABELS["words"], LABELS["why"]), near, (66, 34))


def _passage(card: ReadingCard) -> Quoted:
    return Quoted(shorten(card.evidence[0].quote, _ASIDE), name_place(card.evidence[0]))


def _standing(card: ReadingCard) -> str:
    return f"{LABELS['displaced_by']}: {card.displaced_by}" if card.displaced_by else LABELS["stands"]


def _difference(finding: Finding) -> Iterator[Block]:
    """The nearest reference wording and how the contract's words differ from it."""
    if finding.nearest is None or not finding.evidence:
        return
    found = " ".join(evidence.quote for evidence in finding.evidence)
    position = name_position(finding.nearest.pole, finding.nearest.strength)
    yield Paragraph(f"{LABELS['reference_wording'].format(position=position)}: {finding.nearest.text}", note=True)
    yield Paragraph(LABELS["difference"], note=True)
    yield Difference(compare_words(finding.nearest.text, found))
    if (words := len(found.split())) > LONGEST:
        yield Paragraph(LABELS["difference_cut"].format(words=words, shown=LONGEST), note=True)

"""The page of one contract: what was read, what silence means, the summary, and the findings."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Any

import streamlit as st

from clausecheck.comparison import WORST_FIRST, badge_of
from clausecheck.dashboard import markup, words
from clausecheck.dashboard.export import show_review_export
from clausecheck.dashboard.finding_page import show_finding
from clausecheck.dashboard.parts import Chosen, show_from_top, show_grid
from clausecheck.dashboard.session import Session, ShelvedContract
from clausecheck.model import DocumentCard, Finding, Library, Playbook, Review
from clausecheck.report.clean import name_place, name_pole, name_searched


def show_review(state: Session, library: Library, playbook: Playbook) -> None:
    """The contract on the screen: one of its findings, or all of them."""
    contract = state.current
    if contract is None:
        markup.show(
            markup.element("h1", words.EMPTY_TITLE, class_="cc-name"),
            markup.paragraph(words.EMPTY, class_="cc-lead"))
        return
    review = contract.review_under(library, playbook)
    findings = choose_findings(review, state)
    open_finding = next((finding for finding in review.findings if finding.clause == state.finding), None)
    show_from_top(f"{contract.key} {state.finding}")
    if open_finding:
        show_finding(state, contract, review, open_finding, findings, library)
    else:
        _show_overview(state, contract, review, findings)


def choose_findings(review: Review, state: Session) -> list[Finding]:
    """The findings that the session's filters let through, worst verdict first, then in the library's order."""
    chosen = [
        finding for finding in review.findings
        if finding.verdict in state.verdicts and (not state.families or _family(finding) in state.families)
    ]
    return sorted(chosen, key=lambda finding: WORST_FIRST.index(finding.verdict))


def _family(finding: Finding) -> str:
    return finding.clause.partition(".")[0]


def _show_overview(
    state: Session, contract: ShelvedContract, review: Review, findings: Sequence[Finding],
) -> None:
    _show_head(contract, review)
    with st.popover(words.EXPORT_REVIEW, icon=":material/download:"):
        show_review_export(review)
    with st.container(key="overview"):
        left, right = st.columns([1, 1], gap="large")
        with left:
            _show_baseline(review)
        with right:
            _show_summary(review)
    _show_documents(review)
    markup.show(markup.section(words.FINDINGS))
    _show_filters(state, review)
    if findings:
        show_grid(_findings_table(findings, state), "findings", lambda one: _open(state, one))
    else:
        st.info(words.NO_MATCH)
    _show_left_out(review, state)


def _open(state: Session, chosen: Chosen) -> None:
    state.show(state.contract, chosen.row)


def _show_head(contract: ShelvedContract, review: Review) -> None:
    parties = review.contract.parties
    between = " and ".join(party for party in (parties.vendor, parties.customer) if party)
    badges = [words.SAMPLE] if contract.sample else []
    markup.show(
        markup.element("h1", review.name, class_="cc-name"),
        markup.paragraph(
            *(markup.badge(text) for text in [*badges, badge_of(review)]),
            words.BETWEEN.format(parties=between) if between else words.NO_PARTIES),
        markup.quiet(words.READ_UNDER.format(
            playbook=review.playbook_title or review.playbook, version=review.library.version,
            date=review.library.date)),
        markup.quiet(words.SAMPLE_NOTE) if contract.sample else None)


def _show_baseline(review: Review) -> None:
    baseline = review.contract.baseline
    markup.show(
        markup.section(words.BASELINE),
        markup.paragraph(markup.element("strong", words.BASELINES[baseline.kind])),
        markup.paragraph(words.SILENCE_UNDER[baseline.kind]),
        *(markup.quotation(one, document=True) for one in baseline.evidence[:1]))
    if len(baseline.evidence) > 1:
        with st.expander(words.MORE_PLACES.format(places=words.count(len(baseline.evidence) - 1, "more place"))):
            markup.show(*(markup.quotation(one, small=True, document=True) for one in baseline.evidence[1:]))


def _show_summary(review: Review) -> None:
    counts = Counter(finding.verdict for finding in review.findings)
    lines = [
        markup.element(
            "li",
            markup.element("span", words.SYMBOLS[verdict], class_=f"cc-verdict cc-{verdict}", aria_hidden="true"),
            markup.element("b", str(counts[verdict])),
            markup.element("span", words.VERDICTS[verdict], class_=f"cc-verdict cc-{verdict}"),
            markup.element("span", said, class_="cc-quiet"))
        for verdict, said in words.SUMMARY.items()
    ]
    markup.show(
        markup.section(words.SUMMARY_TITLE),
        markup.element("ul", *lines, class_="cc-summary"),
        markup.quiet(words.SEARCHED.format(searched=name_searched(review.searched))))


def _show_documents(review: Review) -> None:
    markup.show(markup.section(words.DOCUMENTS), _documents_table(review.contract.documents))
    notes = [*review.warnings, *(
        note for card in review.contract.documents for note in (*card.warnings, *_skipped(card)))]
    if review.unresolved:
        markup.show(
            markup.paragraph(words.UNRESOLVED, class_="cc-label"),
            markup.bullets(f"{one.what}: {one.why}" for one in review.unresolved))
    if notes:
        with st.expander(words.count(len(dict.fromkeys(notes)), "note") + words.ON_READING):
            markup.show(markup.bullets(dict.fromkeys(notes)))
    if review.contract.ranking:
        with st.expander(f"{words.INTERPLAY} ({len(review.contract.ranking)})"):
            for card in review.contract.ranking:
                markup.show(
                    markup.paragraph(f"{words.RANKINGS[card.kind]}: {card.reaches}"),
                    markup.quotation(card.evidence, small=True, document=True))


def _skipped(card: DocumentCard) -> tuple[str, ...]:
    pages = ", ".join(map(str, card.pages_skipped))
    return (f"{card.name}: {words.SKIPPED.format(pages=pages)}",) if pages else ()


def _documents_table(cards: Sequence[DocumentCard]) -> markup.Markup:
    head = markup.element("tr", *(markup.element("th", label, scope="col") for label in words.DOCUMENT_COLUMNS))
    rows = [
        markup.element("tr", *(markup.element("td", cell) for cell in (
            markup.join(markup.paragraph(card.title or card.name),
                        markup.quiet(card.name) if card.title else None),
            markup.badge(markup.sentence(words.DOCUMENT_KINDS[card.kind])),
            card.date or words.UNDATED,
            words.NO_PAGES if card.pages is None else str(card.pages),
            f"{card.words:,}",
            markup.element("code", card.sha256[:12], title=card.sha256),
        )))
        for card in cards
    ]
    return markup.element("table", markup.element("thead", head), markup.element("tbody", *rows),
                          class_="cc-documents")


def _show_filters(state: Session, review: Review) -> None:
    counts = Counter(finding.verdict for finding in review.findings)
    present = [verdict for verdict in WORST_FIRST if counts[verdict]]
    families = list(dict.fromkeys(_family(finding) for finding in review.findings))
    st.session_state["verdict_filter"] = [verdict for verdict in present if verdict in state.verdicts]
    st.session_state["family_filter"] = [family for family in families if family in state.families]

    def keep() -> None:
        hidden = tuple(verdict for verdict in state.verdicts if verdict not in present)
        state.verdicts = (*st.session_state["verdict_filter"], *hidden)
        state.families = tuple(st.session_state["family_filter"])

    by_verdict, by_family = st.columns([3, 2])
    by_verdict.pills(
        words.VERDICT_FILTER, present, selection_mode="multi", key="verdict_filter", on_change=keep,
        format_func=lambda one: f"{words.SYMBOLS[one]} {words.VERDICTS[one]} {counts[one]}")
    by_family.multiselect(
        words.FAMILY_FILTER, families, key="family_filter", on_change=keep, placeholder=words.ALL_FAMILIES,
        format_func=lambda one: words.FAMILIES.get(one, one))


def _show_left_out(review: Review, state: Session) -> None:
    left_out = sum(finding.verdict == "not_applicable" for finding in review.findings)
    if left_out and "not_applicable" not in state.verdicts:
        markup.show(markup.quiet(words.NO_STAND.format(count=left_out)))


def _findings_table(findings: Sequence[Finding], state: Session) -> dict[str, Any]:
    columns = zip(words.FINDING_COLUMNS, ("18%", "30%", "21%", "16%", "15%"), strict=True)
    groups = [
        {"title": "", "rows": [_finding_row(finding, state) for finding in findings]},
    ]
    return {
        "caption": words.FINDINGS, "heading": 1, "byCell": False, "least": "620px",
        "columns": [{"label": label, "width": width} for label, width in columns], "groups": groups,
    }


def _finding_row(finding: Finding, state: Session) -> dict[str, Any]:
    silent = finding.strength == "silent"
    place = name_place(finding.evidence[0], exact=False) if finding.evidence else ""
    return {
        "id": finding.clause, "current": finding.clause == state.last_finding,
        "cells": [
            {"verdict": finding.verdict, "symbol": words.SYMBOLS[finding.verdict],
             "word": words.VERDICTS[finding.verdict]},
            {"text": finding.title, "note": words.FAMILIES.get(_family(finding), "")},
            {"text": "" if silent else markup.sentence(name_pole(finding.pole)),
             "note": markup.sentence(words.STRENGTHS[finding.strength])},
            {"text": place},
            {"chips": [words.TAGS[tag] for tag in finding.tags]},
        ],
    }

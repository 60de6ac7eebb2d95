"""Which of several readings governs, what displaces one, and what each side makes of the result."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest
from factories import make_finding
from reading import analyse, document_of, finding_on, library

from clausecheck.errors import DamagedFile
from clausecheck.judge import judge_findings
from clausecheck.model import Baseline, Finding, LegalMap, Playbook, Position, Stand, Unresolved
from clausecheck.model.words import Tag
from clausecheck.pipeline import analyse_documents

SCORING = "use.social-scoring"
BAN = "Customer shall not use the Service for social scoring."
LIMIT = "Customer shall not use the Service for social scoring of citizens except as permitted by law."
PERMISSION = "Customer may use the Service for social scoring of citizens."
ADVICE = "Customer should not use the Service for social scoring of citizens."
BELIEF = "WHEREAS the parties believe that people must never be scored by their social behaviour;"
GRANT = "Customer may use the Service for any lawful purpose."
CASES: list[dict[str, Any]] = tomllib.loads((Path(__file__).parent / "data" / "verdicts.toml").read_text(encoding="utf-8"))["cases"]


def order(*paragraphs: str) -> str:
    return "\n\n".join(["# Order", *paragraphs])


def strengths(finding: Finding) -> list[tuple[str | None, str, bool]]:
    return [(card.pole, card.strength, card.governs) for card in finding.readings]


# ---------------------------------------------------------------- which reading governs


def test_what_binds_nobody_steps_back_behind_the_weakest_operative_words():
    finding = finding_on(SCORING, order(BELIEF, f"4.1 {ADVICE}"))
    assert strengths(finding) == [("prohibit", "best_efforts", True), ("prohibit", "aspirational", False)]


def test_what_binds_nobody_is_shown_where_nothing_else_is_said_and_told_apart():
    finding = finding_on(SCORING, order(BELIEF))
    assert finding.strength == "aspirational"
    assert "narrative_not_in_text" in finding.tags


@pytest.mark.parametrize("paragraphs", [(f"4.1 {BAN}", f"4.2 {LIMIT}"), (f"4.1 {LIMIT}", f"4.2 {BAN}"), (f"4.1 {ADVICE}", f"4.2 {BAN}")])
def test_the_strongest_of_one_side_governs_wherever_it_stands(paragraphs):
    finding = finding_on(SCORING, order(*paragraphs))
    assert (finding.pole, finding.strength) == ("prohibit", "absolute")
    assert len(finding.readings) == 2
    assert finding.evidence[0].quote == BAN


def test_opposite_sides_of_equal_rank_leave_the_weaker_and_show_the_other():
    finding = finding_on(SCORING, order(f"4.1 {BAN}", f"7.1 {PERMISSION}"))
    assert (finding.pole, finding.strength) == ("permit", "permitted")
    assert {"conflict_unranked", "needs_human"} <= set(finding.tags)
    assert [(other.pole, other.strength) for other in finding.alternatives] == [("prohibit", "absolute")]


def test_a_general_grant_without_ranking_words_leaves_the_specific_ban_standing():
    finding = finding_on(SCORING, order(f"2.1 {GRANT}", f"4.1 {BAN}"))
    assert (finding.pole, finding.strength, finding.tags) == ("prohibit", "absolute", ())


def test_readings_are_in_the_order_of_governing_first_and_exactly_one_governs():
    finding = finding_on(SCORING, order(f"4.1 {LIMIT}", f"4.2 {BAN}", f"4.3 {ADVICE}"))
    assert [card.governs for card in finding.readings] == [True, False, False]


def test_every_clause_of_the_library_has_exactly_one_finding_in_its_order():
    findings = analyse("").findings
    assert [finding.clause for finding in findings] == [clause.id for clause in library().clauses]
    assert {(finding.strength, finding.pole, finding.evidence) for finding in findings} == {("silent", None, ())}


# ---------------------------------------------------------------- what displaces a reading


@pytest.mark.parametrize(
    ("paragraphs", "by"),
    [
        ((f"4.1 {BAN}", f"7.1 Notwithstanding Section 4, {GRANT}"), "7.1"),
        ((f"4.1 {BAN}", f"7.1 Notwithstanding anything to the contrary in this order, {GRANT}"), "7.1"),
        ((f"4.1 {BAN}", "12.1 Section 4.1 is deleted in its entirety."), "12.1"),
        (
            (
                f"2.1 {GRANT}",
                "9.1 In the event of a conflict this order prevails over the Usage Policy.",
                "## Annex B Usage Policy",
                f"1. {BAN}",
            ),
            "9.1",
        ),
        (("12.1 Annex B forms no part of this order.", "## Annex B Usage Policy", f"1. {BAN}"), "12.1"),
    ],
)
def test_a_displaced_ban_keeps_its_pole_and_names_what_displaced_it(paragraphs, by):
    finding = finding_on(SCORING, order(*paragraphs))
    assert (finding.pole, finding.strength) == ("prohibit", "overridden")
    assert finding.readings[0].displaced_by is not None
    assert finding.readings[0].displaced_by.startswith(by)
    assert "cancelled" in {qualifier.kind for qualifier in finding.qualifiers}
    assert len(finding.evidence) > 1, "the words that cancel are evidence too"


@pytest.mark.parametrize(
    "paragraphs",
    [
        (f"4.1 {BAN}", f"7.1 Notwithstanding Section 6, {GRANT}", "6.1 Prices are fixed."),
        (f"4.1 {BAN}", "12.1 Section 6.1 is deleted in its entirety.", "6.1 Prices are fixed."),
        (f"4.1 {BAN}", "7.1 Notwithstanding Section 4, invoices are paid within a month."),
        (f"4.1 Notwithstanding anything to the contrary in this order, {BAN}", f"7.1 {GRANT}"),
        (f"4.1 {BAN}", "7.1 Notwithstanding Section 4.1, Customer shall not use the Service for weapons."),
        (f"2.1 {GRANT}", "9.1 The Usage Policy prevails over this order.", "## Annex B Usage Policy", f"1. {BAN}"),
    ],
)
def test_words_that_do_not_reach_a_ban_leave_it_standing(paragraphs):
    finding = finding_on(SCORING, order(*paragraphs))
    assert (finding.pole, finding.strength) == ("prohibit", "absolute")


def test_a_ban_that_stands_governs_before_one_that_is_displaced():
    annex = ("12.1 Annex B forms no part of this order.", "## Annex B Usage Policy", f"1. {BAN}")
    finding = finding_on(SCORING, order(f"4.1 {LIMIT}", *annex))
    assert finding.strength == "law_conditioned"
    assert [card.strength for card in finding.readings] == ["law_conditioned", "overridden"]


# ---------------------------------------------------------------- limits that are not there


def test_a_grant_is_lowered_by_limits_that_are_there():
    finding = finding_on("grant.any-lawful-use", order(f"2.1 Subject to Section 4, {GRANT}", f"4. {BAN}"))
    assert (finding.pole, finding.strength) == ("grant", "defined_scope")
    assert "unresolved_document" not in finding.tags


@pytest.mark.parametrize("words", ["Section 44", "Annex Q", "the limits in Schedule 7"])
def test_a_grant_is_not_lowered_by_limits_that_are_missing(words):
    finding = finding_on("grant.any-lawful-use", order(f"2.1 Subject to {words}, {GRANT}"))
    assert (finding.pole, finding.strength) == ("grant", "absolute")
    assert "unresolved_document" in finding.tags
    assert [card.strength for card in finding.readings] == ["absolute"], "the reading is listed once"


# ---------------------------------------------------------------- verdicts under stands made by hand

WANTS_LIMITS = {
    "required": (Position(poles=("prohibit",), at_least="defined_scope", width="full"),),
    "fallback": (Position(poles=("prohibit", "limit"), at_least="law_conditioned"),),
    "walk_away": (Position(poles=("prohibit", "limit"), at_most="best_efforts"), Position(poles=("permit",))),
    "silence": "gap",
}
WANTS_FREEDOM = {
    "required": (Position(poles=("permit",)), Position(poles=("prohibit", "limit"), at_most="law_conditioned")),
    "walk_away": (Position(poles=("prohibit", "limit"), at_least="intent_qualified"),),
    "silence": "wanted",
}
WANTS_NO_MORE_THAN_LAW = {
    "required": (Position(poles=("prohibit", "limit"), at_least="policy_conditioned", at_most="law_conditioned"),),
    "silence": "fine",
    "minds_stricter": True,
}


def verdict(finding: Finding, stand: dict[str, Any] | None, *unresolved: Unresolved) -> str:
    stands = (Stand(clause=finding.clause, required_text="stated", **stand),) if stand else ()
    playbook = Playbook(id="own", title="Own", viewpoint="vendor", reads_silence_as="a gap", version=1, stands=stands)
    legal = LegalMap(baseline=Baseline(kind="none"), unresolved=unresolved)
    (judged,) = judge_findings([finding], playbook, legal)
    assert (judged.stand is None) is (stand is None)
    return judged.verdict


@pytest.mark.parametrize(
    ("stand", "pole", "strength", "expected"),
    [
        (WANTS_LIMITS, "prohibit", "absolute", "covered"),
        (WANTS_LIMITS, "prohibit", "defined_scope", "covered"),
        (WANTS_LIMITS, "prohibit", "intent_qualified", "weaker"),
        (WANTS_LIMITS, "limit", "law_conditioned", "weaker"),
        (WANTS_LIMITS, "limit", "policy_conditioned", "weaker"),
        (WANTS_LIMITS, "prohibit", "best_efforts", "conflict"),
        (WANTS_LIMITS, "prohibit", "aspirational", "conflict"),
        (WANTS_LIMITS, "prohibit", "overridden", "conflict"),
        (WANTS_LIMITS, "permit", "permitted", "conflict"),
        (WANTS_FREEDOM, "prohibit", "absolute", "conflict"),
        (WANTS_FREEDOM, "limit", "law_conditioned", "covered"),
        (WANTS_FREEDOM, "prohibit", "overridden", "covered"),
        (WANTS_FREEDOM, "permit", "permitted", "covered"),
        (WANTS_NO_MORE_THAN_LAW, "limit", "law_conditioned", "covered"),
        (WANTS_NO_MORE_THAN_LAW, "prohibit", "absolute", "above_ask"),
        (WANTS_NO_MORE_THAN_LAW, "prohibit", "best_efforts", "weaker"),
        (WANTS_NO_MORE_THAN_LAW, "permit", "permitted", "conflict"),
        (None, "prohibit", "absolute", "not_applicable"),
    ],
)
def test_a_stand_gives_the_verdict_of_its_holder(stand, pole, strength, expected):
    assert verdict(make_finding(pole=pole, strength=strength), stand) == expected


@pytest.mark.parametrize(
    ("stand", "expected"),
    [(WANTS_LIMITS, "not_found"), (WANTS_FREEDOM, "covered"), (WANTS_NO_MORE_THAN_LAW, "covered"), (None, "not_applicable")],
)
def test_silence_is_what_the_reader_says_it_is(stand, expected):
    assert verdict(make_finding(), stand) == expected


@pytest.mark.parametrize(
    ("unresolved", "expected"),
    [
        (Unresolved(what="policy.pdf", why="the file could not be read: it is damaged"), "unresolved"),
        (Unresolved(what="Acceptable Use Policy at https://example.org", why="referred to in 2"), "unresolved"),
        (Unresolved(what="Annex Q", why="2.1 is subject to it, not supplied"), "unresolved"),
        (Unresolved(what="Annex Z", why="referred to in 9, not supplied"), "not_found"),
    ],
)
def test_a_gap_is_unresolved_where_what_could_fill_it_was_not_read(unresolved, expected):
    assert verdict(make_finding(), WANTS_LIMITS, unresolved) == expected
    assert verdict(make_finding(), WANTS_FREEDOM, unresolved) == "covered"


def test_an_unread_file_makes_gaps_unresolved_through_the_whole_engine():
    analysis = analyse_documents([document_of("# Order\n\n1. Prices are fixed.")], library(), [DamagedFile("annex.pdf", "it is damaged")])
    book = library().playbook("vendor-red-lines")
    assert book is not None
    judged = judge_findings(analysis.findings, book, analysis.legal)
    assert next(finding.verdict for finding in judged if finding.clause == SCORING) == "unresolved"


@pytest.mark.parametrize(
    ("tag", "stand", "expected"),
    [
        ("unresolved_document", WANTS_LIMITS, "unresolved"),
        ("draft_or_superseded", WANTS_LIMITS, "unresolved"),
        ("draft_or_superseded", WANTS_FREEDOM, "unresolved"),
        ("vendor_only_duty", WANTS_LIMITS, "weaker"),
        ("needs_human", WANTS_LIMITS, "covered"),
    ],
)
def test_some_tags_decide_before_the_words_do(tag: Tag, stand, expected):
    assert verdict(make_finding(pole="prohibit", strength="absolute", tags=(tag,)), stand) == expected


def test_a_draft_that_leaves_the_polarity_open_is_unresolved_though_nothing_was_found():
    for stand in (WANTS_LIMITS, WANTS_FREEDOM, WANTS_NO_MORE_THAN_LAW):
        assert verdict(make_finding(tags=("draft_or_superseded",)), stand) == "unresolved"


def test_a_width_that_a_stand_asks_for_must_be_met():
    narrow = make_finding(pole="prohibit", strength="absolute", width="narrower_place")
    assert verdict(narrow, WANTS_LIMITS) == "weaker"


def test_a_tag_that_a_position_asks_for_must_be_there():
    stand = {**WANTS_LIMITS, "required": (Position(poles=("prohibit",), tags=("frozen",)),)}
    assert verdict(make_finding(pole="prohibit", strength="absolute"), stand) == "weaker"
    assert verdict(make_finding(pole="prohibit", strength="absolute", tags=("frozen",)), stand) == "covered"


# ---------------------------------------------------------------- the same words under every playbook of the library


@pytest.mark.parametrize("case", CASES, ids=[case["why"] for case in CASES])
def test_each_playbook_gives_the_verdict_that_its_holder_would(case):
    analysis = analyse(case["text"])
    finding = [finding for finding in analysis.findings if finding.clause == case["clause"]]
    books = {book.id: book for book in library().playbooks}
    said = {name: judge_findings(finding, books[name], analysis.legal)[0].verdict for name in case["verdicts"] if name in books}
    wrong = {name: (given, case["verdicts"][name]) for name, given in said.items() if given not in case["verdicts"][name].split(" | ")}
    assert said
    assert wrong == {}


def test_the_table_asks_playbooks_that_exist_or_are_still_to_come():
    known = {"civilian-gsa", "enterprise-buyer", "eu-public-buyer", "government-any-lawful-use", "negotiated-layered", "vendor-red-lines"}
    assert {name for case in CASES for name in case["verdicts"]} <= known
    assert {"vendor-red-lines", "government-any-lawful-use"} <= {book.id for book in library().playbooks}

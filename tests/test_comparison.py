import pytest
from factories import FORMULA, make_card, make_document, make_finding, make_findings, make_review, quote

from clausecheck.comparison import badge_of, compare_reviews
from clausecheck.errors import UsageError
from clausecheck.model import LibraryStamp, Review


def with_verdicts(vendor: str, **verdicts: str) -> Review:
    findings = tuple(make_finding(f"use.{name}", verdict=verdict) for name, verdict in verdicts.items())
    return make_review(vendor, findings=findings)


def papers(signed: str, *kinds: str) -> Review:
    review = make_review()
    cards = tuple(make_card(kind=kind) for kind in kinds)
    return review.model_copy(update={"contract": review.contract.model_copy(
        update={"documents": cards, "signed": signed})})


def test_rows_stand_worst_verdict_first_and_then_in_library_order():
    one = with_verdicts("One", a="covered", b="not_found", c="covered", d="weaker", e="not_applicable")
    two = with_verdicts("Two", a="covered", b="conflict", c="unresolved", d="weaker", e="above_ask")
    assert [row.clause[-1] for row in compare_reviews([one, two]).rows] == ["b", "c", "d", "e", "a"]


def test_the_order_of_rows_does_not_depend_on_how_many_vendors_share_a_verdict():
    one = with_verdicts("One", a="weaker", b="weaker")
    two = with_verdicts("Two", a="covered", b="weaker")
    assert [row.clause for row in compare_reviews([one, two]).rows] == ["use.a", "use.b"]


def test_columns_keep_the_order_given_and_every_row_has_a_cell_for_each():
    comparison = compare_reviews([make_review("Zephyr"), make_review("Anchor"), make_review("Mole")])
    assert [column.name for column in comparison.columns] == ["Zephyr", "Anchor", "Mole"]
    assert {len(row.cells) for row in comparison.rows} == {3}
    assert len(comparison.rows) == len(make_findings())


def test_vendors_of_the_same_name_are_told_apart():
    names = [column.name for column in compare_reviews([make_review("Same"), make_review("Same")]).columns]
    assert names == ["Same (harbourline-agreement.pdf)", "Same (harbourline-agreement.pdf) 2"]


def test_a_cell_quotes_five_to_twelve_words_of_the_governing_passage():
    for row in compare_reviews([make_review("One"), make_review("Two")]).rows:
        for cell in row.cells:
            if cell.finding.evidence:
                assert cell.words in cell.finding.evidence[0].quote
                assert 5 <= len(cell.words.split()) <= 12
            else:
                assert cell.words == ""


def test_the_words_of_a_cell_reach_the_verb_behind_a_long_lead_in():
    text = ("Without regard to anything said in the course of negotiations or in any earlier letter between them, "
            "Customer shall not resell the Service to another agency of any kind whatever.")
    document = make_document(text=text)
    finding = make_finding(evidence=(document.quote(0, len(text)),), strength="absolute")
    review = make_review(findings=(finding,))
    words = compare_reviews([review, review]).rows[0].cells[0].words
    assert "Customer shall not resell the Service" in words


def test_a_single_endless_word_is_cut():
    document = make_document(text="x" * 10_000)
    review = make_review(findings=(make_finding(evidence=(document.quote(0, 10_000),)),))
    assert len(compare_reviews([review, review]).rows[0].cells[0].words) == 160


@pytest.mark.parametrize(("signed", "kinds", "badge"), [
    ("signed", ["contract"], "Signed contract"),
    ("draft", ["contract", "policy"], "Draft contract with policy"),
    ("unknown", ["policy", "contract"], "Contract with policy, signature not found"),
    ("unknown", ["policy"], "Policy only"),
    ("signed", ["licence"], "Licence only"),
    ("signed", ["amendment"], "Signed amendment"),
    ("unknown", ["template", "annex"], "Template with annex"),
    ("unknown", [], "No document"),
])
def test_the_badge_says_what_kind_of_paper_it_is(signed, kinds, badge):
    assert badge_of(papers(signed, *kinds)) == badge


def test_a_column_carries_baseline_precedence_and_what_was_searched():
    column = compare_reviews([make_review("One"), make_review("Two")]).columns[0]
    assert column.baseline.kind == "broad_grant"
    assert column.precedence == quote("the Task Order prevails", "9.1")
    assert (column.searched.pages, column.unresolved, column.playbook) == (2, 1, "vendor-red-lines")


def test_one_contract_alone_is_nothing_to_compare():
    with pytest.raises(UsageError, match="at least two"):
        compare_reviews([make_review()])


def test_reviews_under_different_playbooks_are_refused():
    with pytest.raises(UsageError, match="different playbooks"):
        compare_reviews([make_review(), make_review(playbook="civil-rights")])


def test_reviews_from_different_libraries_are_refused():
    other = LibraryStamp(version="2.0", date="2027-01-01")
    with pytest.raises(UsageError, match="different clause libraries"):
        compare_reviews([make_review(), make_review(library=other)])


def test_hostile_names_pass_through_unchanged_for_the_formats_to_escape():
    assert compare_reviews([make_review(FORMULA), make_review("Two")]).columns[0].name == FORMULA

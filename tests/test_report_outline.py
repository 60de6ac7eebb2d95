import re

from factories import (
    absolute_ban,
    conditioned_limit,
    hostile_review,
    make_finding,
    make_review,
    overridden_ban,
    unresolved_list,
)

from clausecheck.model import Finding, Review
from clausecheck.report.blocks import DecisionBox, Difference, Facts, FindingHead, Heading, Quotation
from clausecheck.report.outline import outline_report
from clausecheck.report.words import PARTS


def flat(value: object) -> str:
    return repr(value)


def told(finding: Finding) -> list:
    blocks = outline_report(make_review(findings=(finding,)))
    first = next(place for place, block in enumerate(blocks) if isinstance(block, FindingHead))
    last = next(place for place, block in enumerate(blocks) if isinstance(block, DecisionBox))
    return blocks[first:last + 1]


def facts_of(finding: Finding) -> dict:
    return dict(next(block for block in told(finding) if isinstance(block, Facts)).rows)


def test_the_parts_stand_in_the_order_in_which_legal_reads_them():
    heads = [block.text for block in outline_report(make_review()) if isinstance(block, Heading) and block.level == 1]
    assert heads == [f"{number}. {part}" for number, part in enumerate(PARTS, start=1)]


def test_findings_stand_worst_first_and_those_without_a_stand_do_not_count_among_them():
    heads = [block.verdict for block in outline_report(make_review()) if isinstance(block, FindingHead)]
    assert heads == ["conflict", "unresolved", "weaker", "above_ask", "covered"]


def test_all_qualifiers_are_printed_with_the_words_that_fired_them():
    qualifiers = facts_of(conditioned_limit())["Qualifiers"]
    assert [item.words for item in qualifiers] == [
        "or Department policy", "consistent with applicable law", "intentionally"]


def test_a_finding_tells_everything_that_it_rests_on():
    facts = facts_of(conditioned_limit())
    assert list(facts) == ["Why this verdict", "Width", "Who is bound", "Qualifiers", "Exceptions",
                           "Defined terms used", "Other reading", "Tags", "Playbook requires", "Fallback", "Walk-away"]
    assert facts["Who is bound"] == "the customer"
    assert "Residents" in flat(facts["Defined terms used"])
    assert "Two readings are shown" in flat(facts["Other reading"])


def test_the_governing_passage_is_quoted_exactly_with_its_place():
    finding = conditioned_limit()
    quotation = next(block for block in told(finding) if isinstance(block, Quotation))
    assert quotation.words == finding.evidence[0].quote
    assert quotation.place.startswith("Section 4.2, page 1, characters ")


def test_a_displaced_reading_names_what_set_it_aside():
    assert "Set aside by: Section 9.1" in flat(told(overridden_ban()))


def test_an_unqualified_ban_says_that_no_qualifier_was_found_and_shows_what_was_rejected():
    blocks = told(absolute_ban())
    assert facts_of(absolute_ban())["Qualifiers"] == "none found"
    assert "keeping logs is not a use of weapons" in flat(blocks)
    assert any(isinstance(block, Difference) for block in blocks)


def test_what_was_not_found_is_listed_with_the_search_and_the_near_passages():
    text = flat(outline_report(make_review()))
    assert "Nothing was found in 2 pages of 1 document (156 words)" in text
    assert "a period for logs only" in text
    assert "Silence is read as permitted by the grant" in text


def test_a_missing_annex_is_unresolved_and_not_absent():
    text = flat(outline_report(make_review(findings=(unresolved_list(),))))
    assert "Can Annex B be supplied? It is missing from the documents read: referred to in 9.2, not supplied." in text
    assert "verdict='unresolved'" in text


def test_skipped_pages_and_warnings_are_in_the_header_once():
    text = flat(outline_report(make_review()))
    assert text.count("page 2 could not be read and was not searched") == 1
    assert "Not read: page 2" in text


def test_the_pipeline_s_copies_of_document_warnings_are_not_told_twice():
    review = make_review(warnings=("harbourline-agreement.pdf: page 2 could not be read and was not searched",))
    assert flat(outline_report(review)).count("page 2 could not be read") == 1


def test_each_question_is_asked_once():
    twice = make_review(findings=(conditioned_limit(), conditioned_limit()))
    assert flat(outline_report(twice)).count("which version of the text meant by “or Department policy”") == 1


def test_a_covered_finding_gives_rise_to_no_question():
    review = make_review(findings=(absolute_ban(),), unresolved=())
    assert "The findings gave rise to no question." in flat(outline_report(review))


def lines_of_summary(review: Review) -> int:
    blocks = outline_report(review)
    head = next(place for place, block in enumerate(blocks) if isinstance(block, Heading) and block.anchor == "summary")
    return len(blocks[head + 1].rows)


def test_the_summary_has_five_lines_and_a_sixth_only_where_something_is_stricter():
    assert lines_of_summary(make_review(findings=(absolute_ban(),))) == 5
    assert lines_of_summary(make_review()) == 6


def test_every_link_of_the_summary_leads_to_a_heading():
    blocks = outline_report(make_review())
    anchors = {block.anchor for block in blocks if isinstance(block, Heading | FindingHead)}
    assert set(re.findall(r"Link\(text='[^']*', anchor='([^']+)'\)", flat(blocks))) <= anchors


def test_a_review_without_findings_or_grant_is_still_a_report():
    review = make_review(findings=(), unresolved=(), warnings=())
    assert "None." in flat(outline_report(review))
    assert outline_report(make_review(findings=(make_finding(),)))
    assert outline_report(hostile_review())

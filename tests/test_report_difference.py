import pytest
from factories import LONG

from clausecheck.report.blocks import Change
from clausecheck.report.difference import LONGEST, compare_words


def runs(reference: str, found: str) -> list[tuple[str, str]]:
    return [tuple(change) for change in compare_words(reference, found)]


@pytest.mark.parametrize(("reference", "found", "expected"), [
    ("Customer shall not use it", "Customer shall not use it", [("equal", "Customer shall not use it")]),
    ("Customer shall not use it", "Customer shall not knowingly use it",
     [("equal", "Customer shall not"), ("insert", "knowingly"), ("equal", "use it")]),
    ("Customer shall not use it at all", "Customer shall not use it",
     [("equal", "Customer shall not use it"), ("delete", "at all")]),
    ("a b c d", "a x y d", [("equal", "a"), ("delete", "b c"), ("insert", "x y"), ("equal", "d")]),
    ("", "new words", [("insert", "new words")]),
    ("old words", "", [("delete", "old words")]),
    ("", "", []),
])
def test_the_difference_is_told_word_by_word(reference, found, expected):
    assert runs(reference, found) == expected


def test_case_and_punctuation_make_no_difference_and_the_contract_s_spelling_is_shown():
    assert runs("the Customer, shall not", "The customer shall NOT.") == [("equal", "The customer shall NOT.")]


def test_a_lone_word_that_happens_to_agree_does_not_break_a_change_in_two():
    assert runs("keep this or that here now", "keep law or policy here now") == [
        ("equal", "keep"), ("delete", "this or that"), ("insert", "law or policy"), ("equal", "here now")]


def test_punctuation_alone_is_still_a_word():
    assert runs("a ; b", "a ; b") == [("equal", "a ; b")]


def test_only_the_first_words_of_an_endless_passage_are_compared():
    assert sum(len(change.words.split()) for change in compare_words("", LONG)) == LONGEST


def test_both_sides_can_be_put_together_again_from_the_changes():
    reference, found = "You may not use it to track people in bulk.", "You may use it to track people in bulk if lawful."
    changes = compare_words(reference, found)
    assert " ".join(change.words for change in changes if change.kind != "delete") == found
    assert Change("delete", "not") in changes

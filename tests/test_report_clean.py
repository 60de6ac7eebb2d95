import pytest
from factories import quote

from clausecheck.model import Searched
from clausecheck.report.clean import (
    clean,
    in_quotes,
    name_place,
    name_pole,
    name_position,
    name_searched,
    name_section,
    shorten,
)


@pytest.mark.parametrize(("text", "cleaned"), [
    ("plain, “quoted” – ünïcode 漢字", "plain, “quoted” – ünïcode 漢字"),
    ("a\x00b\x1b[31mc\x07", "ab[31mc"),
    ("line\nfeed\ttab", "line\nfeed\ttab"),
    ("not\u202eton", "not[U+202E]ton"),
    ("\u2066isolate\u2069\u200f", "[U+2066]isolate[U+2069][U+200F]"),
    ("\ufffe\uffff\x85\x9b", ""),
    ("\ud800lone", "lone"),
    ("tag\U000e0041", "tag[U+E0041]"),
])
def test_text_is_harmless_and_shows_what_would_hide(text, cleaned):
    assert clean(text) == cleaned


@pytest.mark.parametrize(("text", "most", "short"), [
    ("short enough", 20, "short enough"), ("many words that do not fit", 15, "many words …"),
    ("x" * 30, 10, "x" * 10 + " …"), ("two\n lines", 20, "two lines"), ("", 5, ""),
])
def test_long_text_is_cut_at_a_word(text, most, short):
    assert shorten(text, most) == short


@pytest.mark.parametrize(("section", "name"), [
    ("4.2(b)", "Section 4.2(b)"), ("Annex C 3", "Annex C 3"), ("Article IV", "Article IV"), ("IV", "Section IV"),
    ("Partial", "Section Partial"),
])
def test_a_section_is_named_as_it_is_spoken_of(section, name):
    assert name_section(section) == name


def test_a_place_names_section_page_characters_and_document():
    evidence = quote("Vendor will keep usage logs", "11.4")
    assert name_place(evidence) == f"Section 11.4, page 2, characters {evidence.start}–{evidence.end}, " \
                                   "harbourline-agreement.pdf"
    assert name_place(evidence, exact=False) == "Section 11.4, page 2"


def test_a_place_without_section_and_pages_is_the_document():
    evidence = quote("Vendor will keep usage logs").model_copy(update={"page": None})
    assert name_place(evidence, exact=False) == "harbourline-agreement.pdf"


def test_quotation_marks_nest():
    assert in_quotes("plain") == "“plain”"
    assert in_quotes("“Residents” means") == "‘“Residents” means’"


@pytest.mark.parametrize(("searched", "words"), [
    (Searched(documents=1, pages=1, words=1200), "1 page of 1 document (1,200 words)"),
    (Searched(documents=3, pages=42, words=18), "42 pages of 3 documents (18 words)"),
    (Searched(documents=2, pages=None, words=5), "2 documents (5 words)"),
])
def test_what_was_searched_is_said_in_full(searched, words):
    assert name_searched(searched) == words


def test_poles_and_strengths_are_words():
    assert name_pole("human_decides") == "human decides"
    assert name_position("limit", "law_conditioned") == "limit, conditioned on outside law"
    assert name_position(None, "silent") == "nothing found"

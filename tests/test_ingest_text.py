from __future__ import annotations

from pathlib import Path

import pytest

from clausecheck.errors import NoText, UnsupportedFile
from clausecheck.ingest import read_document
from clausecheck.ingest.blocks import compose_text, labelled_block, row_blocks
from clausecheck.ingest.characters import clean_characters
from clausecheck.ingest.html import read_html
from clausecheck.ingest.hyphens import Hyphens, join_lines
from clausecheck.ingest.labels import is_item, leading_label
from clausecheck.ingest.limits import DEFAULT_LIMITS
from clausecheck.ingest.markdown import read_markdown
from clausecheck.ingest.media import decode, media_type_of
from clausecheck.ingest.plain import read_plain
from clausecheck.ingest.source import Source


def shown(blocks):
    text = compose_text(blocks)
    return [(block.kind, block.level, block.label, text.text[block.start:block.end]) for block in text.blocks]


def texts(blocks):
    return [text for *_, text in shown(blocks)]


def markdown(text):
    return read_markdown(text, "terms.md").blocks


def test_zero_width_bidi_and_soft_hyphen_characters_go_and_ligatures_are_spelled_out():
    assert clean_characters("pro\u200bhib\u00adited \u202eof\ufb01ce\ufeff e\u0301") == "prohibited office é"


def test_bullets_of_the_symbol_font_become_bullets():
    assert clean_characters("\uf0b7 item") == "• item"


@pytest.mark.parametrize(("text", "label"), [
    ("4.2 Weapons", "4.2"), ("1.1(b) Foo", "1.1(b)"), ("(a) Foo", "(a)"), ("(iv) Foo", "(iv)"), ("(aa) Foo", "(aa)"),
    ("1. Foo", "1."), ("AI-12. Foo", "AI-12."), ("E4(c) Foo", "E4(c)"), ("A. Foo", "A."), ("• Foo", "•"), ("- Foo", "-"),
    ("12 months from", ""), ("(an) example", ""), ("$31.00 a month", ""), ("U.S. law", ""), ("2026 was", ""), ("", ""),
])
def test_a_label_is_the_number_or_bullet_at_the_start_and_nothing_else(text, label):
    assert leading_label(text) == label


def test_a_number_with_parts_is_a_clause_and_a_letter_an_item():
    assert not is_item("4.2")
    assert is_item("(a)")
    assert is_item("1.")


@pytest.mark.parametrize(("lines", "joined"), [
    (["the dir-", "ect use"], "the direct use"),
    (["an air-", "gapped network"], "an air-gapped network"),
    (["ninety-", "two days"], "ninety-two days"),
    (["the con-", "tractor and the contractor"], "the contractor and the contractor"),
    (["a time-", "stamped copy; the time is kept"], "a time-stamped copy; the time is kept"),
    (["clauses AI-", "16 and following"], "clauses AI-16 and following"),
    (["from 3 -", "not later"], "from 3 - not later"),
])
def test_words_cut_at_a_lines_end_are_mended_and_true_hyphens_stay(lines, joined):
    assert join_lines(lines, Hyphens(lines)) == joined


def test_a_document_that_cuts_words_throughout_joins_those_it_does_not_know():
    lines = ["the govern-", "ment may", "require pay-", "ment and per-", "mission of government payment permission",
             "for a stop-", "gap stop"]
    assert join_lines(lines, Hyphens(lines)).endswith("a stopgap stop")


def test_markdown_marks_links_and_escapes_go_and_words_stay():
    assert texts(markdown(r"**4.2 Weapons.** The *Service* and [its terms](http://x.example) \(as posted\) `v2` <b>apply</b>")) == [
        "4.2 Weapons. The Service and its terms (as posted) v2 apply"]


def test_markdown_headings_lists_and_tables_keep_their_shape():
    assert shown(markdown("# Terms\n\n## Use\n\n- one\n\n    - two\n\n3. three\n4. four\n\n| A | B |\n|---|---|\n| 1 | x y |\n")) == [
        ("heading", 1, "", "Terms"), ("heading", 2, "", "Use"), ("list_item", 1, "•", "• one"),
        ("list_item", 2, "•", "• two"), ("list_item", 1, "3.", "3. three"), ("list_item", 1, "4.", "4. four"),
        ("table_row", 0, "", "A | B"), ("table_row", 0, "", "1 | x y")]


def test_doubled_bullets_nested_between_blank_lines_are_said_once_at_their_depth():
    found = shown(markdown("*   •Do no harm, including:\n    \n    *   •Spying on people\n        \n"))
    assert found == [("list_item", 1, "•", "• Do no harm, including:"), ("list_item", 2, "•", "• Spying on people")]


def test_a_bullet_before_a_number_gives_way_to_the_number():
    assert shown(markdown("*   2.1. Scope. The terms apply."))[0][2:] == ("2.1.", "2.1. Scope. The terms apply.")


def test_indented_clauses_in_markdown_are_text_and_each_its_own_block():
    assert texts(markdown("5.1 The Customer shall not:\n\n  (a) spy;\n\n      (b) harm; or\n\n(c) lie.")) == [
        "5.1 The Customer shall not:", "(a) spy;", "(b) harm; or", "(c) lie."]


def test_a_soft_line_break_is_a_space_and_a_new_number_under_a_finished_line_begins_a_block():
    assert texts(markdown("The Customer\nshall not:\n(a) spy;\n(b) harm\npeople.")) == [
        "The Customer shall not:", "(a) spy;", "(b) harm people."]


def test_a_bold_line_alone_is_a_heading_and_a_bold_sentence_is_not():
    assert [kind for kind, *_ in shown(markdown("**Limits of use**\n\n**Nothing in this part binds the vendor.**"))] == [
        "heading", "paragraph"]


def test_a_redaction_in_stars_survives_stray_emphasis_marks():
    assert texts(markdown("**Fees **are [***] a year")) == ["Fees are [***] a year"]


def test_plain_text_joins_wrapped_lines_and_splits_at_clauses():
    assert texts(read_plain("TERMS OF USE\n\n1.1 The Cus-\ntomer may use\nthe Service.\n1.2 It may not share it.\n")) == [
        "TERMS OF USE", "1.1 The Customer may use the Service.", "1.2 It may not share it."]


def test_lines_longer_than_a_page_are_paragraphs():
    line = "The vendor may change these terms at any time and will say so on its site, and the customer agrees to look there. "
    assert len(texts(read_plain(f"{line}\n{line}"))) == 2


def test_headers_and_page_numbers_around_form_feeds_go():
    pages = "\f".join(f"DRAFT CLAUSES\n\nThe text of part {word} goes on.\n\n{at}\n" for at, word in enumerate("abcd", 1))
    assert texts(read_plain(pages)) == [f"The text of part {word} goes on." for word in "abcd"]


def test_a_number_alone_on_its_line_joins_the_paragraph_after_it():
    assert texts(read_plain("2.1.\n\nThe vendor keeps a log.\n")) == ["2.1. The vendor keeps a log."]


def test_html_shows_headings_lists_and_rows_and_no_script():
    blocks = read_html(
        "<html><head><title>x</title><style>p{}</style></head><body><h2>Use</h2><p>You <b>must</b>\nnot:<br>(a) spy;<br>(b) lie."
        "</p><ul><li>one<ul><li>two</li></ul></li></ul><ol type=a><li>first</li></ol><table><tr><th>A</th><td>B</td></tr>"
        "<tr><td>(i)</td><td>lone clause</td></tr></table><script>alert(1)</script></body></html>", "t.html").blocks
    assert shown(blocks) == [
        ("heading", 2, "", "Use"), ("paragraph", 0, "", "You must not:"), ("list_item", 1, "(a)", "(a) spy;"),
        ("list_item", 1, "(b)", "(b) lie."), ("list_item", 1, "•", "• one"), ("list_item", 2, "•", "• two"),
        ("list_item", 1, "a.", "a. first"), ("table_row", 0, "", "A | B"), ("list_item", 1, "(i)", "(i) lone clause")]


def test_html_that_a_browser_hides_is_left_out_with_a_warning():
    parsed = read_html("<p>Seen.</p><p style='display: none'>ignore all limits</p>", "t.html")
    assert texts(parsed.blocks) == ["Seen."]
    assert parsed.warnings == ["text that a reader does not see was left out (3 words)"]


def test_rows_keep_empty_cells_in_the_middle_and_drop_empty_rows():
    assert texts(row_blocks([["a"], [], ["b", "c"], []])) == ["a |  | b c".replace("  ", " ")]
    assert row_blocks([[], []]) == []


def test_blocks_without_a_letter_or_figure_are_not_text():
    assert texts([labelled_block("•"), labelled_block("-----"), labelled_block("word")]) == ["word"]


@pytest.mark.parametrize(("name", "data", "media_type"), [
    ("a.txt", b"%PDF-1.4 ...", "application/pdf"), ("a.pdf", b"plain words", "text/plain"),
    ("a.md", b"# Terms", "text/markdown"), ("a.htm", b"<p>x", "text/html"), ("a", b"<!DOCTYPE html><p>x", "text/html"),
])
def test_the_content_decides_what_a_file_is_and_the_name_only_between_texts(name, data, media_type):
    assert media_type_of(Source(name, data, DEFAULT_LIMITS)) == media_type


@pytest.mark.parametrize("data", ["“terms”".encode(), "“terms”".encode("utf-16"), "“terms”".encode("cp1252"),
                                  "“terms”".encode("utf-8-sig")])
def test_texts_in_the_usual_encodings_read_the_same(data):
    assert decode(Source("a.txt", data, DEFAULT_LIMITS)).lstrip("\ufeff") == "“terms”"


@pytest.mark.parametrize(("name", "data", "words"), [
    ("a.rtf", b"{\\rtf1 x}", "RTF"), ("a.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "old Office"),
    ("a.wpd", b"\xffWPC" + b"\0" * 99, "WordPerfect"), ("a.png", b"\x89PNG" + b"\0" * 99, "image"),
    ("a.bin", bytes(range(256)) * 9, "neither text"),
])
def test_foreign_files_are_refused_with_what_to_do(tmp_path: Path, name, data, words):
    (tmp_path / name).write_bytes(data)
    with pytest.raises(UnsupportedFile, match=f"(?s){words}.*save it as DOCX or PDF"):
        read_document(tmp_path / name)


def test_an_empty_file_holds_no_text(tmp_path: Path):
    (tmp_path / "a.md").write_bytes(b" \n")
    with pytest.raises(NoText, match="empty"):
        read_document(tmp_path / "a.md")

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest
from ingest_files import make_docx, numbered, para, scheme

from clausecheck.errors import DamagedFile, EncryptedFile, LimitExceeded, UnsupportedFile
from clausecheck.ingest.blocks import compose_text
from clausecheck.ingest.limits import DEFAULT_LIMITS
from clausecheck.ingest.media import media_type_of
from clausecheck.ingest.source import Source
from clausecheck.ingest.word import read_word
from clausecheck.ingest.word.numbering import number_as


def read(path: Path):
    return read_word(Source(path.name, path.read_bytes(), DEFAULT_LIMITS))


def shown(path: Path):
    text = compose_text(read(path).blocks)
    return [(block.kind, block.level, block.label, text.text[block.start:block.end]) for block in text.blocks]


def texts(path: Path):
    return [text for *_, text in shown(path)]


@pytest.fixture
def docx(tmp_path: Path) -> Path:
    return tmp_path / "contract.docx"


def test_automatic_numbers_are_counted_over_levels_and_stand_before_the_text(docx: Path):
    legal = scheme(("decimal", "%1."), ("decimal", "%1.%2"), ("lowerLetter", "(%3)"))
    body = "".join([numbered("Use"), numbered("Scope", 1), numbered("first", 2), numbered("second", 2),
                    numbered("Limits", 1), numbered("again", 2), numbered("Term")])
    make_docx(docx, body, {"numbering": f'{legal}<w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>'})
    assert shown(docx) == [
        ("list_item", 1, "1.", "1. Use"), ("list_item", 2, "1.1", "1.1 Scope"), ("list_item", 3, "(a)", "(a) first"),
        ("list_item", 3, "(b)", "(b) second"), ("list_item", 2, "1.2", "1.2 Limits"), ("list_item", 3, "(a)", "(a) again"),
        ("list_item", 1, "2.", "2. Term")]


def test_a_second_list_of_the_same_scheme_goes_on_unless_it_starts_over(docx: Path):
    nums = ('<w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num>'
            '<w:num w:numId="3"><w:abstractNumId w:val="1"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/>'
            "</w:lvlOverride></w:num>")
    body = numbered("a") + numbered("b", number=2) + numbered("c", number=3) + numbered("d", number=3)
    make_docx(docx, body, {"numbering": scheme(("upperRoman", "%1.")) + nums})
    assert texts(docx) == ["I. a", "II. b", "I. c", "II. d"]


def test_a_number_may_come_from_the_style_and_its_text_may_hold_words(docx: Path):
    styles = ('<w:style w:type="paragraph" w:styleId="Art"><w:name w:val="heading 1"/><w:pPr><w:numPr><w:numId w:val="1"/>'
              "</w:numPr></w:pPr></w:style>")
    make_docx(docx, para("Use", '<w:pStyle w:val="Art"/>') + para("Text."), {
        "styles": styles,
        "numbering": f'{scheme(("upperRoman", "ARTICLE %1"))}<w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>'})
    assert shown(docx) == [("heading", 1, "ARTICLE I", "ARTICLE I Use"), ("paragraph", 0, "", "Text.")]


@pytest.mark.parametrize(("count", "form", "shown_as"), [
    (28, "lowerLetter", "bb"), (4, "upperRoman", "IV"), (1944, "lowerRoman", "mcmxliv"), (3, "decimalZero", "03"),
    (22, "ordinal", "22nd"), (12, "ordinal", "12th"), (2, "cardinalText", "Two"), (7, "chicago", "7"), (0, "lowerLetter", ""),
])
def test_number_formats_read_as_in_word(count, form, shown_as):
    assert number_as(count, form) == shown_as


def test_tracked_insertions_stay_and_deletions_and_hidden_words_go_with_a_warning(docx: Path):
    make_docx(docx, "<w:p><w:r><w:t>The vendor </w:t></w:r><w:ins><w:r><w:t>shall </w:t></w:r></w:ins><w:del><w:r><w:delText>may "
              "not</w:delText></w:r></w:del><w:moveFrom><w:r><w:t>old place</w:t></w:r></w:moveFrom><w:r><w:rPr><w:vanish/>"
              "</w:rPr><w:t>secretly</w:t></w:r><w:r><w:t>pay.</w:t></w:r></w:p>")
    assert texts(docx) == ["The vendor shall pay."]
    assert read(docx).warnings == [
        "the file has tracked changes: insertions (1 words) were read as part of the text, deletions (4 words) were left out",
        "text that a reader does not see was left out (1 words)"]


def test_a_deleted_paragraph_mark_joins_two_paragraphs_and_a_deleted_paragraph_takes_no_number(docx: Path):
    gone = ('<w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr><w:rPr><w:del/></w:rPr></w:pPr><w:del><w:r>'
            "<w:delText>dropped</w:delText></w:r></w:del></w:p>")
    make_docx(docx, para("The vendor", "<w:rPr><w:del/></w:rPr>") + para("shall pay.") + gone + numbered("next"), {
        "numbering": f'{scheme(("decimal", "%1."))}<w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>'})
    assert texts(docx) == ["The vendor shall pay.", "1. next"]


def test_content_controls_fields_links_and_text_boxes_are_read_once_and_in_order(docx: Path):
    box = f"<w:txbxContent>{para('In the box.')}</w:txbxContent>"
    make_docx(docx, f"<w:sdt><w:sdtContent>{para('Controlled.')}</w:sdtContent></w:sdt>"
              "<w:p><w:fldSimple><w:r><w:t>Field </w:t></w:r></w:fldSimple><w:hyperlink><w:r><w:t>link</w:t></w:r></w:hyperlink>"
              "<w:r><w:tab/><w:t>tab</w:t><w:br/><w:t>next</w:t><w:noBreakHyphen/><w:t>x</w:t></w:r></w:p>"
              f"<w:p><w:r><w:t>Anchor.</w:t><mc:AlternateContent><mc:Choice>{box}</mc:Choice><mc:Fallback>{box}</mc:Fallback>"
              "</mc:AlternateContent></w:r></w:p>")
    assert texts(docx) == ["Controlled.", "Field link tab next-x", "Anchor.", "In the box."]


def test_rows_are_blocks_nested_tables_follow_and_a_lone_cell_is_plain_text(docx: Path):
    def row(*cells: str) -> str:
        return "<w:tr>" + "".join(f"<w:tc>{cell}</w:tc>" for cell in cells) + "</w:tr>"

    inner = f"<w:tbl>{row(para('in'), para('ner'))}</w:tbl>"
    make_docx(docx, f"<w:tbl>{row(para('Term'), para('Two') + para('years') + inner)}{row(para('A whole sentence.'))}"
              f"{row(para('(a)'), para('a clause beside its number'))}</w:tbl>")
    assert shown(docx) == [
        ("table_row", 0, "", "Term | Two years"), ("table_row", 0, "", "in | ner"), ("paragraph", 0, "", "A whole sentence."),
        ("list_item", 1, "(a)", "(a) a clause beside its number")]


def test_footnotes_come_last_and_tables_of_contents_not_at_all(docx: Path):
    styles = '<w:style w:type="paragraph" w:styleId="TOC1"><w:name w:val="toc 1"/></w:style>'
    note = '<w:footnote w:id="2"><w:p><w:r><w:footnoteRef/></w:r><w:r><w:t>As amended.</w:t></w:r></w:p></w:footnote>'
    make_docx(docx, para("Use 1", '<w:pStyle w:val="TOC1"/>') + "<w:p><w:r><w:t>The Act</w:t></w:r><w:r><w:footnoteReference "
              'w:id="2"/></w:r><w:r><w:t> applies.</w:t></w:r></w:p>' + para("End."), {"styles": styles, "footnotes": note})
    assert shown(docx) == [("paragraph", 0, "", "The Act applies."), ("paragraph", 0, "", "End."),
                           ("footnote", 0, "1", "1 As amended.")]


def test_a_heading_style_on_a_whole_sentence_does_not_make_it_a_heading(docx: Path):
    styles = '<w:style w:type="paragraph" w:styleId="H"><w:name w:val="heading 2"/></w:style>'
    sentence = "The Customer shall not use the Service to watch people in public places."
    make_docx(docx, para("Limits", '<w:pStyle w:val="H"/>') + para(sentence, '<w:pStyle w:val="H"/>'), {"styles": styles})
    assert [kind for kind, *_ in shown(docx)] == ["heading", "paragraph"]


def test_comments_are_not_read_and_counted(docx: Path):
    make_docx(docx, para("Text."), {"comments": f"<w:comment w:id='1'>{para('secret view')}</w:comment>"})
    assert texts(docx) == ["Text."]
    assert read(docx).warnings == ["comments in the margin were not read (1)"]


def test_a_file_that_declares_entities_is_refused(docx: Path):
    make_docx(docx, "")
    with zipfile.ZipFile(docx, "a") as archive:
        archive.writestr("word/extra.xml", '<!DOCTYPE x [<!ENTITY a "aa">]><x>&a;</x>')
    with pytest.raises(DamagedFile, match="entities"):
        read(docx)


def test_a_file_that_inflates_beyond_measure_is_refused_before_it_is_unpacked(docx: Path):
    make_docx(docx, para("x"))
    with zipfile.ZipFile(docx, "a", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/media.bin", b"\0" * 30_000_000)
    with pytest.raises(LimitExceeded, match="unpacks"):
        read(docx)


def test_nesting_without_end_is_refused(docx: Path):
    make_docx(docx, "<w:sdt>" * 3000 + "</w:sdt>" * 3000)
    with pytest.raises((LimitExceeded, DamagedFile)):
        read(docx)


def test_a_cut_file_is_damaged_and_a_locked_one_is_encrypted(docx: Path):
    make_docx(docx, para("x" * 500))
    with pytest.raises(DamagedFile):
        media_type_of(Source("a.docx", docx.read_bytes()[:-200], DEFAULT_LIMITS))
    locked = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le") * 2
    with pytest.raises(EncryptedFile, match="password"):
        media_type_of(Source("a.docx", locked, DEFAULT_LIMITS))


def test_other_kinds_of_zip_are_named(tmp_path: Path):
    for member, words in (("content.xml", "OpenDocument"), ("a.txt", "archive")):
        path = tmp_path / "a.zip"
        with zipfile.ZipFile(path, "w") as archive:
            archive.writestr(member, "x")
        with pytest.raises(UnsupportedFile, match=words):
            media_type_of(Source("a.zip", path.read_bytes(), DEFAULT_LIMITS))



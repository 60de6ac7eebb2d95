import re
from io import BytesIO
from zipfile import ZipFile

import docx
import pytest
from factories import FORMULA, LONG, SCRIPT, hostile_review, make_review
from lxml import etree

from clausecheck.report import render_docx
from clausecheck.report.words import FOOTER, PARTS

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


@pytest.fixture(scope="module")
def report() -> bytes:
    return render_docx(make_review())


def all_text(data: bytes) -> str:
    body = etree.fromstring(ZipFile(BytesIO(data)).read("word/document.xml"))
    return "\n".join("".join(node.text or "" for node in paragraph.iter(f"{W}t")) for paragraph in body.iter(f"{W}p"))


def test_the_parts_are_headings_that_word_s_navigation_shows(report):
    document = docx.Document(BytesIO(report))
    assert [p.text for p in document.paragraphs if p.style.name == "Heading 1"] == [
        f"{number}. {part}" for number, part in enumerate(PARTS, start=1)]
    assert "Mass domestic surveillance" in [p.text for p in document.paragraphs if p.style.name == "Heading 3"]


def test_quotation_qualifiers_and_difference_are_there(report):
    text = all_text(report)
    assert "Customer shall not intentionally use the Service for bulk monitoring of residents" in text
    assert "“or Department policy” one side can change or decide" in text
    assert "{+intentionally+}" in text


def test_deleted_words_are_struck_through_and_inserted_ones_underlined(report):
    runs = [run for paragraph in docx.Document(BytesIO(report)).paragraphs for run in paragraph.runs]
    assert {run.font.strike for run in runs if run.text.startswith("[−")} == {True}
    assert {run.font.underline for run in runs if run.text.startswith("{+")} == {True}


def test_every_finding_has_a_box_for_the_decision(report):
    text = all_text(report)
    assert text.count("☐ Agree") == text.count("☐ Change") == text.count("Note:") == 5


def test_footer_and_page_numbers_stand_on_every_page(report):
    footer = docx.Document(BytesIO(report)).sections[0].footer.paragraphs[0]
    assert footer.text.startswith(FOOTER)
    assert {"PAGE", "NUMPAGES"} == {node.text.strip() for node in footer._p.iter(f"{W}instrText")}


def test_table_heads_repeat_on_the_next_page_and_rows_stay_whole(report):
    body = etree.fromstring(ZipFile(BytesIO(report)).read("word/document.xml"))
    assert len(list(body.iter(f"{W}tblHeader"))) > 5
    assert len(list(body.iter(f"{W}cantSplit"))) > 20


def test_links_lead_to_bookmarks(report):
    body = etree.fromstring(ZipFile(BytesIO(report)).read("word/document.xml"))
    links = {node.get(f"{W}anchor") for node in body.iter(f"{W}hyperlink")}
    assert links
    assert links <= {node.get(f"{W}name") for node in body.iter(f"{W}bookmarkStart")}


def test_hostile_words_are_text_and_nothing_more():
    data = render_docx(hostile_review())
    text = all_text(data)
    assert SCRIPT in text
    assert FORMULA in text
    assert LONG.strip() in text
    assert "[U+202E]" in text
    assert not re.search("[\x00-\x08\x1b\u202e\ufffe]", text)
    parts = ZipFile(BytesIO(data))
    assert not any(b'TargetMode="External"' in parts.read(name) for name in parts.namelist())


def test_the_same_review_gives_the_same_bytes(report):
    assert render_docx(make_review()) == report


def test_the_file_names_no_date_and_no_machine(report):
    parts = ZipFile(BytesIO(report))
    assert {part.date_time for part in parts.infolist()} == {(1980, 1, 1, 0, 0, 0)}
    assert docx.Document(BytesIO(report)).core_properties.author == "clausecheck"

import re
from io import BytesIO
from zipfile import ZipFile

import pytest
from factories import FORMULA, LONG, hostile_review, make_review
from lxml import etree

from clausecheck.comparison import compare_reviews
from clausecheck.report import render_comparison_xlsx, render_xlsx

S = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"


def sheets(data: bytes) -> dict[str, list[list[str]]]:
    """Every sheet as rows of texts, read from the file's own XML."""
    parts = ZipFile(BytesIO(data))
    shared = ["".join(node.text or "" for node in item.iter(f"{S}t"))
              for item in etree.fromstring(parts.read("xl/sharedStrings.xml"))]
    names = [node.get("name") for node in etree.fromstring(parts.read("xl/workbook.xml")).iter(f"{S}sheet")]
    read = {}
    for number, name in enumerate(names, start=1):
        rows = etree.fromstring(parts.read(f"xl/worksheets/sheet{number}.xml")).iter(f"{S}row")
        read[name] = [[shared[int(cell.find(f"{S}v").text)] if cell.find(f"{S}v") is not None else ""
                       for cell in row] for row in rows]
    return read


BOOKS = {
    "review": lambda: render_xlsx(make_review()), "hostile": lambda: render_xlsx(hostile_review()),
    "comparison": lambda: render_comparison_xlsx(compare_reviews([make_review("One"), make_review("Two")])),
    "hostile comparison": lambda: render_comparison_xlsx(compare_reviews([hostile_review(), hostile_review()])),
}


@pytest.mark.parametrize("make", BOOKS.values(), ids=BOOKS)
def test_every_cell_is_text_and_none_a_formula_or_a_link(make):
    parts = ZipFile(BytesIO(make()))
    for name in parts.namelist():
        if name.startswith("xl/worksheets/sheet"):
            tree = etree.fromstring(parts.read(name))
            assert not list(tree.iter(f"{S}f", f"{S}hyperlink"))
            assert {cell.get("t") for cell in tree.iter(f"{S}c") if cell.find(f"{S}v") is not None} == {"s"}
    assert not any("externalLink" in name or "vbaProject" in name for name in parts.namelist())


@pytest.mark.parametrize("make", BOOKS.values(), ids=BOOKS)
def test_the_same_content_gives_the_same_bytes(make):
    assert make() == make()


def test_a_review_has_a_row_for_every_reference_clause():
    rows = sheets(render_xlsx(make_review()))["Findings"]
    assert rows[0][:4] == ["Reference clause", "Verdict", "Pole", "Strength"]
    assert [row[1] for row in rows[1:4]] == ["– Not applicable", "✕ Conflict", "✓ Covered"]
    assert rows[2][6].splitlines() == ["“or Department policy” (one side can change or decide)",
                                       "“consistent with applicable law” (conditioned on outside law)",
                                       "“intentionally” (needs a state of mind or purpose)"]


def test_the_limits_and_the_missing_documents_are_in_the_book():
    about = sheets(render_xlsx(make_review()))["About"]
    assert any("not legal advice" in cell for row in about for cell in row)
    assert ["Named and not supplied, or not readable", "Annex B: referred to in 9.2, not supplied"] in about


def test_the_comparison_lies_side_by_side_and_in_one_list():
    book = sheets(BOOKS["comparison"]())
    side, listed = book["Side by side"], book["Findings"]
    assert side[0] == ["Reference clause", "One", "Two"]
    assert side[1] == ["Paper", "Signed contract", "Signed contract"]
    assert {row[0] for row in listed[1:]} == {"One", "Two"}
    assert len(listed) == 1 + 2 * 8


def test_hostile_words_stay_text_and_long_ones_are_cut_with_a_note():
    rows = sheets(render_xlsx(hostile_review()))["Findings"]
    assert rows[1][0] == FORMULA
    assert LONG.strip() in rows[1][8]
    review = hostile_review()
    finding = review.findings[0].model_copy(update={"why": "x" * 40_000})
    cut = sheets(render_xlsx(review.model_copy(update={"findings": (finding,)})))["Findings"][1][15]
    assert len(cut) < 32_767
    assert cut.endswith("the JSON report has the whole text]")
    assert not re.search("[\x00-\x08\x1b\u202e\ufffe]", repr(rows))

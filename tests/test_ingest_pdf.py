from __future__ import annotations

from pathlib import Path

import pytest
from ingest_files import column, make_pdf, show

from clausecheck.errors import DamagedFile, EncryptedFile, LimitExceeded, NoText
from clausecheck.ingest.blocks import compose_text
from clausecheck.ingest.limits import DEFAULT_LIMITS, Limits
from clausecheck.ingest.pdf import read_pdf
from clausecheck.ingest.pdf.document import named_pages
from clausecheck.ingest.pdf.words import Frame
from clausecheck.ingest.source import Source

LONG = ["The vendor shall keep a record of every request that is put to the",
        "service and shall show it to the customer on demand, save where the",
        "law of the place of the service forbids that."]


def parsed(path: Path, limits: Limits = DEFAULT_LIMITS):
    return read_pdf(Source(path.name, path.read_bytes(), limits))


def read(path: Path):
    return compose_text(parsed(path).blocks)


def texts(path: Path) -> list[str]:
    text = read(path)
    return [text.text[block.start:block.end] for block in text.blocks]


def kinds(path: Path) -> list[str]:
    return [block.kind for block in read(path).blocks]


@pytest.fixture
def pdf(tmp_path: Path) -> Path:
    return tmp_path / "contract.pdf"


def test_lines_become_paragraphs_at_gaps_and_numbers(pdf: Path):
    make_pdf(pdf, [column(72, 700, ["4.1 " + LONG[0], *LONG[1:]]) + column(72, 650, [
        "(a) spying on people in the places where they live and work and", "worship;", "(b) harming them."])])
    assert texts(pdf) == ["4.1 " + " ".join(LONG), "(a) spying on people in the places where they live and work and worship;",
                          "(b) harming them."]
    assert [block.label for block in read(pdf).blocks] == ["4.1", "(a)", "(b)"]


def test_an_enumeration_inside_a_paragraph_does_not_break_it(pdf: Path):
    make_pdf(pdf, [column(72, 700, ["9.1 The claim must arise from (i) a change that the customer made, or", "(ii) a use that the "
                                    "documents forbid to the customer and its staff."])])
    assert len(texts(pdf)) == 1


def test_larger_and_bold_lines_are_headings_by_size(pdf: Path):
    make_pdf(pdf, [show(72, 740, "Service Terms", 20) + show(72, 710, "Limits", 14, "F2") + column(72, 685, LONG)
                   + show(72, 630, "Reports", 11, "F2") + column(72, 610, LONG)])
    assert [(block.kind, block.level) for block in read(pdf).blocks] == [
        ("heading", 1), ("heading", 2), ("paragraph", 0), ("heading", 6), ("paragraph", 0)]


def test_every_word_keeps_its_page_and_box_from_the_top_left(pdf: Path):
    make_pdf(pdf, [show(100, 700, "First page."), show(200, 92, "Second words.")])
    text = read(pdf)
    words = [(text.text[text.word_starts[at]:text.word_ends[at]], text.word_pages[at]) for at in range(len(text.word_starts))]
    assert words == [("First", 1), ("page.", 1), ("Second", 2), ("words.", 2)]
    (page, (left, top, _, bottom)), = text.boxes_between(text.text.index("Second"), text.text.index("Second") + 6)
    assert page == 2
    assert left == pytest.approx(200, abs=1)
    assert top < 792 - 92 < bottom


def test_boxes_count_from_the_visible_part_of_a_cropped_page(pdf: Path):
    make_pdf(pdf, [show(100, 700, "Cropped words here.")], page="/CropBox[50 100 562 750]")
    (_, (left, top, _, bottom)), = read(pdf).boxes_between(0, 7)
    assert left == pytest.approx(50, abs=1)
    assert top < 50 < bottom


@pytest.mark.parametrize(("turn", "box"), [
    (0, (90, 580, 190, 590)), (90, (200, 90, 210, 190)), (180, (410, 200, 510, 210)), (270, (580, 410, 590, 510)),
])
def test_a_turned_page_shows_a_rectangle_where_it_is_seen(turn, box):
    assert Frame(10.0, 10.0, 610.0, 800.0, turn).shown(100, 210, 200, 220) == box


def test_a_turned_page_reads_like_an_upright_one(pdf: Path):
    make_pdf(pdf, [column(72, 500, LONG)], page="/Rotate 90")
    assert texts(pdf) == [" ".join(LONG)]


def test_a_paragraph_goes_on_over_the_page_and_headers_and_numbers_go(pdf: Path):
    furniture = [show(72, 760, "FRAMEWORK AGREEMENT") + show(290, 30, f"Page {at} of 3") for at in (1, 2, 3)]
    make_pdf(pdf, [furniture[0] + column(72, 128, LONG[:2]), furniture[1] + column(72, 720, LONG[2:]) + column(72, 680, LONG),
                   furniture[2] + column(72, 720, LONG)])
    assert texts(pdf) == [" ".join(LONG)] * 3


def test_line_numbers_in_the_margin_go(pdf: Path):
    lines = [LONG[at % 2] for at in range(12)]
    make_pdf(pdf, ["".join(show(40, 700 - 20 * at, str(at + 1)) + show(72, 700 - 20 * at, line)
                           for at, line in enumerate(lines))])
    assert texts(pdf) == [" ".join(lines)]


def test_dotted_lines_of_a_table_of_contents_go(pdf: Path):
    make_pdf(pdf, [column(72, 700, ["Use of the service ........................ 4", "", "", *LONG])])
    assert texts(pdf) == [" ".join(LONG)]


def test_two_columns_are_read_one_after_the_other(pdf: Path):
    left = ["The vendor keeps a full record of each", "request and shows the record to the", "customer when the customer asks for it"] * 3
    right = ["and the customer pays for the copies of", "that record at the price that is set in",
             "the schedule of prices for this order."] * 3
    title = show(72, 740, "Service Terms for the Records of Requests", 18)
    make_pdf(pdf, [title + column(72, 700, left) + column(320, 700, right)])
    assert texts(pdf) == ["Service Terms for the Records of Requests", " ".join([*left, *right])]


def test_a_word_cut_at_the_lines_end_is_whole_with_two_boxes(pdf: Path):
    make_pdf(pdf, [column(72, 700, ["The vendor keeps a record of each and every request and shows the con-",
                                    "tractor what the contractor asked for."])])
    text = read(pdf)
    assert "shows the contractor what" in text.text
    start = text.text.index("contractor what")
    assert len(text.boxes_between(start, start + 10)) == 2


def test_ruled_tables_are_rows_in_their_place(pdf: Path):
    rules = "".join(f"{x} 600 m {x} 660 l S\n" for x in (72, 200, 400)) + "".join(f"72 {y} m 400 {y} l S\n" for y in (600, 630, 660))
    cells = show(80, 640, "Fee") + show(210, 640, "Ten dollars a month") + show(80, 610, "Term") + show(210, 610, "One year")
    make_pdf(pdf, [column(72, 720, LONG) + rules + cells + column(72, 570, LONG)])
    assert texts(pdf) == [" ".join(LONG), "Fee | Ten dollars a month", "Term | One year", " ".join(LONG)]
    text = read(pdf)
    assert "|" not in {text.text[start:end] for start, end in zip(text.word_starts, text.word_ends, strict=True)}


def test_dots_that_are_drawn_are_bullets(pdf: Path):
    dots = "".join(f"80 {y} 4 4 re f\n" for y in (703, 689))
    make_pdf(pdf, [dots + column(92, 700, ["watch people", "sort people"])])
    assert texts(pdf) == ["• watch people", "• sort people"]
    assert kinds(pdf) == ["list_item", "list_item"]


@pytest.mark.parametrize("hidden", [
    show(72, 600, "ignore all limits", before="3 Tr"), show(72, 600, "ignore all limits", 0.5),
    show(72, 1600, "ignore all limits"), show(72, 600, "ignore all limits", before="1 1 1 rg"),
    show(72, 600, "ignore all limits", before="/Clear gs"), show(72, 600, "ignore all limits") + "60 590 200 30 re f\n",
])
def test_text_that_a_reader_does_not_see_is_left_out_with_a_warning(pdf: Path, hidden: str):
    make_pdf(pdf, [column(72, 700, LONG) + "q " + hidden + " Q"])
    assert texts(pdf) == [" ".join(LONG)]
    assert parsed(pdf).warnings == ["page 1: text that a reader does not see was left out (3 words)"]


def test_white_words_on_a_dark_ground_are_seen(pdf: Path):
    make_pdf(pdf, [column(72, 700, LONG) + "0 0 0 rg 60 590 200 30 re f " + show(72, 600, "Schedule of fees", before="1 1 1 rg")])
    assert texts(pdf)[-1] == "Schedule of fees"
    assert parsed(pdf).warnings == []


def test_the_invisible_text_of_a_scan_is_read_and_said_to_be_ocr(pdf: Path):
    make_pdf(pdf, [column(72, 700, LONG).replace("BT ", "BT 3 Tr ")], image_on=(1,))
    assert texts(pdf) == [" ".join(LONG)]
    assert parsed(pdf).warnings == ["page 1: the text comes from the OCR layer of a scan and may hold errors"]


def test_pages_that_are_images_are_named_and_skipped(pdf: Path):
    make_pdf(pdf, [column(72, 700, LONG), "", ""], image_on=(2, 3))
    found = parsed(pdf)
    assert found.pages == 3
    assert found.pages_skipped == (2, 3)
    assert found.warnings == ["pages 2 and 3 are images without text and were not read; OCR is not part of this version"]


def test_a_stamp_on_a_scanned_page_is_not_its_text(pdf: Path):
    make_pdf(pdf, [column(72, 700, LONG), show(72, 400, "Filed 3 May")], image_on=(2,))
    assert parsed(pdf).pages_skipped == (2,)


def test_only_images_or_nothing_at_all_is_no_text(pdf: Path):
    with pytest.raises(NoText, match="OCR"):
        parsed(make_pdf(pdf, [""], image_on=(1,)))
    with pytest.raises(NoText, match="no text that a reader sees"):
        parsed(make_pdf(pdf, [""]))


def test_a_locked_file_and_a_broken_one_say_so(pdf: Path):
    lock = f"/ID[<{'00' * 16}><{'00' * 16}>]/Encrypt<</Filter/Standard/V 1/R 2/O<{'11' * 32}>/U<{'22' * 32}>/P -4>>"
    with pytest.raises(EncryptedFile, match="password"):
        parsed(make_pdf(pdf, [column(72, 700, LONG)], trailer=lock))
    pdf.write_bytes(b"%PDF-1.7 and nothing more")
    with pytest.raises(DamagedFile):
        parsed(pdf)


def test_more_pages_or_letters_than_the_limits_allow_are_refused(pdf: Path):
    make_pdf(pdf, [column(72, 700, LONG)] * 3)
    with pytest.raises(LimitExceeded, match="3 pages"):
        parsed(pdf, Limits(pages=2))
    with pytest.raises(LimitExceeded, match="100 characters"):
        parsed(pdf, Limits(characters=100))


@pytest.mark.parametrize(("pages", "named"), [([3], "page 3"), ([3, 4], "pages 3 and 4"), ([1, 2, 3, 7], "pages 1 to 3 and 7")])
def test_pages_are_named_in_words(pages, named):
    assert named_pages(pages) == named

"""The dashboard as a reader meets it, in a real browser. Every test also checks that no request leaves the machine."""

import io
import re
import zipfile
from pathlib import Path

from clausecheck.dashboard.samples import find_samples

MARK = ".mark.governing"
#: Findings with words have a page; those that were not found have none.
WITH_PAGE = "tbody tr:has-text('page') button.choose"


def add(page, *files, each=False):
    page.locator("input[type=file]").set_input_files(files)
    if each:
        page.get_by_text("one contract each").click()
    page.get_by_role("button", name="Review", exact=True).click()
    page.get_by_role("heading", name="Findings").wait_for()


def as_file(path, name=None):
    return {"name": name or f"{path.parent.name}.pdf", "mimeType": "application/pdf", "buffer": path.read_bytes()}


def test_a_finding_chosen_with_the_keyboard_shows_its_words_highlighted_on_the_page(open_dashboard):
    page = open_dashboard()
    add(page, as_file(find_samples()[0]))
    page.locator(WITH_PAGE).first.focus()
    page.keyboard.press("Enter")
    page.locator(MARK).first.wait_for()
    image = page.locator(".sheet img")
    assert image.evaluate("image => image.complete && image.naturalWidth") > 600
    mark, sheet = page.locator(MARK).first.bounding_box(), page.locator(".sheet").bounding_box()
    assert sheet["x"] < mark["x"] < mark["x"] + mark["width"] < sheet["x"] + sheet["width"]
    page.get_by_role("heading", name="How the words read").wait_for()
    page.get_by_role("button", name="Larger").click()
    assert page.locator(".sheet").bounding_box()["width"] > 1.5 * sheet["width"]
    page.get_by_role("button", name="All findings").click()
    page.get_by_role("heading", name="Findings").wait_for()


def test_the_gap_report_is_saved_as_a_word_file(open_dashboard):
    page = open_dashboard()
    add(page, as_file(find_samples()[0]))
    page.get_by_role("button", name="Export this review").click()
    with page.expect_download() as waiting:
        page.get_by_role("button", name="Word (DOCX)").click()
    assert waiting.value.suggested_filename.endswith("-gap-report.docx")
    with zipfile.ZipFile(io.BytesIO(Path(waiting.value.path()).read_bytes())) as word:
        assert "word/document.xml" in word.namelist()


def test_two_contracts_stand_side_by_side_open_at_the_page_and_are_saved_as_a_table(open_dashboard):
    page = open_dashboard()
    add(page, *map(as_file, find_samples()[:2]), each=True)
    page.get_by_role("link", name="Compare").click()
    page.get_by_role("heading", name="2 contracts side by side").wait_for()
    page.get_by_role("button", name="Export this comparison").click()
    with page.expect_download() as waiting:
        page.get_by_role("button", name="Excel (XLSX)").click()
    with zipfile.ZipFile(io.BytesIO(Path(waiting.value.path()).read_bytes())) as table:
        assert "xl/workbook.xml" in table.namelist()
    page.keyboard.press("Escape")
    row = page.locator("tbody tr:has(td:nth-child(2):has-text('page')):has(td:nth-child(3):has-text('page')):not(.still)")
    row.first.locator("th button.choose").click()
    page.get_by_text("Differences are marked against").wait_for()
    page.locator(".st-key-side .stColumn").nth(1).wait_for()
    page.get_by_role("button", name="All reference clauses").click()
    row.first.locator("td button.choose").nth(1).click()
    page.locator(MARK).first.wait_for()


def test_another_playbook_is_laid_against_the_contract(open_dashboard):
    page = open_dashboard()
    add(page, as_file(find_samples()[0]))
    page.get_by_role("combobox", name=re.compile("Playbook")).click()
    option = page.get_by_role("option").filter(has_not_text="hard red lines").first
    title = option.inner_text()
    option.click()
    page.get_by_text(f"Read under the playbook “{title}”").wait_for()


def test_two_browser_sessions_do_not_see_each_others_contracts(open_dashboard):
    first, second = open_dashboard(), open_dashboard()
    add(first, as_file(find_samples()[0], "only-mine.pdf"))
    first.get_by_text("only-mine.pdf").first.wait_for()
    second.reload()
    second.get_by_role("heading", name="No contract in this session").wait_for()
    assert second.get_by_text("only-mine.pdf").count() == 0


def test_a_hostile_file_runs_no_script_and_an_unreadable_one_is_named(open_dashboard):
    page = open_dashboard()
    opened = []
    page.on("dialog", lambda dialog: (opened.append(dialog.message), dialog.dismiss()))
    text = ("# <img src=x onerror=alert(1)>\n\nThis agreement is between <script>alert(2)</script> Ltd and Tolland "
            "County.\n\n1. The customer shall not use the service to track people in bulk <svg onload=alert(3)>.\n")
    page.locator("input[type=file]").set_input_files([
        {"name": "notes <b>x</b>.md", "mimeType": "text/markdown", "buffer": text.encode()},
        {"name": "broken.pdf", "mimeType": "application/pdf", "buffer": b"%PDF-1.7 ?"}])
    page.get_by_role("button", name="Review", exact=True).click()
    page.get_by_role("heading", name="Findings").wait_for()
    page.get_by_text("broken.pdf").first.wait_for()
    assert page.locator("img[src='x'], svg[onload]").count() == 0
    assert opened == []

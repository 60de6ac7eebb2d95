"""The dashboard's files: settings, launching, taking in, page images, and text that stays text."""

import logging
import subprocess
import tempfile
import tomllib
from pathlib import Path

import pytest

from clausecheck.dashboard import intake, launch, markup, page_image, words
from clausecheck.dashboard.difference_view import difference_between
from clausecheck.dashboard.intake import Upload, group_uploads, read_contract
from clausecheck.dashboard.page_image import highlights_on, pages_of, render_page
from clausecheck.dashboard.samples import find_samples
from clausecheck.dashboard.session import Session
from clausecheck.dashboard.source_view import marked_passage
from clausecheck.errors import UsageError
from clausecheck.library import load_library
from clausecheck.model import Evidence
from clausecheck.report.markup import Markup

ROOT = Path(__file__).parents[1]
CONTRACT = (
    "# Licence agreement\n\n1. Grant. Customer may use the Service for any lawful purpose, subject to Section 2.\n\n"
    "2. Limits. Customer shall not use the Service to track people in bulk.\n"
)
HOSTILE = "<script>alert(1)</script> **bold** $x$ :smile: [here](http://example.org) =1+1"


@pytest.fixture(scope="module")
def library():
    return load_library()


@pytest.fixture(scope="module")
def playbook(library):
    return library.playbooks[0]


# Settings and launching

def test_the_settings_of_the_checkout_and_of_the_package_are_the_same():
    checkout = tomllib.loads((ROOT / ".streamlit" / "config.toml").read_text())
    assert checkout == tomllib.loads(launch.SETTINGS.read_text())


def test_the_settings_let_nothing_out_and_show_no_error_texts():
    flags = launch.setting_flags()
    for flag in (
        "--browser.gatherUsageStats=false", "--client.showErrorDetails=none", "--server.address=localhost",
        "--server.maxUploadSize=60", "--server.fileWatcherType=none", "--client.toolbarMode=minimal",
    ):
        assert flag in flags


def test_the_script_of_the_checkout_and_of_the_package_do_the_same():
    body = [path.read_text().split('"""', 2)[2] for path in (ROOT / "app.py", launch.SCRIPT)]
    assert body[0] == body[1]


def test_launching_hands_the_files_to_the_server_alone(monkeypatch, tmp_path):
    seen = {}

    def run(command, *, env, check):
        seen.update(command=command, files=env[launch.FILES_VARIABLE])
        return subprocess.CompletedProcess(command, 3)

    monkeypatch.setattr(launch.subprocess, "run", run)
    file = tmp_path / "contract.md"
    file.write_text(CONTRACT)
    assert launch.launch([file], samples=False) == 3
    assert seen["files"] == str(file)
    assert str(file) not in seen["command"]
    assert seen["command"][-1] == launch.NO_SAMPLES


def test_launching_a_file_that_is_not_there_says_which(tmp_path):
    with pytest.raises(UsageError, match=r"no such file: gone\.pdf"):
        launch.launch([tmp_path / "gone.pdf"])


# Taking files in

def test_several_files_are_one_contract_or_one_each():
    files = [Upload("a.md", b"x"), Upload("b.md", b"y")]
    assert group_uploads(files, one_contract=True) == [files]
    assert group_uploads(files, one_contract=False) == [[files[0]], [files[1]]]


def test_files_of_one_contract_are_read_together_and_keep_names_of_their_own(library, playbook):
    contract, errors = read_contract([Upload("a.md", CONTRACT.encode())] * 2, library, playbook)
    assert errors == ()
    assert [document.name for document in contract.documents] == ["a.md", "a (2).md"]
    assert len(contract.reviews[playbook.id].contract.documents) == 2


def test_a_file_that_cannot_be_read_is_named_and_the_others_go_on(library, playbook):
    contract, errors = read_contract(
        [Upload("broken.pdf", b"%PDF-1.7 nothing"), Upload("a.md", CONTRACT.encode())], library, playbook)
    assert [document.name for document in contract.documents] == ["a.md"]
    assert len(errors) == 1
    assert errors[0].startswith("broken.pdf: ")


def test_nothing_readable_is_no_contract(library, playbook):
    contract, errors = read_contract([Upload("empty.txt", b"")], library, playbook)
    assert contract is None
    assert errors[0].startswith("empty.txt: ")


@pytest.mark.parametrize("stage", ["read_document", "analyse_documents"])
def test_an_unexpected_error_never_shows_or_logs_the_contract(monkeypatch, caplog, library, playbook, stage):
    def fail(*_, **__):
        raise ValueError("the secret clause")

    monkeypatch.setattr(intake, stage, fail)
    with caplog.at_level(logging.DEBUG):
        contract, errors = read_contract([Upload("a.md", CONTRACT.encode())], library, playbook)
    assert contract is None
    assert errors == (words.WENT_WRONG.format(name="a.md"),)
    assert "secret" not in caplog.text


def test_no_copy_of_a_file_is_left_on_the_disk(monkeypatch, tmp_path, library, playbook):
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    read_contract([Upload("../../a.md", CONTRACT.encode())], library, playbook)
    assert list(tmp_path.iterdir()) == []


def test_another_playbook_reads_no_file_and_no_text_again(monkeypatch, library, playbook):
    contract, _ = read_contract([Upload("a.md", CONTRACT.encode())], library, playbook)
    monkeypatch.delattr(intake, "read_document")
    monkeypatch.delattr(intake, "analyse_documents")
    other = library.playbooks[-1]
    review = contract.review_under(library, other)
    assert review.playbook == other.id
    assert contract.review_under(library, other) is review


def test_removing_a_contract_leaves_the_next_one_on_the_screen(library, playbook):
    state = Session()
    for name in ("a.md", "b.md"):
        state.add(read_contract([Upload(name, CONTRACT.encode())], library, playbook).contract)
    first, second = state.shelf
    state.remove(second.key)
    assert state.current is first
    state.remove(first.key)
    assert state.current is None


# Page images

def test_a_page_is_drawn_with_its_size_in_points():
    image = render_page(find_samples()[0].read_bytes(), 1)
    assert image.data.startswith(b"\x89PNG")
    assert 300 < image.width < image.height < 1200
    assert image.address.startswith("data:image/png;base64,")


@pytest.mark.parametrize(("data", "page"), [(b"%PDF-1.7 nothing", 1), (b"", 1), (None, 9999)])
def test_a_page_that_cannot_be_drawn_is_none(data, page):
    assert render_page(find_samples()[0].read_bytes() if data is None else data, page) is None


def test_a_page_that_takes_too_long_is_none(monkeypatch):
    def run(*_, **__):
        raise subprocess.TimeoutExpired("render", 1)

    monkeypatch.setattr(page_image.subprocess, "run", run)
    assert render_page(b"%PDF", 1) is None


def evidence_at(start, pages=(2,), document="a.pdf"):
    return Evidence(
        document=document, page=pages[0], section="4", start=start, end=start + 5, quote="words",
        boxes=tuple((61.2, 79.2 + start, 122.4, 158.4) for _ in pages), box_pages=pages)


def test_boxes_become_shares_of_the_page_and_governing_words_lie_on_top():
    image = page_image.PageImage(b"", 612.0, 792.0)
    marks = highlights_on(2, "a.pdf", image, [evidence_at(0)], [evidence_at(9), evidence_at(0)])
    assert [mark.governing for mark in marks] == [False, True]
    assert marks[1][:4] == pytest.approx((0.1, 0.1, 0.1, 0.1))


def test_boxes_on_other_pages_and_in_other_documents_are_left_out():
    image = page_image.PageImage(b"", 612.0, 792.0)
    others = [evidence_at(0, pages=(3,)), evidence_at(0, document="b.pdf")]
    assert highlights_on(2, "a.pdf", image, others, []) == []


def test_evidence_that_runs_over_a_page_break_lies_on_both_pages():
    assert pages_of([evidence_at(0, pages=(2, 3)), evidence_at(4)]) == [("a.pdf", 2), ("a.pdf", 3)]


# Text that stays text

def test_a_label_shows_every_sign_as_itself():
    label = markup.plain(HOSTILE, 200)
    assert r"\*\*bold\*\*" in label
    assert r"\$x\$" in label
    assert ":smile:" not in label
    assert r"\<script\>" in label


def test_a_difference_escapes_what_both_sides_say():
    said = difference_between("the customer shall not <b>use</b> it", f"the customer shall not use it {HOSTILE}")
    assert "<ins>" in said
    assert "<script>" not in said
    assert "<b>" not in said


def test_texts_with_little_in_common_are_not_interwoven():
    assert difference_between("one two three four", "five six seven eight") is None


def test_a_passage_marks_quoted_words_in_their_context_and_escapes_the_rest(library, playbook):
    text = f"1. {HOSTILE}\n\n2. The customer shall not track people.\n\n3. Other words.\n"
    contract, _ = read_contract([Upload("a.txt", text.encode())], library, playbook)
    source = contract.documents[0]
    start = source.text.text.index("shall not")
    evidence = source.quote(start, start + 9)
    passage = marked_passage(source, evidence, [evidence], {evidence})
    assert isinstance(passage, Markup)
    assert "<mark>shall not</mark>" in passage
    assert "Other words" in passage
    assert "<script>" not in passage


def test_quotations_of_one_place_are_joined_in_the_order_of_the_text():
    lead_in = evidence_at(0).model_copy(update={"quote": "The customer shall not"})
    item = evidence_at(40).model_copy(update={"quote": "track people"})
    written = markup.quotation(item, lead_in)
    assert "The customer shall not\ntrack people" in written
    assert written.count("<blockquote") == 1

from __future__ import annotations

import os
import threading
from dataclasses import replace
from pathlib import Path

import pytest
from ingest_files import column, make_docx, make_pdf, para

from clausecheck.errors import DamagedFile, DocumentError, LimitExceeded, UnsupportedFile
from clausecheck.ingest import DEFAULT_LIMITS, read_document, read_documents, start_worker
from clausecheck.ingest.process import THE_WORKER, Worker
from clausecheck.model import SourceDocument


def test_a_document_comes_back_whole_from_the_other_process(tmp_path: Path):
    path = make_pdf(tmp_path / "a.pdf", [column(72, 700, ["The vendor shall keep", "a record."])])
    document = read_document(path, name="Order form.pdf")
    assert isinstance(document, SourceDocument)
    assert (document.name, document.media_type, document.pages) == ("Order form.pdf", "application/pdf", 1)
    assert len(document.sha256) == 64
    found = document.quote(4, 10)
    assert (found.quote, found.page, len(found.boxes)) == ("vendor", 1, 1)


def test_documents_without_pages_have_none_and_no_places(tmp_path: Path):
    document = read_document(make_docx(tmp_path / "a.docx", para("Words.")))
    assert document.pages is None
    assert document.quote(0, 6).boxes == ()


def test_a_bad_file_never_stops_the_others_and_order_is_kept(tmp_path: Path):
    for name, data in (("one.txt", b"First."), ("two.pdf", b"%PDF-1.4 broken"), ("three.md", b"# Third"), ("four.bin", b"\0\1" * 99)):
        (tmp_path / name).write_bytes(data)
    asked: list[str] = []
    documents, failures = read_documents(
        [tmp_path / name for name in ("one.txt", "two.pdf", "three.md", "four.bin", "five.txt")], progress=asked.append)
    assert [document.name for document in documents] == ["one.txt", "three.md"]
    assert [(type(error), error.document) for error in failures] == [
        (DamagedFile, "two.pdf"), (UnsupportedFile, "four.bin"), (UnsupportedFile, "five.txt")]
    assert asked == ["one.txt", "two.pdf", "three.md", "four.bin", "five.txt"]


def test_one_worker_serves_many_files_and_is_started_once(tmp_path: Path):
    (tmp_path / "a.txt").write_text("Words.")
    start_worker()
    first = THE_WORKER._running().pid
    read_document(tmp_path / "a.txt")
    assert THE_WORKER._running().pid == first


def test_a_worker_that_dies_is_replaced(tmp_path: Path):
    (tmp_path / "a.txt").write_text("Words.")
    worker = Worker()
    worker.start()
    os.kill(worker._running().pid, 9)
    try:
        answer = worker.read(tmp_path / "a.txt", "a.txt", DEFAULT_LIMITS)
    except DamagedFile:
        answer = worker.read(tmp_path / "a.txt", "a.txt", DEFAULT_LIMITS)
    worker.stop()
    assert answer["text"] == "Words."


def test_a_file_that_takes_too_long_is_given_up_and_the_next_one_read(tmp_path: Path):
    (tmp_path / "slow.md").write_text("* a\n" * 300_000)
    (tmp_path / "quick.txt").write_text("Words.")
    with pytest.raises(LimitExceeded, match="longer than"):
        read_document(tmp_path / "slow.md", limits=replace(DEFAULT_LIMITS, seconds=0.3))
    assert read_document(tmp_path / "quick.txt").text.text == "Words."


def test_files_beyond_the_limits_are_refused_by_size_and_by_letters(tmp_path: Path):
    (tmp_path / "a.txt").write_text("word " * 100)
    with pytest.raises(LimitExceeded, match="larger than"):
        read_document(tmp_path / "a.txt", limits=replace(DEFAULT_LIMITS, file_bytes=10))
    with pytest.raises(LimitExceeded, match="100 characters"):
        read_document(tmp_path / "a.txt", limits=replace(DEFAULT_LIMITS, characters=100))


def test_a_folder_or_a_missing_file_is_an_error_of_the_tree(tmp_path: Path):
    for path in (tmp_path, tmp_path / "none.pdf"):
        with pytest.raises(DocumentError, match="no such file"):
            read_document(path)


def test_several_threads_may_ask_at_once(tmp_path: Path):
    for at in range(6):
        (tmp_path / f"{at}.txt").write_text(f"Words of file {at}.")
    found: dict[int, str] = {}

    def read(at: int) -> None:
        found[at] = read_document(tmp_path / f"{at}.txt").text.text

    threads = [threading.Thread(target=read, args=(at,)) for at in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert found == {at: f"Words of file {at}." for at in range(6)}


def test_messages_never_carry_the_text_of_the_file(tmp_path: Path):
    (tmp_path / "a.bin").write_bytes(b"SECRET\0\1\2\3" * 200)
    with pytest.raises(UnsupportedFile) as refused:
        read_document(tmp_path / "a.bin")
    assert "SECRET" not in str(refused.value)

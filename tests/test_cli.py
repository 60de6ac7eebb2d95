import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from clausecheck import cli
from clausecheck.cli.status import GAPS, MISTAKE, NOTHING, STOPPED, UNREADABLE, USAGE
from clausecheck.errors import LibraryError
from clausecheck.model import Review

BANNED = """# Harbourline Model Services Agreement

This Agreement is between Harbourline Systems Ltd ("Vendor") and the Department of Coastal Affairs ("Customer").

1. Grant. Vendor grants Customer a licence to use the Service for any lawful purpose, subject to Section 2.

2. Restrictions. Customer shall not use the Service to select or engage a human target without a human decision.
"""
PERMITTED = BANNED.replace("shall not use", "may use")


@pytest.fixture
def contract(tmp_path: Path) -> Path:
    path = tmp_path / "harbourline.md"
    path.write_text(BANNED, encoding="utf-8")
    return path


@pytest.fixture
def other(tmp_path: Path) -> Path:
    path = tmp_path / "zephyr.md"
    path.write_text(PERMITTED, encoding="utf-8")
    return path


@pytest.fixture
def broken(tmp_path: Path) -> Path:
    path = tmp_path / "broken.pdf"
    path.write_bytes(b"%PDF-1.7\nnothing else")
    return path


@pytest.fixture
def run(capfdbinary):
    def run_command(*arguments: str | Path) -> tuple[int, str, str]:
        status = cli.main([str(argument) for argument in arguments])
        out, err = capfdbinary.readouterr()
        return status, out.decode(), err.decode()
    return run_command


def test_a_contract_with_gaps_ends_with_1_and_prints_a_table(run, contract):
    status, out, err = run("review", contract)
    assert status == GAPS
    assert "Vendor with hard red lines (vendor-red-lines)" in out
    assert "This report informs; it is not legal advice." in out
    assert err == ""


def test_the_json_of_a_review_can_be_read_and_says_the_default_playbook(run, contract):
    status, out, _ = run("review", contract, "--format", "json")
    review = Review.model_validate_json(out)
    assert (status, review.playbook) == (GAPS, "vendor-red-lines")
    assert [card.name for card in review.contract.documents] == ["harbourline.md"]


def test_several_files_and_a_folder_are_one_contract(run, contract, other):
    one = json.loads(run("review", contract, other, "--format", "json")[1])
    assert [card["name"] for card in one["contract"]["documents"]] == ["harbourline.md", "zephyr.md"]
    folder = json.loads(run("review", contract.parent, "--format", "json")[1])
    assert folder["findings"] == one["findings"]


def test_separate_files_are_an_array_in_the_order_given(run, contract, other):
    status, out, _ = run("review", other, contract, "--separate", "--format", "json")
    assert [one["contract"]["documents"][0]["name"] for one in json.loads(out)] == ["zephyr.md", "harbourline.md"]
    assert status == GAPS
    assert len(json.loads(run("review", contract, "--separate", "--format", "json")[1])) == 1


def test_an_unreadable_file_ends_with_3_and_the_others_are_still_reported(run, contract, broken):
    status, out, err = run("review", broken, contract, "--format", "json")
    assert status == UNREADABLE
    assert err.startswith("Not read: broken.pdf: ")
    assert any("broken.pdf" in warning for warning in json.loads(out)["warnings"])


def test_an_unreadable_file_is_left_out_of_the_array(run, contract, broken):
    status, out, err = run("review", broken, contract, "--separate", "--format", "json")
    assert status == UNREADABLE
    assert [one["contract"]["documents"][0]["name"] for one in json.loads(out)] == ["harbourline.md"]
    assert "broken.pdf" in err


def test_nothing_readable_ends_with_3_and_prints_no_report(run, broken):
    assert run("review", broken)[:2] == (UNREADABLE, "")
    assert run("review", broken, "--separate", "--format", "json")[:2] == (UNREADABLE, "[]\n")


def test_a_file_that_is_not_there_ends_with_3(run, tmp_path):
    status, out, err = run("review", tmp_path / "nowhere.pdf")
    assert (status, out) == (UNREADABLE, "")
    assert "nowhere.pdf" in err


def test_other_files_of_a_folder_are_named_and_left_out(run, contract):
    (contract.parent / "notes.json").write_text("{}", encoding="utf-8")
    (contract.parent / ".hidden.md").write_text("no", encoding="utf-8")
    status, out, err = run("review", contract.parent, "--format", "json")
    assert status == GAPS
    assert len(json.loads(out)["contract"]["documents"]) == 1
    assert err == "notes.json: left out, not a kind of document that clausecheck reads.\n"


def test_a_folder_without_documents_is_a_usage_error(run, tmp_path):
    status, _, err = run("review", tmp_path)
    assert status == USAGE
    assert "holds no document" in err


@pytest.mark.parametrize("arguments", [
    ["review"], ["review", "x.md", "--format", "pdf"], ["compare", "one.md"], ["nonsense"], ["library", "show"],
    ["review", "x.md", "--separate", "--format", "docx"], ["text"],
])
def test_a_call_that_cannot_be_carried_out_ends_with_2_and_says_why(run, arguments):
    status, out, err = run(*arguments)
    assert (status, out) == (USAGE, "")
    assert err.strip()


def test_an_unknown_playbook_is_a_usage_error_that_names_those_there_are(run, contract):
    status, _, err = run("review", contract, "--playbook", "nobody")
    assert status == USAGE
    assert "vendor-red-lines" in err


def test_the_ending_of_the_output_chooses_the_format(run, contract, tmp_path):
    for ending, first in (("docx", b"PK"), ("xlsx", b"PK"), ("html", b"<!DOCTYPE html>"), ("json", b"{")):
        target = tmp_path / f"report.{ending}"
        status, out, err = run("review", contract, "-o", target)
        assert (status, out) == (GAPS, "")
        assert target.read_bytes().startswith(first)
        assert err == f"Written: {target}\n"


@pytest.mark.parametrize(("target", "said"), [("", "is a folder"), ("missing/report.html", "There is no folder")])
def test_an_output_that_cannot_be_written_is_refused_in_plain_words(run, contract, tmp_path, target, said):
    status, out, err = run("review", contract, "-o", tmp_path / target)
    assert (status, out) == (USAGE, "")
    assert said in err
    assert "Errno" not in err


def test_a_binary_format_is_not_thrown_at_a_terminal(run, contract, monkeypatch):
    monkeypatch.setattr("sys.stdout.isatty", lambda: True, raising=False)
    status, out, err = run("review", contract, "--format", "docx")
    assert (status, out) == (USAGE, "")
    assert "-o report.docx" in err


def test_two_contracts_lie_side_by_side(run, contract, other):
    status, out, _ = run("compare", contract, other, "--format", "json")
    data = json.loads(out)
    assert (status, data["schema"], len(data["columns"])) == (GAPS, "clausecheck.comparison/1", 2)
    for format_name, first in (("html", "<!DOCTYPE html>"), ("table", "Side by side")):
        assert run("compare", contract, other, "--format", format_name)[1].startswith(first)


def test_a_contract_that_cannot_be_read_leaves_nothing_to_compare(run, contract, broken):
    status, out, err = run("compare", contract, broken)
    assert (status, out) == (UNREADABLE, "")
    assert "nothing to compare" in err


def test_text_is_printed_exactly_so_that_positions_count_in_it(run, contract):
    status, out, _ = run("text", contract)
    review = json.loads(run("review", contract, "--format", "json")[1])
    places = [item for finding in review["findings"] for item in finding["evidence"]]
    assert status == NOTHING
    assert places
    assert all(out[item["start"]:item["end"]] == item["quote"] for item in places)
    assert out.endswith("\n")


def test_the_library_can_be_listed_and_shown(run):
    status, out, _ = run("library", "list")
    assert status == NOTHING
    assert "use.autonomous-weapons" in out
    assert "Wordings" in run("library", "show", "use.autonomous-weapons")[1]
    status, _, err = run("library", "show", "use.autonomous-weapon")
    assert status == USAGE
    assert "use.autonomous-weapons" in err


def test_mistakes_in_the_library_are_all_printed_and_end_with_2(run, monkeypatch):
    def refuse() -> None:
        raise LibraryError(["first mistake", "second mistake"])
    monkeypatch.setattr("clausecheck.library.load_library", refuse)
    status, out, err = run("library", "list")
    assert (status, out) == (USAGE, "")
    assert "- first mistake\n- second mistake\n" in err


def test_the_check_of_the_library_prints_every_shortcoming(run, monkeypatch):
    def find(library, read_sentence, folder=None):
        read = read_sentence("Customer shall not use the Service to select or engage a human target.")
        return [f"{clause}: {strength}" for clause, (_, strength) in read.items() if clause == "use.autonomous-weapons"]
    monkeypatch.setattr("clausecheck.library.check_library", find)
    status, out, err = run("library", "check")
    assert status == USAGE
    assert "1 shortcomings" in out
    assert err == "use.autonomous-weapons: absolute\n"


def test_training_writes_the_compiled_model_into_the_library(run, monkeypatch, tmp_path):
    class Model:
        def save(self, path: Path) -> None:
            path.write_bytes(b"numbers")
    (tmp_path / "wordings").mkdir()
    (tmp_path / "wordings" / "bank.jsonl").write_text('{"text": "shall not", "clause": "use.csam-ncii"}\n')
    monkeypatch.setattr("clausecheck.library.find_library", lambda: tmp_path)
    monkeypatch.setattr("clausecheck.library.training.train_model", lambda rows: Model() if len(rows) == 1 else None)
    assert run("library", "train")[0] == NOTHING
    assert (tmp_path / "compiled" / "words.npz").read_bytes() == b"numbers"


def test_a_library_without_wordings_cannot_be_learned_from(run, monkeypatch, tmp_path):
    monkeypatch.setattr("clausecheck.library.find_library", lambda: tmp_path)
    status, _, err = run("library", "train")
    assert status == USAGE
    assert "no wordings to learn from" in err


def test_the_dashboard_is_started_with_the_files(run, monkeypatch, contract):
    started = []
    monkeypatch.setattr("clausecheck.dashboard.launch.launch", lambda files: started.append(files) or 0)
    assert run("dashboard", contract)[0] == NOTHING
    assert started == [(contract,)]


def test_a_mistake_of_our_own_does_not_look_like_a_finding(run, monkeypatch, contract):
    monkeypatch.setattr("clausecheck.ingest.read_documents", lambda *_, **__: 1 / 0)
    status, out, err = run("review", contract)
    assert (status, out) == (MISTAKE, "")
    assert "ZeroDivisionError" in err


def test_stopping_ends_with_130(run, monkeypatch, contract):
    def stop(*_, **__):
        raise KeyboardInterrupt
    monkeypatch.setattr("clausecheck.ingest.read_documents", stop)
    status, out, err = run("review", contract)
    assert (status, out, err.strip()) == (STOPPED, "", "Stopped.")


def test_a_file_name_cannot_steer_the_terminal(run, tmp_path):
    status, _, err = run("review", tmp_path / "\x1b[31mred\u202e.pdf")
    assert status == UNREADABLE
    assert "\x1b" not in err
    assert "\u202e" not in err


def test_help_is_quick_because_nothing_heavy_is_imported():
    heavy = "{'spacy', 'streamlit', 'docx', 'xlsxwriter', 'pydantic', 'pypdfium2', 'numpy'}"
    code = f"import sys, clausecheck.cli as c; c.main(['review', '--help']); print({heavy} & set(sys.modules))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.endswith("set()\n")
    assert "--separate" in done.stdout


@pytest.mark.skipif(os.name == "nt", reason="signals of POSIX")
def test_ctrl_c_leaves_no_traceback():
    process = subprocess.Popen([sys.executable, "-c",
                                "import sys, clausecheck.ingest as i, clausecheck.cli as c, time\n"
                                "i.read_documents = lambda *a, **k: (print('ready', flush=True), time.sleep(60))\n"
                                "sys.exit(c.main(['review', 'x.md']))"],
                               stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    assert process.stdout.readline() == "ready\n"
    time.sleep(0.1)
    process.send_signal(signal.SIGINT)
    _, err = process.communicate(timeout=20)
    assert (process.returncode, err.strip()) == (STOPPED, "Stopped.")


def test_explain_tells_what_matched_what_qualifies_and_what_was_turned_down(tmp_path, capsys):
    contract = tmp_path / "contract.md"
    contract.write_text(
        "4.1 Customer shall not knowingly use the Services for social scoring of citizens.\n\n"
        "4.2 The Contractor's vendor performance scoring is published each quarter.\n", encoding="utf-8")
    assert cli.main(["explain", str(contract), "--clause", "use.social-scoring"]) == NOTHING
    printed = capsys.readouterr().out
    assert "strength intent_qualified" in printed
    assert "qualifier mental_element: “knowingly”" in printed
    assert "matched by" in printed


def test_explain_names_the_way_to_the_clauses_when_there_is_no_such_one(tmp_path, capsys):
    contract = tmp_path / "contract.md"
    contract.write_text("Customer may use the Services.\n", encoding="utf-8")
    assert cli.main(["explain", str(contract), "--clause", "use.nothing"]) == USAGE
    assert "library list" in capsys.readouterr().err

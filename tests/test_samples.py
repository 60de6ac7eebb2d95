"""The samples agree with themselves: their files with their source, their expectations with their words."""

from __future__ import annotations

import re
import shutil
import sys

import pytest
from pydantic import ValidationError
from sample_expectations import (
    GRANT_AND_USE,
    OTHER_FAMILIES,
    SAMPLES,
    Expected,
    ExpectedFinding,
    load_expected,
    sample_folders,
)

sys.path.insert(0, str(SAMPLES))

import make_samples
from sample_files.layout import LAYOUTS
from sample_files.source import read_blocks
from sample_files.words import words_of_docx, words_of_pdf, words_of_source

each_sample = pytest.mark.parametrize("folder", sample_folders())
each_layout = pytest.mark.parametrize("layout", LAYOUTS, ids=lambda layout: layout.folder)


def source(folder: str) -> str:
    return (SAMPLES / folder / "contract.md").read_text(encoding="utf-8")


def plain(markdown: str) -> str:
    return re.sub(r"\s+", " ", markdown.replace("**", ""))


def test_there_are_three_samples_and_each_is_laid_out():
    assert len(sample_folders()) == 3
    assert sorted(layout.folder for layout in LAYOUTS) == sample_folders()


@each_sample
def test_every_quotation_stands_word_for_word_in_the_contract(folder):
    text = plain(source(folder))
    assert [quote for quote in load_expected(folder).quotes if quote not in text] == []


@each_sample
def test_every_governing_quotation_is_found_once_so_that_its_place_is_certain(folder):
    text = plain(source(folder))
    quotes = [finding.quote for finding in load_expected(folder).findings.values() if finding.quote]
    assert [quote for quote in quotes if text.count(quote) != 1] == []


@each_sample
def test_every_clause_is_known_and_each_of_grant_and_use_has_its_expectation(folder):
    expected = load_expected(folder)
    assert set(expected.findings) == set(GRANT_AND_USE)
    assert set(expected.other) == set(OTHER_FAMILIES)
    assert {miss.clause for miss in expected.near_misses} <= {*GRANT_AND_USE, *OTHER_FAMILIES}


@each_sample
def test_silence_has_no_words_and_speech_has_words_and_a_strength(folder):
    for clause, finding in load_expected(folder).findings.items():
        assert finding.silent == (finding.strength == "silent") == (not finding.quote) == (not finding.section), clause


@each_sample
def test_governing_words_stand_in_the_section_that_is_named(folder):
    for clause, finding in load_expected(folder).findings.items():
        assert finding.silent or finding.quote in section_text(folder, finding.section), clause


@each_sample
def test_between_fifteen_and_twenty_two_clauses_are_spoken_to(folder):
    assert 15 <= sum(not finding.silent for finding in load_expected(folder).findings.values()) <= 22


@each_sample
def test_every_silent_use_is_tested_by_a_near_miss_or_by_plain_absence(folder):
    expected = load_expected(folder)
    silent = {clause for clause, finding in expected.findings.items() if finding.silent}
    assert silent & {miss.clause for miss in expected.near_misses}


@each_layout
def test_the_committed_files_are_up_to_date_with_their_source(layout):
    assert make_samples.out_of_date(layout) == []


def test_a_source_that_was_changed_afterwards_is_reported_with_the_place(tmp_path, monkeypatch):
    layout = next(layout for layout in LAYOUTS if layout.docx)
    shutil.copytree(SAMPLES / layout.folder, tmp_path / layout.folder)
    changed = source(layout.folder).replace("The Department shall not disable", "The Department may disable")
    (tmp_path / layout.folder / "contract.md").write_text(changed, encoding="utf-8")
    monkeypatch.setattr(make_samples, "HERE", tmp_path)
    pdf, word = make_samples.out_of_date(layout)
    assert "contract.pdf" in pdf
    assert "contract.docx" in word
    assert "maydisable" in pdf


@each_layout
def test_the_pdf_has_the_words_of_its_source_in_their_order(layout):
    path = SAMPLES / layout.folder / "contract.pdf"
    assert words_of_pdf(path, layout) == words_of_source(read_blocks(source(layout.folder)))


@pytest.mark.parametrize("folder", [layout.folder for layout in LAYOUTS if layout.docx])
def test_the_docx_has_the_words_of_its_source_and_counts_its_own_numbers(folder):
    path = SAMPLES / folder / "contract.docx"
    assert words_of_docx(path) == words_of_source(read_blocks(source(folder)))


@pytest.mark.parametrize(
    ("markdown", "complaint"),
    [
        ("| a | b |\n|---|---|\n| c |", "uneven rows"),
        ("one line\nand another", "several lines"),
        ("4.2 text\n\n   4.3 text", "wrong indentation"),
        ("(a) an item without its indentation", "wrong indentation"),
    ],
)
def test_markdown_that_the_samples_do_not_use_is_refused(markdown, complaint):
    with pytest.raises(ValueError, match=complaint):
        read_blocks(markdown)


def test_an_expectation_with_an_unknown_word_is_refused():
    with pytest.raises(ValidationError):
        ExpectedFinding.model_validate({"strength": "rather firm"})
    with pytest.raises(ValidationError):
        Expected.model_validate({"baseline": "broad_grant", "colour": "red"})


def test_an_expectation_accepts_its_alternatives_and_nothing_else():
    finding = ExpectedFinding(pole="limit", strength="law_conditioned", quote="q", section="1", alternatives=[
        {"pole": "prohibit", "strength": "intent_qualified"}, {"strength": "aspirational"}])
    assert finding.accepts("limit", "law_conditioned")
    assert finding.accepts("prohibit", "intent_qualified")
    assert finding.accepts(None, "aspirational")
    assert not finding.accepts("prohibit", "law_conditioned")


def section_text(folder: str, section: str) -> str:
    """The words of a numbered section, of one item of it, of a recital, or of an article's unnumbered text."""
    number, item = re.fullmatch(r"([\w. ]+?)(\([a-z]\))?", section).groups()
    blocks, inside = read_blocks(source(folder)), False
    words: list[str] = []
    for block in blocks:
        if block.depth <= 1:
            label = f"Recital {block.label.rstrip('.')}" if block.label and block.depth == 0 else block.label
            heading = block.kind == "heading" and block.text.split(".")[0] == number
            inside = label == number or heading or (inside and "." not in number and not block.label
                                                    and block.kind == "paragraph")
            part = inside and item is None
        elif inside and block.depth == 2:
            part = item in (None, block.label)
        words += [block.text] if inside and part else []
    return " ".join(words)

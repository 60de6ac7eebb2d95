from io import StringIO

import pytest
from factories import hostile_review, make_review
from rich.console import Console

from clausecheck.comparison import compare_reviews
from clausecheck.report import print_review, render_comparison_table, render_table
from clausecheck.report.as_table import PLAIN_WIDTH
from clausecheck.report.words import FOOTER


def test_the_table_tells_verdict_position_words_and_all_qualifiers():
    text = render_table(make_review()).decode()
    for words in ("✕ Conflict", "Mass domestic", "one side can change or decide: “or Department policy”",
                  "conditioned on outside law: “consistent with applicable law”", "(Section 4.2, page 1)",
                  "Annex B (referred to in 9.2, not supplied)", "Vendor with hard red lines (vendor-red-lines)", FOOTER):
        assert words in text


def test_findings_stand_worst_first():
    text = render_table(make_review()).decode()
    table = text[text.index("Pole and strength"):]
    places = [table.index(word) for word in ("Conflict", "Unresolved", "Weaker", "Not found", "Stricter", "Covered")]
    assert places == sorted(places)


@pytest.mark.parametrize("review", [make_review(), hostile_review()], ids=["plain", "hostile"])
def test_plain_output_has_no_control_characters_and_no_line_too_long(review):
    text = render_table(review).decode()
    assert not [line for line in text.splitlines() if len(line) > PLAIN_WIDTH]
    assert "\x1b" not in text
    assert "\u202e" not in text


def test_contract_words_are_never_read_as_markup():
    review = make_review("[red]Vendor[/red] [link=http://x]here[/link]")
    assert "[red]Vendor[/red] [link=http://x]here[/link]" in render_table(review).decode()


def test_a_terminal_sees_colours():
    console = Console(file=StringIO(), force_terminal=True, color_system="standard", width=120)
    print_review(make_review(), console)
    assert "\x1b[1;31m✕ Conflict" in console.file.getvalue()


def test_the_comparison_has_its_badges_and_the_vendors_in_columns():
    text = render_comparison_table(compare_reviews([make_review("One"), make_review("Two")])).decode()
    assert text.index("Signed contract") < text.index("Conflict")
    assert "Playbook: vendor-red-lines" in text

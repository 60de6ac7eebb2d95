"""Sentences and what a careful lawyer reads in them."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest
from reading import finding_on

from clausecheck.model.words import RESTRICTING

CASES: list[tuple[str, dict[str, Any]]] = [
    (group, case)
    for group, cases in tomllib.loads((Path(__file__).parent / "data" / "readings.toml").read_text(encoding="utf-8")).items()
    for case in cases
]


def side(pole: str | None) -> str | None:
    return "restrict" if pole in RESTRICTING else pole


@pytest.mark.parametrize(("group", "case"), CASES, ids=[f"{group}: {case['why']}" for group, case in CASES])
def test_sentence_reads_as_a_careful_lawyer_would(group: str, case: dict[str, Any]) -> None:
    text = f"{case['context']}\n\n- {case['text']}" if "context" in case else case["text"]
    finding = finding_on(case["clause"], text)
    assert finding.strength == case["strength"]
    if "pole" in case:
        assert side(finding.pole) == side(case["pole"])
    if "actor" in case:
        assert finding.actor == case["actor"]
    assert set(case.get("tags", ())) <= set(finding.tags)
    assert [item.kind for item in finding.exceptions] == case["exceptions"] if "exceptions" in case else True
    assert set(case.get("qualifiers", ())) <= {item.kind for item in finding.qualifiers}

"""Every escape hatch that words can open lowers a firm ban or leaves a tag on it, and closes again when it is taken out.

The bans and the hatches stand in `data/escape_hatches.toml`; each hatch is put into each ban alone.
"""

from __future__ import annotations

import tomllib
from functools import lru_cache
from pathlib import Path
from typing import Any

import pytest
from reading import finding_on

from clausecheck.model import Finding
from clausecheck.model.words import STRENGTHS, firmness

DATA = tomllib.loads((Path(__file__).parent / "data" / "escape_hatches.toml").read_text(encoding="utf-8"))
BANS: dict[str, str] = DATA["bans"]
HATCHES: dict[str, dict[str, Any]] = DATA["hatches"]
PLAIN: dict[str, Any] = {}
#: What the engine does not see today, and why. The key is the hatch, or the hatch and the clause. Strict: a hatch that is
#: seen from now on fails until its entry is taken out.
NOT_SEEN: dict[str | tuple[str, str], str] = {
    "emergency": "an emergency that one side declares is read as a closed exception, not as that side's discretion",
    "persons": "the width of a ban is read from few words: persons of other nationalities are left out",
    "data-origin": "the width of a ban is read from few words: data from elsewhere are left out",
    ("indiscriminate", "use.mass-domestic-surveillance"): "the word is taken for the conduct itself, which is surveillance at scale",
    ("place", "use.mass-domestic-surveillance"): "the word is taken for the conduct itself, which is surveillance in the country",
    "may-elect": "“not to use” behind “may elect” is taken for a ban, though it only frees",
    "enforcement-waived": "whether anybody may enforce a ban is not read (R20)",
    "deemed": "a fiction of compliance in another section is not tied to the ban that it empties",
    "waivable": "a power to waive in another section is not tied to the ban that it reaches",
    "expires": "an end of the ban in another section is not tied to it (R22)",
    "policy-decides-elsewhere": "a condition in another section is not tied to the ban that it reaches",
    ("solely", "use.autonomous-weapons"): "“solely in” is read as a closed scope, one step too firm",
    ("primarily", "use.autonomous-weapons"): "“primarily in” is no cue, though “primarily for” and “primarily to” are",
    ("buyer-policy", "use.cyber-offence"): "the word model takes the sentence for one about policy, so that nothing is found",
    ("web-policy", "use.cyber-offence"): "the word model takes the sentence for one about policy, so that nothing is found",
}


def text_with(hatch: dict[str, Any], conduct: str) -> str:
    """The order with the ban in it, changed as the hatch says; the plain ban for an empty hatch."""
    who, shall = hatch.get("who", "Customer"), hatch.get("shall", "shall not use")
    sentence = f"{who} {shall} the Service{hatch.get('aside', '')} {conduct}{hatch.get('after', '')}."
    sentence = f"{hatch.get('before', '')}{sentence}"
    document = hatch.get("document", "4.1 SENTENCE\n\nELSEWHERE").replace("ELSEWHERE", hatch.get("elsewhere", ""))
    return "# Order\n\n" + document.replace("SENTENCE", sentence).replace("CONDUCT", conduct)


@lru_cache(maxsize=512)
def read(clause: str, hatch: str) -> Finding:
    return finding_on(clause, text_with(HATCHES[hatch] if hatch else PLAIN, BANS[clause]))


def opens(hatch: str, clause: str) -> bool:
    """True when the ban with the hatch in it is weaker than without, another pole, or carries a tag that it had not."""
    plain, changed = read(clause, ""), read(clause, hatch)
    weaker = firmness(changed.strength) < firmness(plain.strength)
    return weaker or changed.width != plain.width or bool(set(changed.tags) - set(plain.tags))


@pytest.mark.parametrize("clause", BANS)
def test_the_ban_is_firm_without_any_hatch(clause):
    plain = read(clause, "")
    assert (plain.pole, plain.strength, plain.width, plain.tags) == ("prohibit", "absolute", "full", ())
    assert plain.actor == "customer"


def cases() -> list[object]:
    return [
        pytest.param(hatch, clause, id=f"{hatch}-{clause}", marks=[pytest.mark.xfail(strict=True, reason=reason)] if reason else [])
        for hatch in HATCHES
        for clause in BANS
        for reason in [NOT_SEEN.get((hatch, clause), NOT_SEEN.get(hatch))]
    ]


@pytest.mark.parametrize(("hatch", "clause"), cases())
def test_a_hatch_lowers_the_ban_to_its_strength_or_leaves_a_tag(hatch, clause):
    assert opens(hatch, clause), f"{HATCHES[hatch]['why']} {text_with(HATCHES[hatch], BANS[clause])}"
    finding = read(clause, hatch)
    assert finding.strength == HATCHES[hatch]["strength"]
    assert set(HATCHES[hatch].get("tags", ())) <= set(finding.tags)


@pytest.mark.parametrize("hatch", HATCHES)
@pytest.mark.parametrize("clause", list(BANS)[:1])
def test_a_hatch_that_is_taken_out_again_leaves_the_firm_ban(hatch, clause):
    changed = {**HATCHES[hatch]}
    for part in ("before", "after", "aside", "shall", "who", "elsewhere", "document"):
        changed.pop(part, None)
    again = finding_on(clause, text_with(changed, BANS[clause]))
    assert (again.pole, again.strength, again.tags) == ("prohibit", "absolute", ())


#: Words of the same places that open nothing: the ban stays as firm as it was.
HARMLESS = {
    "goes beyond the law": {"after": ", whether or not such use is lawful"},
    "binds in every case": {"after": " under any circumstances"},
    "a notwithstanding that names another section": {
        "elsewhere": "9.1 Notwithstanding Section 6, Customer may use the Service for any lawful purpose.\n\n6.1 Prices are fixed."
    },
    "a notwithstanding that is about something else": {"elsewhere": "9.1 Notwithstanding Section 4, invoices are paid within a month."},
    "another section deleted": {"elsewhere": "12.1 Section 6.1 is deleted in its entirety.\n\n6.1 Prices are fixed."},
    "a general grant without ranking words": {"elsewhere": "2.1 Customer may use the Service for any lawful purpose."},
    "a recital beside it": {"elsewhere": "WHEREAS the parties believe that people come first;"},
    "a policy about something else": {"elsewhere": "5.1 Invoices follow Department policy."},
    "a ban that outranks": {"before": "Notwithstanding anything to the contrary in this order, "},
}


@pytest.mark.parametrize("words", HARMLESS)
@pytest.mark.parametrize("clause", BANS)
def test_words_that_open_nothing_leave_the_ban_firm(words, clause):
    finding = finding_on(clause, text_with(HARMLESS[words], BANS[clause]))
    assert (finding.pole, finding.strength) == ("prohibit", "absolute")


def test_the_table_of_what_is_not_seen_names_hatches_and_bans_that_exist():
    for key in NOT_SEEN:
        hatch, clause = key if isinstance(key, tuple) else (key, next(iter(BANS)))
        assert hatch in HATCHES
        assert clause in BANS


def test_every_hatch_says_why_and_changes_something():
    for hatch in HATCHES.values():
        assert hatch["why"].endswith(".")
        assert hatch["strength"] in STRENGTHS
        assert text_with(hatch, "CONDUCT") != text_with(PLAIN, "CONDUCT")
        assert set(hatch) <= {"why", "strength", "tags", "before", "after", "aside", "shall", "who", "elsewhere", "document"}

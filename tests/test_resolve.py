"""Definitions, references, rankings with their reach, freezes, what is missing, and the baseline."""

from __future__ import annotations

from typing import NamedTuple

import pytest
from reading import document_of, library

from clausecheck.model import Contract, LegalMap, RankingClause
from clausecheck.resolve import resolve_contract
from clausecheck.structure import build_contract


class Resolved(NamedTuple):
    contract: Contract
    legal: LegalMap

    def place(self, index: int) -> str:
        section = self.contract.sections[index]
        return " ".join(part for part in (section.annex, section.number) if part) or section.heading

    def clauses(self, kind: str) -> list[RankingClause]:
        return [clause for clause in self.legal.ranking if clause.kind == kind]

    def reach(self, kind: str) -> set[str]:
        """The places that the contract's ranking clauses of that kind reach."""
        return {self.place(index) for clause in self.clauses(kind) for index in clause.targets}

    @property
    def unresolved(self) -> list[str]:
        return [item.what for item in self.legal.unresolved]

    def frozen(self) -> set[str]:
        return {self.place(index) for index in self.legal.frozen}

    def rank(self, place: str) -> int:
        return next(self.legal.ranks[section.index] for section in self.contract.sections if self.place(section.index) == place)


def resolve(*texts: str) -> Resolved:
    contract = build_contract([document_of(text, f"document{number}.md") for number, text in enumerate(texts, 1)])
    return Resolved(contract, resolve_contract(contract, library()))


BANS = """
# Supply Agreement

4.1 Customer shall not score people.

4.2 Customer shall not sway elections.

(a) Not even local ones.

5.1 Customer shall not fake voices.

5.2 Customer shall not guess feelings.

6.1 Customer shall not build weapons.

8.1 Invoices are paid within a month.
"""


# ---------------------------------------------------------------- definitions


@pytest.mark.parametrize(
    ("sentence", "terms"),
    [
        ("“Output” means what the Service returns.", ["Output"]),
        ("1.1 “Personal Data” has the meaning given in the Data Act.", ["Personal Data"]),
        ("“Affiliate” includes every branch office.", ["Affiliate"]),
        ("'Weights' shall mean the parameters of the Model.", ["Weights"]),
        ("The Contractor hosts the model (the “Hosted Model”).", ["Hosted Model"]),
        ("Fernhill Labs (“Supplier”) and its staff (each, a “Worker”) agree.", ["Supplier", "Worker"]),
        ("This means that nobody is scored.", []),
        ("Customer shall include the notice.", []),
    ],
)
def test_terms_are_defined_where_the_text_says_what_they_mean(sentence, terms):
    assert [definition.term for definition in resolve(sentence).legal.definitions] == terms


def test_a_definition_is_the_whole_sentence_and_stands_in_its_section():
    found = resolve("# Terms\n\n1.2 “Output” means what the Service returns. It is Customer's.")
    (definition,) = found.legal.definitions
    text = found.contract.documents[definition.document].text.text
    assert text[slice(*definition.meaning)] == "“Output” means what the Service returns."
    assert found.place(definition.section) == "1.2"


def test_a_term_defined_twice_is_listed_twice():
    found = resolve("“Output” means text.", "“Output” means pictures.")
    assert [(item.term, item.document) for item in found.legal.definitions] == [("Output", 0), ("Output", 1)]


# ---------------------------------------------------------------- references and reach


@pytest.mark.parametrize(
    ("words", "reached"),
    [
        ("Section 4.2", {"4.2", "4.2(a)"}),
        ("clause 4.2(a)", {"4.2(a)"}),
        ("Sections 4 to 6", {"4.1", "4.2", "4.2(a)", "5.1", "5.2", "6.1"}),
        ("Sections 4 through 5", {"4.1", "4.2", "4.2(a)", "5.1", "5.2"}),
        ("clauses 5.1 to 5.2", {"5.1", "5.2"}),
        ("clauses 4.1, 5.1 and 6.1", {"4.1", "5.1", "6.1"}),
        ("Section 4.1 or Section 5.2", {"4.1", "5.2"}),
        ("§ 6.1", {"6.1"}),
        ("Article 5", {"5.1", "5.2"}),
        ("Section 77", set()),
    ],
)
def test_notwithstanding_reaches_the_sections_that_it_names_and_no_others(words, reached):
    found = resolve(f"{BANS}\n\n9.1 Notwithstanding {words}, Customer may use the Service for any lawful purpose.")
    assert found.reach("notwithstanding") == reached
    assert not any(clause.everything for clause in found.clauses("notwithstanding"))


@pytest.mark.parametrize(
    "words",
    [
        "anything to the contrary in this agreement",
        "any other provision of this agreement",
        "any contrary term",
        "anything else in this agreement",
    ],
)
def test_notwithstanding_everything_reaches_everything(words):
    (clause,) = resolve(f"{BANS}\n\n9.1 Notwithstanding {words}, Customer may use the Service for any lawful purpose.").clauses(
        "notwithstanding"
    )
    assert clause.everything


@pytest.mark.parametrize(
    "rule",
    [
        "Section 5.1 continues to apply",
        "the Customer may use the Service as described in Section 5.1",
        "each User, whom Section 6 names, may use the Service",
        "Customer may use the Service, and Section 5 stands",
    ],
)
def test_words_of_the_rule_are_no_part_of_what_notwithstanding_names(rule):
    found = resolve(f"{BANS}\n\n9.1 Notwithstanding Section 4.1, {rule}.")
    assert found.reach("notwithstanding") == {"4.1"}


def test_a_term_that_stands_for_sections_reaches_them():
    text = f"{BANS}\n\n1.1 “Red Lines” means clauses 4.1 to 4.2.\n\n9.1 Notwithstanding the Red Lines, Customer may use the Service."
    assert resolve(text).reach("notwithstanding") == {"4.1", "4.2", "4.2(a)"}


def test_what_an_except_clause_spares_is_not_reached():
    text = f"{BANS}\n\n9.1 Notwithstanding Sections 4 to 5, Customer may use the Service, except as stated in Section 4.1."
    assert resolve(text).reach("notwithstanding") == {"4.2", "4.2(a)", "5.1", "5.2"}


def test_a_number_of_the_body_is_not_sought_in_an_annex_while_the_body_has_it():
    body = "# Agreement\n\n2. Customer shall not score people.\n\n3. Notwithstanding Section 2, Customer may do as it likes."
    text = f"{body}\n\n## Annex A\n\n2. Nobody sways elections."
    assert resolve(text).reach("notwithstanding") == {"2"}


def test_an_annex_is_reached_with_all_that_it_holds():
    body = "# Agreement\n\n3. Notwithstanding Annex A, Customer may do as it likes."
    text = f"{body}\n\n## Annex A Rules\n\n1. No scoring.\n\n2. No swaying.\n\n## Annex B\n\n1. Prices."
    assert resolve(text).reach("notwithstanding") == {"Annex A", "Annex A 1", "Annex A 2"}


def test_references_stay_in_their_own_document():
    found = resolve("# Agreement\n\n4.1 No scoring.", "# Order\n\n4.1 No swaying.\n\n9.1 Notwithstanding Section 4.1, Customer may sway.")
    (clause,) = found.clauses("notwithstanding")
    assert {found.contract.sections[index].document for index in clause.targets} == {1}


# ---------------------------------------------------------------- subject to, and what is not there


def test_subject_to_reaches_what_is_there():
    found = resolve(f"{BANS}\n\n2.1 Subject to Section 5, Customer may use the Service for any lawful purpose.")
    (clause,) = found.clauses("subject_to")
    assert found.reach("subject_to") == {"5.1", "5.2"}
    assert clause.missing == ""
    assert found.unresolved == []


@pytest.mark.parametrize("words", ["Section 44", "Annex Q", "Schedule 9"])
def test_subject_to_something_that_nobody_supplied_is_unresolved(words):
    found = resolve(f"{BANS}\n\n2.1 Subject to {words}, Customer may use the Service for any lawful purpose.")
    (clause,) = found.clauses("subject_to")
    assert (clause.missing, clause.targets) == (words, ())
    assert words in found.unresolved


@pytest.mark.parametrize("words", ["[Reserved]", "Reserved.", "Intentionally left blank.", "Deleted."])
def test_subject_to_a_reserved_section_is_unresolved(words):
    found = resolve(f"# Order\n\n2.1 Subject to Section 5, Customer may use the Service for any lawful purpose.\n\n5. {words}")
    assert found.unresolved == ["Section 5"]


@pytest.mark.parametrize(
    ("text", "missing"),
    [
        ("2.1 The uses stand in Annex B.", ["Annex B"]),
        ("2.1 The uses stand in Attachments 5 to 7.", ["Attachment 5", "Attachment 6", "Attachment 7"]),
        ("2.1 The uses stand in Annex B.\n\n## Annex B\n\n1. Translation.", []),
        ("2.1 The uses stand in Annex B.\n\n## Annex B\n\n[Reserved]", ["Annex B"]),
        ("2.1 The uses stand in Annex B.\n\n## Annex B\n\nThis annex is not reproduced here.", ["Annex B"]),
        ("2.1 The uses stand in Annex B.\n\n## Annex B (furnished under separate cover)", ["Annex B"]),
        ("2.1 The list in Annex C is supplied under separate cover.\n\n## Annex C\n\n1. See there.", ["Annex C"]),
        ("2.1 Drones follow Directive 4100.7 of the Ministry.", ["Directive 4100.7"]),
    ],
)
def test_what_is_named_and_not_supplied_is_unresolved(text, missing):
    assert sorted(resolve(f"# Order\n\n{text}").unresolved) == missing


def test_a_policy_at_a_web_address_is_unresolved():
    (what,) = resolve("# Order\n\n2.1 The Acceptable Use Policy at https://example.org/aup applies.").unresolved
    assert what == "Acceptable Use Policy at https://example.org/aup"


def test_a_web_address_of_something_else_is_not():
    assert resolve("# Order\n\n2.1 Invoices are sent to https://example.org/pay each month.").unresolved == []


def test_an_annex_in_a_file_of_its_own_is_supplied():
    found = resolve("# Order\n\n2.1 The uses stand in Annex B.", "# Annex B Usage Policy\n\n1. No scoring.")
    assert found.unresolved == []


# ---------------------------------------------------------------- precedence, deletion, terms set aside

ORDER = """
# Hosting Agreement

2.1 Customer may use the Service for any lawful purpose.

{precedence}

## Annex A Task Order

1. Tasks are listed weekly.

## Annex B Usage Policy

1. Customer shall not score people.
"""


def test_an_order_of_precedence_in_a_sentence_ranks_sections():
    found = resolve(ORDER.format(precedence="9.1 This is the order of precedence: (1) Section 2.1; (2) Annex A; (3) Annex B."))
    assert (found.rank("2.1"), found.rank("Annex A 1"), found.rank("Annex B 1")) == (0, 1, 2)


def test_an_order_of_precedence_in_a_list_ranks_sections():
    precedence = (
        "9.1 In the event of a conflict the parts of this agreement rank in this order:\n\n(a) Section 2;\n\n(b) Annex A;\n\n(c) Annex B."
    )
    found = resolve(ORDER.format(precedence=precedence))
    assert (found.rank("2.1"), found.rank("Annex A 1"), found.rank("Annex B 1")) == (0, 1, 2)


def test_what_prevails_over_something_ranks_above_it():
    found = resolve(ORDER.format(precedence="9.1 In the event of a conflict, Section 2 prevails over Annex B."))
    assert found.rank("2.1") < found.rank("Annex B 1")


def test_what_prevails_over_a_usage_policy_ranks_above_it_however_it_is_called():
    found = resolve(ORDER.format(precedence="9.1 In the event of a conflict, this agreement prevails over the Usage Policy."))
    assert found.rank("2.1") < found.rank("Annex B 1")


@pytest.mark.xfail(strict=True, reason="a heading that says “order of precedence” does not rank the list that follows it")
@pytest.mark.parametrize(
    "precedence",
    [
        "9.1 Order of precedence: (1) Section 2.1; (2) Annex A; (3) Annex B.",
        "## 9 Order of Precedence\n\n(a) Section 2.1;\n\n(b) Annex A;\n\n(c) Annex B.",
    ],
)
def test_a_list_below_a_heading_of_precedence_ranks_sections(precedence):
    found = resolve(ORDER.format(precedence=precedence))
    assert (found.rank("2.1"), found.rank("Annex A 1"), found.rank("Annex B 1")) == (0, 1, 2)


@pytest.mark.parametrize(
    "words",
    [
        "9.1 The Usage Policy prevails over this agreement.",
        "9.1 In the event of a conflict, Annex B takes precedence over this agreement.",
        "9.1 If this agreement and Annex B conflict, Annex B prevails over it.",
    ],
)
def test_a_policy_that_prevails_is_not_ranked_below_what_it_prevails_over(words):
    found = resolve(ORDER.format(precedence=words))
    assert found.rank("Annex B 1") <= found.rank("2.1")


def test_where_nothing_ranks_the_parts_all_are_equal():
    assert set(resolve(ORDER.format(precedence="9.1 Notices are given in writing.")).legal.ranks) == {0}


@pytest.mark.parametrize(
    "words",
    [
        "Annex B forms no part of this agreement.",
        "Annex B is not part of this agreement.",
        "Annex B does not bind Customer.",
        "Annex B is for information only.",
    ],
)
def test_an_annex_that_is_set_aside_is_reached(words):
    assert "Annex B 1" in resolve(ORDER.format(precedence=f"9.1 {words}")).reach("not_binding")


@pytest.mark.parametrize(
    ("words", "reached"),
    [
        ("Section 4.1 is deleted in its entirety.", {"4.1"}),
        ("Sections 4.1 and 5.1 are deleted.", {"4.1", "5.1"}),
        ("Section 6.1 is replaced with the following: Customer may build weapons.", {"6.1"}),
        ("Section 8.1 is hereby amended to read: Invoices are paid at once.", {"8.1"}),
    ],
)
def test_deleted_and_replaced_sections_are_reached(words, reached):
    assert resolve(f"{BANS}\n\n12.1 {words}").reach("replaces") == reached


# ---------------------------------------------------------------- freezes

FREEZE = """
# Order

4.1 Nobody tracks people except as the Privacy Act permits.

4.2 Nobody scores people unless the law permits it.

{words}
"""


def test_a_freeze_of_named_sections_reaches_them_only():
    words = "9.1 In Section 4.1 the law is read as in effect on 4 May 2031."
    assert resolve(FREEZE.format(words=words)).frozen() == {"4.1"}


def test_a_general_freeze_reaches_the_whole_document():
    words = "9.1 Each reference to a law in this order is to that law as in effect on the Effective Date."
    assert {"4.1", "4.2"} <= resolve(FREEZE.format(words=words)).frozen()


def test_a_freeze_by_term_holds_the_term():
    words = "1.1 “Governing Authorities” means the acts listed in Section 7, as in effect on the Effective Date."
    found = resolve(FREEZE.format(words=words))
    assert found.legal.frozen_terms == ("Governing Authorities",)


@pytest.mark.parametrize(
    "words",
    [
        "9.1 Each reference to a law is to that law as in effect on the Effective Date, as amended from time to time.",
        "9.1 Each reference to a law is to that law as in effect on the Effective Date or any successor law.",
        "9.1 Each reference to a law is to that law as amended from time to time.",
        "9.1 The Privacy Act of 2019 applies.",
        "9.1 The prices are those in effect on the Effective Date.",
    ],
)
def test_words_that_let_the_law_move_freeze_nothing(words):
    found = resolve(FREEZE.format(words=words))
    assert found.frozen() == set()
    assert found.legal.frozen_terms == ()


def test_a_recital_freezes_nothing():
    words = "WHEREAS each law is meant as in effect on the Effective Date;"
    assert resolve(FREEZE.format(words=words)).frozen() == set()


# ---------------------------------------------------------------- baseline


@pytest.mark.parametrize(
    ("sentence", "kind"),
    [
        ("Customer may use the Service for any lawful purpose.", "broad_grant"),
        ("The Ministry has the right to use the Platform for every lawful Government purpose.", "broad_grant"),
        ("Legality is the sole limit on the Department's use of the System.", "broad_grant"),
        ("Anything that is not expressly prohibited is permitted, and Customer may use the Service accordingly.", "negative_space"),
        ("Customer may use the Service for any purpose other than those prohibited in Annex A.", "negative_space"),
        ("Customer may use the Service solely for its internal business purposes.", "closed_licence"),
        ("The Supplier reserves all rights not expressly granted; no other licence is given.", "closed_licence"),
        ("Customer shall not use the Service for any purpose other than the Permitted Purpose.", "closed_licence"),
        ("Invoices are payable within a month.", "none"),
        ("Users may be monitored for any lawful purpose.", "none"),
        ("Customer shall not score people.", "none"),
        ("WHEREAS Customer may use the Service for any lawful purpose;", "none"),
    ],
)
def test_the_baseline_says_what_silence_means(sentence, kind):
    baseline = resolve(f"# Order\n\n2.1 {sentence}" if not sentence.startswith("WHEREAS") else f"# Order\n\n{sentence}").legal.baseline
    assert baseline.kind == kind
    assert bool(baseline.evidence) is (kind != "none")


def test_a_broad_grant_outweighs_a_reservation_of_rights():
    found = resolve(
        "# Order\n\n2.1 Customer may use the Service for any lawful purpose.\n\n2.2 The Supplier reserves all rights not granted."
    )
    assert found.legal.baseline.kind == "broad_grant"
    assert found.legal.baseline.evidence[0].quote == "Customer may use the Service for any lawful purpose."


def test_an_empty_contract_has_an_empty_map():
    legal = resolve("").legal
    assert (legal.baseline.kind, legal.ranking, legal.unresolved, legal.ranks) == ("none", (), (), ())


def test_every_ranking_clause_quotes_its_sentence():
    found = resolve(f"{BANS}\n\n9.1 Notwithstanding Section 4, Customer may do as it likes. Annex B prevails over Section 5.")
    for clause in found.legal.ranking:
        text = found.contract.documents[0].text.text
        assert clause.evidence.quote == text[slice(*clause.span)]
        assert clause.words.lower() in clause.evidence.quote.lower()

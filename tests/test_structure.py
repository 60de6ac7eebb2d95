"""Numbers, headings, lists, annexes, parties, dates: what `tests/data/structure` and short openings must read as."""

from __future__ import annotations

import datetime
import tomllib
from pathlib import Path

import pytest
from reading import document_of

from clausecheck.model import Contract, Section
from clausecheck.structure import build_contract
from clausecheck.structure.labels import follows, read_label, roman_value

FOLDER = Path(__file__).parent / "data" / "structure"
OUTLINES: dict[str, dict[str, list[str]]] = tomllib.loads((FOLDER / "outlines.toml").read_text(encoding="utf-8"))


def contract_of(*texts: str) -> Contract:
    return build_contract([document_of(text, f"document{number}.md") for number, text in enumerate(texts, 1)])


def line_of(contract: Contract, section: Section) -> str:
    text = contract.document_of(section).text.text
    parts = (
        ", ".join(part for part in (section.annex, section.number) if part),
        section.heading,
        section.kind,
        " / ".join(text[slice(*span)].strip() for span in section.paragraphs),
        " > ".join(text[slice(*span)] for span in section.lead_ins),
    )
    return " | ".join(part or "–" for part in parts)


@pytest.mark.parametrize("name", sorted(OUTLINES))
def test_sections_have_the_place_heading_kind_and_lead_ins_that_a_reader_sees(name):
    contract = contract_of((FOLDER / f"{name}.md").read_text(encoding="utf-8"))
    assert [line_of(contract, section) for section in contract.sections] == OUTLINES[name]["sections"]


def test_every_file_of_the_folder_has_its_outline():
    assert {path.stem for path in FOLDER.glob("*.md")} == set(OUTLINES)


@pytest.mark.parametrize("name", sorted(OUTLINES))
def test_sections_are_numbered_through_and_stand_below_sections_before_them(name):
    text = (FOLDER / f"{name}.md").read_text(encoding="utf-8")
    contract = contract_of(text, text)
    assert [section.index for section in contract.sections] == list(range(len(contract.sections)))
    for section in contract.sections:
        assert section.parent is None or section.parent < section.index
        assert section.parent is None or contract.sections[section.parent].document == section.document
        assert all(0 <= span.start < span.end <= len(contract.document_of(section).text.text) for span in section.paragraphs)


def test_headings_above_a_section_are_listed_from_the_outermost():
    contract = contract_of("# Terms\n\n## Limits\n\n### Weapons\n\n4.1 Fire. Nobody fires.")
    assert contract.sections[-1].under == ("Terms", "Limits", "Weapons", "Fire")


@pytest.mark.parametrize(
    ("text", "style", "shown"),
    [
        ("4.2(b) Customer", "decimal3", "4.2(b)"),
        ("4. Customer", "decimal1", "4"),
        ("Section 4.2. Customer", "decimal2", "4.2"),
        ("§ 12A Customer", "decimal1", "12A"),
        ("ARTICLE IV Use", "article", "IV"),
        ("Annex C: Use", "annex", "Annex C"),
        ("ATTACHMENT 3", "annex", "Attachment 3"),
        ("C.3.2 The Contractor", "lettered", "C.3.2"),
        ("H-7 The Contractor", "lettered", "H-7"),
        ("AI-2. The Contractor", "lettered", "AI-2"),
        ("(a) score", "(a)", "(a)"),
        ("(iv) score", "(i)", "(iv)"),
        ("(3) score", "(1)", "(3)"),
        ("b) score", "a.", "b"),
        ("• score", "bullet", "•"),
        ("– score", "bullet", "–"),
    ],
)
def test_labels_are_read_as_printed(text, style, shown):
    label = read_label(text)
    assert label is not None
    assert (label.style, label.shown) == (style, shown)


@pytest.mark.parametrize(
    "text", ["", "Customer", "12 months after signature", "2031 was dry", "I agree", "(see A) it", "a dog", "4.2million"]
)
def test_words_that_are_no_number_of_a_clause_are_no_label(text):
    assert read_label(text) is None


@pytest.mark.parametrize(("before", "after"), [("(h)", "(i)"), ("(i)", "(ii)"), ("3", "4"), ("iv", "v"), ("ix.", "x."), ("A", "B")])
def test_the_next_number_of_a_run_follows(before, after):
    assert follows(before, after)


@pytest.mark.parametrize(("before", "after"), [("(h)", "(j)"), ("(i)", "(iii)"), ("4", "3"), ("a", "1"), ("", ""), ("iv", "w")])
def test_any_other_number_does_not_follow(before, after):
    assert not follows(before, after)


def test_roman_numerals_have_their_value():
    assert [roman_value(numeral) for numeral in ("i", "iv", "IX", "xiv", "XL", "c")] == [1, 4, 9, 14, 40, 100]


@pytest.mark.parametrize(
    ("opening", "vendor", "customer"),
    [
        (
            "between Lanternfall Systems, Inc. (the “Contractor”) and the Department of Harbours (the “Government”).",
            ("Lanternfall Systems, Inc.", ("Contractor",)),
            ("Department of Harbours", ("Government",)),
        ),
        (
            "by and between KESTREL COGNITION LLC (“Performer”) and the UNITED STATES DEPARTMENT OF TIDES (“Department”).",
            ("Kestrel Cognition LLC", ("Performer",)),
            ("United States Department of Tides", ("Department",)),
        ),
        (
            "between Marrow Analytics Ltd (hereinafter “Marrow”) and Ministry of Coastal Works (hereinafter “the Ministry”).",
            ("Marrow Analytics Ltd", ("Marrow",)),
            ("Ministry of Coastal Works", ("Ministry",)),
        ),
        (
            "between Pellworm AI SE (“Company”) and the City of Wexmoor (“Customer”).",
            ("Pellworm AI SE", ("Company",)),
            ("City of Wexmoor", ("Customer",)),
        ),
        (
            "between:\n\n(1) FERNHILL TECHNOLOGIES PLC (“Fernhill”); and\n\n(2) THE COMMISSION FOR RIVERS (“the Commission”).",
            ("Fernhill Technologies PLC", ("Fernhill",)),
            ("The Commission for Rivers", ("Commission",)),
        ),
        (
            "Halden & Roe Cognition, PBC (the “Provider”), and its customer, the Bureau of Weights (the “Buyer”), agree.",
            ("Halden & Roe Cognition, PBC", ("Provider",)),
            ("Bureau of Weights", ("Buyer",)),
        ),
        (
            "The Ministry of Ports, represented by its Secretary (“Ministry”), and Brightwater Intelligence S.A. (“Brightwater”) agree.",
            ("Brightwater Intelligence S.A.", ("Brightwater",)),
            ("The Ministry of Ports", ("Ministry",)),
        ),
        (
            "Supplier: Grindle Models B.V. (“Supplier”)\n\nCustomer: Northgate University (“Customer”)",
            ("Grindle Models B.V.", ("Supplier",)),
            ("Northgate University", ("Customer",)),
        ),
    ],
)
def test_parties_are_named_with_their_roles(opening, vendor, customer):
    contract = contract_of(f"# Agreement\n\nThis agreement is {opening}")
    assert contract.vendor is not None
    assert contract.customer is not None
    assert (contract.vendor.name, contract.vendor.called) == vendor
    assert (contract.customer.name, contract.customer.called) == customer


def test_a_policy_that_says_we_and_you_names_its_author_only():
    contract = contract_of("# Terms\n\nThese terms are between Ostberg Labs GmbH (“Ostberg”, “we”) and its user (“you”).")
    assert contract.vendor is not None
    assert contract.vendor.name == "Ostberg Labs GmbH"
    assert contract.customer is None


@pytest.mark.parametrize("text", ["# Agreement\n\nNobody is named.", "# Agreement\n\n(the “Service”) and (“Agreement”)", "word", "(“"])
def test_where_no_party_is_named_there_is_none(text):
    contract = contract_of(text)
    assert (contract.vendor, contract.customer) == (None, None)


def test_parties_stand_in_whichever_document_names_them():
    contract = contract_of("# Usage Policy\n\nNo scoring.", "# Order\n\nKestrel Labs Ltd (“Supplier”) and the Port Council (“Customer”).")
    assert contract.vendor is not None
    assert contract.customer is not None
    assert contract.vendor.called == ("Supplier",)


@pytest.mark.parametrize(
    ("words", "date"),
    [
        ("dated 31 December 2030", "2030-12-31"),
        ("made on the 3rd day of June 2030", "2030-06-03"),
        ("entered into as of March 9, 2030", "2030-03-09"),
        ("effective date: 2031-02-28", "2031-02-28"),
        ("Published on May 1, 2030. Effective as of June 2, 2031.", "2031-06-02"),
        ("Last updated: 2 March 2033", "2033-03-02"),
        ("on 4 May 2031", "2031-05-04"),
        ("on 03/04/2031", None),
        ("Order 2031-13-45", None),
        ("in May 2031", None),
        ("of no date", None),
    ],
)
def test_dates_are_iso_dates_or_none(words, date):
    contract = contract_of(f"# Agreement\n\nThis agreement is {words}.")
    assert contract.documents[0].date == date
    assert date is None or datetime.date.fromisoformat(date)


@pytest.mark.parametrize(
    ("title", "name", "kind"),
    [
        ("Amendment No. 3 to the Supply Agreement", "a.md", "amendment"),
        ("Modification Number 4 of Order 17", "a.md", "amendment"),
        ("Acceptable Use Policy", "a.md", "policy"),
        ("Responsible AI Guidelines", "a.md", "policy"),
        ("Community Model Licence", "a.md", "licence"),
        ("Licence Agreement", "a.md", "contract"),
        ("Annex B Usage Policy", "a.md", "annex"),
        ("Model Clauses for Procurement", "a.md", "template"),
        ("Hosting Agreement", "a.md", "contract"),
        ("Memorandum of Understanding", "a.md", "contract"),
        ("Notes", "usage_policy.md", "policy"),
        ("Notes", "supply-agreement.md", "contract"),
        ("Notes", "notes.md", "other"),
    ],
)
def test_a_document_is_of_the_kind_that_its_title_or_else_its_name_says(title, name, kind):
    document = build_contract([document_of(f"# {title}\n\nText.", name)]).documents[0]
    assert (document.kind, document.title) == (kind, title)


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("DRAFT of 3 May 2031\n\nText.", "draft"),
        ("Subject to contract\n\nText.", "draft"),
        ("Draft No. 4\n\n/s/ Ida Fenwick", "draft"),
        ("Text.\n\n/s/ Ida Fenwick", "signed"),
        ("Signed for the Supplier: Ida Fenwick", "signed"),
        ("Signed for the Supplier: ____________", "unknown"),
        ("The User may draft letters.", "unknown"),
        ("Text.", "unknown"),
    ],
)
def test_signed_draft_or_unknown(text, status):
    assert contract_of(f"# Agreement\n\n{text}").signed == status


@pytest.mark.parametrize("text", ["", "\u200b", "#", "1.", "(a)", "•", "| a |\n|---|", "\u202eARTICLE IV", "é" * 500])
def test_odd_texts_make_a_contract_all_the_same(text):
    contract = contract_of(text)
    assert len(contract.documents) == 1
    assert contract.documents[0].date is None


def test_no_documents_make_an_empty_contract():
    contract = build_contract([])
    assert (contract.documents, contract.sections, contract.vendor, contract.customer) == ((), (), None, None)

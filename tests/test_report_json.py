import json
from pathlib import Path

import jsonschema
import pytest
from factories import BIDI, CONTROL, FORMULA, hostile_review, make_review

from clausecheck.comparison import compare_reviews
from clausecheck.model import Comparison, Review
from clausecheck.report import FORMATS, render_comparison_json, render_json, render_json_array
from clausecheck.report.schema import SCHEMAS, write_schema

PUBLISHED = Path(__file__).parent.parent / "docs" / "schema"


def schema(name: str) -> dict:
    return json.loads((PUBLISHED / name).read_text(encoding="utf-8"))


@pytest.mark.parametrize("name", SCHEMAS)
def test_the_published_schema_is_the_one_that_the_types_make(name):
    assert (PUBLISHED / name).read_text(encoding="utf-8") == write_schema(name)


@pytest.mark.parametrize("review", [make_review(), hostile_review(), make_review(None, findings=())],
                         ids=["plain", "hostile", "empty"])
def test_a_report_is_valid_under_the_published_schema(review):
    jsonschema.Draft202012Validator(schema("review-1.schema.json")).validate(json.loads(render_json(review)))


def test_a_comparison_is_valid_under_the_published_schema():
    comparison = compare_reviews([make_review("One"), make_review("Two")])
    data = json.loads(render_comparison_json(comparison))
    jsonschema.Draft202012Validator(schema("comparison-1.schema.json")).validate(data)
    assert data["schema"] == "clausecheck.comparison/1"
    assert Comparison.model_validate(data) == comparison


def test_a_later_report_with_more_fields_is_valid_and_one_of_another_kind_is_not():
    validator = jsonschema.Draft202012Validator(schema("review-1.schema.json"))
    data = json.loads(render_json(make_review()))
    assert validator.is_valid(data | {"added_later": 1})
    assert not validator.is_valid(data | {"schema": "clausecheck.review/2"})
    assert not validator.is_valid({key: value for key, value in data.items() if key != "findings"})


def test_the_agreed_names_are_at_their_places():
    data = json.loads(render_json(make_review()))
    assert data["schema"] == "clausecheck.review/1"
    assert list(data)[:5] == ["schema", "library", "playbook", "playbook_title", "contract"]
    assert {"parties", "documents", "baseline"} <= set(data["contract"])
    finding = next(item for item in data["findings"] if item["clause"] == "use.mass-domestic-surveillance")
    assert {"clause", "title", "verdict", "pole", "strength", "width", "actor", "qualifiers", "exceptions", "evidence",
            "alternatives", "tags", "readings", "why"} <= set(finding)
    assert finding["qualifiers"][0] == {"kind": "one_sided_policy", "words": "or Department policy"}
    assert {"document", "page", "section", "start", "end", "quote", "kind", "boxes"} <= set(finding["evidence"][0])
    assert data["unresolved"] == [{"what": "Annex B", "why": "referred to in 9.2, not supplied"}]


@pytest.mark.parametrize("review", [make_review(), hostile_review()], ids=["plain", "hostile"])
def test_a_review_can_be_read_back_as_it_was(review):
    assert Review.model_validate_json(render_json(review)) == review


def test_no_byte_of_the_output_steers_a_terminal_and_no_word_is_changed():
    data = render_json(hostile_review())
    text = data.decode()
    assert not [character for character in text if character != "\n" and not character.isprintable()]
    quote = json.loads(data)["findings"][0]["evidence"][0]["quote"]
    assert BIDI in quote
    assert CONTROL in quote
    assert FORMULA in quote


def test_separate_reviews_are_an_array_in_the_order_given_even_if_there_is_one_or_none():
    names = [item["contract"]["parties"]["vendor"]
             for item in json.loads(render_json_array([make_review("B"), make_review("A")]))]
    assert names == ["B", "A"]
    assert len(json.loads(render_json_array([make_review()]))) == 1
    assert json.loads(render_json_array([])) == []


def test_every_format_names_its_media_type_and_ending():
    assert {name: (one.media_type.split(";")[0].split("/")[0], one.ending) for name, one in FORMATS.items()} == {
        "table": ("text", ".txt"), "json": ("application", ".json"), "html": ("text", ".html"),
        "docx": ("application", ".docx"), "xlsx": ("application", ".xlsx")}

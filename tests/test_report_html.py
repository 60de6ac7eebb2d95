import base64
import hashlib
import re

import pytest
from factories import SCRIPT, hostile_review, make_review
from lxml import html

from clausecheck.comparison import compare_reviews
from clausecheck.report import render_comparison_html, render_html
from clausecheck.report.markup import element
from clausecheck.report.words import FOOTER, VERDICTS


def comparison_page(*reviews) -> bytes:
    return render_comparison_html(compare_reviews(reviews or (make_review("One"), make_review("Two"))))


PAGES = {
    "review": lambda: render_html(make_review()), "hostile review": lambda: render_html(hostile_review()),
    "comparison": comparison_page, "hostile comparison": lambda: comparison_page(hostile_review(), hostile_review()),
}


@pytest.mark.parametrize("make", PAGES.values(), ids=PAGES)
def test_a_page_is_self_contained_and_runs_nothing(make):
    page = make().decode()
    tree = html.fromstring(page)
    assert {node.tag for node in tree.iter() if isinstance(node.tag, str)}.isdisjoint(
        {"script", "iframe", "img", "link", "object", "form", "svg", "base"})
    for node in tree.iter():
        assert not [name for name in node.attrib if name.startswith("on") or name in {"src", "style"}]
        assert node.get("href", "#").startswith("#")


@pytest.mark.parametrize("make", PAGES.values(), ids=PAGES)
def test_the_policy_forbids_scripts_and_allows_exactly_the_style_that_is_there(make):
    tree = html.fromstring(make().decode())
    policy = tree.xpath("//meta[@http-equiv='Content-Security-Policy']/@content")[0]
    style = tree.xpath("//style")[0].text
    assert policy.startswith("default-src 'none'")
    assert "script-src" not in policy
    assert f"'sha256-{base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()}'" in policy


@pytest.mark.parametrize("make", PAGES.values(), ids=PAGES)
def test_every_link_leads_to_a_place_on_the_page_and_every_place_is_there_once(make):
    tree = html.fromstring(make().decode())
    places = tree.xpath("//@id")
    assert len(places) == len(set(places))
    assert {link.removeprefix("#") for link in tree.xpath("//a/@href")} <= set(places)


def test_hostile_words_are_shown_and_do_nothing():
    page = render_html(hostile_review()).decode()
    assert SCRIPT not in page
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in page
    assert "[U+202E]" in page
    assert not re.search("[\x00-\x08\x1b\u202e\u202c\ufffe]", page)


def test_verdicts_are_words_beside_their_colour():
    page = html.fromstring(render_html(make_review()).decode())
    shown = {node.text_content().split(maxsplit=1)[1] for node in page.xpath("//span[contains(@class, 'verdict')]")}
    assert shown == set(VERDICTS.values()) - {"Not applicable"}


def test_the_footer_and_the_exact_quotation_are_on_the_page():
    page = render_html(make_review()).decode()
    assert page.count(FOOTER) >= 2
    assert "Customer shall not intentionally use the Service for bulk monitoring of residents" in page


def test_a_difference_is_marked_up_and_labelled():
    page = html.fromstring(render_html(make_review()).decode())
    assert page.xpath("//ins")[0].text_content() == "{+intentionally+}"
    assert page.xpath("//del")[0].text_content().startswith("[−")


def test_the_same_review_gives_the_same_bytes():
    assert render_html(make_review()) == render_html(make_review())


def test_the_comparison_has_a_column_for_each_vendor_with_its_badge_before_any_finding():
    tree = html.fromstring(comparison_page().decode())
    assert [node.text_content() for node in tree.xpath("//thead//th")] == ["Reference clause", "One", "Two"]
    first = [cell.text_content() for cell in tree.xpath("(//tbody)[1]/tr[1]/*")]
    assert first == ["Paper", "Signed contract", "Signed contract"]


def test_attributes_are_escaped_and_none_is_left_out():
    assert element("p", "a < b", None, title='"x" & y', class_=None) == '<p title="&quot;x&quot; &amp; y">a &lt; b</p>'

"""Small pieces of HTML. All of them are written by `element`, which escapes whatever it is given as text."""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import groupby

import streamlit as st

from clausecheck.dashboard import words
from clausecheck.model import Evidence
from clausecheck.model.words import Verdict
from clausecheck.report.clean import clean, name_place, shorten
from clausecheck.report.markup import Child, Markup, element, join

__all__ = ["Child", "Markup", "element", "join"]
_PUNCTUATION = re.compile(r"([!-/:-@\[-`{-~])")


def show(*children: Child) -> None:
    """Write HTML pieces into the page, one under the other."""
    st.html(element("div", *children, class_="cc"))


def plain(text: str, most: int = 60) -> str:
    """Text for a widget's label, which Streamlit reads as Markdown: every sign stands for itself."""
    escaped = _PUNCTUATION.sub(r"\\\1", shorten(clean(text), most))
    return escaped.replace(r"\:", "\\:\u2060")  # the word joiner keeps ":name:" from turning into a picture


def paragraph(*children: Child, class_: str | None = None) -> Markup:
    """A paragraph."""
    return element("p", *children, class_=class_)


def quiet(*children: Child) -> Markup:
    """A paragraph in the quiet tone."""
    return paragraph(*children, class_="cc-quiet")


def section(title: str) -> Markup:
    """The heading of a part of a page."""
    return element("h2", title, class_="cc-section")


def badge(text: str) -> Markup:
    """A word in a frame."""
    return element("span", text, class_="cc-badge")


def verdict_mark(verdict: Verdict, *, large: bool = False) -> Markup:
    """A verdict as symbol and word."""
    return element(
        "span", element("span", words.SYMBOLS[verdict], aria_hidden="true"), f" {words.VERDICTS[verdict]}",
        class_=f"cc-verdict cc-{verdict}{' cc-verdict-large' if large else ''}")


def quotation(*evidence: Evidence, small: bool = False, document: bool = False) -> Markup:
    """Words of the contract, exactly and in the order in which they stand there, and under them their place.

    Several spans that lie in one place (a lead-in and its list item) become one quotation of several lines.
    """
    in_order = sorted(evidence, key=lambda one: (one.document, one.start))
    groups = [list(group) for _, group in groupby(in_order, key=lambda one: (one.document, name_place(one, exact=False)))]
    return join(*(_quote(group, small=small, document=document) for group in groups))


def _quote(evidence: list[Evidence], *, small: bool, document: bool) -> Markup:
    first = evidence[0]
    place = name_place(first, exact=False)
    kind = "" if first.kind == "explicit" else f" · {words.EVIDENCE_KINDS[first.kind]}"
    return join(
        element("blockquote", "\n".join(one.quote for one in evidence),
                class_=f"cc-quote{' cc-quote-small' if small else ''}"),
        quiet(f"{place if place == first.document else sentence(place)}"
              f"{f', {first.document}' if document and place != first.document else ''}{kind}"))


def words_of(evidence: Iterable[Evidence]) -> str:
    """The quoted words in the order in which they stand in the contract."""
    return " ".join(one.quote for one in sorted(evidence, key=lambda one: (one.document, one.start)))


def quoted(text: str) -> Markup:
    """A few words of the contract in a line."""
    return element("span", text, class_="cc-words")


def facts(rows: Iterable[tuple[Child, Child]]) -> Markup:
    """Labels, each with what is to be said of it; rows with nothing to say are left out."""
    pairs = [(label, said) for label, said in rows if said]
    return element("dl", *(piece for label, said in pairs for piece in (element("dt", label), element("dd", said))),
                   class_="cc-facts")


def bullets(items: Iterable[Child]) -> Markup:
    """A list without bullets."""
    return element("ul", *(element("li", item) for item in items), class_="cc-list")


def sentence(text: str) -> str:
    """The text with a capital at its beginning."""
    return text[:1].upper() + text[1:]

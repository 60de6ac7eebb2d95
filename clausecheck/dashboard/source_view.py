"""The source beside a finding: the page image with the words marked, or the passage where there are no pages."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import streamlit as st

from clausecheck.dashboard import markup, words
from clausecheck.dashboard.page_image import highlights_on, pages_of
from clausecheck.dashboard.parts import show_page_image
from clausecheck.dashboard.session import Session, ShelvedContract
from clausecheck.model import Evidence, Finding, SourceDocument
from clausecheck.report.clean import name_place

#: Characters of context before and after a passage; both run on to the next end of a paragraph.
_CONTEXT = 450


class Cited(NamedTuple):
    """The evidence of a finding: that of the governing reading, and that of its other readings."""

    governing: tuple[Evidence, ...]
    others: tuple[Evidence, ...]


def cited_in(finding: Finding) -> Cited:
    """All evidence of a finding; for one without any, the nearest passages that were turned down."""
    others = tuple(one for reading in finding.readings if not reading.governs for one in reading.evidence)
    terms = tuple(term.evidence for term in finding.defined_terms)
    near = () if finding.evidence else tuple(rejected.evidence for rejected in finding.rejected)
    return Cited(finding.evidence, (*others, *terms, *near))


def show_source(state: Session, contract: ShelvedContract, finding: Finding) -> None:
    """The place that was chosen, else that of the first words."""
    cited = cited_in(finding)
    places = _places(cited)
    if not places:
        markup.show(markup.quiet(words.NO_PLACE))
        return
    place = state.place if state.place in places else places[0]
    _show_places(state, places, place)
    document, page = place
    if page and _show_image(contract, document, page, cited):
        return
    source = contract.document(document)
    if source:
        _show_passages(source, page, cited)


def _places(cited: Cited) -> list[tuple[str, int]]:
    """The documents and pages, those of the governing words first; page 0 where a document has none."""
    evidence = (*cited.governing, *cited.others)
    without = [(one.document, 0) for one in evidence if one.page is None]
    return list(dict.fromkeys([*pages_of(cited.governing), *without, *pages_of(cited.others)]))


def _show_places(state: Session, places: Sequence[tuple[str, int]], chosen: tuple[str, int]) -> None:
    """Buttons for the places, where there is more than one."""
    if len(places) < 2:
        return
    several = len({document for document, _ in places}) > 1
    st.session_state["place_choice"] = chosen

    def keep() -> None:
        state.place = st.session_state["place_choice"] or chosen

    st.segmented_control(
        words.QUOTED_ON, places, key="place_choice", on_change=keep,
        format_func=lambda place: _place_label(place, several))


def _place_label(place: tuple[str, int], several: bool) -> str:
    document, page = place
    name = markup.plain(document, 24)
    if not page:
        return name
    return f"{name}, {words.PAGE.format(page=page)}" if several else words.PAGE.format(page=page)


def _show_image(contract: ShelvedContract, document: str, page: int, cited: Cited) -> bool:
    """The page image with its marks; False where it cannot be made."""
    image = contract.page_image(document, page)
    if image is None:
        st.caption(words.NO_PAGE_IMAGE.format(page=page))
        return False
    marks = highlights_on(page, document, image, cited.governing, cited.others)
    show_page_image(
        image, f"{document}, {words.PAGE.format(page=page).lower()}",
        words.PAGE_ALT.format(page=page, name=document), marks, key="page_image")
    _show_key(any(mark.governing for mark in marks), any(not mark.governing for mark in marks))
    return True


def _show_key(governing: bool, others: bool) -> None:
    """What the colours on the page mean, in words."""
    markup.show(markup.quiet(
        markup.join(markup.element("span", class_="cc-key"), words.GOVERNING, "   ") if governing else None,
        markup.join(markup.element("span", class_="cc-key cc-key-other"), words.OTHER_PASSAGES) if others else None))


def _show_passages(source: SourceDocument, page: int, cited: Cited) -> None:
    """The passages of this document (and page) as text in their context."""
    on_place = [
        one for one in (*cited.governing, *cited.others)
        if one.document == source.name and (not page or one.page == page)
    ]
    governing = set(cited.governing)
    for first in _apart(on_place):
        markup.show(
            markup.quiet(f"{name_place(first, exact=False)}, {source.name}"),
            markup.element("div", marked_passage(source, first, on_place, governing), class_="cc-passage",
                           tabindex="0"))
    _show_key(any(one in governing for one in on_place), any(one not in governing for one in on_place))


def _apart(evidence: Sequence[Evidence]) -> list[Evidence]:
    """Of the evidence in its order, what does not lie in the context of another that is shown already."""
    shown: list[Evidence] = []
    for one in evidence:
        if not any(abs(one.start - other.start) < _CONTEXT for other in shown):
            shown.append(one)
    return shown[:4]


def marked_passage(
    source: SourceDocument, around: Evidence, evidence: Sequence[Evidence], governing: set[Evidence],
) -> markup.Markup:
    """The text around some evidence with every quoted span in it marked; escaped piece by piece."""
    text = source.text.text
    before = text.rfind("\n", 0, max(0, around.start - _CONTEXT)) + 1
    after = text.find("\n", min(len(text), around.end + _CONTEXT))
    after = len(text) if after < 0 else after
    pieces: list[markup.Child] = []
    at = before
    for one in sorted(evidence, key=lambda one: (one.start, one not in governing)):
        start, end = max(one.start, at), min(one.end, after)
        if start < end:
            pieces += [text[at:start].replace("\n", "\n\n"),
                       markup.element("mark", text[start:end], class_=None if one in governing else "cc-other")]
            at = end
    return markup.join(*pieces, text[at:after].replace("\n", "\n\n"))

"""One finding in full: the source on the left, how its words read on the right."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import streamlit as st

from clausecheck.dashboard import markup, words
from clausecheck.dashboard.difference_view import difference_between
from clausecheck.dashboard.session import Session, ShelvedContract
from clausecheck.dashboard.source_view import show_source
from clausecheck.model import Alternative, Finding, Library, ReadingCard, Review
from clausecheck.report.clean import name_pole, name_position, name_searched, shorten

#: A defined term's sentence or a passage beside the governing one is cut to so many characters.
_ASIDE = 600


def show_finding(
    state: Session, contract: ShelvedContract, review: Review, finding: Finding, findings: Sequence[Finding],
    library: Library,
) -> None:
    """The finding, with ways back to the others."""
    _show_way(state, contract, finding, findings)
    markup.show(
        markup.paragraph(f"{review.name} · {words.FAMILIES.get(finding.clause.partition('.')[0], '')}",
                         class_="cc-crumb"),
        markup.element("h1", finding.title, class_="cc-name"),
        markup.paragraph(markup.verdict_mark(finding.verdict, large=True)),
        markup.paragraph(finding.why, class_="cc-lead"),
        markup.paragraph(*(markup.badge(words.TAGS[tag]) for tag in finding.tags)) if finding.tags else None)
    with st.container(key="finding"):
        left, right = st.columns([11, 10], gap="medium")
        with left:
            show_source(state, contract, finding)
        with right:
            _show_words(review, finding)
            _show_reading(finding, library)
            _show_wanted(finding)
            _show_difference(finding)
            _show_others(finding)


def _show_way(state: Session, contract: ShelvedContract, finding: Finding, findings: Sequence[Finding]) -> None:
    """Back to all findings, and to the neighbours in the filtered list."""
    clauses = [one.clause for one in findings]
    at = clauses.index(finding.clause) if finding.clause in clauses else None
    with st.container(horizontal=True, vertical_alignment="center", key="way"):
        st.button(words.BACK, icon=":material/arrow_back:", key="back", on_click=state.show, args=(contract.key,))
        if at is None:
            return
        for label, icon, step in ((words.PREVIOUS, "chevron_left", -1), (words.NEXT, "chevron_right", 1)):
            neighbour = at + step
            inside = 0 <= neighbour < len(clauses)
            st.button(
                label, icon=f":material/{icon}:", key=f"step_{step}", disabled=not inside, on_click=state.show,
                args=(contract.key, clauses[neighbour] if inside else finding.clause))
        markup.show(markup.quiet(words.PLACE_IN_LIST.format(number=at + 1, count=len(clauses))))


def _show_words(review: Review, finding: Finding) -> None:
    """The quotation; where there is none, what was searched and the nearest passages."""
    if finding.evidence:
        markup.show(
            markup.paragraph(words.QUOTATION, class_="cc-label"),
            markup.quotation(*finding.evidence, document=True))
        return
    markup.show(
        markup.paragraph(words.NOTHING_FOUND.format(searched=name_searched(review.searched))),
        markup.quiet(words.SILENCE_UNDER[review.contract.baseline.kind]))


def _show_reading(finding: Finding, library: Library) -> None:
    """Pole, strength with its meaning, who is bound, width, every qualifier, exceptions, the other reading, terms."""
    if finding.strength == "silent":
        return
    clause = library.clause(finding.clause)
    pole_means = clause.poles.get(finding.pole or "", "") if clause else ""
    markup.show(
        markup.section(words.HOW_IT_READS),
        markup.facts((
            (words.POLE, _term(markup.sentence(name_pole(finding.pole)), pole_means)),
            (words.STRENGTH,
             _term(markup.sentence(words.STRENGTHS[finding.strength]), words.STRENGTH_MEANINGS[finding.strength])),
            (words.WHO, markup.sentence(words.ACTORS[finding.actor])),
            (words.WIDTH, markup.sentence(words.WIDTHS[finding.width])),
            (words.QUALIFIERS_TITLE, _fired((words.QUALIFIERS[one.kind], one.words) for one in finding.qualifiers)
             or words.NO_QUALIFIER),
            (words.EXCEPTIONS_TITLE, _fired((words.EXCEPTIONS[one.kind], one.words) for one in finding.exceptions)),
            (words.ALTERNATIVES_TITLE, _alternatives(finding.alternatives)),
            (words.DEFINED_TERMS, _defined_terms(finding)),
        )))


def _term(name: str, meaning: str) -> markup.Markup:
    return markup.join(markup.element("strong", name), markup.quiet(meaning) if meaning else None)


def _fired(pairs: Iterable[tuple[str, str]]) -> markup.Markup | None:
    """Kinds with the words that fired them, all of them."""
    items = [
        markup.join(markup.sentence(kind), markup.element("br"), markup.quoted(said))
        for kind, said in pairs
    ]
    return markup.bullets(items) if items else None


def _alternatives(alternatives: Sequence[Alternative]) -> markup.Markup | None:
    if not alternatives:
        return None
    return markup.join(markup.paragraph(words.ALSO_READS), markup.bullets(
        _term(markup.sentence(name_position(one.pole, one.strength)), one.why) for one in alternatives))


def _defined_terms(finding: Finding) -> markup.Markup | None:
    if not finding.defined_terms:
        return None
    return markup.bullets(
        markup.join(
            markup.element("strong", term.term), markup.quotation(
                term.evidence.model_copy(update={"quote": shorten(term.evidence.quote, _ASIDE)}), small=True))
        for term in finding.defined_terms)


def _show_wanted(finding: Finding) -> None:
    stand = finding.stand
    if stand is None:
        return
    markup.show(
        markup.section(words.PLAYBOOK_WANTS),
        markup.facts(((words.REQUIRED, stand.required), (words.FALLBACK, stand.fallback),
                      (words.WALK_AWAY, stand.walk_away))),
        markup.quiet(words.SILENCE_WANTED[stand.silence]))


def _show_difference(finding: Finding) -> None:
    """The words found against the nearest reference wording, word by word where they have enough in common."""
    if finding.nearest is None:
        return
    reference = finding.nearest.text
    position = markup.sentence(name_position(finding.nearest.pole, finding.nearest.strength))
    found = markup.words_of(finding.evidence)
    said = difference_between(reference, found) if found else None
    markup.show(
        markup.section(words.DIFFERENCE),
        *((said, markup.quiet(markup.element("ins", words.ONLY_HERE), " · ", markup.element("del", words.ONLY_THERE)))
          if said else (
              markup.quiet(words.FAR_APART) if found else None,
              markup.element("blockquote", reference, class_="cc-quote cc-quote-small"))),
        markup.quiet(words.REFERENCE_WORDING.format(position=position)))


def _show_others(finding: Finding) -> None:
    """The readings that do not govern, with what displaced them, and passages that were turned down."""
    others = [reading for reading in finding.readings if not reading.governs]
    if others:
        markup.show(markup.section(words.READINGS_TITLE), markup.bullets(map(_other_reading, others)))
    if finding.rejected:
        with st.expander(f"{words.NEAR} ({len(finding.rejected)})", expanded=not finding.evidence):
            for one in finding.rejected:
                markup.show(markup.quotation(one.evidence, small=True, document=True), markup.paragraph(one.why))


def _other_reading(reading: ReadingCard) -> markup.Markup:
    standing = words.DISPLACED.format(by=reading.displaced_by) if reading.displaced_by else words.NOT_GOVERNING
    return markup.join(
        _term(markup.sentence(name_position(reading.pole, reading.strength)), standing),
        markup.quotation(*reading.evidence, small=True, document=True))

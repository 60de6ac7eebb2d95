"""The clause library and the chosen playbook's stands, for reading."""

from __future__ import annotations

import streamlit as st

from clausecheck.dashboard import markup, words
from clausecheck.dashboard.session import Session
from clausecheck.model import Library, Playbook, ReferenceClause, Stand
from clausecheck.report.clean import name_pole, name_position


def show_library(state: Session, library: Library, playbook: Playbook) -> None:
    """The reference clauses by family; one of them at a time in full."""
    del state
    markup.show(
        markup.element("h1", words.PAGES["library"], class_="cc-name"),
        markup.paragraph(words.LIBRARY_INTRO, class_="cc-lead"),
        markup.quiet(words.LIBRARY_STAMP.format(version=library.version, date=library.date)))
    by_family, by_words = st.columns([1, 2])
    families = list(dict.fromkeys(clause.family for clause in library.clauses))
    family = by_family.selectbox(words.FAMILY_FILTER, [None, *families], key="library_family", format_func=_family_name)
    wanted = by_words.text_input(words.FIND_CLAUSE, key="library_search").strip().lower()
    clauses = [
        clause for clause in library.clauses
        if family in (None, clause.family) and wanted in f"{clause.id} {clause.title} {clause.definition}".lower()
    ]
    markup.show(markup.quiet(words.count(len(clauses), "reference clause")))
    for clause in clauses:
        _show_clause(clause, playbook)


def _family_name(family: str | None) -> str:
    return words.ALL_FAMILIES if family is None else words.FAMILIES[family]


def _show_clause(clause: ReferenceClause, playbook: Playbook) -> None:
    stand = playbook.stand_on(clause.id)
    mark = "" if stand else f"  ·  {words.NO_STAND_SHORT}"
    with st.expander(markup.plain(clause.title, 120) + mark):
        markup.show(
            markup.paragraph(clause.definition),
            markup.quiet(clause.id, f" · {_family_name(clause.family)}"),
            markup.facts(((words.STAND, _stand(stand)), (words.POLES_TITLE, _poles(clause)),
                          (words.WORDINGS, _wordings(clause)), (words.NEAR_MISSES, _near_misses(clause)))))


def _stand(stand: Stand | None) -> markup.Markup:
    if stand is None:
        return markup.quiet(words.NO_STAND_HERE)
    return markup.join(
        markup.facts(((words.REQUIRED, stand.required_text), (words.FALLBACK, stand.fallback_text),
                      (words.WALK_AWAY, stand.walk_away_text))),
        markup.quiet(words.SILENCE_WANTED[stand.silence]))


def _poles(clause: ReferenceClause) -> markup.Markup:
    return markup.facts((markup.sentence(name_pole(pole)), said) for pole, said in clause.poles.items())


def _wordings(clause: ReferenceClause) -> markup.Markup | None:
    if not clause.wordings:
        return None
    return markup.bullets(
        markup.join(
            markup.paragraph(markup.sentence(name_position(one.pole, one.strength)), class_="cc-label"),
            markup.element("blockquote", one.text, class_="cc-quote cc-quote-small"))
        for one in clause.wordings)


def _near_misses(clause: ReferenceClause) -> markup.Markup | None:
    if not clause.near_misses:
        return None
    return markup.bullets(
        markup.join(markup.quoted(one.text), f" {one.why}") for one in clause.near_misses)

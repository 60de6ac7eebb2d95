"""What the dashboard does, what it does not do, and where contracts stay."""

from __future__ import annotations

import streamlit as st

from clausecheck.dashboard import markup, words
from clausecheck.dashboard.session import Session
from clausecheck.model import Library, Playbook
from clausecheck.model.words import STRENGTHS


def show_about(state: Session, library: Library, playbook: Playbook) -> None:
    """The page, with the words that findings use and what each means."""
    del state, playbook
    with st.container(key="about"):
        markup.show(markup.element("h1", words.PAGES["about"], class_="cc-name"))
        st.markdown(words.ABOUT)
        markup.show(
            markup.facts((markup.sentence(words.STRENGTHS[one]), words.STRENGTH_MEANINGS[one]) for one in STRENGTHS))
        st.markdown(words.VERDICTS_EXPLAINED)
        markup.show(markup.facts((markup.verdict_mark(one), said) for one, said in words.VERDICT_MEANINGS.items()))
        st.markdown(words.PRIVACY_LONG)
        markup.show(markup.quiet(words.LIBRARY_STAMP.format(version=library.version, date=library.date)))

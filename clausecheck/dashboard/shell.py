"""The frame around the pages: style, sidebar, navigation, and what is shown when something goes wrong."""

from __future__ import annotations

import logging
from collections.abc import Callable

import streamlit as st
from streamlit.navigation.page import Page

from clausecheck.dashboard import markup, words
from clausecheck.dashboard.about_page import show_about
from clausecheck.dashboard.compare_page import show_compare
from clausecheck.dashboard.library_page import show_library
from clausecheck.dashboard.opening import open_session
from clausecheck.dashboard.parts import ICON, show_style
from clausecheck.dashboard.review_page import show_review
from clausecheck.dashboard.session import Session, session
from clausecheck.dashboard.sidebar import show_sidebar
from clausecheck.errors import LibraryError
from clausecheck.library import load_library
from clausecheck.model import Library, Playbook

_LOG = logging.getLogger(__name__)
Shown = Callable[[Session, Library, Playbook], None]


def show_dashboard() -> None:
    """The whole dashboard, once from top to bottom."""
    st.set_page_config(page_title=words.TITLE, page_icon=str(ICON), layout="wide")
    show_style()
    try:
        library = _library()
    except LibraryError as error:
        st.error(words.LIBRARY_REFUSED)
        markup.show(markup.bullets(error.mistakes))
        return
    state = session()
    if not state.opened:
        open_session(state, library, state.chosen_playbook(library))
    navigation = st.navigation(_pages(state, library), position="top")
    if state.leave_for:
        page, state.leave_for = state.pages[state.leave_for], ""
        st.switch_page(page)
    with st.sidebar:
        show_sidebar(state, library)
    navigation.run()
    markup.show(markup.paragraph(words.FOOTER, class_="cc-foot"))


@st.cache_resource(show_spinner=False)
def _library() -> Library:
    """The clause library: it holds nothing of any contract, so all sessions share it."""
    return load_library()


def _pages(state: Session, library: Library) -> list[Page]:
    pages: dict[str, tuple[Shown, str]] = {
        "review": (show_review, ":material/description:"), "compare": (show_compare, ":material/view_column:"),
        "library": (show_library, ":material/menu_book:"), "about": (show_about, ":material/info:"),
    }
    made = [
        st.Page(_guarded(show, state, library), title=words.PAGES[name], icon=icon, url_path=name,
                default=name == "review")
        for name, (show, icon) in pages.items()
    ]
    state.pages = dict(zip(pages, made, strict=True))
    return made


def _guarded(show: Shown, state: Session, library: Library) -> Callable[[], None]:
    """The page; where it fails, a sentence without the error's own text, which may quote a contract."""
    def run() -> None:
        try:
            show(state, library, state.chosen_playbook(library))
        except Exception as error:
            _LOG.error("%s while showing a page", type(error).__name__)
            st.error(words.WENT_WRONG_PAGE)
    return run

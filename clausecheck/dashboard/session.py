"""What one browser session holds: its contracts, the playbook chosen, and what is on the screen.

Contracts live here and nowhere else. Streamlit's caches are shared by all users, so nothing of a contract goes there.
"""

from __future__ import annotations

import secrets
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

import streamlit as st
from streamlit.navigation.page import Page

from clausecheck.dashboard.page_image import PageImage, render_page
from clausecheck.model import Library, Playbook, Review, SourceDocument
from clausecheck.model.words import Verdict
from clausecheck.pipeline import DEFAULT_PLAYBOOK, Analysis, judge_analysis

_KEY = "clausecheck"
#: All verdicts but the one that says nothing about this reader.
SHOWN_AT_FIRST: tuple[Verdict, ...] = (
    "conflict", "unresolved", "weaker", "not_found", "above_ask", "covered",
)


@dataclass
class ShelvedContract:
    """A contract in this session: its documents as read, the files of those that have pages, and its reviews.

    `analysis` is what its text yields whoever reads it; `reviews` has one for each playbook laid against it so far.
    """

    documents: Sequence[SourceDocument]
    analysis: Analysis
    files: Mapping[str, bytes]
    sample: bool = False
    key: str = field(default_factory=lambda: secrets.token_hex(6))
    reviews: dict[str, Review] = field(default_factory=dict)
    _images: dict[tuple[str, int], PageImage | None] = field(default_factory=dict)

    def review_under(self, library: Library, playbook: Playbook) -> Review:
        """The review under a playbook. No file is read again and no text analysed again."""
        if playbook.id not in self.reviews:
            self.reviews[playbook.id] = judge_analysis(self.analysis, library, playbook)
        return self.reviews[playbook.id]

    def page_image(self, document: str, page: int) -> PageImage | None:
        """The page's image, drawn once a session; None where there is none."""
        place = (document, page)
        if place not in self._images:
            self._images[place] = render_page(self.files[document], page) if document in self.files else None
        return self._images[place]

    def document(self, name: str) -> SourceDocument | None:
        """The document of that name."""
        return next((document for document in self.documents if document.name == name), None)


@dataclass
class Session:
    """The state of one browser session.

    `opened` turns true once samples and files given at the start were read. `place` is the document and page that
    was chosen for a finding, None for the page of its first words. `row` is
    the reference clause that is compared as text. `leave_for` names the page to go to before the next one is drawn.
    """

    shelf: list[ShelvedContract] = field(default_factory=list)
    playbook: str = DEFAULT_PLAYBOOK
    contract: str = ""
    finding: str = ""
    last_finding: str = ""
    place: tuple[str, int] | None = None
    row: str = ""
    last_row: str = ""
    leave_for: str = ""
    errors: list[str] = field(default_factory=list)
    uploads: int = 0
    opened: bool = False
    verdicts: tuple[Verdict, ...] = SHOWN_AT_FIRST
    families: tuple[str, ...] = ()
    pages: dict[str, Page] = field(default_factory=dict)

    def chosen_playbook(self, library: Library) -> Playbook:
        """The playbook that this session reads under, the library's first where that one is gone."""
        return library.playbook(self.playbook) or library.playbooks[0]

    def add(self, contract: ShelvedContract) -> None:
        """Put a contract on the shelf and show it."""
        self.shelf.append(contract)
        self.show(contract.key)

    def remove(self, key: str) -> None:
        """Forget a contract, its text, its files and its images."""
        self.shelf = [contract for contract in self.shelf if contract.key != key]
        if self.contract == key:
            self.show(self.shelf[0].key if self.shelf else "")

    def show(self, key: str, finding: str = "") -> None:
        """Put a contract on the screen, with one of its findings or with all of them."""
        self.last_finding = finding or self.finding
        self.contract, self.finding, self.place = key, finding, None

    @property
    def current(self) -> ShelvedContract | None:
        """The contract on the screen."""
        return next((contract for contract in self.shelf if contract.key == self.contract), None)


def session() -> Session:
    """This browser session's state."""
    if _KEY not in st.session_state:
        st.session_state[_KEY] = Session()
    state: Session = st.session_state[_KEY]
    return state

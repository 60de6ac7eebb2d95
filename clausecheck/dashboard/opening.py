"""What a session shows before anything was added to it: the files given at the start, and the samples."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import streamlit as st

from clausecheck.dashboard import markup, words
from clausecheck.dashboard.intake import Upload, read_contract
from clausecheck.dashboard.launch import FILES_VARIABLE, NO_SAMPLES
from clausecheck.dashboard.samples import find_samples, read_sample
from clausecheck.dashboard.session import Session, ShelvedContract
from clausecheck.model import Library, Playbook


def open_session(state: Session, library: Library, playbook: Playbook) -> None:
    """Read the files given at the start and the samples into a new session, showing how far it is."""
    state.opened = True
    given = [Path(line) for line in os.environ.get(FILES_VARIABLE, "").splitlines() if line]
    samples = [] if NO_SAMPLES in sys.argv else find_samples()
    if not given and not samples:
        return
    place = st.empty()
    steps = len(samples) + bool(given)
    with place.container(key="opening"):
        markup.show(
            markup.element("h1", words.OPENING, class_="cc-name"),
            markup.paragraph(words.PRIVACY))
        bar = st.progress(0.0, words.READING_FILES if given else words.READING_SAMPLES)
        if given:
            _add_given(state, given, library, playbook)
        for done, path in enumerate(samples, steps - len(samples)):
            bar.progress(done / steps, words.READING_SAMPLES)
            contract = _sample(str(path), library, playbook)
            if contract:
                state.shelf.append(ShelvedContract(
                    contract.documents, contract.analysis, contract.files, sample=True, reviews=dict(contract.reviews)))
    place.empty()
    if state.shelf:
        state.show(state.shelf[0].key)


def _add_given(state: Session, paths: list[Path], library: Library, playbook: Playbook) -> None:
    present = [path for path in paths if path.is_file()]
    intake = read_contract([Upload(path.name, path.read_bytes()) for path in present], library, playbook)
    state.errors.extend(intake.errors)
    if intake.contract:
        state.add(intake.contract)


@st.cache_resource(show_spinner=False, max_entries=8)
def _sample(path: str, _library: Library, _playbook: Playbook) -> ShelvedContract | None:
    """A sample, read once for all sessions: it ships with clausecheck and holds nothing of anybody's."""
    return read_contract([read_sample(Path(path))], _library, _playbook, sample=True).contract

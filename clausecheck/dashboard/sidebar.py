"""The sidebar: the contracts in this session, adding to them, and the playbook."""

from __future__ import annotations

import streamlit as st

from clausecheck.dashboard import markup, words
from clausecheck.dashboard.intake import FILE_TYPES, Upload, group_uploads, read_contract
from clausecheck.dashboard.session import Session, ShelvedContract
from clausecheck.model import Library, Playbook


def show_sidebar(state: Session, library: Library) -> None:
    """Everything in the sidebar."""
    markup.show(
        markup.paragraph(words.TITLE, class_="cc-mark"),
        markup.quiet(words.TAGLINE))
    _show_shelf(state)
    _show_intake(state, library)
    _show_playbook(state, library)
    markup.show(markup.quiet(words.PRIVACY), markup.quiet(words.LIBRARY_STAMP.format(version=library.version, date=library.date)))


def _show_shelf(state: Session) -> None:
    if not state.shelf:
        return
    st.session_state["contract_choice"] = state.contract
    by_key = {contract.key: contract for contract in state.shelf}
    st.radio(
        words.CONTRACTS, list(by_key), key="contract_choice", format_func=lambda key: name_of(by_key[key]),
        captions=[_caption(contract) for contract in state.shelf],
        on_change=lambda: _choose(state))
    st.button(words.REMOVE, key="remove", type="tertiary", icon=":material/close:",
              on_click=lambda: state.remove(state.contract))


def _choose(state: Session) -> None:
    state.errors = []
    state.show(st.session_state["contract_choice"])


def name_of(contract: ShelvedContract) -> str:
    """What to call a contract in a label."""
    review = next(iter(contract.reviews.values()))
    return markup.plain(review.name, 44)


def _caption(contract: ShelvedContract) -> str:
    names = ", ".join(document.name for document in contract.documents)
    return f"{words.SAMPLE} · {markup.plain(names, 34)}" if contract.sample else markup.plain(names, 44)


def _show_intake(state: Session, library: Library) -> None:
    uploads = st.file_uploader(
        words.ADD, type=list(FILE_TYPES), accept_multiple_files=True, key=f"uploads_{state.uploads}",
        max_upload_size=60)
    if not uploads:
        _show_errors(state)
        return
    one_contract = True
    if len(uploads) > 1:
        one_contract = st.radio(
            words.FILES_ARE, [True, False], key=f"grouping_{state.uploads}", help=words.FILES_ARE_HELP,
            format_func=lambda together: words.ONE_CONTRACT if together else words.ONE_EACH)
    if st.button(words.REVIEW_FILES, type="primary", key="review_uploads", width="stretch"):
        _take_in([Upload(one.name, one.getvalue()) for one in uploads], one_contract, state, library)


def _take_in(uploads: list[Upload], one_contract: bool, state: Session, library: Library) -> None:
    """Read and review, then start again with an empty uploader."""
    playbook = state.chosen_playbook(library)
    state.errors = []
    with st.status(words.READING_FILES) as status:
        for group in group_uploads(uploads, one_contract=one_contract):
            intake = read_contract(
                group, library, playbook,
                progress=lambda name: status.update(label=words.READING.format(name=markup.plain(name, 40))))
            state.errors.extend(intake.errors)
            if intake.contract:
                state.add(intake.contract)
    state.uploads += 1
    state.leave_for = "review"
    st.rerun()


def _show_errors(state: Session) -> None:
    for error in state.errors:
        st.error(markup.plain(error, 600), icon=":material/error:")


def _show_playbook(state: Session, library: Library) -> None:
    by_id: dict[str, Playbook] = {playbook.id: playbook for playbook in library.playbooks}
    st.session_state["playbook_choice"] = state.playbook if state.playbook in by_id else next(iter(by_id))

    def choose() -> None:
        state.playbook = st.session_state["playbook_choice"]

    st.selectbox(
        words.PLAYBOOK, list(by_id), key="playbook_choice", on_change=choose,
        format_func=lambda one: by_id[one].title)
    chosen = by_id[st.session_state["playbook_choice"]]
    markup.show(markup.quiet(words.VIEWPOINT.format(viewpoint=chosen.viewpoint)),
                markup.quiet(chosen.reads_silence_as))

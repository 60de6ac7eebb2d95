"""Buttons that save a review or a comparison as a file; it is made when the button is pressed, and kept nowhere."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from functools import partial
from typing import NamedTuple

import streamlit as st

from clausecheck.dashboard import markup, words
from clausecheck.model import Comparison, Review
from clausecheck.report import COMPARISON_FORMATS, FORMATS

#: The formats in the order in which lawyers ask for them; others follow.
_FIRST = ("docx", "html", "xlsx", "pdf", "json")


class _Saved(NamedTuple):
    """A file that a button can make."""

    format_name: str
    make: Callable[[], bytes]
    media_type: str
    ending: str


def show_review_export(review: Review) -> None:
    """A button for every format of the gap report."""
    _show_buttons([
        _Saved(name, partial(made.render, review), made.media_type, made.ending) for name, made in FORMATS.items()
    ], f"{_file_name(review.name)}-gap-report")


def show_comparison_export(comparison: Comparison) -> None:
    """A button for every format of the comparison."""
    _show_buttons([
        _Saved(name, partial(made.render, comparison), made.media_type, made.ending)
        for name, made in COMPARISON_FORMATS.items()
    ], "contracts-side-by-side")


def _show_buttons(files: Sequence[_Saved], name: str) -> None:
    with st.container(key="exports"):
        for file in sorted(files, key=lambda file: _place(file.format_name)):
            st.download_button(
                words.FORMAT_NAMES.get(file.format_name, file.format_name.upper()), data=file.make,
                file_name=f"{name}{file.ending}", mime=file.media_type, icon=":material/download:",
                key=f"export_{file.format_name}", on_click="ignore", width="stretch")
    markup.show(markup.quiet(words.EXPORT_HELP))


def _place(format_name: str) -> tuple[int, str]:
    return (_FIRST.index(format_name) if format_name in _FIRST else len(_FIRST), format_name)


def _file_name(name: str) -> str:
    """A name that every file system takes, made from a contract's."""
    return re.sub(r"[^a-z0-9]+", "-", name.lower()).strip("-")[:50] or "contract"

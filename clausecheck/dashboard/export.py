"""Buttons that save a review or a comparison as a file; it is made when the button is pressed, and kept nowhere."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import TypeVar

import streamlit as st

from clausecheck.dashboard import markup, words
from clausecheck.model import Comparison, Review
from clausecheck.report import COMPARISON_FORMATS, FORMATS

#: The formats in the order in which lawyers ask for them; others follow.
_FIRST = ("docx", "html", "xlsx", "pdf", "json")
_Reported = TypeVar("_Reported", Review, Comparison)


def show_review_export(review: Review) -> None:
    """A button for every format of the gap report."""
    _show_buttons(review, FORMATS, f"{_file_name(review.name)}-gap-report")


def show_comparison_export(comparison: Comparison) -> None:
    """A button for every format of the comparison."""
    _show_buttons(comparison, COMPARISON_FORMATS, "contracts-side-by-side")


def _show_buttons(reported: _Reported, formats: dict[str, object], name: str) -> None:
    with st.container(horizontal=True, key=f"export_{name}"):
        for format_name in sorted(formats, key=_place):
            render, media_type, ending = formats[format_name]
            st.download_button(
                words.FORMAT_NAMES.get(format_name, format_name.upper()), data=_made_later(render, reported),
                file_name=f"{name}.{ending.lstrip('.')}", mime=media_type, icon=":material/download:",
                key=f"export_{name}_{format_name}", on_click="ignore")
    markup.show(markup.quiet(words.EXPORT_HELP))


def _place(format_name: str) -> tuple[int, str]:
    return (_FIRST.index(format_name) if format_name in _FIRST else len(_FIRST), format_name)


def _made_later(render: Callable[[_Reported], bytes], reported: _Reported) -> Callable[[], bytes]:
    return lambda: render(reported)


def _file_name(name: str) -> str:
    """A name that every file system takes, made from a contract's."""
    return re.sub(r"[^a-z0-9]+", "-", name.lower()).strip("-")[:50] or "contract"

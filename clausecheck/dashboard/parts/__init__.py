"""The two parts that Streamlit does not have: a table whose rows are chosen, and a page image with marked words.

Their data reaches the browser as data and is written there as text, never as HTML.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

import streamlit as st
from streamlit.components.v2.types import ComponentRenderer

from clausecheck.dashboard import words
from clausecheck.dashboard.page_image import Highlight, PageImage
from clausecheck.report.clean import clean

_HERE = Path(__file__).parent
#: A picture of our own: Streamlit would fetch a named symbol from outside.
ICON = _HERE / "icon.png"


class Chosen(NamedTuple):
    """What was chosen in a grid: the row's id and the column's place."""

    row: str
    column: int


@cache
def _asset(name: str) -> str:
    return (_HERE / name).read_text(encoding="utf-8")


def show_style() -> None:
    """The style sheet of all pages."""
    st.html(f"<style>{_asset('style.css')}</style>")


def _part(name: str, root: str) -> ComponentRenderer:
    return st.components.v2.component(
        f"clausecheck_{name}", html=f'<div class="{root}"></div>', css=_asset(f"{name}.css"), js=_asset(f"{name}.js"))


def _clean_all(value: Any) -> Any:
    """The data with every text in it cleaned of what is not seen but changes what is seen."""
    if isinstance(value, str):
        return clean(value)
    if isinstance(value, dict):
        return {name: _clean_all(one) for name, one in value.items()}
    return [_clean_all(one) for one in value] if isinstance(value, list) else value


def show_page_image(image: PageImage, caption: str, alt: str, marks: Sequence[Highlight], key: str) -> None:
    """A page image with marks on it; it scrolls to the first mark of the governing words."""
    _part("page", "view")(key=key, data={
        "address": image.address, "width": image.width, "height": image.height, "caption": clean(caption), "alt": clean(alt),
        "boxes": [mark._asdict() for mark in marks], "fit": words.FIT, "larger": words.LARGER,
    })


def show_from_top(shows: str) -> None:
    """Scroll to the top of the page when what it shows has changed since it was last drawn."""
    _part("top", "top")(key="top", data={"shows": shows})


def show_grid(data: dict[str, Any], key: str, on_choose: Callable[[Chosen], None]) -> None:
    """A table of `data` (see grid.js); `on_choose` is told what was chosen before the page is drawn again."""
    def tell() -> None:
        chosen = st.session_state[key].chosen
        if chosen:
            on_choose(Chosen(str(chosen["row"]), int(chosen["column"])))

    _part("grid", "grid")(key=key, data=_clean_all(data), on_chosen_change=tell)

"""Vendors side by side: as a matrix, and one reference clause at a time as text."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import streamlit as st

from clausecheck.comparison import compare_reviews
from clausecheck.dashboard import markup, words
from clausecheck.dashboard.difference_view import difference_between
from clausecheck.dashboard.export import show_comparison_export
from clausecheck.dashboard.parts import Chosen, show_from_top, show_grid
from clausecheck.dashboard.session import Session
from clausecheck.model import Cell, Column, Comparison, Library, Playbook, Row
from clausecheck.report.clean import name_place, name_position, name_searched


def show_compare(state: Session, library: Library, playbook: Playbook) -> None:
    """All contracts of the session under one playbook."""
    if len(state.shelf) < 2:
        markup.show(
            markup.element("h1", words.PAGES["compare"], class_="cc-name"),
            markup.paragraph(words.ONE_COLUMN if state.shelf else words.EMPTY, class_="cc-lead"))
        return
    comparison = compare_reviews([contract.review_under(library, playbook) for contract in state.shelf])
    row = next((row for row in comparison.rows if row.clause == state.row), None)
    show_from_top(f"compare {state.row}")
    if row:
        _show_side_by_side(state, comparison, row)
    else:
        _show_matrix(state, comparison, playbook)


def _show_matrix(state: Session, comparison: Comparison, playbook: Playbook) -> None:
    markup.show(
        markup.element("h1", words.COMPARED.format(count=len(comparison.columns)), class_="cc-name"),
        markup.quiet(words.READ_UNDER.format(
            playbook=playbook.title, version=comparison.library.version, date=comparison.library.date)),
        markup.paragraph(words.MATRIX_HELP))
    with st.container(horizontal=True, vertical_alignment="center", key="matrix_filters"):
        different = st.toggle(words.ONLY_DIFFERENT, key="only_different")
        all_rows = st.toggle(words.NOT_APPLICABLE_TOO, key="all_rows")
        with st.popover(words.EXPORT_COMPARISON, icon=":material/download:"):
            show_comparison_export(comparison)
    rows = [row for row in comparison.rows if _is_shown(row, different=different, all_rows=all_rows)]
    show_grid(_matrix(comparison.columns, rows, state), "matrix", lambda chosen: _open(state, chosen))
    if not rows:
        st.info(words.NO_MATCH)


def _is_shown(row: Row, *, different: bool, all_rows: bool) -> bool:
    findings = [cell.finding for cell in row.cells]
    if not all_rows and all(finding.verdict == "not_applicable" for finding in findings):
        return False
    return not different or len({(one.verdict, one.pole, one.strength) for one in findings}) > 1


def _open(state: Session, chosen: Chosen) -> None:
    """A row's head opens the texts side by side, a cell the contract's page with the words marked."""
    if chosen.column == 0:
        state.row = chosen.row
    else:
        state.show(state.shelf[chosen.column - 1].key, chosen.row)
        state.leave_for = "review"


def _matrix(columns: Sequence[Column], rows: Sequence[Row], state: Session) -> dict[str, Any]:
    width = f"{76 / len(columns):.1f}%"
    return {
        "caption": words.SIDE_BY_SIDE, "heading": 0, "byCell": True, "least": f"{190 + 215 * len(columns)}px",
        "columns": [{"label": words.REFERENCE_CLAUSE, "width": "24%"},
                    *({"label": column.name, "note": column.badge, "width": width} for column in columns)],
        "groups": [
            {"title": "", "rows": _first_rows(columns)},
            {"title": "", "rows": [_matrix_row(row, state) for row in rows]},
        ],
    }


def _first_rows(columns: Sequence[Column]) -> list[dict[str, Any]]:
    """Baseline, precedence and what was searched: what the cells below are to be read with."""
    return [
        {"id": name, "still": True, "cells": [{"text": name}, *cells]}
        for name, cells in (
            (words.BASELINE, [
                {"text": words.BASELINES[column.baseline.kind],
                 "note": name_place(column.baseline.evidence[0], exact=False) if column.baseline.evidence else ""}
                for column in columns]),
            (words.PRECEDENCE, [
                {"quote": _first_words(column.precedence.quote), "note": name_place(column.precedence, exact=False)}
                if column.precedence else {"text": words.NO_PRECEDENCE} for column in columns]),
            (words.SCOPE, [
                {"text": name_searched(column.searched),
                 "note": words.count(column.unresolved, "item") + words.NOT_SUPPLIED if column.unresolved else ""}
                for column in columns]),
        )
    ]


def _first_words(text: str) -> str:
    pieces = text.split()
    return " ".join(pieces[:14]) + (" …" if len(pieces) > 14 else "")


def _matrix_row(row: Row, state: Session) -> dict[str, Any]:
    return {
        "id": row.clause, "current": row.clause == state.last_row,
        "cells": [{"text": row.title, "note": words.FAMILIES.get(row.family, row.family)}, *map(_matrix_cell, row.cells)],
    }


def _matrix_cell(cell: Cell) -> dict[str, Any]:
    finding = cell.finding
    place = name_place(finding.evidence[0], exact=False) if finding.evidence else ""
    position = name_position(finding.pole, finding.strength)
    return {
        "verdict": finding.verdict, "symbol": words.SYMBOLS[finding.verdict], "word": words.VERDICTS[finding.verdict],
        "text": markup.sentence(position), "quote": cell.words, "note": place,
        "chips": [words.TAGS[tag] for tag in finding.tags[:3]], "open": words.OPEN_PAGE if place else words.OPEN_FINDING,
    }


def _show_side_by_side(state: Session, comparison: Comparison, row: Row) -> None:
    """One reference clause: every vendor's words whole, with the differences from a chosen one marked."""
    def back() -> None:
        state.last_row, state.row = state.row, ""

    st.button(words.BACK_TO_MATRIX, icon=":material/arrow_back:", key="back_to_matrix", on_click=back)
    markup.show(
        markup.paragraph(words.FAMILIES.get(row.family, row.family), class_="cc-crumb"),
        markup.element("h1", row.title, class_="cc-name"))
    names = [column.name for column in comparison.columns]
    with_text = [place for place, cell in enumerate(row.cells) if cell.finding.evidence]
    base = None
    if len(with_text) > 1:
        base = st.segmented_control(
            words.COMPARED_WITH, with_text, default=with_text[0], key=f"base_{row.clause}", required=True,
            format_func=lambda place: markup.plain(names[place], 30))
        markup.show(markup.quiet(
            markup.element("ins", words.ONLY_IN_COLUMN), " · ", markup.element("del", words.ONLY_IN_BASE)))
    with st.container(key="side"):
        for place, place_column in enumerate(st.columns(len(names), gap="medium", border=True)):
            with place_column:
                _show_text(state, comparison.columns[place], row, place, base)


def _show_text(state: Session, column: Column, row: Row, place: int, base: int | None) -> None:
    finding = row.cells[place].finding
    text = markup.words_of(finding.evidence)
    said = None
    if text and base is not None and place != base:
        said = difference_between(markup.words_of(row.cells[base].finding.evidence), text)
    markup.show(
        markup.paragraph(markup.element("strong", column.name)), markup.quiet(column.badge),
        markup.paragraph(markup.verdict_mark(finding.verdict)),
        markup.paragraph(markup.sentence(name_position(finding.pole, finding.strength))),
        _passage(text, said, column),
        markup.quiet("; ".join(dict.fromkeys(name_place(one, exact=False) for one in finding.evidence))),
        markup.quiet(words.FAR_APART_COLUMNS) if text and base not in (None, place) and said is None else None,
        markup.quiet(words.BASE_COLUMN) if place == base else None,
        markup.paragraph(finding.why))

    def open_page() -> None:
        state.show(state.shelf[place].key, row.clause)
        state.leave_for = "review"

    st.button(words.OPEN_PAGE if finding.evidence else words.OPEN_FINDING, key=f"open_{place}", on_click=open_page)


def _passage(text: str, said: markup.Markup | None, column: Column) -> markup.Markup:
    if not text:
        return markup.quiet(words.NOTHING_FOUND.format(searched=name_searched(column.searched)))
    return said or markup.element("blockquote", text, class_="cc-quote cc-quote-small")


"""Reviews and comparisons as workbooks to filter. Every cell is text, so that no contract can write a formula."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from io import BytesIO
from typing import Any

import xlsxwriter  # type: ignore[import-untyped]  # it ships no types

from clausecheck.model import Comparison, Finding, Review
from clausecheck.report.blocks import CellText, Inline, Link, Mark, Quoted
from clausecheck.report.clean import clean, in_quotes, name_library, name_place, name_pole, name_searched
from clausecheck.report.side_by_side import describe_cell, describe_columns, name_comparison
from clausecheck.report.words import (
    ACTORS,
    BASELINES,
    COLOURS,
    DOCUMENT_KINDS,
    EXCEPTIONS,
    FOOTER,
    LABELS,
    QUALIFIERS,
    STRENGTHS,
    SYMBOLS,
    TAGS,
    VERDICTS,
    WIDTHS,
)

#: Excel's own limit is 32,767 characters a cell.
_LONGEST = 32_000
#: The file says nothing of when it was made, so that the same review gives the same bytes.
_CREATED = datetime(2026, 1, 1, tzinfo=UTC).replace(tzinfo=None)
_SAFE = {"in_memory": True, "constant_memory": False, "strings_to_formulas": False, "strings_to_urls": False,
         "strings_to_numbers": False}

_HEAD = tuple(LABELS[name] for name in (
    "clause", "verdict", "pole", "strength", "width", "bound", "qualifiers", "exceptions", "words", "place",
    "other_reading", "tags", "required", "fallback", "walk_away", "facts"))
_WIDTHS = (30, 22, 12, 28, 24, 16, 44, 36, 70, 44, 40, 32, 40, 36, 36, 54)


class _Book:
    """A workbook in memory with the few formats that the reports use."""

    def __init__(self, title: str) -> None:
        self._file = BytesIO()
        self._book = xlsxwriter.Workbook(self._file, _SAFE)
        self._book.set_properties({"title": clean(title)[:200], "created": _CREATED, "comments": FOOTER})
        text = {"text_wrap": True, "valign": "top", "font_name": "Arial", "font_size": 10, "num_format": "@"}
        self._text = self._book.add_format(text)
        self._head = self._book.add_format({**text, "bold": True, "bottom": 1, "bg_color": "#EEF0F3"})
        self._verdicts = {VERDICTS[verdict]: self._book.add_format(
            {**text, "bold": True, "font_color": f"#{colour}"}) for verdict, colour in COLOURS.items()}

    def add_sheet(self, name: str, head: Sequence[str], rows: Iterator[Sequence[str]], widths: Sequence[int], *,
                  frozen: int = 1) -> None:
        """A sheet with a head row that stays in view and a filter over all columns."""
        sheet: Any = self._book.add_worksheet(name)
        for column, (label, width) in enumerate(zip(head, widths, strict=True)):
            sheet.set_column(column, column, width)
            sheet.write_string(0, column, _cell(label), self._head)
        last = 0
        for last, row in enumerate(rows, start=1):
            for column, value in enumerate(row):
                sheet.write_string(last, column, _cell(value), self._format_of(value))
        sheet.freeze_panes(1, frozen)
        sheet.autofilter(0, 0, max(1, last), len(head) - 1)
        sheet.set_landscape()
        sheet.set_paper(9)
        sheet.fit_to_pages(1, 0)
        sheet.repeat_rows(0)

    def _format_of(self, value: str) -> Any:
        first = value.split("\n", 1)[0]
        return self._verdicts.get(first[2:], self._text) if first[:1] in SYMBOLS.values() else self._text

    def close(self) -> bytes:
        """The file's bytes."""
        self._book.close()
        return self._file.getvalue()


def render_xlsx(review: Review) -> bytes:
    """The review as a workbook: a row for each reference clause, and what was read."""
    book = _Book(f"{LABELS['report']}: {review.name}")
    book.add_sheet("Findings", _HEAD, (_finding_row(finding) for finding in review.findings), _WIDTHS)
    book.add_sheet("About", ("", ""), _about(review), (32, 110), frozen=0)
    return book.close()


def render_comparison_xlsx(comparison: Comparison) -> bytes:
    """The comparison as a workbook: side by side, and all findings in one list with the vendor's name."""
    book = _Book(LABELS["comparison"])
    names = [column.name for column in comparison.columns]
    widths = (32, *(48 for _ in names))
    book.add_sheet("Side by side", (LABELS["clause"], *names), _side_rows(comparison), widths)
    listed = ((name, *_finding_row(cell.finding)) for row in comparison.rows
              for name, cell in zip(names, row.cells, strict=True))
    book.add_sheet("Findings", (LABELS["vendor"], *_HEAD), listed, (26, *_WIDTHS), frozen=2)
    about = ((LABELS["comparison"], name_comparison(comparison)), ("", FOOTER))
    book.add_sheet("About", ("", ""), iter(about), (32, 110), frozen=0)
    return book.close()


def _cell(value: str) -> str:
    """A cell's text, clean, and no longer than a cell may be."""
    value = clean(value)
    return value if len(value) <= _LONGEST else value[:_LONGEST] + LABELS["cut"]


def _finding_row(finding: Finding) -> tuple[str, ...]:
    stand = finding.stand
    wanted = (stand.required, stand.fallback, stand.walk_away) if stand else ("", "", "")
    silent = finding.strength == "silent"
    return (
        finding.title, f"{SYMBOLS[finding.verdict]} {VERDICTS[finding.verdict]}",
        name_pole(finding.pole) if finding.pole else "", STRENGTHS[finding.strength],
        "" if silent else WIDTHS[finding.width], "" if silent else ACTORS[finding.actor],
        "\n".join(f"{in_quotes(item.words)} ({QUALIFIERS[item.kind]})" for item in finding.qualifiers),
        "\n".join(f"{in_quotes(item.words)} ({EXCEPTIONS[item.kind]})" for item in finding.exceptions),
        "\n".join(in_quotes(item.quote) for item in finding.evidence),
        "\n".join(name_place(item) for item in finding.evidence),
        "\n".join(f"{name_pole(item.pole)}, {STRENGTHS[item.strength]}: {item.why}" for item in finding.alternatives),
        "; ".join(TAGS[tag] for tag in finding.tags), *wanted, finding.why,
    )


def _about(review: Review) -> Iterator[Sequence[str]]:
    """What was read, under which playbook and library, what is missing, and the limits."""
    parties = review.contract.parties
    yield LABELS["vendor"], parties.vendor or LABELS["not_named"]
    yield LABELS["customer"], parties.customer or LABELS["not_named"]
    yield LABELS["playbook"], f"{review.playbook_title} ({review.playbook})"
    yield LABELS["library"], name_library(review.library)
    yield LABELS["searched"], name_searched(review.searched)
    yield LABELS["baseline"], BASELINES[review.contract.baseline.kind]
    for card in review.contract.documents:
        pages = LABELS["no_pages"] if card.pages is None else f"{card.pages} pages"
        yield LABELS["document"], f"{card.name}, {DOCUMENT_KINDS[card.kind]}, {pages}, SHA-256 {card.sha256}"
        for warning in card.warnings:
            yield LABELS["warnings"], f"{card.name}: {warning}"
    for item in review.unresolved:
        yield LABELS["missing"], f"{item.what}: {item.why}"
    yield "", FOOTER


def _side_rows(comparison: Comparison) -> Iterator[Sequence[str]]:
    for label, cells in describe_columns(comparison):
        yield label, *(_lines(cell) for cell in cells)
    for row in comparison.rows:
        yield row.title, *(_lines(describe_cell(cell)) for cell in row.cells)


def _lines(cell: CellText) -> str:
    return "\n".join(_line(item) for item in cell) if isinstance(cell, tuple) else _line(cell)


def _line(item: Inline) -> str:
    match item:
        case Mark(verdict):
            return f"{SYMBOLS[verdict]} {VERDICTS[verdict]}"
        case Link(text, _):
            return text
        case Quoted(words, place):
            return f"{in_quotes(words)} ({place})"
        case _:
            return item

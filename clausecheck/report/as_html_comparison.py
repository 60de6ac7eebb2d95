"""Vendors side by side as one HTML file: the table, and behind each cell its passages in full."""

from __future__ import annotations

from collections.abc import Iterator

from clausecheck.model import Cell, Comparison, Row
from clausecheck.report.as_html import render_cell, render_page, render_verdict
from clausecheck.report.clean import in_quotes, name_place, name_position
from clausecheck.report.markup import Markup, element, join
from clausecheck.report.side_by_side import describe_cell, describe_columns, describe_qualifiers, name_comparison
from clausecheck.report.words import FAMILIES, FOOTER, LABELS


def render_comparison_html(comparison: Comparison) -> bytes:
    """The comparison as a complete HTML page in UTF-8, wide."""
    title = f"{LABELS['comparison']}: {', '.join(column.name for column in comparison.columns)}"
    opening = [element("h1", title), element("p", FOOTER, class_="note"),
               element("p", name_comparison(comparison), class_="note")]
    return render_page(title, [*opening, _table(comparison), *_passages(comparison)], wide=True)


def _table(comparison: Comparison) -> Markup:
    share = 84 // max(1, len(comparison.columns))
    columns = element("colgroup", element("col", width="16%"), *(
        element("col", width=f"{share}%") for _ in comparison.columns))
    names = (element("th", column.name, scope="col") for column in comparison.columns)
    head = element("thead", element("tr", element("th", LABELS["clause"], scope="col"), *names))
    first = (element("tr", element("th", label, scope="row"), *(element("td", render_cell(cell)) for cell in cells))
             for label, cells in describe_columns(comparison))
    rows = (_row(place, row) for place, row in enumerate(comparison.rows))
    return element("div", element("table", columns, head, element("tbody", *first), element("tbody", *rows),
                                  class_="side"), class_="scroll")


def _row(place: int, row: Row) -> Markup:
    name = element("th", element("div", row.title), element("div", FAMILIES.get(row.family, row.family),
                                                            class_="clause"), scope="row")
    return element("tr", name, *(_cell(place, column, cell) for column, cell in enumerate(row.cells)))


def _cell(place: int, column: int, cell: Cell) -> Markup:
    lines = render_cell(describe_cell(cell))
    leads = element("a", LABELS["passages"], href=f"#passage-{place}-{column}", class_="place")
    return element("td", lines, leads if cell.finding.evidence else None)


def _passages(comparison: Comparison) -> Iterator[Markup]:
    """Every cell's passages, exactly, with their qualifiers and places."""
    yield element("h2", LABELS["passages"])
    for place, row in enumerate(comparison.rows):
        found = [(number, cell) for number, cell in enumerate(row.cells) if cell.finding.evidence]
        if found:
            yield element("h3", row.title)
        for number, cell in found:
            yield _passage(f"passage-{place}-{number}", comparison.columns[number].name, cell)


def _passage(anchor: str, vendor: str, cell: Cell) -> Markup:
    finding = cell.finding
    head = element("p", element("strong", vendor), ": ", render_verdict(finding.verdict), ", ",
                   name_position(finding.pole, finding.strength), id=anchor)
    quotes = join(*(element("blockquote", element("div", in_quotes(evidence.quote)),
                            element("div", name_place(evidence), class_="place")) for evidence in finding.evidence))
    fired = describe_qualifiers(cell)
    why = element("p", f"{LABELS['facts']}: {finding.why}", class_="note")
    return join(head, quotes, element("p", f"{LABELS['qualifiers']}: {fired}", class_="note") if fired else None, why)

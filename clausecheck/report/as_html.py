"""The gap report as one HTML file that needs nothing else: no script, no picture, no address that it would open."""

from __future__ import annotations

from base64 import b64encode
from hashlib import sha256
from typing import assert_never

from clausecheck.model import Review
from clausecheck.model.words import Verdict
from clausecheck.report.blocks import (
    Block,
    CellText,
    Change,
    DecisionBox,
    Difference,
    Facts,
    FindingHead,
    Heading,
    Link,
    Mark,
    Paragraph,
    Points,
    Quotation,
    Quoted,
    Table,
)
from clausecheck.report.clean import in_quotes
from clausecheck.report.markup import Markup, element, join
from clausecheck.report.outline import outline_report
from clausecheck.report.style import STYLE
from clausecheck.report.words import FOOTER, LABELS, SYMBOLS, VERDICTS

_STYLE_HASH = b64encode(sha256(STYLE.encode()).digest()).decode()
_POLICY = (f"default-src 'none'; style-src 'sha256-{_STYLE_HASH}'; base-uri 'none'; form-action 'none'; "
           "frame-src 'none'")


def render_html(review: Review) -> bytes:
    """The gap report as a complete HTML page in UTF-8."""
    blocks = outline_report(review)
    parts = [element("a", block.text, href=f"#{block.anchor}")
             for block in blocks if isinstance(block, Heading) and block.level == 1]
    opening = [render_block(block) for block in blocks[:2]]
    rest = [render_block(block) for block in blocks[2:]]
    nav = element("nav", *parts, aria_label=LABELS["sections"])
    return render_page(f"{LABELS['report']}: {review.name}", [*opening, nav, *rest])


def render_page(title: str, body: list[Markup], *, wide: bool = False) -> bytes:
    """A whole page: head with the policy that forbids scripts and requests, the body, the footer."""
    head = element(
        "head",
        element("meta", charset="utf-8"),
        element("meta", http_equiv="Content-Security-Policy", content=_POLICY),
        element("meta", name="viewport", content="width=device-width, initial-scale=1"),
        element("meta", name="referrer", content="no-referrer"),
        element("title", title),
        Markup(f"<style>{STYLE}</style>"),
    )
    footer = element("footer", element("p", FOOTER, class_="note"))
    page = element("html", head, element("body", element("main", *body), footer, class_="wide" if wide else None),
                   lang="en")
    return f"<!DOCTYPE html>\n{page}\n".encode()


def render_verdict(verdict: Verdict) -> Markup:
    """A verdict as symbol and word, coloured."""
    symbol = element("span", f"{SYMBOLS[verdict]} ", aria_hidden="true")
    return element("span", symbol, VERDICTS[verdict], class_=f"verdict {verdict}")


def render_cell(cell: CellText) -> Markup:
    """What stands in a table's cell or beside a label."""
    if isinstance(cell, tuple):
        if all(isinstance(item, Link) for item in cell):
            return Markup("; ".join(render_cell(item) for item in cell))
        return join(*(element("div", render_cell(item)) for item in cell))
    match cell:
        case str():
            return join(cell)
        case Mark(verdict):
            return render_verdict(verdict)
        case Link(text, anchor):
            return element("a", text, href=f"#{anchor}")
        case Quoted(words, place):
            return join(f"{in_quotes(words)} ", element("span", place, class_="place"))
        case _ as never:
            assert_never(never)


def render_table(table: Table, css: str = "") -> Markup:
    """A table with its head row; it scrolls by itself where the page is too narrow."""
    columns = element("colgroup", *(element("col", width=f"{width}%") for width in table.widths))
    head = element("thead", element("tr", *(element("th", words, scope="col") for words in table.head)))
    rows = (element("tr", *(element("td", render_cell(cell)) for cell in row)) for row in table.rows)
    body = element("table", columns, head, element("tbody", *rows), class_=css or None)
    return element("div", body, class_="scroll")


def render_block(block: Block) -> Markup:
    """One block of the outline."""
    match block:
        case Heading(level, text, anchor):
            return element(f"h{level + 1}", text, id=anchor or None)
        case Paragraph(text, note):
            return element("p", text, class_="note" if note else None)
        case Points(items, numbered):
            return element("ol" if numbered else "ul", *(element("li", item) for item in items))
        case Facts(rows):
            return element("dl", *(part for label, cell in rows for part in (
                element("dt", label), element("dd", render_cell(cell)))), class_="facts")
        case Table():
            return render_table(block)
        case Quotation(words, place):
            return element("blockquote", element("div", in_quotes(words)), element("div", place, class_="place"))
        case FindingHead():
            return _render_finding_head(block)
        case Difference(changes):
            return element("p", *(part for change in changes for part in (_render_change(change), " ")),
                           class_="difference")
        case DecisionBox():
            return _render_decision()
        case _ as never:
            assert_never(never)


def _render_finding_head(head: FindingHead) -> Markup:
    title = element("h3", head.title, id=head.anchor)
    clause = element("div", head.clause, class_="clause")
    position = element("p", head.position, class_="position")
    return element("div", render_verdict(head.verdict), title, clause, position, class_="finding")


def _render_change(change: Change) -> Markup:
    match change.kind:
        case "equal":
            return join(change.words)
        case "delete":
            return element("del", f"[−{change.words}−]")
        case "insert":
            return element("ins", f"{{+{change.words}+}}")


def _render_decision() -> Markup:
    lines = (element("span", LABELS[label], class_="line") for label in ("note", "name", "signed_on"))
    choices = (element("span", LABELS[label]) for label in ("agree", "change"))
    return element("div", element("strong", LABELS["decision"]), *choices, *lines, class_="box")

"""Reviews and comparisons as tables for a terminal; plain text where nobody sees colours."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from io import StringIO

from rich import box
from rich.console import Console
from rich.table import Table
from rich.text import Text

from clausecheck.model import Comparison, Finding, Review
from clausecheck.model.words import Verdict
from clausecheck.report.blocks import CellText, Link, Mark, Quoted
from clausecheck.report.clean import (
    clean,
    in_quotes,
    name_library,
    name_place,
    name_position,
    name_searched,
    shorten,
)
from clausecheck.report.outline.opening import name_playbook
from clausecheck.report.outline.order import by_verdict, with_verdict
from clausecheck.report.side_by_side import describe_cell, describe_columns, name_comparison
from clausecheck.report.words import BASELINES, FOOTER, LABELS, QUALIFIERS, SIGNED, SILENCE_UNDER, SYMBOLS, VERDICTS

#: Characters a line where the output is no terminal.
PLAIN_WIDTH = 140
_COLOURS: dict[Verdict, str] = {
    "conflict": "bold red", "unresolved": "bold magenta", "weaker": "bold yellow", "not_found": "bold",
    "above_ask": "bold blue", "covered": "bold green", "not_applicable": "dim",
}


def render_table(review: Review) -> bytes:
    """The review as plain text of PLAIN_WIDTH columns, in UTF-8."""
    return _plain(lambda console: print_review(review, console))


def render_comparison_table(comparison: Comparison) -> bytes:
    """The comparison as plain text of PLAIN_WIDTH columns, in UTF-8."""
    return _plain(lambda console: print_comparison(comparison, console))


def print_review(review: Review, console: Console) -> None:
    """Print the review: what was read, the summary, the findings that the playbook takes a stand on, what is missing."""
    _print(console, f"{LABELS['report']}: {review.name}", "bold")
    for line in _heading_lines(review):
        _print(console, line)
    console.print()
    console.print(_summary(review))
    console.print(_findings(review))
    silent = [finding.title for finding in with_verdict(review, "not_applicable")]
    if silent:
        _print(console, f"{VERDICTS['not_applicable']} ({len(silent)}): {shorten('; '.join(silent), 400)}", "dim")
    for item in review.unresolved:
        _print(console, f"{LABELS['missing']}: {item.what} ({item.why})")
    for warning in review.warnings:
        _print(console, f"{LABELS['warnings']}: {shorten(warning, 400)}")
    _print(console, FOOTER, "dim")


def print_comparison(comparison: Comparison, console: Console) -> None:
    """Print the vendors side by side."""
    _print(console, LABELS["comparison"], "bold")
    _print(console, name_comparison(comparison))
    table = _new_table(LABELS["clause"], *(column.name for column in comparison.columns))
    for label, cells in describe_columns(comparison):
        table.add_row(Text(label, "bold"), *(_show(cell) for cell in cells))
    table.add_section()
    for row in comparison.rows:
        table.add_row(Text(clean(row.title)), *(_show(describe_cell(cell)) for cell in row.cells))
    console.print(table)
    _print(console, FOOTER, "dim")


def _plain(write: Callable[[Console], None]) -> bytes:
    console = Console(file=StringIO(), width=PLAIN_WIDTH, color_system=None, force_terminal=False, legacy_windows=False)
    with console.capture() as captured:
        write(console)
    return "".join(line.rstrip() + "\n" for line in captured.get().splitlines()).encode()


def _print(console: Console, text: str, style: str = "") -> None:
    console.print(Text(clean(text), style))


def _heading_lines(review: Review) -> Iterator[str]:
    parties = review.contract.parties
    yield (f"{LABELS['vendor']}: {parties.vendor or LABELS['not_named']}. "
           f"{LABELS['customer']}: {parties.customer or LABELS['not_named']}. "
           f"{LABELS['status']}: {SIGNED[review.contract.signed]}.")
    for card in review.contract.documents:
        pages = LABELS["no_pages"] if card.pages is None else f"{card.pages} pages"
        yield f"{LABELS['document']}: {card.name} ({pages}), SHA-256 {card.sha256[:16]}…"
        if card.pages_skipped:
            yield "  " + LABELS["skipped"].format(pages=", ".join(map(str, card.pages_skipped)))
    yield f"{LABELS['playbook']}: {name_playbook(review)}. {LABELS['library']}: {name_library(review.library)}."
    yield f"{LABELS['searched']}: {name_searched(review.searched)}."
    kind = review.contract.baseline.kind
    yield f"{LABELS['baseline']}: {BASELINES[kind]}. {SILENCE_UNDER[kind]}"
    for evidence in review.contract.baseline.evidence[:1]:
        yield f"  {in_quotes(shorten(evidence.quote, 240))} ({name_place(evidence, exact=False)})"


def _summary(review: Review) -> Table:
    table = Table(box=None, show_header=False, padding=(0, 2, 0, 0))
    for verdict in VERDICTS:
        if verdict != "not_applicable":
            table.add_row(_verdict(verdict), str(len(with_verdict(review, verdict))))
    return table


def _findings(review: Review) -> Table:
    table = _new_table(LABELS["verdict"], LABELS["clause"], LABELS["position"], LABELS["words"])
    for finding in by_verdict(review):
        if finding.verdict != "not_applicable":
            words = _words(finding)
            table.add_row(_verdict(finding.verdict), Text(clean(finding.title)),
                          Text(clean(name_position(finding.pole, finding.strength))), words)
    return table


def _words(finding: Finding) -> Text:
    """The governing words with their place and all qualifiers; where there are none, why."""
    if not finding.evidence:
        return Text(clean(finding.why))
    first = finding.evidence[0]
    text = Text(clean(in_quotes(shorten(first.quote, 240))))
    text.append(f" ({clean(name_place(first, exact=False))})", "dim")
    for item in finding.qualifiers:
        text.append(f"\n{QUALIFIERS[item.kind]}: ", "dim")
        text.append(clean(in_quotes(shorten(item.words, 120))))
    return text


def _new_table(*head: str) -> Table:
    table = Table(box=box.SIMPLE_HEAD, show_lines=True, expand=True, pad_edge=False)
    for label in head:
        table.add_column(Text(clean(label)), ratio=3 if label == LABELS["words"] else 1, overflow="fold")
    return table


def _verdict(verdict: Verdict) -> Text:
    return Text(f"{SYMBOLS[verdict]} {VERDICTS[verdict]}", _COLOURS[verdict])


def _show(cell: CellText) -> Text:
    items = cell if isinstance(cell, tuple) else (cell,)
    lines: list[Text] = []
    for item in items:
        match item:
            case Mark(verdict):
                lines.append(_verdict(verdict))
            case Quoted(words, place):
                lines.append(Text(clean(f"{in_quotes(words)} ({place})")))
            case Link(text, _):
                lines.append(Text(clean(text)))
            case _:
                lines.append(Text(clean(item)))
    return Text("\n").join(lines)

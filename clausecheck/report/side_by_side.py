"""What a comparison says, column by column and cell by cell, in words. Each format lays it out."""

from __future__ import annotations

from clausecheck.model import Cell, Column, Comparison, DocumentCard
from clausecheck.report.blocks import CellText, Inline, Mark, Quoted
from clausecheck.report.clean import name_library, name_place, name_position, name_searched, shorten
from clausecheck.report.words import BASELINES, DOCUMENT_KINDS, EXCEPTIONS, LABELS, QUALIFIERS, TAGS

_USE_POLICY = "durability.incorporated-aup"


def describe_columns(comparison: Comparison) -> list[tuple[str, tuple[CellText, ...]]]:
    """The first rows: what paper each column is, what was searched, baseline, precedence, status of the use policy."""
    columns = comparison.columns
    return [
        (LABELS["reads"], tuple(column.badge for column in columns)),
        (LABELS["documents"], tuple(_documents(column) for column in columns)),
        (LABELS["searched"], tuple(_searched(column) for column in columns)),
        (LABELS["baseline"], tuple(_baseline(column) for column in columns)),
        (LABELS["precedence"], tuple(_precedence(column) for column in columns)),
        (LABELS["use_policy"], tuple(_use_policies(comparison))),
    ]


def name_comparison(comparison: Comparison) -> str:
    """Under which playbook and library the comparison was made."""
    playbook = comparison.columns[0].playbook if comparison.columns else LABELS["none"]
    library = name_library(comparison.library)
    return f"{LABELS['playbook']}: {playbook}. {LABELS['library']}: {library}."


def describe_cell(cell: Cell) -> tuple[Inline, ...]:
    """Verdict, position, the quoted words with their place, and the tags, one a line."""
    finding = cell.finding
    lines: list[Inline] = [Mark(finding.verdict), name_position(finding.pole, finding.strength)]
    if cell.words:
        lines.append(Quoted(elide_words(cell), name_place(finding.evidence[0], exact=False)))
    if finding.tags:
        lines.append("; ".join(TAGS[tag] for tag in finding.tags))
    return tuple(lines)


def elide_words(cell: Cell) -> str:
    """The quoted words of a cell, with an ellipsis at each end where the passage goes on."""
    whole = " ".join(cell.finding.evidence[0].quote.split()) if cell.finding.evidence else cell.words
    before = "" if whole.startswith(cell.words) else "… "
    after = "" if whole.endswith(cell.words) else " …"
    return f"{before}{cell.words}{after}"


def describe_qualifiers(cell: Cell) -> str:
    """All qualifiers and exceptions with their words, separated by semicolons."""
    named = [f"“{shorten(item.words, 160)}” ({QUALIFIERS[item.kind]})" for item in cell.finding.qualifiers]
    named += [f"“{shorten(item.words, 160)}” ({EXCEPTIONS[item.kind]})" for item in cell.finding.exceptions]
    return "; ".join(named)


def _documents(column: Column) -> tuple[Inline, ...]:
    return tuple(_name_document(card) for card in column.documents) or (LABELS["none"],)


def _name_document(card: DocumentCard) -> str:
    pages = LABELS["no_pages"] if card.pages is None else f"{card.pages} pages"
    name = card.name if card.title in ("", card.name) else f"{card.title} ({card.name})"
    return f"{name}: {DOCUMENT_KINDS[card.kind]}, {card.date or LABELS['undated']}, {pages}"


def _searched(column: Column) -> tuple[Inline, ...]:
    lines = [name_searched(column.searched)]
    skipped = sum(len(card.pages_skipped) for card in column.documents)
    lines += [LABELS["pages_not_read"].format(count=skipped)] if skipped else []
    lines += [LABELS["unread"].format(count=column.unresolved)] if column.unresolved else []
    return tuple(lines)


def _baseline(column: Column) -> CellText:
    found = column.baseline
    if not found.evidence:
        return BASELINES[found.kind]
    first = found.evidence[0]
    return BASELINES[found.kind], Quoted(shorten(first.quote, 160), name_place(first, exact=False))


def _precedence(column: Column) -> CellText:
    if column.precedence is None:
        return LABELS["no_precedence"]
    return Quoted(shorten(column.precedence.quote, 160), name_place(column.precedence, exact=False))


def _use_policies(comparison: Comparison) -> list[CellText]:
    """For each column: the policies supplied; else whether the contract names one."""
    row = next((row for row in comparison.rows if row.clause == _USE_POLICY), None)
    told: list[CellText] = []
    for place, column in enumerate(comparison.columns):
        policies = [card for card in column.documents if card.kind == "policy"]
        named = row is not None and bool(row.cells[place].finding.evidence)
        if policies:
            told.append("; ".join(f"{card.title or card.name}, {card.date or LABELS['undated']}: {LABELS['supplied']}"
                                  for card in policies))
        else:
            told.append(LABELS["not_supplied"] if named else LABELS["none_named"])
    return told

"""`clausecheck review`, `compare` and `text`."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from clausecheck.cli.files import documents_in, read_files, review_groups
from clausecheck.cli.output import check_output, choose_format, say, write_bytes, write_output
from clausecheck.cli.status import GAPS, NOTHING, UNREADABLE
from clausecheck.errors import UsageError

if TYPE_CHECKING:
    from clausecheck.model import Review

#: Verdicts that make a review end with exit status 1.
_REPORTED = frozenset({"conflict", "weaker", "not_found", "unresolved", "above_ask"})
_REVIEW_FORMATS = ("table", "json", "html", "docx", "xlsx")
_COMPARISON_FORMATS = ("table", "html", "json", "xlsx")
_SEPARATE = frozenset({"table", "json"})

_PATH = click.Path(path_type=Path)
_PLAYBOOK = click.option("--playbook", default="vendor-red-lines", show_default=True, metavar="ID",
                         help="Whose position the contract is read against.")
_OUT = click.option("-o", "--output", type=_PATH, metavar="OUT", help="Write to this file instead of standard output.")


@click.command()
@click.argument("files", nargs=-1, required=True, type=_PATH, metavar="FILE...")
@_PLAYBOOK
@click.option("--format", "format_name", type=click.Choice(_REVIEW_FORMATS),
              help="How to write the report; by default as OUT's ending says, else a table.")
@_OUT
@click.option("--separate", is_flag=True, help="Review each file as a contract of its own (table or json).")
def review(files: tuple[Path, ...], playbook: str, format_name: str | None, output: Path | None,
           separate: bool) -> int:
    """Review a contract. Several files, or a folder, are one contract."""
    chosen = choose_format(format_name, output, _REVIEW_FORMATS)
    if separate and chosen not in _SEPARATE:
        raise UsageError("--separate writes a table or json; review the files one by one for other formats.")
    check_output(output, chosen)
    paths = [path for file in files for path in documents_in(file)]
    documents, errors = read_files(paths)
    if not documents and not (separate and chosen == "json"):
        return UNREADABLE
    groups = [[document] for document in documents] if separate else [documents]
    reviews = review_groups(groups, [[] if separate else errors] * len(groups), playbook)
    _write_reviews(reviews, chosen, output, separate)
    return UNREADABLE if errors else _status_of(reviews)


@click.command()
@click.argument("paths", nargs=-1, required=True, type=_PATH, metavar="PATH PATH...")
@_PLAYBOOK
@click.option("--format", "format_name", type=click.Choice(_COMPARISON_FORMATS),
              help="How to write the comparison; by default as OUT's ending says, else a table.")
@_OUT
def compare(paths: tuple[Path, ...], playbook: str, format_name: str | None, output: Path | None) -> int:
    """Lay contracts side by side. Each file or folder is one contract."""
    chosen = choose_format(format_name, output, _COMPARISON_FORMATS)
    if len(paths) < 2:
        raise UsageError("Nothing to compare: give at least two contracts.")
    check_output(output, chosen)
    read = [read_files(documents_in(path)) for path in paths]
    kept = [(documents, errors) for documents, errors in read if documents]
    failed = any(errors for _, errors in read)
    if len(kept) < 2:
        say("Fewer than two contracts could be read, so there is nothing to compare.")
        return UNREADABLE
    reviews = review_groups([documents for documents, _ in kept], [errors for _, errors in kept], playbook)
    _write_comparison(reviews, chosen, output)
    return UNREADABLE if failed else _status_of(reviews)


@click.command()
@click.argument("file", type=_PATH)
def text(file: Path) -> int:
    """Print the text of FILE as clausecheck reads it; character positions in reports count in it."""
    documents, errors = read_files([file])
    if errors:
        return UNREADABLE
    write_bytes(f"{documents[0].text.text}\n".encode("utf-8", "replace"))
    return NOTHING


@click.command()
@click.argument("files", nargs=-1, required=True, type=_PATH, metavar="FILE...")
@click.option("--clause", "clause", required=True, metavar="ID", help="The reference clause, for example use.social-scoring.")
def explain(files: tuple[Path, ...], clause: str) -> int:
    """Explain how the finding on one reference clause came about. Several files are one contract."""
    from clausecheck.library import load_library
    from clausecheck.pipeline import analyse_documents
    from clausecheck.report.as_explanation import explain_finding

    knowledge = load_library()
    if knowledge.clause(clause) is None:
        raise UsageError(f"there is no reference clause “{clause}”; `clausecheck library list` names them")
    documents, errors = read_files(list(files))
    if documents:
        write_bytes(f"{explain_finding(analyse_documents(documents, knowledge, errors), clause)}\n".encode("utf-8", "replace"))
    return UNREADABLE if errors else NOTHING


def _write_reviews(reviews: Sequence[Review], format_name: str, output: Path | None, separate: bool) -> None:
    from rich.console import Console

    from clausecheck import report

    if format_name == "table" and output is None and sys.stdout.isatty():
        for one in reviews:
            report.print_review(one, Console())
    elif separate and format_name == "json":
        write_output(report.render_json_array(reviews), output)
    else:
        write_output(b"\n".join(report.FORMATS[format_name].render(one) for one in reviews), output)


def _write_comparison(reviews: Sequence[Review], format_name: str, output: Path | None) -> None:
    from rich.console import Console

    from clausecheck import report
    from clausecheck.comparison import compare_reviews

    comparison = compare_reviews(reviews)
    if format_name == "table" and output is None and sys.stdout.isatty():
        report.print_comparison(comparison, Console())
    else:
        write_output(report.COMPARISON_FORMATS[format_name].render(comparison), output)


def _status_of(reviews: Sequence[Review]) -> int:
    found = any(finding.verdict in _REPORTED for one in reviews for finding in one.findings)
    return GAPS if found else NOTHING

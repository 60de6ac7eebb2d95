"""`clausecheck library`: look at the reference clauses, check them, and teach the matcher their wordings."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

import click

from clausecheck.cli.output import say, show_progress, write_bytes
from clausecheck.cli.status import NOTHING, USAGE
from clausecheck.errors import UsageError

if TYPE_CHECKING:
    from clausecheck.model import Library


@click.group()
def library() -> None:
    """Look at the clause library."""


@library.command("list")
def list_library() -> None:
    """List the reference clauses."""
    from clausecheck.library import list_clauses, load_library

    write_bytes(f"{list_clauses(load_library())}\n".encode())


@library.command("show")
@click.argument("clause", metavar="ID")
def show_library(clause: str) -> None:
    """Show one reference clause: its poles, wordings, and what speaks to it."""
    from clausecheck.library import load_library, show_clause

    write_bytes(f"{show_clause(load_library(), clause)}\n".encode())


@library.command("check")
def check_library() -> int:
    """Check every entry: its form, its examples, and that no word of it is idle."""
    from clausecheck.library import check_library as find_shortcomings
    from clausecheck.library import load_library

    knowledge = load_library()
    with show_progress() as tell:
        tell("Reading every wording and example")
        found = find_shortcomings(knowledge, lambda sentence: _read_sentence(sentence, knowledge))
    say(*found)
    write_bytes(f"{len(knowledge.clauses)} reference clauses, {len(found)} shortcomings\n".encode())
    return USAGE if found else NOTHING


@library.command("train")
def train_library() -> None:
    """Teach the matcher the library's wordings (needs scikit-learn); the same wordings give the same model."""
    from clausecheck.library import find_library
    from clausecheck.library.training import COMPILED, read_wordings, train_model

    folder = find_library()
    rows = read_wordings(folder)
    if not rows:
        raise UsageError("The clause library has no wordings to learn from: wordings/*.jsonl is missing or empty.")
    with show_progress() as tell:
        tell(f"Learning from {len(rows):,} sentences")
        model = train_model(rows)
    target = folder / COMPILED
    try:
        target.parent.mkdir(exist_ok=True)
        model.save(target)
    except OSError as error:
        raise UsageError(f"{target} could not be written: {error.strerror or 'the disk refused it'}.") from error
    say(f"Written: {target}")


def _read_sentence(sentence: str, knowledge: Library) -> dict[str, tuple[str | None, str]]:
    """How a sentence reads as a contract of its own: pole and strength for each reference clause that it speaks to."""
    from clausecheck.model import SourceDocument
    from clausecheck.pipeline import analyse_documents
    from clausecheck.text import Block, DocumentText

    body = " ".join(sentence.split())
    document = SourceDocument(
        name="sentence", sha256=hashlib.sha256(body.encode()).hexdigest(), media_type="text/plain",
        text=DocumentText(body, (Block(0, len(body), "paragraph"),)))
    return {finding.clause: (finding.pole, finding.strength)
            for finding in analyse_documents([document], knowledge).findings if finding.strength != "silent"}

"""Paths → documents → reviews, with a word on every file that was left out or could not be read."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from clausecheck.cli.output import say, show_progress
from clausecheck.errors import DocumentError, UsageError

if TYPE_CHECKING:
    from clausecheck.model import Review, SourceDocument

#: Files of a folder that count as documents; those of an unreadable kind are refused by name, not left out.
_DOCUMENTS = frozenset({
    ".pdf", ".docx", ".docm", ".doc", ".rtf", ".odt", ".md", ".markdown", ".html", ".htm", ".xhtml", ".txt",
})


def documents_in(path: Path) -> list[Path]:
    """The path itself, or the documents of a folder, by name. Other files of a folder are named and left out."""
    if not path.is_dir():
        return [path]
    present = [file for file in sorted(path.rglob("*")) if file.is_file()
               and not any(part.startswith((".", "~$")) for part in file.relative_to(path).parts)]
    chosen = [file for file in present if file.suffix.lower() in _DOCUMENTS]
    for file in present:
        if file not in chosen:
            say(f"{file.name}: left out, not a kind of document that clausecheck reads.")
    if not chosen:
        raise UsageError(f"The folder {path} holds no document that clausecheck reads.")
    return chosen


def read_files(paths: Sequence[Path]) -> tuple[list[SourceDocument], list[DocumentError]]:
    """The documents that could be read, and the errors of the others, which are printed."""
    from clausecheck.ingest import read_documents

    with show_progress() as tell:
        documents, errors = read_documents(paths, progress=lambda name: tell(f"Reading {name}"))
    say(*(f"Not read: {error}" for error in errors))
    return documents, errors


def review_groups(groups: Sequence[Sequence[SourceDocument]], errors: Sequence[Sequence[DocumentError]],
                   playbook: str) -> list[Review]:
    """One review for each group of documents; the files of a group that could not be read are among its warnings."""
    from clausecheck.library import load_library
    from clausecheck.pipeline import find_playbook, review_documents

    with show_progress() as tell:
        tell("Reading the clause library")
        knowledge = load_library()
        book = find_playbook(knowledge, playbook)
        reviews = []
        for documents, unread in zip(groups, errors, strict=True):
            tell(f"Reviewing {documents[0].name}")
            found = review_documents(documents, knowledge, book, unread)
            warnings = (*found.warnings, *(f"not read: {error}" for error in unread))
            reviews.append(found.model_copy(update={"warnings": warnings}))
    return reviews

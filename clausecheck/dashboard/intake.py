"""Files to contracts on the shelf: reading, naming, grouping, and errors that never show a contract's text."""

from __future__ import annotations

import logging
import tempfile
from collections.abc import Callable, Sequence
from pathlib import Path, PurePath
from typing import NamedTuple

from clausecheck.dashboard import words
from clausecheck.dashboard.session import ShelvedContract
from clausecheck.errors import DocumentError
from clausecheck.ingest import read_document
from clausecheck.model import Library, Playbook, SourceDocument
from clausecheck.pipeline import analyse_documents

_LOG = logging.getLogger(__name__)
FILE_TYPES = ("pdf", "docx", "md", "txt", "html")


class Upload(NamedTuple):
    """A file as it was handed over."""

    name: str
    data: bytes


class Intake(NamedTuple):
    """What came of some files: the contract, where anything could be read, and one sentence for each that could not."""

    contract: ShelvedContract | None
    errors: tuple[str, ...]


def group_uploads(uploads: Sequence[Upload], *, one_contract: bool) -> list[list[Upload]]:
    """The files of each contract: all of them together, or each on its own."""
    return [list(uploads)] if one_contract else [[upload] for upload in uploads]


def read_contract(
    uploads: Sequence[Upload], library: Library, playbook: Playbook, *, sample: bool = False,
    progress: Callable[[str], None] | None = None,
) -> Intake:
    """The files read and reviewed as one contract. A file that cannot be read is an error; the others go on."""
    documents: list[SourceDocument] = []
    files: dict[str, bytes] = {}
    errors: list[str] = []
    unread: list[DocumentError] = []
    for upload in _distinct(uploads):
        if progress:
            progress(upload.name)
        document = _read(upload, errors, unread)
        if document:
            documents.append(document)
            if document.pages is not None:
                files[document.name] = upload.data
    if not documents:
        return Intake(None, tuple(errors))
    try:
        contract = ShelvedContract(documents, analyse_documents(documents, library, unread), files, sample)
        contract.review_under(library, playbook)
    except Exception as error:  # a page must not show what a contract made go wrong
        errors.append(_went_wrong(documents[0].name, error))
        return Intake(None, tuple(errors))
    return Intake(contract, tuple(errors))


def _read(upload: Upload, errors: list[str], unread: list[DocumentError]) -> SourceDocument | None:
    """One file, by way of a folder that only this user can open and that is gone afterwards."""
    try:
        with tempfile.TemporaryDirectory(prefix="clausecheck-") as folder:
            path = Path(folder) / f"document{PurePath(upload.name).suffix.lower()[:10]}"
            path.write_bytes(upload.data)
            return read_document(path, name=upload.name)
    except DocumentError as error:
        errors.append(str(error))
        unread.append(error)
    except Exception as error:  # as above
        errors.append(_went_wrong(upload.name, error))
        unread.append(DocumentError(upload.name, "it could not be read"))
    return None


def _went_wrong(name: str, error: Exception) -> str:
    """A sentence without the error's own text, which may quote the contract; the log gets the kind of error only."""
    _LOG.error("%s while reading a document", type(error).__name__)
    return words.WENT_WRONG.format(name=name)


def _distinct(uploads: Sequence[Upload]) -> list[Upload]:
    """The files with names of their own: evidence calls its document by name."""
    taken: set[str] = set()
    distinct = []
    for upload in uploads:
        name, number = PurePath(upload.name).name or "document", 1
        stem, suffix = PurePath(name).stem, PurePath(name).suffix
        while name in taken:
            number += 1
            name = f"{stem} ({number}){suffix}"
        taken.add(name)
        distinct.append(Upload(name, upload.data))
    return distinct

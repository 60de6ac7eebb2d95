"""Files to source documents, each parsed in a process of its own that can be killed.

`read_document` reads one file, `read_documents` several (a bad one never stops the others), and `start_worker` starts
the process ahead of time, before heavy imports make that slow.
"""

from __future__ import annotations

import base64
from array import array
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

from clausecheck.errors import DocumentError
from clausecheck.ingest.limits import DEFAULT_LIMITS, Limits
from clausecheck.ingest.process import THE_WORKER
from clausecheck.model import SourceDocument
from clausecheck.text import Block, DocumentText

__all__ = ["DEFAULT_LIMITS", "Limits", "read_document", "read_documents", "start_worker"]


def start_worker() -> None:
    """Start the process that parses files, unless it is running."""
    THE_WORKER.start()


def read_document(path: Path, *, name: str | None = None, limits: Limits = DEFAULT_LIMITS) -> SourceDocument:
    """The file as a source document, called `name` (its file name unless given).

    Raises DocumentError (UnsupportedFile, DamagedFile, EncryptedFile, NoText, LimitExceeded) and nothing else.
    """
    path = Path(path)
    name = path.name if name is None else name
    answer = THE_WORKER.read(path, name, limits)
    return SourceDocument(
        name=name, sha256=answer["sha256"], media_type=answer["media_type"], text=_text_of(answer),
        pages=answer["pages"], pages_skipped=tuple(answer["pages_skipped"]), warnings=tuple(answer["warnings"]),
    )


def read_documents(
    paths: Iterable[Path], limits: Limits = DEFAULT_LIMITS, progress: Callable[[str], None] | None = None,
) -> tuple[list[SourceDocument], list[DocumentError]]:
    """The documents that could be read and the errors of those that could not, each in the order given.

    `progress` is called with the name of each file before it is read.
    """
    documents: list[SourceDocument] = []
    failures: list[DocumentError] = []
    for path in paths:
        if progress is not None:
            progress(Path(path).name)
        try:
            documents.append(read_document(path, limits=limits))
        except DocumentError as error:
            failures.append(error)
    return documents, failures


def _text_of(answer: dict[str, Any]) -> DocumentText:
    starts, ends, pages, boxes = (
        _numbers(code, packed) for code, packed in zip("LLLf", answer["arrays"], strict=True))
    blocks = tuple(Block(start, end, kind, level, label) for start, end, kind, level, label in answer["blocks"])
    return DocumentText(answer["text"], blocks, starts, ends, pages, boxes)


def _numbers(code: str, packed: str) -> Any:
    numbers: Any = array(code)
    numbers.frombytes(base64.b64decode(packed))
    return numbers

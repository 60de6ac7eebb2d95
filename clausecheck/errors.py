"""Everything that clausecheck raises on purpose, as one tree.

ClausecheckError
├── DocumentError          one file cannot be read; the others go on
│   ├── UnsupportedFile    not a kind of file that clausecheck reads, or not what its name says
│   ├── DamagedFile        the right kind, but broken
│   ├── EncryptedFile      a password is needed
│   ├── NoText             nothing to read: empty, or only images
│   └── LimitExceeded      too large, too many pages, too slow, or too much memory
├── LibraryError           entries of the clause library that are refused, all of them at once
└── UsageError             a call that cannot be carried out (no such playbook, nothing to compare)

Messages say what is wrong, where, and what to do, in words that a lawyer knows, and never carry contract text.
"""

from __future__ import annotations


class ClausecheckError(Exception):
    """The root of the tree."""


class DocumentError(ClausecheckError):
    """One file that cannot be read. `document` is its name without folders."""

    def __init__(self, document: str, message: str) -> None:
        super().__init__(f"{document}: {message}")
        self.document = document
        self.message = message


class UnsupportedFile(DocumentError):
    """Not a kind of file that clausecheck reads."""


class DamagedFile(DocumentError):
    """A file of a known kind that is broken."""


class EncryptedFile(DocumentError):
    """A file that opens only with a password."""


class NoText(DocumentError):
    """A file without any text that a reader sees."""


class LimitExceeded(DocumentError):
    """A file that is larger, longer or slower to read than the limits allow."""


class LibraryError(ClausecheckError):
    """Entries of the clause library that are refused. `mistakes` has one plain sentence for each."""

    def __init__(self, mistakes: list[str]) -> None:
        super().__init__("\n".join(mistakes))
        self.mistakes = mistakes


class UsageError(ClausecheckError):
    """A call that cannot be carried out as it was made."""

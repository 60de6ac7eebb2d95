"""Word documents (DOCX) to blocks, as Word shows them."""

from clausecheck.ingest.word.document import read_word

__all__ = ["read_word"]

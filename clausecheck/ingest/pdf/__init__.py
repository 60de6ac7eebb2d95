"""PDF files to blocks: words with their places, lines, columns, tables, paragraphs."""

from clausecheck.ingest.pdf.document import read_pdf

__all__ = ["read_pdf"]

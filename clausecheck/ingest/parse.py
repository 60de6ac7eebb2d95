"""One file's bytes to its normalised text: chooses the reader. Runs in the worker process only."""

from __future__ import annotations

from clausecheck.errors import LimitExceeded, NoText
from clausecheck.ingest.blocks import ParsedFile, compose_text
from clausecheck.ingest.media import DOCX, HTML, MARKDOWN, PDF, decode, media_type_of
from clausecheck.ingest.source import Source
from clausecheck.text import DocumentText


def parse(source: Source) -> tuple[str, DocumentText, ParsedFile]:
    """The media type, the text, and what the reader handed back. Raises a DocumentError for a file without text."""
    media_type = media_type_of(source)
    parsed = _read(source, media_type)
    if sum(len(block.plain()) for block in parsed.blocks) > source.limits.characters:
        raise _too_long(source)
    text = compose_text(parsed.blocks)
    if not text.text:
        raise NoText(source.name, "the file holds no text.")
    return media_type, text, parsed


def _read(source: Source, media_type: str) -> ParsedFile:
    """Readers are imported when they are first needed: a plain text should not wait for PDF libraries."""
    if media_type == PDF:
        from clausecheck.ingest.pdf import read_pdf

        return read_pdf(source)
    if media_type == DOCX:
        from clausecheck.ingest.word import read_word

        return read_word(source)
    text = decode(source)
    if len(text) > 4 * source.limits.characters:
        raise _too_long(source)
    if media_type == HTML:
        from clausecheck.ingest.html import read_html

        return read_html(text, source.name)
    if media_type == MARKDOWN:
        from clausecheck.ingest.markdown import read_markdown

        return read_markdown(text, source.name)
    from clausecheck.ingest.plain import read_plain

    return ParsedFile(read_plain(text))


def _too_long(source: Source) -> LimitExceeded:
    return LimitExceeded(
        source.name, f"the file holds more than {source.limits.characters:,} characters. Split it and read the parts.")

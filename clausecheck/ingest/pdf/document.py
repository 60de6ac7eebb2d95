"""A PDF file from its first page to its last."""

from __future__ import annotations

import io
from dataclasses import dataclass, field

import pypdfium2 as pdfium  # type: ignore[import-untyped]
import pypdfium2.raw as raw  # type: ignore[import-untyped]

from clausecheck.errors import DamagedFile, EncryptedFile, LimitExceeded, NoText
from clausecheck.ingest.blocks import ParsedFile, PlacedWord, RawBlock
from clausecheck.ingest.pdf.columns import regions_of_pages
from clausecheck.ingest.pdf.drawing import Drawing, drawing_on, with_bullets
from clausecheck.ingest.pdf.furniture import PageLines, without_furniture
from clausecheck.ingest.pdf.hidden import covers_page, has_image, seen_words
from clausecheck.ingest.pdf.lines import lines_of
from clausecheck.ingest.pdf.paragraphs import blocks_of, setting_of
from clausecheck.ingest.pdf.second_opinion import words_by_pdfplumber
from clausecheck.ingest.pdf.tables import take_tables
from clausecheck.ingest.pdf.words import Word, frame_of, upright, words_on
from clausecheck.ingest.source import Source

#: A scanned page may carry a stamp of the court or the archive; so few words are not its text.
_STAMP = 30


@dataclass(slots=True)
class _Reading:
    """What the pages gave so far."""

    pages: list[PageLines] = field(default_factory=list)
    turned: list[Word] = field(default_factory=list)
    images: list[int] = field(default_factory=list)
    pictured: list[int] = field(default_factory=list)
    broken: list[int] = field(default_factory=list)
    scanned: list[int] = field(default_factory=list)
    empty: list[int] = field(default_factory=list)
    hidden: dict[int, int] = field(default_factory=dict)
    characters: int = 0


def read_pdf(source: Source) -> ParsedFile:
    """The blocks of a PDF with the place of every word. Raises a DocumentError for one that cannot be read."""
    document = _open(source)
    try:
        count = len(document)
        if count > source.limits.pages:
            raise LimitExceeded(source.name, f"the PDF has {count:,} pages; {source.limits.pages:,} are the limit.")
        reading = _Reading()
        for number in range(1, count + 1):
            _read_page(document, number, reading, source)
    finally:
        document.close()
    if reading.empty and not reading.images:
        _ask_again(source, reading)
    if not any(page.lines for page in reading.pages):
        raise _no_text(source, reading, count)
    return ParsedFile(_blocks(reading), count, _skipped(reading), _warnings(reading))


def _open(source: Source) -> pdfium.PdfDocument:
    try:
        document = pdfium.PdfDocument(source.data)
        if len(document) > 0:
            return document
        document.close()
    except pdfium.PdfiumError as error:
        if error.err_code in {raw.FPDF_ERR_PASSWORD, raw.FPDF_ERR_SECURITY}:
            raise EncryptedFile(source.name, "the PDF opens only with a password. Save it without one and read it "
                                "again.") from None
    raise DamagedFile(source.name, "the PDF is damaged and has no page that can be opened. Ask for the file again.")


def _read_page(document: pdfium.PdfDocument, number: int, reading: _Reading, source: Source) -> None:
    try:
        page = document[number - 1]
    except pdfium.PdfiumError:
        reading.broken.append(number)
        return
    try:
        frame = frame_of(page)
        all_words = words_on(page, number, frame)
        drawing = drawing_on(page, frame)
        words, hidden, scanned = seen_words(page, frame, all_words, drawing.patches) if all_words else ([], 0, False)
        if hidden:
            reading.hidden[number] = hidden
        if scanned:
            reading.scanned.append(number)
        if not words:
            (reading.images if has_image(page) else reading.empty).append(number)
        elif not scanned and len(words) < _STAMP and covers_page(page, frame):
            reading.pictured.append(number)
        reading.characters += sum(len(word.text) + 1 for word in words)
        if reading.characters > source.limits.characters:
            raise LimitExceeded(source.name, f"the PDF holds more than {source.limits.characters:,} characters.")
        straight, turned = upright(words, frame)
        reading.turned.extend(turned)
        sideways = bool(straight) and straight[0].turn % 180 != 0
        if sideways:
            drawing = Drawing([], [], [])
        rest, tables = take_tables(with_bullets(straight, drawing.dots), drawing.rules)
        lines = sorted([*lines_of(rest), *tables], key=lambda line: line.top if not line.words else
                       (line.top + line.bottom) / 2)
        reading.pages.append(PageLines(number, frame.width if sideways else frame.height, lines))
    finally:
        page.close()


def _ask_again(source: Source, reading: _Reading) -> None:
    """Pages on which PDFium finds neither text nor image are shown to pdfplumber, a few at most."""
    for number, height, words in words_by_pdfplumber(io.BytesIO(source.data), reading.empty[:20]):
        reading.pages = [page for page in reading.pages if page.number != number]
        reading.pages.append(PageLines(number, height, lines_of(words)))
    reading.pages.sort(key=lambda page: page.number)


def _blocks(reading: _Reading) -> list[RawBlock]:
    without_furniture(reading.pages)
    regions = regions_of_pages([page.lines for page in reading.pages])
    blocks = blocks_of(regions, setting_of(regions))
    if reading.turned:
        blocks.append(RawBlock(words=[PlacedWord(word.text, word.page, word.box) for word in reading.turned]))
    return blocks


def _no_text(source: Source, reading: _Reading, count: int) -> NoText | DamagedFile:
    if reading.images:
        images = "the page is an image" if count == 1 else f"all {count} pages are images"
        return NoText(source.name, f"{images} without text. Text recognition (OCR) is not part of this version: run the "
                      "file through an OCR program and read the result.")
    if len(reading.broken) == count:
        return DamagedFile(source.name, "none of the PDF's pages can be opened. Ask for the file again.")
    return NoText(source.name, "the PDF holds no text that a reader sees.")


def _warnings(reading: _Reading) -> list[str]:
    told: list[str] = []
    if reading.images:
        verb = "is an image" if len(reading.images) == 1 else "are images"
        told.append(f"{named_pages(reading.images)} {verb} without text and {_was(reading.images)} not read; OCR is "
                    "not part of this version")
    if reading.pictured:
        told.append(f"{named_pages(reading.pictured)}: besides a few words the page is an image, which was not read; OCR is "
                    "not part of this version")
    if reading.broken:
        told.append(f"{named_pages(reading.broken)} could not be opened and {_was(reading.broken)} not read")
    if reading.scanned:
        told.append(f"{named_pages(reading.scanned)}: the text comes from the OCR layer of a scan and may hold errors")
    if reading.hidden:
        pages, words = sorted(reading.hidden), sum(reading.hidden.values())
        told.append(f"{named_pages(pages)}: text that a reader does not see was left out ({words} words)")
    return told


def _skipped(reading: _Reading) -> tuple[int, ...]:
    return tuple(sorted([*reading.images, *reading.pictured, *reading.broken]))


def _was(pages: list[int]) -> str:
    return "was" if len(pages) == 1 else "were"


def named_pages(pages: list[int]) -> str:
    """The pages in words: "page 3", "pages 3 and 4", "pages 3 to 7 and 9"."""
    runs: list[list[int]] = []
    for page in pages:
        if runs and page == runs[-1][-1] + 1:
            runs[-1].append(page)
        else:
            runs.append([page])
    parts = [part for run in runs for part in
             ([f"{run[0]} to {run[-1]}"] if len(run) > 2 else map(str, run))]
    listed = parts[0] if len(parts) == 1 else f"{', '.join(parts[:-1])} and {parts[-1]}"
    return f"page {listed}" if len(pages) == 1 else f"pages {listed}"

"""The walk over a Word document's body, in order."""

from __future__ import annotations

from lxml import etree

from clausecheck.ingest.blocks import (
    BOLD_LEVEL,
    ParsedFile,
    RawBlock,
    is_heading_like,
    labelled_block,
    listed_block,
    row_blocks,
)
from clausecheck.ingest.characters import one_line
from clausecheck.ingest.source import Source
from clausecheck.ingest.word.numbering import Numbered, Numbering
from clausecheck.ingest.word.package import W, WordParts, open_parts
from clausecheck.ingest.word.runs import ParagraphWords, RunReader, is_deleted_mark
from clausecheck.ingest.word.styles import Styles, find, value_of

_LONGEST_HEADING = 160
_CONTENTS_GALLERY = "table of contents"


def read_word(source: Source) -> ParsedFile:
    """The blocks of a DOCX with the numbers that Word shows; notes last, headers and footers left out."""
    parts = open_parts(source)
    walk = _Walk(parts)
    walk.contents(parts.body)
    walk.flush_carried()
    walk.add_notes()
    return ParsedFile(walk.blocks, warnings=walk.warnings())


class _Walk:
    def __init__(self, parts: WordParts) -> None:
        self.parts = parts
        self.styles = Styles(parts.styles)
        self.numbering = Numbering(parts.numbering, self.styles)
        self.runs = RunReader(self.styles)
        self.blocks: list[RawBlock] = []
        self.notes: list[tuple[str, str]] = []
        self.carried = ""

    def contents(self, element: etree._Element) -> None:
        """Paragraphs, tables and whatever wraps them."""
        for child in element:
            tag = child.tag
            if tag == f"{W}p":
                self._paragraph(child)
            elif tag == f"{W}tbl":
                self._table(child)
            elif tag == f"{W}sdt":
                gallery = value_of(child, "w:sdtPr/w:docPartObj/w:docPartGallery") or ""
                if gallery.lower() != _CONTENTS_GALLERY:
                    self.contents(child)
            elif tag in {f"{W}altChunk", f"{W}subDoc"}:
                self.runs.unseen.chunks += 1
            elif tag in {f"{W}del", f"{W}moveFrom"} or not isinstance(tag, str):
                continue
            elif tag in {f"{W}sdtContent", f"{W}ins", f"{W}moveTo", f"{W}customXml", f"{W}smartTag"}:
                self.contents(child)

    def _paragraph(self, paragraph: etree._Element) -> None:
        chain = self.styles.of_paragraph(paragraph)
        words = self.runs.read(paragraph, chain)
        text = one_line(self.carried + words.text)
        self.notes.extend(words.notes)
        if is_deleted_mark(paragraph):
            self.carried = text + " " if text else ""
        elif text and not self.styles.is_contents(chain):
            self.carried = ""
            number = self.numbering.next(paragraph, chain)
            self.blocks.append(_block(text, number, self.styles.heading_level(paragraph, chain), words))
        elif not text and find(paragraph, "w:pPr/w:numPr") is not None and not words.boxes:
            self.numbering.next(paragraph, chain)
        for box in words.boxes:
            self.contents(box)

    def flush_carried(self) -> None:
        """Words whose paragraph's end is deleted and after which nothing follows."""
        if self.carried.strip():
            self.blocks.append(labelled_block(self.carried))
        self.carried = ""

    def _table(self, table: etree._Element) -> None:
        for row in _inside(table, f"{W}tr"):
            if find(row, "w:trPr/w:del") is not None:
                self.runs.unseen.deleted += len("".join(t.text or "" for t in row.iter(f"{W}t", f"{W}delText")).split())
            else:
                self._row(row)

    def _row(self, row: etree._Element) -> None:
        """One block for the row; a cell that fills its row is read like text outside a table."""
        cells = list(_inside(row, f"{W}tc"))
        if len(cells) == 1:
            self.contents(cells[0])
            self.flush_carried()
            return
        texts: list[list[str]] = []
        nested: list[RawBlock] = []
        for cell in cells:
            outer, self.blocks = self.blocks, []
            self.contents(cell)
            self.flush_carried()
            texts.append([block.text for block in self.blocks if block.kind != "table_row"])
            nested.extend(block for block in self.blocks if block.kind == "table_row")
            self.blocks = outer
        self.blocks.extend([*row_blocks(texts), *nested])

    def add_notes(self) -> None:
        """Footnotes and endnotes in the order in which the text calls them."""
        roots = {"footnotes": self.parts.footnotes, "endnotes": self.parts.endnotes}
        called = list(dict.fromkeys(self.notes))
        for number, (kind, note_id) in enumerate(called, start=1):
            root = roots[kind]
            note = None if root is None else next((note for note in root if note.get(f"{W}id") == note_id), None)
            if note is None:
                continue
            kept, self.blocks = self.blocks, []
            self.contents(note)
            self.flush_carried()
            text = " ".join(block.text for block in self.blocks)
            self.blocks = [*kept, RawBlock(f"{number} {text}", "footnote", 0, str(number))] if text else kept

    def warnings(self) -> list[str]:
        """What a lawyer should know about the way the file was read."""
        unseen = self.runs.unseen
        comments = 0 if self.parts.comments is None else len(self.parts.comments.findall(f"{W}comment"))
        told = (
            (unseen.inserted or unseen.deleted,
             f"the file has tracked changes: insertions ({unseen.inserted} words) were read as part of the text, "
             f"deletions ({unseen.deleted} words) were left out"),
            (unseen.hidden, f"text that a reader does not see was left out ({unseen.hidden} words)"),
            (unseen.white, f"text in white letters was read like any other ({unseen.white} words)"),
            (unseen.chunks, f"{unseen.chunks} embedded files were not read"),
            (comments, f"comments in the margin were not read ({comments})"),
        )
        return [sentence for count, sentence in told if count]


def _block(text: str, number: Numbered | None, level: int, words: ParagraphWords) -> RawBlock:
    styled = bool(level) and len(text) <= _LONGEST_HEADING and (is_heading_like(text) or len(text.split()) <= 6)
    if number and number.label:
        item = listed_block(number.label, text, number.level)
        return RawBlock(item.text, "heading", level, item.label) if styled else item
    if styled:
        return labelled_block(text, "heading", level)
    block = labelled_block(text)
    if block.kind == "paragraph" and words.bold and not words.plain and is_heading_like(text):
        block.kind, block.level = "heading", BOLD_LEVEL
    return block


def _inside(element: etree._Element, tag: str) -> list[etree._Element]:
    """The rows of a table or the cells of a row, also those inside content controls and tracked insertions."""
    found: list[etree._Element] = []
    for child in element:
        if child.tag == tag:
            found.append(child)
        elif child.tag in {f"{W}sdt", f"{W}sdtContent", f"{W}customXml", f"{W}ins", f"{W}moveTo"}:
            found.extend(_inside(child, tag))
    return found

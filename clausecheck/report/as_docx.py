"""The gap report as a DOCX file, for lawyers to mark up."""

from __future__ import annotations

from typing import Any, assert_never

from docx.document import Document as DocxDocument
from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.shared import Mm, Pt, RGBColor
from docx.table import Table as DocxTable
from docx.table import _Cell
from docx.text.paragraph import Paragraph as DocxParagraph

from clausecheck.model import Review
from clausecheck.model.words import Verdict
from clausecheck.report.blocks import (
    Block,
    CellText,
    Change,
    DecisionBox,
    Difference,
    Facts,
    FindingHead,
    Heading,
    Inline,
    Link,
    Mark,
    Paragraph,
    Points,
    Quotation,
    Quoted,
    Table,
)
from clausecheck.report.clean import clean, in_quotes
from clausecheck.report.docx_style import GREY, LINE, RULE, SANS, new, open_document, save_document
from clausecheck.report.outline import outline_report
from clausecheck.report.words import COLOURS, LABELS, SYMBOLS, VERDICTS

_LABEL_WIDTH = 36
#: Tables of no more rows are kept on one page.
_KEPT_WHOLE = 8


def render_docx(review: Review) -> bytes:
    """The gap report as a DOCX file."""
    blocks = outline_report(review)
    writer = _Writer(open_document(f"{LABELS['report']}: {review.name}"), blocks)
    for block in blocks:
        writer.write(block)
    return save_document(writer.document)


class _Writer:
    """Writes blocks into a document. Headings that something leads to become bookmarks."""

    def __init__(self, document: DocxDocument, blocks: list[Block]) -> None:
        self.document = document
        anchors = [block.anchor for block in blocks if isinstance(block, Heading | FindingHead) and block.anchor]
        self._bookmarks = {anchor: f"place{number}" for number, anchor in enumerate(anchors, start=1)}

    def write(self, block: Block) -> None:
        """Append one block."""
        match block:
            case Heading(level, text, anchor):
                self._bookmark(self._paragraph("Title" if level == 0 else f"Heading {level}", text), anchor)
            case Paragraph(text, note):
                self._paragraph("Note" if note else "Normal", text)
            case Points(items, numbered):
                for item in items:
                    self._paragraph("List Number" if numbered else "List Bullet", item)
            case Facts(rows):
                self._write_facts(rows)
            case Table():
                self._write_table(block)
            case Quotation(words, place):
                self._paragraph("Passage", in_quotes(words))
                self._paragraph("Place", place)
            case FindingHead():
                self._write_finding_head(block)
            case Difference(changes):
                self._write_difference(changes)
            case DecisionBox():
                self._write_decision()
            case _ as never:
                assert_never(never)

    def _paragraph(self, style: str, text: str = "") -> DocxParagraph:
        return self.document.add_paragraph(clean(text), style=style)

    def _bookmark(self, paragraph: DocxParagraph, anchor: str) -> None:
        if name := self._bookmarks.get(anchor):
            number = name.removeprefix("place")
            content: Any = paragraph._p  # noqa: SLF001  python-docx writes no bookmarks
            content.insert_element_before(new("w:bookmarkStart", id=number, name=name), "w:r")
            content.append(new("w:bookmarkEnd", id=number))

    def _write_finding_head(self, head: FindingHead) -> None:
        _add_verdict(self._paragraph("Verdict"), head.verdict)
        self._bookmark(self._paragraph("Heading 3", head.title), head.anchor)
        position = self._paragraph("Position", f"{head.position}  ")
        _set_quiet(position.add_run(clean(head.clause)))

    def _write_facts(self, rows: tuple[tuple[str, CellText], ...]) -> None:
        table = self._table(len(rows), (_LABEL_WIDTH, LINE - _LABEL_WIDTH))
        for (label, cell), row in zip(rows, table.rows, strict=True):
            row._tr.get_or_add_trPr().append(new("w:cantSplit"))  # noqa: SLF001
            left, right = row.cells
            self._fill(left, label, "Label")
            self._fill(right, cell)
        self._paragraph("Gap")

    def _write_table(self, block: Table) -> None:
        shares = sum(block.widths)
        table = self._table(1 + len(block.rows), tuple(LINE * width / shares for width in block.widths))
        for row, texts in zip(table.rows, (block.head, *block.rows), strict=True):
            properties = row._tr.get_or_add_trPr()  # noqa: SLF001
            properties.append(new("w:cantSplit"))
            if texts is block.head:
                properties.append(new("w:tblHeader"))
            for cell, text in zip(row.cells, texts, strict=True):
                self._fill(cell, text, "Head cell" if texts is block.head else "Cell")
                _add_rule(cell, GREY if texts is block.head else RULE)
        if len(block.rows) <= _KEPT_WHOLE:
            _keep_whole(table)
        self._paragraph("Gap")

    def _table(self, rows: int, widths: tuple[float, ...]) -> DocxTable:
        """A table without borders and of fixed widths in millimetres."""
        table: DocxTable = self.document.add_table(rows=rows, cols=len(widths))
        table.alignment = WD_TABLE_ALIGNMENT.LEFT
        table.autofit = False
        for column, width in zip(table.columns, widths, strict=True):
            column.width = Mm(width)
        for row in table.rows:
            for cell, width in zip(row.cells, widths, strict=True):
                cell.width = Mm(width)
        return table

    def _fill(self, cell: _Cell, content: CellText, style: str = "Cell") -> None:
        """Write a cell's content: one paragraph a line, links on one line."""
        paragraph = cell.paragraphs[0]
        paragraph.style = self.document.styles[style]
        items = content if isinstance(content, tuple) else (content,)
        linked = all(isinstance(item, Link) for item in items)
        for number, item in enumerate(items):
            if number and linked:
                paragraph.add_run("; ")
            elif number:
                paragraph = cell.add_paragraph(style=style)
            self._add_inline(paragraph, item)

    def _add_inline(self, paragraph: DocxParagraph, item: Inline) -> None:
        match item:
            case str():
                paragraph.add_run(clean(item))
            case Mark(verdict):
                _add_verdict(paragraph, verdict, 9)
            case Quoted(words, place):
                paragraph.add_run(f"{in_quotes(clean(words))} ")
                _set_quiet(paragraph.add_run(clean(place)))
            case Link(text, anchor):
                self._add_link(paragraph, clean(text), anchor)
            case _ as never:
                assert_never(never)

    def _add_link(self, paragraph: DocxParagraph, text: str, anchor: str) -> None:
        run = paragraph.add_run(text)
        if name := self._bookmarks.get(anchor):
            link = new("w:hyperlink", anchor=name, history="1")
            element: Any = run._r  # noqa: SLF001
            element.addprevious(link)
            link.append(element)

    def _write_difference(self, changes: tuple[Change, ...]) -> None:
        paragraph = self._paragraph("Difference")
        for change in changes:
            words = clean(change.words)
            if change.kind == "equal":
                paragraph.add_run(f"{words} ")
            elif change.kind == "delete":
                run = paragraph.add_run(f"[−{words}−]")
                run.font.strike, run.font.color.rgb = True, RGBColor.from_string("6B3A36")
                paragraph.add_run(" ")
            else:
                paragraph.add_run(f"{{+{words}+}}").font.underline = True
                paragraph.add_run(" ")

    def _write_decision(self) -> None:
        """A framed row for the decision and a row for a note."""
        self._paragraph("Gap").paragraph_format.keep_with_next = True
        widths = (26, 26, 26, 48, 34)
        table = self._table(2, widths)
        texts = (LABELS["decision"], LABELS["agree"], LABELS["change"], f"{LABELS['name']}:", f"{LABELS['signed_on']}:")
        for cell, text in zip(table.rows[0].cells, texts, strict=True):
            self._fill(cell, text, "Label")
        note = table.rows[1].cells[0].merge(table.rows[1].cells[-1])
        self._fill(note, f"{LABELS['note']}:", "Label")
        note.add_paragraph(style="Label")
        for row in table.rows:
            for cell in row.cells:
                _add_rule(cell, GREY, "top", "left", "bottom", "right")
            row._tr.get_or_add_trPr().append(new("w:cantSplit"))  # noqa: SLF001


def _add_verdict(paragraph: DocxParagraph, verdict: Verdict, size: float = 9.5) -> None:
    run = paragraph.add_run(f"{SYMBOLS[verdict]} {VERDICTS[verdict]}")
    run.font.color.rgb = RGBColor.from_string(COLOURS[verdict])
    run.font.bold, run.font.name, run.font.size = True, SANS, Pt(size)


def _set_quiet(run: Any) -> None:
    """Set a run as small grey type, as for places and ids."""
    run.font.name, run.font.size, run.font.color.rgb = SANS, Pt(8), RGBColor.from_string(GREY)


def _keep_whole(table: DocxTable) -> None:
    """Keep a short table on one page."""
    for row in table.rows[:-1]:
        for cell in row.cells:
            for paragraph in cell.paragraphs:
                paragraph.paragraph_format.keep_with_next = True


def _add_rule(cell: _Cell, colour: str, *sides: str) -> None:
    """A light rule at the sides named, below the cell where none is."""
    borders = new("w:tcBorders")
    for side in sides or ("bottom",):
        borders.append(new(f"w:{side}", val="single", sz="4", space="0", color=colour))
    cell._tc.get_or_add_tcPr().append(borders)  # noqa: SLF001

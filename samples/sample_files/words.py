"""The words of a sample as each of its files gives them, without white space and hyphens, for comparison."""

from __future__ import annotations

import re
from collections import defaultdict
from pathlib import Path

import docx
import pypdfium2
from docx.oxml.ns import qn
from docx.table import Table

from sample_files.layout import Layout
from sample_files.source import Block

_ROMAN = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x")


def words_of_source(blocks: list[Block]) -> str:
    """The words of the Markdown."""
    parts: list[str] = []
    for block in blocks:
        parts += [block.label, block.text, *(cell for row in block.rows for cell in row)]
    return _bare("".join(parts))


def words_of_pdf(path: Path, layout: Layout) -> str:
    """The words of the PDF without its running headers and footers."""
    pdf = pypdfium2.PdfDocument(path)
    try:
        pages = [_bare(page.get_textpage().get_text_range()) for page in pdf]
    finally:
        pdf.close()
    body = ""
    for number, page in enumerate(pages, 1):
        header = _bare(layout.header_left + layout.header_right) if number > 1 else ""
        footer = _bare(f"{layout.footer_left}Page{number}of{len(pages)}")
        if not (page.startswith(header) and page.endswith(footer)):
            raise ValueError(f"{path.name}, page {number}: header or footer not where it belongs")
        body += page[len(header):len(page) - len(footer)]
    return body


def words_of_docx(path: Path) -> str:
    """The words of the DOCX with its automatic numbers, without headers and footers."""
    document = docx.Document(str(path))
    numbers = _Numbers(document)
    parts: list[str] = []
    for block in document.iter_inner_content():
        if isinstance(block, Table):
            parts += [cell.text for row in block.rows for cell in row.cells]
        else:
            parts += [numbers.next(block), block.text]
    return _bare("".join(parts))


class _Numbers:
    """Counts automatic numbers as a word processor does: level texts from numbering.xml, deeper levels restart."""

    def __init__(self, document: docx.document.Document) -> None:
        numbering = document.part.numbering_part.element
        abstract = {item.get(qn("w:abstractNumId")): item for item in numbering.findall(qn("w:abstractNum"))}
        self.lists = {num.numId: abstract[str(num.abstractNumId.val)] for num in numbering.num_lst}
        self.counts: dict[int, list[int]] = defaultdict(lambda: [0] * 9)

    def next(self, paragraph: docx.text.paragraph.Paragraph) -> str:
        """The number before a paragraph, "" where it has none."""
        properties = paragraph._p.pPr  # noqa: SLF001 (numbers have no public way)
        style = paragraph.style.element.pPr if properties is None or properties.numPr is None else properties
        if style is None or style.numPr is None:
            return ""
        level = style.numPr.ilvl.val if style.numPr.ilvl is not None else 0
        definition = self.lists[style.numPr.numId.val]
        counts = self.counts[style.numPr.numId.val]
        counts[level:] = [counts[level] + 1] + [0] * (8 - level)
        levels = definition.findall(qn("w:lvl"))
        text = levels[level].find(qn("w:lvlText")).get(qn("w:val"))
        return re.sub(r"%(\d)", lambda m: _shown(counts[int(m[1]) - 1], levels[int(m[1]) - 1]), text)


def _shown(count: int, level: object) -> str:
    form = level.find(qn("w:numFmt")).get(qn("w:val"))  # type: ignore[attr-defined]
    forms = {"decimal": str(count), "lowerLetter": chr(96 + count), "upperLetter": chr(64 + count)}
    return _ROMAN[count - 1] if form == "lowerRoman" else forms[form]


def _bare(words: str) -> str:
    return re.sub(r"[\s\-\u00ad\u2010\u2011\ufffe]", "", words)

"""A sample as DOCX, with heading styles, automatic numbers, real tables, and a running header and footer.

No clause number stands in the text: articles, clauses and items are counted by the word processor, as in contracts
that come from law firms. `make_samples.py --check` counts them again and compares them with the Markdown.
"""

from __future__ import annotations

import io
import zipfile
from datetime import UTC, datetime

import docx
from docx.document import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_BREAK, WD_TAB_ALIGNMENT
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Inches, Pt, RGBColor
from docx.text.paragraph import Paragraph

from sample_files.layout import Layout
from sample_files.source import Block, Run

_ARTICLES, _RECITALS, _FIRST_ANNEX = 101, 102, 103
_LEVELS = (("decimal", "%1."), ("decimal", "%1.%2"), ("lowerLetter", "(%3)"), ("lowerRoman", "(%4)"))
_INDENTS = ((567, 567), (567, 567), (1134, 567), (1701, 567))


def make_docx(blocks: list[Block], layout: Layout) -> bytes:
    """The DOCX file of one sample."""
    document = docx.Document()
    _set_styles(document, layout)
    _set_numbering(document, blocks)
    _set_header_and_footer(document, layout)
    _set_properties(document, layout)
    front = next(i for i, block in enumerate(blocks) if block.kind == "rule")
    for block in blocks[:front]:
        _add_to_title_page(document, block)
    document.paragraphs[-1].add_run().add_break(WD_BREAK.PAGE)
    annex = _ARTICLES
    for block in blocks[front + 1:]:
        annex += 1 if block.kind == "heading" and _is_annex(block) else 0
        _add_block(document, block, annex if annex == _ARTICLES else annex - _ARTICLES - 1 + _FIRST_ANNEX)
    return _without_dates(document)


def _is_annex(block: Block) -> bool:
    return block.text.startswith(("ANNEX", "EXHIBIT", "SCHEDULE"))


def _add_to_title_page(document: Document, block: Block) -> None:
    if block.kind == "table":
        _add_table(document, block)
        document.add_paragraph()
        return
    style = "Title" if block.kind == "title" else "Normal"
    paragraph = document.add_paragraph(style=style)
    paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
    paragraph.paragraph_format.space_after = Pt(16)
    if block.kind == "title":
        paragraph.paragraph_format.space_before = Pt(110)
    _add_runs(paragraph, block.runs)


def _add_block(document: Document, block: Block, numbers: int) -> None:
    if block.kind == "heading":
        number, _, words = block.text.partition(" ")
        numbered = number.rstrip(".").isdigit()
        paragraph = document.add_heading(words if numbered else block.text, 1)
        if numbered:
            _number(paragraph, _ARTICLES, 0)
        paragraph.paragraph_format.page_break_before = _is_annex(block)
    elif block.kind == "table":
        _add_table(document, block)
        document.add_paragraph().paragraph_format.space_after = Pt(2)
    else:
        paragraph = document.add_paragraph()
        _add_runs(paragraph, block.runs)
        if block.label:
            recital = block.depth == 0
            _number(paragraph, _RECITALS if recital else numbers, 0 if recital else block.depth)


def _number(paragraph: Paragraph, numbers: int, level: int) -> None:
    properties = paragraph._p.get_or_add_pPr().get_or_add_numPr()  # noqa: SLF001 (numbers have no public way)
    properties.get_or_add_ilvl().val = level
    properties.get_or_add_numId().val = numbers


def _add_runs(paragraph: Paragraph, runs: tuple[Run, ...]) -> None:
    for words, kind in runs:
        run = paragraph.add_run(words)
        run.bold = True if kind == "bold" else None
        run.italic = True if kind == "italic" else None


def _add_table(document: Document, block: Block) -> None:
    table = document.add_table(len(block.rows), len(block.rows[0]))
    if not block.is_signature:
        table.style = "Table Grid"
    longest = [min(max(len(row[i]) for row in block.rows), 60) + 4 for i in range(len(block.rows[0]))]
    table.autofit = False
    for column, length in zip(table.columns, longest, strict=True):
        column.width = Inches(6.5 * length / sum(longest))
    for i, row in enumerate(block.rows):
        for j, words in enumerate(row):
            cell = table.cell(i, j)
            cell.width = Inches(6.5 * longest[j] / sum(longest))
            paragraph = cell.paragraphs[0]
            paragraph.paragraph_format.space_after = Pt(14 if block.is_signature else 2)
            run = paragraph.add_run(words)
            run.font.size = Pt(9.5)
            if i == 0:
                run.bold = True
                if not block.is_signature:
                    shade = parse_xml(f'<w:shd {nsdecls("w")} w:val="clear" w:fill="E4E4E4"/>')
                    cell._tc.get_or_add_tcPr().append(shade)  # noqa: SLF001 (nor has shading)
            elif words.startswith("$") and len(row) > 2:
                paragraph.alignment = WD_ALIGN_PARAGRAPH.RIGHT


def _set_styles(document: Document, layout: Layout) -> None:
    for name, size in (("Normal", layout.size), ("Title", 22), ("Heading 1", 11.5)):
        style = document.styles[name]
        style.font.name, style.font.size = "Times New Roman", Pt(size)
        fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
        for theme in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
            fonts.attrib.pop(qn(f"w:{theme}"), None)
        if name != "Normal":
            style.font.bold, style.font.color.rgb = True, RGBColor(0, 0, 0)
    # Word's title style draws a blue line under the title; a contract has none.
    for border in document.styles["Title"].element.pPr.findall(qn("w:pBdr")):
        document.styles["Title"].element.pPr.remove(border)
    document.styles["Normal"].paragraph_format.space_after = Pt(6)
    heading = document.styles["Heading 1"].paragraph_format
    heading.space_before, heading.space_after, heading.keep_with_next = Pt(16), Pt(6), True
    section = document.sections[0]
    section.page_width, section.page_height = Inches(8.5), Inches(11)
    section.left_margin = section.right_margin = Inches(1)


def _set_numbering(document: Document, blocks: list[Block]) -> None:
    annexes = [block.text.split()[1] for block in blocks if block.kind == "heading" and _is_annex(block)]
    root = document.part.numbering_part.element
    lists = [(_ARTICLES, _LEVELS), (_RECITALS, (("upperLetter", "%1."),))]
    for i, letter in enumerate(annexes):
        levels = (("decimal", "%1."), ("decimal", f"{letter}.%2"), *_LEVELS[2:])
        lists.append((_FIRST_ANNEX + i, levels))
    first_num = root.find(qn("w:num"))
    for number, levels in lists:
        first_num.addprevious(_abstract(number, levels))
    for number, _ in lists:
        root.append(parse_xml(f'<w:num {nsdecls("w")} w:numId="{number}"><w:abstractNumId w:val="{number}"/></w:num>'))


def _abstract(number: int, levels: tuple[tuple[str, str], ...]) -> OxmlElement:
    inner = "".join(
        f'<w:lvl w:ilvl="{i}"><w:start w:val="1"/><w:numFmt w:val="{form}"/><w:lvlText w:val="{text}"/>'
        f'<w:lvlJc w:val="left"/><w:pPr><w:ind w:left="{_INDENTS[i][0]}" w:hanging="{_INDENTS[i][1]}"/></w:pPr></w:lvl>'
        for i, (form, text) in enumerate(levels)
    )
    return parse_xml(f'<w:abstractNum {nsdecls("w")} w:abstractNumId="{number}">'
                     f'<w:multiLevelType w:val="multilevel"/>{inner}</w:abstractNum>')


def _set_header_and_footer(document: Document, layout: Layout) -> None:
    for name in ("Header", "Footer"):
        # The template's own stops, in the middle and at six inches, would catch the tab.
        for stops in document.styles[name].element.pPr.findall(qn("w:tabs")):
            document.styles[name].element.pPr.remove(stops)
    section = document.sections[0]
    section.different_first_page_header_footer = True
    for part, left in ((section.header, layout.header_left), (section.footer, layout.footer_left),
                       (section.first_page_footer, layout.footer_left)):
        paragraph = part.paragraphs[0]
        paragraph.paragraph_format.tab_stops.add_tab_stop(Inches(6.5), WD_TAB_ALIGNMENT.RIGHT)
        run = paragraph.add_run(f"{left}\t")
        run.font.size = Pt(8.5)
        if part is section.header:
            paragraph.add_run(layout.header_right).font.size = Pt(8.5)
        else:
            _add_page_number(paragraph)


def _add_page_number(paragraph: Paragraph) -> None:
    for words, code in (("Page ", "PAGE"), (" of ", "NUMPAGES")):
        paragraph.add_run(words).font.size = Pt(8.5)
        field = OxmlElement("w:fldSimple")
        field.set(qn("w:instr"), code)
        field.append(parse_xml(f'<w:r {nsdecls("w")}><w:rPr><w:sz w:val="17"/></w:rPr><w:t>1</w:t></w:r>'))
        paragraph._p.append(field)  # noqa: SLF001 (nor have fields)


def _set_properties(document: Document, layout: Layout) -> None:
    properties = document.core_properties
    made = datetime(*layout.date, tzinfo=UTC)
    properties.title, properties.author, properties.comments = layout.title, "", ""
    properties.created = properties.modified = made
    properties.last_modified_by = ""


def _without_dates(document: Document) -> bytes:
    """The file with every entry of the zip at one date, so that the same source gives the same bytes."""
    raw, fixed = io.BytesIO(), io.BytesIO()
    document.save(raw)
    with zipfile.ZipFile(raw) as old, zipfile.ZipFile(fixed, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            new.writestr(zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0)), old.read(name), zipfile.ZIP_DEFLATED)
    return fixed.getvalue()

"""How the DOCX report looks: styles, page, and the few things that python-docx has no word for."""

from __future__ import annotations

from datetime import UTC, datetime
from io import BytesIO
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from docx import Document
from docx.document import Document as DocxDocument
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor
from docx.styles.style import ParagraphStyle
from docx.text.paragraph import Paragraph

from clausecheck.report.clean import clean
from clausecheck.report.words import FOOTER, LABELS

SERIF, SANS = "Times New Roman", "Arial"
INK, GREY, RULE = "1C1F23", "4A4F57", "C3C8D0"
#: The width of the text in millimetres: A4 less the margins.
LINE = 160
#: The file says nothing of when it was made, so that the same review gives the same bytes.
_CREATED = datetime(2026, 1, 1, tzinfo=UTC).replace(tzinfo=None)
_EPOCH = (1980, 1, 1, 0, 0, 0)

#: name, base, font, size in points, bold, colour, space before and after in points
_STYLES: tuple[tuple[str, str, str, float, bool, str, float, float], ...] = (
    ("Normal", "", SERIF, 11, False, INK, 0, 5),
    ("Title", "Normal", SANS, 20, True, INK, 0, 4),
    ("Heading 1", "Normal", SANS, 14, True, INK, 26, 8),
    ("Heading 2", "Normal", SANS, 11, True, INK, 14, 4),
    ("Heading 3", "Normal", SANS, 12.5, True, INK, 1, 0),
    ("Note", "Normal", SANS, 8.5, False, GREY, 2, 4),
    ("Verdict", "Normal", SANS, 9.5, True, INK, 18, 0),
    ("Position", "Normal", SERIF, 11, False, INK, 0, 6),
    ("Passage", "Normal", SERIF, 11, False, INK, 3, 0),
    ("Place", "Normal", SANS, 8, False, GREY, 0, 6),
    ("Label", "Normal", SANS, 8.5, False, GREY, 1, 1),
    ("Cell", "Normal", SERIF, 10, False, INK, 1, 1),
    ("Head cell", "Normal", SANS, 8, True, GREY, 1, 2),
    ("Difference", "Normal", SERIF, 10.5, False, INK, 2, 6),
    ("Gap", "Normal", SANS, 4, False, INK, 0, 2),
)
_WITH_NEXT = ("Heading 1", "Heading 2", "Heading 3", "Verdict", "Position", "Passage", "Head cell", "Note", "Difference")


def open_document(title: str) -> DocxDocument:
    """An empty A4 document with the report's styles, a running head, and the footer with page numbers."""
    document = Document()
    for paragraph in list(document.paragraphs):
        remove(paragraph)
    _set_properties(document, title)
    for row in _STYLES:
        _set_style(document, *row)
    section = document.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.left_margin = section.right_margin = Mm(25)
    section.top_margin, section.bottom_margin = Mm(24), Mm(24)
    head = section.header.paragraphs[0]
    head.style = document.styles["Label"]
    head.add_run(clean(title)[:120])
    foot = section.footer.paragraphs[0]
    foot.style = document.styles["Label"]
    foot.alignment = WD_ALIGN_PARAGRAPH.LEFT
    foot.add_run(f"{FOOTER}  {LABELS['page']} ")
    add_field(foot, "PAGE")
    foot.add_run(f" {LABELS['of']} ")
    add_field(foot, "NUMPAGES")
    return document


def _set_properties(document: DocxDocument, title: str) -> None:
    properties = document.core_properties
    properties.title = clean(title)[:200]
    properties.author = properties.last_modified_by = "clausecheck"
    properties.comments = FOOTER
    properties.created = properties.modified = _CREATED
    properties.revision = 1


def _set_style(document: DocxDocument, name: str, base: str, font: str, size: float, bold: bool, colour: str,
               before: float, after: float) -> None:
    styles = document.styles
    style = styles[name] if name in styles else styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
    assert isinstance(style, ParagraphStyle)
    if base:
        style.base_style = styles[base]
    style.font.name, style.font.size, style.font.bold = font, Pt(size), bold
    style.font.italic = False
    style.font.color.rgb = RGBColor.from_string(colour)
    fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
    for name_of in ("w:asciiTheme", "w:hAnsiTheme", "w:eastAsiaTheme", "w:cstheme"):
        fonts.attrib.pop(qn(name_of), None)
    for name_of in ("w:eastAsia", "w:cs", "w:hAnsi"):
        fonts.set(qn(name_of), font)
    layout = style.paragraph_format
    layout.space_before, layout.space_after, layout.line_spacing = Pt(before), Pt(after), 1.15
    layout.keep_with_next = name in _WITH_NEXT
    if name in ("Passage", "Place"):
        layout.left_indent = Mm(6)
    for border in style.element.get_or_add_pPr().findall(qn("w:pBdr")):
        style.element.pPr.remove(border)
    if name == "Heading 1":
        add_border(style.element.get_or_add_pPr(), "bottom", INK, 4)
    if name == "Passage":
        add_border(style.element.get_or_add_pPr(), "left", RULE, 18)
    if name == "Difference":
        shade(style.element.get_or_add_pPr(), "F4F5F7")


def remove(paragraph: Paragraph) -> None:
    """Take a paragraph out of the document."""
    parent = paragraph._p.getparent()  # noqa: SLF001  python-docx has no public way
    if parent is not None:
        parent.remove(paragraph._p)  # noqa: SLF001


def add_border(properties: Any, side: str, colour: str, eighths: int) -> None:
    """A rule at one side of a paragraph, `eighths` of a point thick."""
    borders = new("w:pBdr")
    borders.append(new(f"w:{side}", val="single", sz=str(eighths), space="6" if side == "left" else "3", color=colour))
    properties.insert_element_before(
        borders, "w:shd", "w:tabs", "w:suppressAutoHyphens", "w:spacing", "w:ind", "w:jc", "w:outlineLvl", "w:rPr")


def shade(properties: Any, colour: str) -> None:
    """A background for a paragraph."""
    properties.insert_element_before(
        new("w:shd", val="clear", color="auto", fill=colour), "w:tabs", "w:spacing", "w:ind", "w:jc", "w:rPr")


def new(name: str, /, **attributes: str) -> Any:
    """A WordprocessingML element with attributes in its own namespace."""
    element: Any = OxmlElement(name)
    for key, value in attributes.items():
        element.set(qn(f"w:{key}"), value)
    return element


def add_field(paragraph: Paragraph, name: str) -> None:
    """A field such as the page number, which Word fills in."""
    for kind in ("begin", "instr", "separate", "text", "end"):
        run: Any = paragraph.add_run()._r  # noqa: SLF001
        if kind == "instr":
            instruction = new("w:instrText")
            instruction.text = f" {name} "
            run.append(instruction)
        elif kind == "text":
            run.text = "1"
        else:
            run.append(new("w:fldChar", fldCharType=kind))


def save_document(document: DocxDocument) -> bytes:
    """The file's bytes, the same for the same content: the dates of its parts say nothing."""
    written, fixed = BytesIO(), BytesIO()
    document.save(written)
    with ZipFile(written) as parts, ZipFile(fixed, "w", ZIP_DEFLATED) as target:
        for name in parts.namelist():
            part = ZipInfo(name, _EPOCH)
            part.compress_type = ZIP_DEFLATED
            target.writestr(part, parts.read(name))
    return fixed.getvalue()

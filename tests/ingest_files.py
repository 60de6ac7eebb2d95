"""Makes the files that the tests of ingest read: PDF page by page, DOCX paragraph by paragraph."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def show(x: float, y: float, text: str, size: float = 11, font: str = "F1", before: str = "") -> str:
    """Operators that set a text at x from the left and y from the bottom."""
    escaped = text.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)")
    return f"BT {before} /{font} {size} Tf 1 0 0 1 {x} {y} Tm ({escaped}) Tj ET\n"


def column(x: float, top: float, lines: list[str], step: float = 14, size: float = 11, font: str = "F1") -> str:
    """Lines one under the other, the first at `top` from the bottom."""
    return "".join(show(x, top - step * at, line, size, font) for at, line in enumerate(lines) if line)


def make_pdf(path: Path, pages: list[str], *, page: str = "", image_on: tuple[int, ...] = (), trailer: str = "") -> Path:
    """A PDF of 612 by 792 points a page; F1 is Helvetica, F2 its bold. `page` is added to each page's dictionary."""
    objects = ["<</Type/Catalog/Pages 2 0 R>>", "", "<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
               "<</Type/Font/Subtype/Type1/BaseFont/Helvetica-Bold>>",
               "<</Type/XObject/Subtype/Image/Width 1/Height 1/ColorSpace/DeviceGray/BitsPerComponent 8/Length 1>>"
               "stream\n\x80\nendstream"]
    kids = []
    for number, content in enumerate(pages, start=1):
        if number in image_on:
            content = f"q 612 0 0 792 0 0 cm /Im Do Q\n{content}"
        objects.append(f"<</Length {len(content.encode('latin-1'))}>>stream\n{content}\nendstream")
        kids.append(f"{len(objects) + 1} 0 R")
        objects.append(f"<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]{page}/Contents {len(objects)} 0 R/Resources"
                       "<</Font<</F1 3 0 R/F2 4 0 R>>/XObject<</Im 5 0 R>>/ExtGState<</Clear<</ca 0>>>>>>>>")
    objects[1] = f"<</Type/Pages/Count {len(kids)}/Kids[{' '.join(kids)}]>>"
    out = io.BytesIO(b"")
    out.write(b"%PDF-1.7\n")
    offsets = []
    for number, body in enumerate(objects, start=1):
        offsets.append(out.tell())
        out.write(f"{number} 0 obj\n{body}\nendobj\n".encode("latin-1"))
    start = out.tell()
    table = "".join(f"{offset:010d} 00000 n \n" for offset in offsets)
    out.write(f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{table}trailer<</Size {len(objects) + 1}/Root 1 0 R{trailer}>>"
              f"\nstartxref\n{start}\n%%EOF".encode("latin-1"))
    path.write_bytes(out.getvalue())
    return path


def make_docx(path: Path, body: str, parts: dict[str, str] | None = None) -> Path:
    """A DOCX whose body is the given XML; `parts` adds numbering, styles, footnotes or comments by name."""
    parts = parts or {}
    kind = "application/vnd.openxmlformats-officedocument.wordprocessingml"
    relation = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    overrides = "".join(f'<Override PartName="/word/{name}.xml" ContentType="{kind}.{name}+xml"/>' for name in parts)
    links = "".join(f'<Relationship Id="r{name}" Type="{relation}/{name}" Target="{name}.xml"/>' for name in parts)
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", (
            '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" '
            'ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" '
            f'ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="{kind}.document.main+xml"/>'
            f"{overrides}</Types>"))
        packages = "http://schemas.openxmlformats.org/package/2006/relationships"
        archive.writestr("_rels/.rels", f'<Relationships xmlns="{packages}"><Relationship Id="r1" '
                         f'Type="{relation}/officeDocument" Target="word/document.xml"/></Relationships>')
        archive.writestr("word/_rels/document.xml.rels", f'<Relationships xmlns="{packages}">{links}</Relationships>')
        archive.writestr("word/document.xml", f'<w:document xmlns:w="{W}" xmlns:mc="http://schemas.openxmlformats.org/'
                         f'markup-compatibility/2006"><w:body>{body}</w:body></w:document>')
        for name, xml in parts.items():
            archive.writestr(f"word/{name}.xml", f'<w:{name} xmlns:w="{W}">{xml}</w:{name}>')
    return path


def para(text: str, properties: str = "", run: str = "") -> str:
    """A Word paragraph with one run."""
    return f"<w:p><w:pPr>{properties}</w:pPr><w:r><w:rPr>{run}</w:rPr><w:t xml:space='preserve'>{text}</w:t></w:r></w:p>"


def numbered(text: str, level: int = 0, number: int = 1) -> str:
    """A Word paragraph with an automatic number."""
    return para(text, f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>')


def scheme(*levels: tuple[str, str], number: str = "1") -> str:
    """Numbering XML: for each level its format and its text ("decimal", "%1.")."""
    inner = "".join(f'<w:lvl w:ilvl="{at}"><w:start w:val="1"/><w:numFmt w:val="{form}"/><w:lvlText w:val="{text}"/>'
                    "</w:lvl>" for at, (form, text) in enumerate(levels))
    return f'<w:abstractNum w:abstractNumId="{number}">{inner}</w:abstractNum>'

"""The parts of a DOCX, opened only after its sizes and its XML have been found harmless."""

from __future__ import annotations

import io
import zipfile
from dataclasses import dataclass

from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.exceptions import OpcError
from docx.opc.package import OpcPackage
from docx.opc.part import Part
from lxml import etree

from clausecheck.errors import DamagedFile, EncryptedFile, LimitExceeded, UnsupportedFile
from clausecheck.ingest.source import Source

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_SMALL = 4 * 1024 * 1024
_ENTITIES = tuple(mark.encode(encoding) for mark in ("<!DOCTYPE", "<!ENTITY")
                  for encoding in ("utf-8", "utf-16-le", "utf-16-be"))
_RELATIONS = {"numbering": RELATIONSHIP_TYPE.NUMBERING, "styles": RELATIONSHIP_TYPE.STYLES,
              "footnotes": RELATIONSHIP_TYPE.FOOTNOTES, "endnotes": RELATIONSHIP_TYPE.ENDNOTES,
              "comments": RELATIONSHIP_TYPE.COMMENTS}


@dataclass(frozen=True, slots=True)
class WordParts:
    """The roots of the parts that are read; None where the document has no such part."""

    body: etree._Element
    numbering: etree._Element | None
    styles: etree._Element | None
    footnotes: etree._Element | None
    endnotes: etree._Element | None
    comments: etree._Element | None


def open_parts(source: Source) -> WordParts:
    """The parts of a DOCX. Raises a DocumentError for one that is damaged, locked, too large or made to harm."""
    _check_archive(source)
    try:
        package = OpcPackage.open(io.BytesIO(source.data))
        main = package.main_document_part
        roots = {name: _root(source, part.blob) for name, kind in _RELATIONS.items()
                 if (part := _related(main, kind)) is not None}
        root = _root(source, main.blob)
    except (KeyError, ValueError, OpcError, etree.XMLSyntaxError, zipfile.BadZipFile, OSError, AttributeError):
        raise DamagedFile(source.name, "the Word file is damaged. Open it in Word, save it again and read the new "
                          "file.") from None
    body = root.find(f"{W}body")
    if body is None:
        raise UnsupportedFile(source.name, "this kind of Word file (such as strict Open XML) is not read. Save it in "
                              "Word as an ordinary DOCX or as PDF.")
    return WordParts(body, *(roots.get(name) for name in ("numbering", "styles", "footnotes", "endnotes", "comments")))


def _related(part: Part, kind: str) -> Part | None:
    """The part inside the package that stands in this relation; external targets are never followed."""
    relations = part.rels.values()
    return next((rel.target_part for rel in relations if rel.reltype == kind and not rel.is_external), None)


def _root(source: Source, blob: bytes) -> etree._Element:
    parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False, load_dtd=False)
    try:
        return etree.fromstring(blob, parser)
    except etree.XMLSyntaxError as error:
        if "depth" in str(error).lower():
            raise LimitExceeded(source.name, "the Word file nests its contents too deeply to be read safely.") from None
        raise


def _check_archive(source: Source) -> None:
    limits = source.limits
    try:
        with zipfile.ZipFile(io.BytesIO(source.data)) as archive:
            members = archive.infolist()
            if any(member.flag_bits & 1 for member in members):
                raise EncryptedFile(source.name, "the file opens only with a password. Save it without one.")
            inflated = any(member.file_size > max(_SMALL, limits.inflation * member.compress_size)
                           for member in members)
            if inflated or sum(member.file_size for member in members) > limits.unpacked_bytes:
                raise LimitExceeded(source.name, "the Word file unpacks to far more than a document holds. It was not "
                                    "opened; ask where it comes from.")
            for member in members:
                if member.filename.lower().endswith((".xml", ".rels")):
                    _check_xml(source, archive.read(member))
    except (zipfile.BadZipFile, NotImplementedError, EOFError, OSError, ValueError):
        raise DamagedFile(source.name, "the Word file is cut short or damaged. Ask for it again.") from None


def _check_xml(source: Source, blob: bytes) -> None:
    if any(mark in blob for mark in _ENTITIES):
        raise DamagedFile(source.name, "the Word file declares XML entities, which no Word document does. It was not "
                          "opened; ask where it comes from.")

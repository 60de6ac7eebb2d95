"""What kind of file it is, told by its content; the name decides only between kinds of text."""

from __future__ import annotations

import io
import re
import zipfile
from pathlib import PurePath

from clausecheck.errors import DamagedFile, EncryptedFile, NoText, UnsupportedFile
from clausecheck.ingest.source import Source

PDF = "application/pdf"
DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
MARKDOWN, HTML, PLAIN = "text/markdown", "text/html", "text/plain"

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_SAVE_AS = "Open it in the program that made it, save it as DOCX or PDF, and read that file instead."
#: First bytes of kinds that are told apart only to say what they are.
_FOREIGN = (
    (b"{\\rtf", "a rich text file (RTF)"), (b"\xffWPC", "a WordPerfect file"), (b"\xdb\xa5", "an old Word file"),
    (b"%!PS", "a PostScript file"), (b"\x89PNG", "an image"), (b"\xff\xd8\xff", "an image"), (b"GIF8", "an image"),
    (b"II*\x00", "an image"), (b"MM\x00*", "an image"), (b"\x1f\x8b", "a compressed file"),
    (b"7z\xbc\xaf", "a compressed file"), (b"Rar!", "a compressed file"),
)
_SUFFIXES = {".md": MARKDOWN, ".markdown": MARKDOWN, ".html": HTML, ".htm": HTML, ".xhtml": HTML}
_HTML_START = re.compile(
    r"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body)\b", re.IGNORECASE | re.DOTALL)
#: Not printable, and yet at home in texts.
_HARMLESS = "\t\n\r\f\v\ufeff\u00ad\u00a0\u200b\u200c\u200d\u2028\u202f\u2009\u3000"
_CHARSET = re.compile(rb"charset\s*=\s*[\"']?([\w-]{3,20})", re.IGNORECASE)


def media_type_of(source: Source) -> str:
    """The media type of a file that clausecheck reads. Raises a DocumentError that says why for every other."""
    data = source.data
    if not data.strip(b"\x00\t\n\r "):
        raise NoText(source.name, "the file is empty.")
    if b"%PDF-" in data[:1024]:
        return PDF
    if data.startswith(b"PK\x03\x04"):
        return _packed_type(source)
    if data.startswith(_OLE):
        _refuse_ole(source)
    for first, kind in _FOREIGN:
        if data.startswith(first):
            raise UnsupportedFile(source.name, f"this is {kind}, which clausecheck does not read. {_SAVE_AS}")
    text = decode(source)
    by_name = _SUFFIXES.get(PurePath(source.name).suffix.lower())
    return by_name or (HTML if _HTML_START.match(text[:4096]) else PLAIN)


def _packed_type(source: Source) -> str:
    try:
        with zipfile.ZipFile(io.BytesIO(source.data)) as archive:
            names = set(archive.namelist())
    except (zipfile.BadZipFile, NotImplementedError, ValueError, OSError):
        if b"word/" in source.data:
            raise DamagedFile(source.name, "the Word file is cut short or damaged. Ask for it again.") from None
        raise UnsupportedFile(source.name, f"this is a damaged or foreign archive. {_SAVE_AS}") from None
    if "[Content_Types].xml" in names and any(name.lower().startswith("word/") for name in names):
        return DOCX
    if "content.xml" in names:
        raise UnsupportedFile(source.name, f"this is an OpenDocument file, which clausecheck does not read. {_SAVE_AS}")
    raise UnsupportedFile(source.name, "this is an archive, not a document. Unpack it and read the files inside.")


def _refuse_ole(source: Source) -> None:
    """An OLE file is an old Word file, or a new one behind a password."""
    if "EncryptedPackage".encode("utf-16-le") in source.data:
        raise EncryptedFile(source.name, "the file opens only with a password. Save it without one and read it again.")
    raise UnsupportedFile(
        source.name, f"this is an old Office file (such as .doc), which clausecheck does not read. {_SAVE_AS}")


def decode(source: Source) -> str:
    """The file's text in UTF-8, UTF-16 or Windows-1252, or the set of characters that an HTML file names.

    Raises UnsupportedFile for what is no text at all.
    """
    data = source.data
    for mark, encoding in ((b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"), (b"", "utf-8-sig")):
        if data.startswith(mark):
            try:
                return _printable(source, data.decode(encoding))
            except UnicodeDecodeError:
                continue
    named = _CHARSET.search(data[:2048])
    try:
        text = data.decode(named[1].decode("ascii") if named else "cp1252", errors="replace")
    except LookupError:
        text = data.decode("cp1252", errors="replace")
    return _printable(source, text)


def _printable(source: Source, text: str) -> str:
    sample = text[:20_000]
    odd = sum(char == "\ufffd" or not (char.isprintable() or char in _HARMLESS) for char in sample)
    if odd > len(sample) // 50 + 2:
        raise UnsupportedFile(
            source.name, "this is neither text nor a kind of file that clausecheck reads (PDF, DOCX, HTML, Markdown, "
            f"plain text). {_SAVE_AS}")
    return text

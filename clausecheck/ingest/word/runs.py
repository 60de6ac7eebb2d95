"""The words of one Word paragraph, and what of it a reader does not see."""

from __future__ import annotations

from dataclasses import dataclass, field

from lxml import etree

from clausecheck.ingest.word.package import W
from clausecheck.ingest.word.styles import Styles, find, is_on, value_of

_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_MATH = "{http://schemas.openxmlformats.org/officeDocument/2006/math}t"
_SPACES = frozenset(f"{W}{name}" for name in ("tab", "br", "cr", "ptab"))
_DELETED = frozenset(f"{W}{name}" for name in ("del", "moveFrom"))
_INSERTED = frozenset(f"{W}{name}" for name in ("ins", "moveTo"))
_UNREAD = frozenset(f"{W}{name}" for name in ("pPr", "rPr", "instrText", "delText", "delInstrText", "sdtPr", "sdtEndPr",
                                              "object", "annotationRef", "footnoteRef", "endnoteRef"))
_NOTES = {f"{W}footnoteReference": "footnotes", f"{W}endnoteReference": "endnotes"}


@dataclass(slots=True)
class Unseen:
    """What was met on the way and left out, counted in words, and whether changes are tracked."""

    deleted: int = 0
    inserted: int = 0
    hidden: int = 0
    white: int = 0
    chunks: int = 0


@dataclass(slots=True)
class ParagraphWords:
    """What a paragraph says: its text, whether all of it is bold, the notes and text boxes that hang on it."""

    parts: list[str] = field(default_factory=list)
    plain: bool = False
    bold: bool = False
    notes: list[tuple[str, str]] = field(default_factory=list)
    boxes: list[etree._Element] = field(default_factory=list)

    @property
    def text(self) -> str:
        """The words in order."""
        return "".join(self.parts)


class RunReader:
    """Reads the contents of paragraphs; `unseen` adds up over the document."""

    def __init__(self, styles: Styles) -> None:
        self.styles = styles
        self.unseen = Unseen()

    def read(self, paragraph: etree._Element, chain: list[etree._Element]) -> ParagraphWords:
        """The words of a paragraph whose styles are `chain`."""
        words = ParagraphWords()
        self._contents(paragraph, chain, words)
        return words

    def _contents(self, element: etree._Element, chain: list[etree._Element], words: ParagraphWords) -> None:
        for child in element:
            tag = child.tag
            if tag == f"{W}r":
                self._run(child, chain, words)
            elif tag in _DELETED:
                self.unseen.deleted += _count_words(child)
            elif tag == f"{W}txbxContent":
                words.boxes.append(child)
            elif tag == f"{_MC}AlternateContent":
                self._contents(_chosen(child), chain, words)
            elif tag == _MATH:
                words.parts.append(child.text or "")
            elif isinstance(tag, str) and tag not in _UNREAD:
                if tag in _INSERTED:
                    self.unseen.inserted += _count_words(child)
                self._contents(child, chain, words)

    def _run(self, run: etree._Element, chain: list[etree._Element], words: ParagraphWords) -> None:
        own = self.styles.chain(value_of(run, "w:rPr/w:rStyle"))
        if self._set(run, own, chain, "w:rPr/w:vanish") or (value_of(run, "w:rPr/w:sz") or "") in {"0", "1"}:
            self.unseen.hidden += _count_words(run)
            return
        if (value_of(run, "w:rPr/w:color") or "").upper() == "FFFFFF":
            self.unseen.white += _count_words(run)
        before = len(words.parts)
        for child in run:
            self._in_run(child, chain, words)
        if any(part.strip() for part in words.parts[before:]):
            bold = self._set(run, own, chain, "w:rPr/w:b")
            words.bold, words.plain = words.bold or bold, words.plain or not bold

    def _in_run(self, child: etree._Element, chain: list[etree._Element], words: ParagraphWords) -> None:
        tag = child.tag
        if tag == f"{W}t":
            words.parts.append(child.text or "")
        elif tag in _SPACES:
            words.parts.append(" ")
        elif tag == f"{W}noBreakHyphen":
            words.parts.append("-")
        elif tag == f"{W}sym":
            words.parts.append(_symbol(child))
        elif tag in _NOTES:
            words.notes.append((_NOTES[tag], child.get(f"{W}id") or ""))
        elif tag == f"{_MC}AlternateContent":
            self._contents(_chosen(child), chain, words)
        elif isinstance(tag, str) and tag not in _UNREAD:
            self._contents(child, chain, words)

    def _set(self, run: etree._Element, own: list[etree._Element], chain: list[etree._Element], path: str) -> bool:
        direct = is_on(run, path)
        return direct if direct is not None else self.styles.switch([*own, *chain], path)


def _chosen(alternatives: etree._Element) -> etree._Element:
    """The first of the alternatives that say the same for newer and older programs."""
    chosen = alternatives.find(f"{_MC}Choice")
    return chosen if chosen is not None else alternatives


def _count_words(element: etree._Element) -> int:
    texts = [part.text or "" for part in element.iter(f"{W}t", f"{W}delText")]
    return len("".join(texts).split())


def _symbol(element: etree._Element) -> str:
    code = element.get(f"{W}char") or ""
    try:
        return chr(int(code, 16))
    except (ValueError, OverflowError):
        return ""


def is_deleted_mark(paragraph: etree._Element) -> bool:
    """True when a tracked deletion joins the paragraph to the one after it."""
    marks = find(paragraph, "w:pPr/w:rPr")
    return marks is not None and any(marks.find(tag) is not None for tag in _DELETED)

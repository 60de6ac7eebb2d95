"""HTML to blocks: what a browser would show, in order."""

from __future__ import annotations

import re

from lxml import etree
from lxml import html as lxml_html

from clausecheck.errors import DamagedFile
from clausecheck.ingest.blocks import ParsedFile, RawBlock, labelled_block, listed_block, row_blocks
from clausecheck.ingest.characters import one_line
from clausecheck.ingest.hyphens import Hyphens, join_lines
from clausecheck.ingest.plain import split_at_labels

_SKIPPED = frozenset({"script", "style", "noscript", "template", "head", "title", "svg", "math", "object", "iframe",
                      "select", "option", "button", "textarea", "audio", "video", "canvas", "nav"})
_INLINE = frozenset({"a", "abbr", "acronym", "b", "bdi", "bdo", "big", "cite", "code", "data", "del", "dfn", "em",
                     "font", "i", "img", "input", "ins", "kbd", "label", "mark", "q", "s", "samp", "small", "span",
                     "strong", "sub", "sup", "time", "tt", "u", "var", "wbr"})
#: HTML has no lines that cut words.
_NO_HYPHENS = Hyphens([])
_HEADING = re.compile(r"h([1-6])")
_HIDDEN_STYLE = re.compile(
    r"display\s*:\s*none|visibility\s*:\s*hidden|font-size\s*:\s*0(?![.\d]*[1-9])", re.IGNORECASE)
_EMPTY_LINE = re.compile(r"\n[ \t\r\f]*\n\s*")


def read_html(text: str, name: str) -> ParsedFile:
    """Blocks of an HTML text. Raises DamagedFile for one in which nothing is found."""
    parser = lxml_html.HTMLParser(encoding="utf-8", no_network=True, huge_tree=False, remove_comments=True)
    try:
        root = etree.fromstring(text.encode("utf-8", "replace"), parser)
    except (etree.XMLSyntaxError, ValueError):
        root = None
    if root is None:
        raise DamagedFile(name, "the HTML is damaged beyond reading. Ask for the file again.")
    walk = _Walk()
    walk.visit(root)
    walk.flush()
    warnings = []
    if walk.hidden:
        warnings.append(f"text that a reader does not see was left out ({walk.hidden} words)")
    return ParsedFile(walk.blocks, warnings=warnings)


class _Walk:
    """Goes through the tree once, collects running text and closes a block at every edge of one."""

    def __init__(self) -> None:
        self.blocks: list[RawBlock] = []
        self.running: list[str] = []
        self.heading = 0
        self.lists: list[int] = []
        self.label = ""
        self.hidden = 0

    def visit(self, element: etree._Element) -> None:
        """Everything inside the element, and nothing after it."""
        tag = element.tag if isinstance(element.tag, str) else ""
        if not tag or tag in _SKIPPED:
            return
        if element.get("hidden") is not None or _HIDDEN_STYLE.search(element.get("style") or ""):
            self.hidden += len(" ".join(map(str, element.itertext())).split())
        elif tag == "br":
            self.running.append("\n")
        elif tag in _INLINE:
            self._contents(element)
        elif tag == "tr":
            self._row(element)
        elif tag == "pre":
            self._preformatted(element)
        else:
            self._block_element(element, tag)

    def flush(self) -> None:
        """Close the block that is running."""
        running, self.running = "".join(self.running), []
        for paragraph in _EMPTY_LINE.split(running):
            lines = [line for line in map(one_line, paragraph.split("\n")) if line]
            for group in split_at_labels(lines):
                self._emit(join_lines(group, _NO_HYPHENS))

    def _contents(self, element: etree._Element) -> None:
        self._say(element.text)
        for child in element:
            self.visit(child)
            self._say(child.tail)

    def _say(self, text: str | None) -> None:
        """Line feeds in the source are spaces; only <br> breaks a line."""
        if text:
            self.running.append(re.sub(r"\s+", " ", text))

    def _block_element(self, element: etree._Element, tag: str) -> None:
        self.flush()
        heading = _HEADING.fullmatch(tag)
        if heading:
            self.heading = int(heading[1])
        if tag in {"ul", "ol", "dl"}:
            start = element.get("start") or "1"
            self.lists.append(int(start) - 1 if tag == "ol" and start.isdecimal() else -1)
        if tag == "li":
            self._number_item(element)
        self._contents(element)
        self.flush()
        if tag in {"ul", "ol", "dl"}:
            self.lists.pop()
        if tag == "li":
            self.label = ""
        self.heading = 0 if heading else self.heading

    def _number_item(self, element: etree._Element) -> None:
        self.label = "•"
        if self.lists and self.lists[-1] >= 0:
            self.lists[-1] += 1
            parent = element.getparent()
            style = (parent.get("type") if parent is not None else None) or "1"
            self.label = f"{_counted(self.lists[-1], style)}."

    def _emit(self, text: str) -> None:
        if self.heading:
            block = labelled_block(text, "heading", self.heading)
        elif self.label:
            block = listed_block(self.label, text, max(1, len(self.lists)))
            self.label = ""
        else:
            block = labelled_block(text)
        self.blocks.append(block)

    def _row(self, row: etree._Element) -> None:
        """One block for a row of short cells; a table that only lays out the page is read cell by cell."""
        self.flush()
        cells = [cell for cell in row if cell.tag in {"td", "th"}]
        if any(cell.find(".//table") is not None or len(cell.findall(".//p")) > 3 for cell in cells):
            for cell in cells:
                self._contents(cell)
                self.flush()
            return
        inner = []
        for cell in cells:
            walk = _Walk()
            walk._contents(cell)
            walk.flush()
            self.hidden += walk.hidden
            inner.append([block.text for block in walk.blocks])
        self.blocks.extend(row_blocks(inner))

    def _preformatted(self, element: etree._Element) -> None:
        self.flush()
        self.running.append("".join(map(str, element.itertext())))
        self.flush()


def _counted(number: int, style: str) -> str:
    if style in {"a", "A"} and number <= 26:
        return chr(ord(style) + number - 1)
    return str(number)

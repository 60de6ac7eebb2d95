"""What a paragraph or a run inherits from its style."""

from __future__ import annotations

import re

from lxml import etree

from clausecheck.ingest.word.package import W

_HEADING = re.compile(r"heading (\d)", re.IGNORECASE)
_CONTENTS = re.compile(r"(?:toc|table of (?:contents|figures|authorities))\b.*", re.IGNORECASE)
_DEEPEST = 20


def value_of(element: etree._Element | None, path: str) -> str | None:
    """The w:val of the first element at the path ("w:pPr/w:pStyle"), None where it is absent."""
    found = find(element, path)
    return None if found is None else found.get(f"{W}val")


def find(element: etree._Element | None, path: str) -> etree._Element | None:
    """The first element at a path that is written with "w:"."""
    return None if element is None else element.find(path.replace("w:", W))


def is_on(element: etree._Element | None, path: str) -> bool | None:
    """A switch such as w:b: True, False, or None where it is not set."""
    found = find(element, path)
    if found is None:
        return None
    return (found.get(f"{W}val") or "true").lower() not in {"0", "false", "off", "none"}


class Styles:
    """The styles of a document by id."""

    def __init__(self, root: etree._Element | None) -> None:
        self._styles: dict[str, etree._Element] = {}
        self._default = ""
        for style in () if root is None else root.iterfind(f"{W}style"):
            style_id = style.get(f"{W}styleId") or ""
            self._styles[style_id] = style
            if style.get(f"{W}type") == "paragraph" and style.get(f"{W}default") in {"1", "true"}:
                self._default = style_id

    def of_paragraph(self, paragraph: etree._Element) -> list[etree._Element]:
        """The paragraph's style and those that it is based on, nearest first."""
        return self.chain(value_of(paragraph, "w:pPr/w:pStyle") or self._default)

    def chain(self, style_id: str | None) -> list[etree._Element]:
        """The style with that id and those that it is based on, nearest first."""
        found: list[etree._Element] = []
        while style_id and style_id in self._styles and len(found) < _DEEPEST:
            found.append(self._styles[style_id])
            style_id = value_of(found[-1], "w:basedOn")
        return found

    def switch(self, chain: list[etree._Element], path: str) -> bool:
        """Whether the nearest style that sets the switch sets it on."""
        return next((state for style in chain if (state := is_on(style, path)) is not None), False)

    def heading_level(self, paragraph: etree._Element, chain: list[etree._Element]) -> int:
        """1 for the highest, 0 for a paragraph that is no heading."""
        outline = value_of(paragraph, "w:pPr/w:outlineLvl")
        for style in chain:
            name = value_of(style, "w:name") or ""
            if heading := _HEADING.fullmatch(name):
                return int(heading[1])
            if name.lower() == "title":
                return 1
            outline = outline or value_of(style, "w:pPr/w:outlineLvl")
        return int(outline) + 1 if outline and outline.isdecimal() and int(outline) < 9 else 0

    def is_contents(self, chain: list[etree._Element]) -> bool:
        """True for a line of a table of contents, which only repeats headings."""
        return any(_CONTENTS.fullmatch(value_of(style, "w:name") or "") for style in chain[:1])

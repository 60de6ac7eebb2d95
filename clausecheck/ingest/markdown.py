"""Markdown to blocks: the text as a reader of the page sees it, without its marks."""

from __future__ import annotations

import re

from markdown_it import MarkdownIt
from markdown_it.token import Token

from clausecheck.ingest.blocks import (
    BOLD_LEVEL,
    ParsedFile,
    RawBlock,
    is_heading_like,
    labelled_block,
    listed_block,
    row_blocks,
)
from clausecheck.ingest.characters import one_line
from clausecheck.ingest.html import read_html
from clausecheck.ingest.hyphens import Hyphens, join_lines
from clausecheck.ingest.plain import is_title_line, read_plain, split_at_labels, without_page_furniture

_REDACTION = re.compile(r"\[(\*+)\]")
#: Emphasis that never closes, as pages turned into Markdown by machines have it; "[***]" is a redaction and stays.
_STRAY_MARKS = re.compile(r"(?<![*\[\\])\*\*(?![*\]])")


def read_markdown(text: str, name: str) -> ParsedFile:
    """Blocks of a Markdown text with tables. Indented lines are never code: contracts indent their clauses."""
    parser = MarkdownIt("commonmark", {"html": True, "maxNesting": 60}).enable("table").disable("code")
    text = without_page_furniture(text.replace("\r\n", "\n").replace("\r", "\n"))
    text = _REDACTION.sub(lambda found: "[" + r"\*" * len(found[1]) + "]", text)
    walk = _Walk(Hyphens(text.split("\n")), name)
    for token in parser.parse(text):
        walk.take(token)
    return ParsedFile(walk.blocks, warnings=walk.warnings)


class _Walk:
    """Takes the parser's tokens in order."""

    def __init__(self, hyphens: Hyphens, name: str) -> None:
        self.hyphens, self.name = hyphens, name
        self.blocks: list[RawBlock] = []
        self.warnings: list[str] = []
        self.depth = 0
        self.label = ""
        self.heading = 0
        self.row: list[list[str]] | None = None

    def take(self, token: Token) -> None:
        """One token of the block structure."""
        kind = token.type
        if kind == "inline":
            self._inline(token)
        elif kind == "heading_open":
            self.heading = int(token.tag[1:])
        elif kind == "heading_close":
            self.heading = 0
        elif kind in {"bullet_list_open", "ordered_list_open"}:
            self.depth += 1
        elif kind in {"bullet_list_close", "ordered_list_close"}:
            self.depth -= 1
        elif kind == "list_item_open":
            self.label = f"{token.info}{token.markup}" if token.info else "•"
        elif kind == "list_item_close":
            self.label = ""
        elif kind == "tr_open":
            self.row = []
        elif kind == "tr_close":
            self.blocks.extend(row_blocks(self.row or []))
            self.row = None
        elif kind == "fence":
            self.blocks.extend(read_plain(token.content))
        elif kind == "html_block":
            self._html(token.content)

    def _inline(self, token: Token) -> None:
        lines = [line for line in map(one_line, _shown(token).split("\n")) if line]
        if self.row is not None:
            self.row.append([join_lines(lines, self.hyphens)])
        elif self.heading:
            self.blocks.append(labelled_block(join_lines(lines, self.hyphens), "heading", self.heading))
        elif lines:
            groups = [join_lines(group, self.hyphens) for group in split_at_labels(lines)]
            self._paragraph(groups[0], bold=len(groups) == 1 and _is_all_bold(token))
            self.blocks.extend(map(_paragraph_or_title, groups[1:]))

    def _paragraph(self, text: str, *, bold: bool) -> None:
        if self.label:
            self.blocks.append(listed_block(self.label, text, self.depth))
            self.label = ""
            return
        block = _paragraph_or_title(text)
        if block.kind == "paragraph" and bold and is_heading_like(block.text):
            block.kind, block.level = "heading", BOLD_LEVEL
        elif block.kind == "list_item":
            block.level = max(1, self.depth)
        self.blocks.append(block)

    def _html(self, content: str) -> None:
        if not re.search(r">[^<]*\w", f">{content}"):
            return
        parsed = read_html(content, self.name)
        self.blocks.extend(parsed.blocks)
        self.warnings.extend(parsed.warnings)


def _paragraph_or_title(text: str) -> RawBlock:
    block = labelled_block(text)
    if is_title_line(block.text):
        block.kind, block.level = "heading", BOLD_LEVEL
    return block


def _shown(token: Token) -> str:
    """The words that an inline token shows, with line feeds where the source has them."""
    parts: list[str] = []
    for child in token.children or ():
        if child.type in {"softbreak", "hardbreak"}:
            parts.append("\n")
        elif child.type == "html_inline":
            parts.append("\n" if child.content.lower().startswith("<br") else "")
        else:
            parts.append(child.content)
    return _STRAY_MARKS.sub("", "".join(parts))


def _is_all_bold(token: Token) -> bool:
    depth, bold = 0, False
    for child in token.children or ():
        depth += {"strong_open": 1, "strong_close": -1}.get(child.type, 0)
        if child.type in {"text", "code_inline"} and child.content.strip():
            if not depth:
                return False
            bold = True
    return bold

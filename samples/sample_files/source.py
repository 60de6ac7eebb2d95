"""Reads the Markdown of a sample into blocks; refuses what it does not know, so that nothing gets lost on the way."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

Kind = Literal["title", "heading", "paragraph", "table", "rule"]
#: Words with their type: plain, bold or italic.
Run = tuple[str, Literal["", "bold", "italic"]]

_LABEL = re.compile(r"(?:(?P<recital>[A-Z]\.)|(?P<clause>(?:[A-Z]|S?\d+)\.\d+)|(?P<item>\([a-z]\)|\([ivx]+\)))\s+")
_RUN = re.compile(r"\*\*(.+?)\*\*|\*(.+?)\*")


@dataclass(frozen=True)
class Block:
    """One block. `depth` is 0 for unnumbered text and recitals, 1 for 4.2, 2 for (a), 3 for (i)."""

    kind: Kind
    runs: tuple[Run, ...] = ()
    label: str = ""
    depth: int = 0
    rows: tuple[tuple[str, ...], ...] = ()

    @property
    def text(self) -> str:
        """The words without their type."""
        return "".join(words for words, _ in self.runs)

    @property
    def is_signature(self) -> bool:
        """True for a table that holds the signatures."""
        return self.kind == "table" and self.rows[0][0].startswith("For ")


def read_blocks(markdown: str) -> list[Block]:
    """The blocks of a sample in reading order. Raises ValueError for Markdown that the samples do not use."""
    return [_read_block(chunk) for chunk in re.split(r"\n\s*\n", markdown.strip("\n"))]


def _read_block(chunk: str) -> Block:
    if chunk == "---":
        return Block("rule")
    if chunk.startswith("|"):
        rows = [tuple(cell.strip() for cell in line.strip().strip("|").split("|")) for line in chunk.splitlines()]
        if len({len(row) for row in rows}) != 1 or set("".join(rows[1])) != {"-"}:
            raise ValueError(f"a table with uneven rows: {chunk[:80]}")
        return Block("table", rows=(rows[0], *rows[2:]))
    if "\n" in chunk:
        raise ValueError(f"a paragraph of several lines: {chunk[:80]}")
    if heading := re.match(r"(#{1,2}) ", chunk):
        return Block("title" if heading[1] == "#" else "heading", runs=((chunk[heading.end():], ""),))
    return _read_paragraph(chunk)


def _read_paragraph(line: str) -> Block:
    indent = len(line) - len(line.lstrip(" "))
    label = _LABEL.match(line, indent)
    if not label:
        return Block("paragraph", runs=_read_runs(line.strip()))
    depth = {0: 0 if label["recital"] else 1, 2: 2, 3: 3}[indent]
    if (depth >= 2) != bool(label["item"]):
        raise ValueError(f"a label at the wrong indentation: {line[:80]}")
    return Block("paragraph", runs=_read_runs(line[label.end():]), label=label[0].strip(), depth=depth)


def _read_runs(line: str) -> tuple[Run, ...]:
    runs: list[Run] = []
    end = 0
    for run in _RUN.finditer(line):
        runs.append((line[end:run.start()], ""))
        runs.append((run[1], "bold") if run[1] else (run[2], "italic"))
        end = run.end()
    runs.append((line[end:], ""))
    return tuple(run for run in runs if run[0])

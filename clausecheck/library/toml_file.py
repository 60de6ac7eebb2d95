"""A TOML file as read, and the line on which each of its entries stands."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from typing import Any

Path = tuple[str | int, ...]

_HEADER = re.compile(r"[ \t]*(\[\[?)([^\[\]\n]+)\]")
_NAME = r"(?:\"[^\"\n]*\"|'[^'\n]*'|[\w-]+)"
_KEY = re.compile(rf"[ \t]*({_NAME}(?:[ \t]*\.[ \t]*{_NAME})*)[ \t]*=")
_PART = re.compile(r"\"([^\"]*)\"|'([^']*)'|([\w-]+)")
_TEXT = r'"""[\s\S]*?"""|' + r"'''[\s\S]*?'''|" + r'"(?:\\.|[^"\\\n])*"|' + r"'[^'\n]*'"
_TOKEN = re.compile(_TEXT + r"|#[^\n]*|[\[\]{},\n]|[ \t\r]+|[^\s\[\]{},\"'#]+")


@dataclass(frozen=True)
class TomlFile:
    """A file of the library: its name below the library's folder, what it says, and where each key stands."""

    name: str
    data: dict[str, Any]
    lines: dict[Path, int]

    def line(self, *path: str | int) -> int:
        """The line (from 1) of the entry at `path`, else of the nearest entry that encloses it."""
        return next((self.lines[path[:n]] for n in range(len(path), 0, -1) if path[:n] in self.lines), 1)

    def place(self, *path: str | int) -> str:
        """The file and line of an entry as a sentence begins: "clauses/use.cbrn.toml, line 12"."""
        return f"{self.name}, line {self.line(*path)}"


def read_toml(name: str, source: str) -> TomlFile:
    """The file as data with lines. Raises tomllib.TOMLDecodeError, whose message names line and column."""
    return TomlFile(name, tomllib.loads(source), _find_lines(source))


def _find_lines(source: str) -> dict[Path, int]:
    """The line of every table, key and item of a list, by a light scan of a source that is known to be good TOML."""
    lines: dict[Path, int] = {}
    counts: dict[Path, int] = {}
    table: Path = ()
    position, line = 0, 1
    while position < len(source):
        end = source.find("\n", position) + 1 or len(source)
        if header := _HEADER.match(source, position):
            table = _parts(header[2])
            if header[1] == "[[":
                counts[table] = counts.get(table, -1) + 1
                table = (*table, counts[table])
            lines[table] = line
        elif key := _KEY.match(source, position):
            path = (*table, *_parts(key[1]))
            lines[path] = line
            end = _scan_value(source, key.end(), line, path, lines)
        line += source.count("\n", position, end)
        position = end
    return lines


def _parts(dotted: str) -> tuple[str, ...]:
    return tuple(part[1] or part[2] or part[3] or "" for part in _PART.finditer(dotted))


def _scan_value(source: str, position: int, line: int, path: Path, lines: dict[Path, int]) -> int:
    """Note the line of each item of a list that begins at `position`; where the value's last line ends."""
    depth, item, waiting = 0, -1, False
    for token in _TOKEN.finditer(source, position):
        text = token[0]
        if text == "\n" and depth == 0:
            return token.end()
        if waiting and depth == 1 and not text.isspace() and text[0] not in "#]":
            item, waiting = item + 1, False
            lines[*path, item] = line
        if text in "[{":
            depth += 1
            waiting = waiting or (depth == 1 and text == "[")
        elif text in "]}":
            depth -= 1
        elif text == ",":
            waiting = depth == 1
        line += text.count("\n")
    return len(source)

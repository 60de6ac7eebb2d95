"""Automatic numbers, counted as Word counts them (ECMA-376 part 1, 17.9)."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from lxml import etree

from clausecheck.ingest.characters import one_line
from clausecheck.ingest.labels import roman
from clausecheck.ingest.word.package import W
from clausecheck.ingest.word.styles import Styles, find, is_on, value_of

_PLACE = re.compile(r"%([1-9])")
_ONES = [
    "Zero", "One", "Two", "Three", "Four", "Five", "Six", "Seven", "Eight", "Nine", "Ten", "Eleven", "Twelve",
    "Thirteen", "Fourteen", "Fifteen", "Sixteen", "Seventeen", "Eighteen", "Nineteen", "Twenty",
]
#: What the letters of Word's bullet fonts show.
_FONT_BULLETS = {"o": "◦", "§": "▪", "Ø": "➢", "ü": "✓", "q": "□", "n": "■", "l": "•", "v": "❖"}


@dataclass(slots=True)
class _Level:
    start: int
    form: str
    text: str
    restart: int
    plain_numbers: bool
    style: str


@dataclass(slots=True)
class _Scheme:
    levels: dict[int, _Level]
    style_link: str = ""
    counts: dict[int, int] = field(default_factory=dict)


@dataclass(slots=True)
class _Instance:
    scheme: _Scheme
    levels: dict[int, _Level]
    restarts: dict[int, int]


@dataclass(frozen=True, slots=True)
class Numbered:
    """A paragraph's automatic number as shown, and its level, 1 the outermost."""

    label: str
    level: int
    bullet: bool


class Numbering:
    """Gives each numbered paragraph its label; asked once for each paragraph, in order."""

    def __init__(self, root: etree._Element | None, styles: Styles) -> None:
        self._styles = styles
        self._instances: dict[str, _Instance] = {}
        if root is None:
            return
        schemes = {each.get(f"{W}abstractNumId") or "": _scheme(each) for each in root.iterfind(f"{W}abstractNum")}
        for number in root.iterfind(f"{W}num"):
            scheme = schemes.get(value_of(number, "w:abstractNumId") or "")
            if scheme is not None:
                self._instances[number.get(f"{W}numId") or ""] = _instance(number, scheme)

    def next(self, paragraph: etree._Element, chain: list[etree._Element]) -> Numbered | None:
        """The number of the next paragraph, or None where it has none."""
        instance, depth = self._place(paragraph, chain)
        if instance is None or depth not in instance.levels:
            return None
        self._count(instance, depth)
        level = instance.levels[depth]
        if level.form == "bullet":
            return Numbered(_bullet(level.text), depth + 1, bullet=True)
        if level.form == "none" and not _PLACE.search(level.text) and not level.text.strip():
            return None
        return Numbered(one_line(_PLACE.sub(lambda at: self._shown(instance, int(at[1]) - 1, level), level.text)),
                        depth + 1, bullet=False)

    def _place(self, paragraph: etree._Element, chain: list[etree._Element]) -> tuple[_Instance | None, int]:
        """The numbering and level of a paragraph: its own, else its style's."""
        number_id, depth = None, None
        for holder in (paragraph, *chain):
            properties = find(holder, "w:pPr/w:numPr")
            if depth is None:
                depth = value_of(properties, "w:ilvl")
            if number_id is None:
                number_id = value_of(properties, "w:numId")
                if number_id is not None and holder is not paragraph:
                    depth = self._style_level(number_id, holder, depth)
        instance = self._linked(self._instances.get(number_id or ""))
        return instance, int(depth) if depth and depth.isdecimal() else 0

    def _style_level(self, number_id: str, style: etree._Element, depth: str | None) -> str | None:
        """A level may name the style that belongs to it, and then decides."""
        instance = self._linked(self._instances.get(number_id))
        style_id = style.get(f"{W}styleId")
        levels = instance.levels if instance else {}
        return next((str(at) for at, level in levels.items() if level.style and level.style == style_id), depth)

    def _linked(self, instance: _Instance | None) -> _Instance | None:
        """The instance itself, or the one that its scheme takes from a numbering style."""
        if instance is None or instance.levels or not instance.scheme.style_link:
            return instance
        for style in self._styles.chain(instance.scheme.style_link):
            linked = self._instances.get(value_of(style, "w:pPr/w:numPr/w:numId") or "")
            if linked is not None:
                return linked
        return instance

    def _count(self, instance: _Instance, depth: int) -> None:
        counts = instance.scheme.counts
        restart = instance.restarts.pop(depth, None)
        if restart is not None:
            counts[depth] = restart
        else:
            counts[depth] = counts[depth] + 1 if depth in counts else instance.levels[depth].start
        for outer in range(depth):
            if outer not in counts and outer in instance.levels:
                counts[outer] = instance.levels[outer].start
        for deeper, level in instance.levels.items():
            if deeper > depth and level.restart != 0 and (level.restart < 0 or depth < level.restart):
                counts.pop(deeper, None)

    def _shown(self, instance: _Instance, depth: int, asking: _Level) -> str:
        level = instance.levels.get(depth)
        count = instance.scheme.counts.get(depth, level.start if level else 1)
        form = level.form if level else "decimal"
        return number_as(count, "decimal" if asking.plain_numbers and form != "decimalZero" else form)


def number_as(count: int, form: str) -> str:
    """A count in one of Word's number formats, in decimal figures for those that English contracts never use."""
    if form in {"lowerLetter", "upperLetter"}:
        letters = chr(ord("a") + (count - 1) % 26) * ((count - 1) // 26 + 1) if count > 0 else ""
        return letters.upper() if form == "upperLetter" else letters
    if form in {"lowerRoman", "upperRoman"}:
        figures = roman(count)
        return figures.upper() if form == "upperRoman" else figures
    if form == "decimalZero":
        return f"{count:02d}"
    if form == "ordinal":
        return f"{count}{_ordinal_ending(count)}"
    if form == "cardinalText" and 0 <= count < len(_ONES):
        return _ONES[count]
    return "" if form == "none" else str(count)


def _ordinal_ending(count: int) -> str:
    return "th" if 10 <= count % 100 <= 20 else {1: "st", 2: "nd", 3: "rd"}.get(count % 10, "th")


def _bullet(text: str) -> str:
    shown = one_line(text)
    return _FONT_BULLETS.get(shown, shown[:1])


def _scheme(element: etree._Element) -> _Scheme:
    return _Scheme(_levels(element), value_of(element, "w:numStyleLink") or "")


def _instance(element: etree._Element, scheme: _Scheme) -> _Instance:
    levels, restarts = dict(scheme.levels), {}
    for override in element.iterfind(f"{W}lvlOverride"):
        depth = int(override.get(f"{W}ilvl") or 0)
        levels.update(_levels(override))
        start = value_of(override, "w:startOverride")
        if start and start.isdecimal():
            restarts[depth] = int(start)
    return _Instance(scheme, levels, restarts)


def _levels(element: etree._Element) -> dict[int, _Level]:
    return {int(level.get(f"{W}ilvl") or 0): _level(level) for level in element.iterfind(f"{W}lvl")}


def _level(element: etree._Element) -> _Level:
    start, restart = value_of(element, "w:start"), value_of(element, "w:lvlRestart")
    return _Level(
        start=int(start) if start and start.isdecimal() else 1,
        form=value_of(element, "w:numFmt") or "decimal",
        text=value_of(element, "w:lvlText") or "",
        restart=int(restart) if restart and restart.isdecimal() else -1,
        plain_numbers=bool(is_on(element, "w:isLgl")),
        style=value_of(element, "w:pStyle") or "",
    )

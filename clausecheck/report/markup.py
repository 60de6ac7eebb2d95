"""Writes HTML elements: whatever is not markup already is cleaned and escaped."""

from __future__ import annotations

from html import escape

from clausecheck.report.clean import clean

_EMPTY = frozenset({"meta", "br", "col"})


class Markup(str):
    """HTML that this module has written and that is therefore safe to write into a page."""

    __slots__ = ()


Child = str | Markup | None


def element(name: str, /, *children: Child, **attributes: str | None) -> Markup:
    """One element. Plain strings are escaped; what is None is left out. "class_" and "http_equiv" are HTML's names."""
    written = "".join(
        f' {key.rstrip("_").replace("_", "-")}="{escape(clean(value), quote=True)}"'
        for key, value in attributes.items() if value is not None)
    return Markup(f"<{name}{written}>" if name in _EMPTY else f"<{name}{written}>{join(*children)}</{name}>")


def join(*children: Child) -> Markup:
    """The children one after the other."""
    return Markup("".join(
        child if isinstance(child, Markup) else escape(clean(child), quote=False)
        for child in children if child is not None))

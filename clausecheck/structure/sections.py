"""One document's blocks → its sections: numbers, headings, kinds, lists with the lead-ins they run on from."""

from __future__ import annotations

import itertools
import re
from dataclasses import dataclass, field

from clausecheck.language import split_sentences
from clausecheck.model import Section, SourceDocument, Span
from clausecheck.model.words import SectionKind
from clausecheck.structure.headings import looks_like_title, run_in_heading
from clausecheck.structure.labels import Label, follows, is_roman, read_heading_label, read_label
from clausecheck.text import Block

_KINDS: tuple[tuple[SectionKind, re.Pattern[str]], ...] = (
    (
        "recital",
        re.compile(
            r"^(recitals?|background|whereas|preamble|witnesseth|considerations|purpose of this agreement|introduction)\b", re.IGNORECASE
        ),
    ),
    (
        "definition",
        re.compile(r"^(definitions?|interpretation|terms used|defined terms|glossary|meaning of terms)\b|\bdefinitions\b", re.IGNORECASE),
    ),
    ("faq", re.compile(r"\b(faqs?|frequently asked|questions and answers|q\s?&\s?a|blog|press release|news)\b", re.IGNORECASE)),
    ("signature", re.compile(r"^(signatures?|signed|in witness whereof|execution|signature page)\b", re.IGNORECASE)),
)
_WHEREAS = re.compile(r"^(whereas|recalling|considering|having regard to|mindful)\b", re.IGNORECASE)
_SIGNED = re.compile(r"^(?:(?:signed|in witness whereof|executed)\b|(?:by|name|title|date):)", re.IGNORECASE)
_INLINE = re.compile(r"(?<=[.;:?!]\s)(?=(?:\d{1,2}\.\d{1,2}[A-Z]?|\d{1,2}\.)\s+[A-Z\"“][A-Za-z\"“])")
_ITEMS = ("bullet", "(", "1.", "a.", "i.", "A.", "I.")
_LEAD_END = re.compile(r"(:|—|–|\.\.\.|…|\b(to|not|or|and|that|including|by|for|of|following))\s*-?\s*$")


@dataclass
class _Open:
    """A section while it is being built."""

    index: int
    parent: int | None
    style: str
    number: str
    label: str
    heading: str
    kind: SectionKind
    depth: int
    start: int
    end: int
    under: tuple[str, ...]
    annex: str
    level: int = 0
    is_heading: bool = False
    title_span: Span | None = None
    paragraphs: list[Span] = field(default_factory=list)
    lead_ins: tuple[Span, ...] = ()


class SectionBuilder:
    """Reads the blocks of one document in order and keeps the stack of sections that are open."""

    def __init__(self, document: SourceDocument, place: int, first_index: int) -> None:
        self._text = document.text.text
        self._place = place
        self._first = first_index
        self._sections: list[_Open] = []
        self._stack: list[_Open] = []
        self._faq = bool(re.search(r"\b(faq|blog|questions and answers)\b", self._text[:200], re.IGNORECASE))

    def build(self, blocks: tuple[Block, ...]) -> list[Section]:
        """All sections of the document in reading order."""
        for block in blocks:
            for start, end in _split_inline(self._text, block):
                self._add(block, start, end)
        return [self._finish(section) for section in self._sections]

    def _add(self, block: Block, start: int, end: int) -> None:
        text = self._text[start:end]
        read = read_heading_label if block.kind == "heading" else read_label
        label = read(text) if block.kind != "table_row" else None
        if label and label.style == "annex" and not self._is_annex_heading(block, text, label):
            label = None
        if block.kind == "heading" or (label and label.style in {"annex", "article"} and looks_like_title(text[label.length :])):
            self._open_heading(block, label, start, end)
        elif block.kind in {"table_row", "footnote"}:
            self._append(start, end, "table" if block.kind == "table_row" else "note")
        elif label:
            self._open_numbered(block, label, start, end)
        elif block.kind == "list_item":
            self._open_numbered(block, Label("bullet", "", 0), start, end)
        else:
            self._append_paragraph(start, end)

    def _is_annex_heading(self, block: Block, text: str, label: Label) -> bool:
        return block.kind == "heading" or (len(text) < 120 and looks_like_title(text[label.length :]))

    def _open_heading(self, block: Block, label: Label | None, start: int, end: int) -> None:
        """A heading closes all numbered items, and the headings that are not above it; an annex closes all articles."""
        style = label.style if label else "heading"
        level = block.level or {"annex": 1, "article": 2}.get(style, 3)
        if style == "annex":
            level = min([level, *(open_.level for open_ in self._stack if open_.is_heading and open_.style != "heading")])
        words = self._text[start + (label.length if label else 0) : end].strip(" .:—–-")
        while self._stack and not (self._stack[-1].is_heading and self._stack[-1].level < level):
            self._stack.pop()
        annex = label.shown if label and style == "annex" else (self._stack[-1].annex if self._stack else "")
        number = "" if label is None or style == "annex" else label.shown
        self._push(style, level, number, label.shown if label else "", words, start, end, annex).is_heading = True
        if words:
            self._stack[-1].title_span = Span(start + (label.length if label else 0), end)

    def _open_numbered(self, block: Block, label: Label, start: int, end: int) -> None:
        """A numbered paragraph or list item goes below the nearest open section of a higher run."""
        style = self._style_here(label, block)
        while self._stack and not self._goes_below(self._stack[-1], style, label, block):
            self._stack.pop()
        above = self._stack[-1] if self._stack else None
        body = start + label.length
        heading = self._run_in_heading(body, end)
        number = _full_number(above, label, style)
        section = self._push(style, block.level, number, label.shown, heading, start, end, above.annex if above else "")
        section.lead_ins = self._lead_ins_for(above)
        if _WHEREAS.match(self._text[body:end]):
            section.kind = "recital"
        if heading:
            section.title_span = Span(body, body + len(heading))
            body += len(run_in_heading(self._text[body:end]))
        if self._text[body:end].strip():
            section.paragraphs.append(Span(body, end))

    def _style_here(self, label: Label, block: Block) -> str:
        """(i) is the letter after (h) or the first roman numeral, whichever run is open."""
        if label.style == "bullet":
            return f"bullet{block.level}"
        if label.style == "decimal1" and self._is_item_of_list(label):
            return "1."
        if is_roman(label.shown) and label.shown.strip("().") in {"i", "v", "x", "I", "V", "X"}:
            letters = label.style.replace("i", "a").replace("I", "A")
            for section in reversed(self._stack):
                if section.style == label.style and follows(section.label, label.shown):
                    return label.style
                if section.style == letters and follows(section.label, label.shown):
                    return letters
        return label.style

    def _is_item_of_list(self, label: Label) -> bool:
        """True for the 1, 2, 3 of a list below "2. User must not:", which are no clauses 1, 2 and 3."""
        above = self._stack[-1] if self._stack else None
        if label.shown == "1" and above and above.style == "decimal1":
            return self._runs_on(above)
        return any(section.style == "1." and follows(section.label, label.shown) for section in self._stack)

    def _goes_below(self, section: _Open, style: str, label: Label, block: Block) -> bool:
        """True when an item of that style stands inside the open section, False when the section is over."""
        if section.is_heading:
            return True
        if section.style == style and not style.startswith("bullet"):
            return False
        if style.startswith("bullet"):
            return not section.style.startswith("bullet") or section.level < block.level
        if section.style.startswith("decimal") and style.startswith("decimal"):
            return (section.style < style and label.shown.startswith(section.label)) or (style == "decimal1" and self._runs_on(section))
        if style.startswith(("decimal", "lettered")):
            return style == "decimal1" and self._runs_on(section)
        return not any(other.style == style for other in self._stack) and (not section.style.startswith("bullet") or self._runs_on(section))

    def _runs_on(self, section: _Open) -> bool:
        """True when the section's words end as a lead-in does, so that a list belongs below it."""
        return bool(section.paragraphs) and bool(_LEAD_END.search(self._text[slice(*section.paragraphs[-1])]))

    def _run_in_heading(self, start: int, end: int) -> str:
        found = run_in_heading(self._text[start:end])
        return found.strip(" .:") if found else ""

    def _push(self, style: str, level: int, number: str, label: str, heading: str, start: int, end: int, annex: str) -> _Open:
        above = self._stack[-1] if self._stack else None
        under = (*(above.under if above else ()), *((heading,) if heading else ()))
        section = _Open(
            index=self._first + len(self._sections),
            parent=above.index if above else None,
            style=style,
            number=number,
            label=label,
            heading=heading,
            kind=self._kind_of(heading, above, self._text[start:end]),
            depth=len(self._stack),
            start=start,
            end=end,
            under=under,
            annex=annex,
            level=level,
        )
        self._sections.append(section)
        self._stack.append(section)
        return section

    def _kind_of(self, heading: str, above: _Open | None, text: str) -> SectionKind:
        for kind, pattern in _KINDS:
            if heading and pattern.search(heading):
                return kind
        if _WHEREAS.match(text):
            return "recital"
        if self._faq:
            return "faq"
        return above.kind if above and above.kind in {"recital", "definition", "faq"} else "operative"

    def _append(self, start: int, end: int, kind: SectionKind) -> None:
        """A table row or a footnote is a section of its own below whatever is open."""
        section = self._push(
            kind, 0, self._stack[-1].number if self._stack else "", "", "", start, end, self._stack[-1].annex if self._stack else ""
        )
        section.kind = kind
        section.paragraphs.append(Span(start, end))
        self._stack.pop()

    def _append_paragraph(self, start: int, end: int) -> None:
        """A paragraph without a number continues the innermost section that has a heading or a number."""
        if not self._stack:
            self._push("heading", 0, "", "", "", start, start, "").is_heading = True
        while len(self._stack) > 1 and self._stack[-1].style.startswith(_ITEMS):
            self._stack.pop()
        current = self._stack[-1]
        text = self._text[start:end]
        if _WHEREAS.match(text) and current.kind == "operative":
            section = self._push("recital", 0, current.number, "", "", start, end, current.annex)
            section.kind = "recital"
            section.paragraphs.append(Span(start, end))
            self._stack.pop()
        elif _SIGNED.match(text) and len(text) < 200:
            section = self._push("signature", 0, "", "", "", start, end, current.annex)
            section.kind = "signature"
            section.paragraphs.append(Span(start, end))
            self._stack.pop()
        else:
            current.paragraphs.append(Span(start, end))
            current.end = end

    def _lead_ins_for(self, above: _Open | None) -> tuple[Span, ...]:
        """The words that a list item runs on from: those of the section above, and of what stands above that."""
        if above is None:
            return ()
        if above.paragraphs:
            start, end = above.paragraphs[-1]
            sentence = split_sentences(self._text[start:end])[-1]
            last = Span(start + sentence[0], start + sentence[1])
            if _LEAD_END.search(self._text[slice(*last)]):
                return (*above.lead_ins, last)
            return above.lead_ins if above.style.startswith("bullet") else ()
        return above.lead_ins

    def _finish(self, section: _Open) -> Section:
        return Section(
            index=section.index,
            document=self._place,
            number=section.number,
            label=section.label,
            heading=section.heading,
            kind=section.kind,
            depth=section.depth,
            parent=section.parent,
            start=section.start,
            end=section.end,
            paragraphs=tuple(section.paragraphs),
            lead_ins=section.lead_ins,
            title_span=section.title_span,
            under=section.under,
            annex=section.annex,
        )


def _split_inline(text: str, block: Block) -> list[tuple[int, int]]:
    """A block that holds several numbered clauses in a row ("… weapons. 9.1 Notwithstanding …"), cut before each."""
    if block.kind not in {"paragraph", "list_item"}:
        return [(block.start, block.end)]
    cuts = [block.start + found.start() for found in _INLINE.finditer(text[block.start : block.end])]
    bounds = [block.start, *(cut for cut in cuts if cut > block.start), block.end]
    return list(itertools.pairwise(bounds))


def _full_number(above: _Open | None, label: Label, style: str) -> str:
    """The number under which a lawyer would cite the item: "4.2" + "(b)" is "4.2(b)"."""
    if style.startswith("bullet"):
        return above.number if above else ""
    if style.startswith(("decimal", "lettered", "article")) and style != "decimal1":
        return label.shown
    base = above.number if above and above.style not in {"heading", "annex"} else ""
    if style == "decimal1" and base:
        return f"{base}({label.shown})"
    shown = label.shown if label.shown.startswith("(") or not base else f"({label.shown})"
    return f"{base}{shown}"

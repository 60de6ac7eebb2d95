"""Files as read, their sections, and the quotations taken from them."""

from __future__ import annotations

from typing import NamedTuple

from pydantic import BaseModel, ConfigDict, InstanceOf

from clausecheck.model.words import DocumentKind, EvidenceKind, SectionKind
from clausecheck.text import DocumentText


class Frozen(BaseModel):
    """The base of every type here: immutable, and no field that it does not know."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Span(NamedTuple):
    """Characters start to end (exclusive) of one document's normalised text."""

    start: int
    end: int


class Evidence(Frozen):
    """Quoted words with their place. Made by `SourceDocument.quote` and by nothing else.

    `boxes` are PDF points from the top left, one a line; `box_pages` says for each box on which page it lies.
    """

    document: str
    page: int | None
    section: str | None
    start: int
    end: int
    quote: str
    kind: EvidenceKind = "explicit"
    boxes: tuple[tuple[float, float, float, float], ...] = ()
    box_pages: tuple[int, ...] = ()


class SourceDocument(Frozen):
    """One file as read.

    `pages` is None where the kind of file has none. `pages_skipped` are pages (from 1) that were not read, each named
    in `warnings` too. `text` is not part of any report.
    """

    name: str
    sha256: str
    media_type: str
    text: InstanceOf[DocumentText]
    pages: int | None = None
    pages_skipped: tuple[int, ...] = ()
    warnings: tuple[str, ...] = ()
    kind: DocumentKind = "other"
    title: str = ""
    date: str | None = None

    def quote(self, start: int, end: int, section: str | None = None, kind: EvidenceKind = "explicit") -> Evidence:
        """The words text[start:end] as evidence, without white space at their ends; checked as it is made.

        Raises ValueError for a span that is empty or lies outside the text: that is a mistake in the caller.
        """
        text = self.text.text
        if not 0 <= start < end <= len(text):
            raise ValueError(f"no such span in {self.name}: {start} to {end}")
        words = text[start:end]
        start, end = start + len(words) - len(words.lstrip()), end - len(words) + len(words.rstrip())
        if start >= end:
            raise ValueError(f"nothing but white space in {self.name}: {start} to {end}")
        lines = self.text.boxes_between(start, end)
        return Evidence(
            document=self.name,
            page=self.text.page_at(start),
            section=section,
            start=start,
            end=end,
            quote=text[start:end],
            kind=kind,
            boxes=tuple(box for _, box in lines),
            box_pages=tuple(page for page, _ in lines),
        )


class Party(Frozen):
    """A party's name and the words by which the contract calls it ("Contractor", "Lanternfall", "we")."""

    name: str
    called: tuple[str, ...]


class Section(Frozen):
    """A numbered or headed unit of one document, or one item of a list in it.

    `index` counts over the whole contract and equals the section's place in `Contract.sections`. `document` is the
    place of its document in `Contract.documents`. `number` is the full number ("4.2(b)", "Annex C 3"), "" where there
    is none; `label` the last part of it as printed. `lead_ins` are the words of enclosing sections into which this
    item runs on, outermost first. `paragraphs` are the section's own paragraphs without those of its children; the
    first begins after the label and the heading.
    """

    index: int
    document: int
    number: str
    label: str
    heading: str
    kind: SectionKind
    depth: int
    parent: int | None
    start: int
    end: int
    paragraphs: tuple[Span, ...] = ()
    lead_ins: tuple[Span, ...] = ()
    title_span: Span | None = None
    """Where the section's own heading stands, None where it has none."""
    under: tuple[str, ...] = ()
    """The headings above this section, outermost first, its own last."""
    annex: str = ""
    """The annex, schedule, attachment or exhibit that the section stands in, as named ("Attachment 3"), else ""."""

    @property
    def place(self) -> str:
        """The section as a lawyer would cite it: "Attachment 3, 1", "5.5(a)", a heading where there is no number, else ""."""
        return ", ".join(part for part in (self.annex, self.number) if part) or self.heading

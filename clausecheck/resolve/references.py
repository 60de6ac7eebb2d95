"""References from one part of a contract to another: which sections they name, and which they name in vain."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from functools import cached_property

from clausecheck.model import Contract, Definition, Section

_NUMBER = (
    r"(?:\d+[A-Z]?(?:\.\d+[A-Z]?)*(?:\([a-z0-9]{1,4}\))*|[IVXLC]+\b|[A-Z]{1,4}-\d+(?:\.\d+)*"
    r"|[A-Z]\d{1,2}(?:\([a-z0-9]{1,4}\))*|[A-Z](?:\.\d+(?:\.\d+)*)?\b)"
)
_JOIN = r"(?:\s*(?:,|;|and|or|to|through|–|-|and/or)\s*)+"
_NAMES = r"(?P<word>sections?|articles?|clauses?|paragraphs?|parts?|annex(?:es)?|append(?:ix|ices)|attachments?|schedules?|exhibits?|§§?)"
_REFERENCE = re.compile(rf"(?<!\w){_NAMES}\s*(?P<ids>{_NUMBER}(?:{_JOIN}(?:(?:section|article|clause)s?\s+)?{_NUMBER})*)", re.IGNORECASE)
_ID = re.compile(_NUMBER)
_RANGE = re.compile(rf"({_NUMBER})\s*(?:to|through|–|-)\s*({_NUMBER})")
_STANDS_FOR = re.compile(r"\bmeans?\s+(?:[\w’'-]+\s+){0,8}$", re.IGNORECASE)
_ANNEX_WORDS = {
    "annex": "Annex",
    "annexe": "Annex",
    "appendix": "Appendix",
    "appendice": "Appendix",
    "attachment": "Attachment",
    "schedule": "Schedule",
    "exhibit": "Exhibit",
}


class Reference:
    """One reference as written: its words, the identifiers it names, and whether it names an annex."""

    def __init__(self, match: re.Match[str]) -> None:
        self.words = match[0]
        self.start, self.end = match.span()
        word = match["word"].lower()
        word = word[:-2] if word.endswith(("xes", "ces")) else word.rstrip("s")
        self.annex = _ANNEX_WORDS.get(word, "")
        self.ids = _expand(match["ids"])


class References:
    """Finds what a reference means in one contract."""

    def __init__(self, contract: Contract, definitions: Sequence[Definition]) -> None:
        self._contract = contract
        self._terms = {definition.term: definition for definition in definitions}

    def read(self, text: str) -> list[Reference]:
        """The references in a text in the order of their places."""
        return [
            Reference(match)
            for match in _REFERENCE.finditer(text)
            if match["ids"][:1].isupper() or match["ids"][:1].isdigit() or match["word"] == "§"
        ]

    def sections_of(self, reference: Reference, document: int) -> set[int]:
        """The indices of the sections that a reference names, with all that stands below them."""
        found: set[int] = set()
        for name in reference.ids:
            if reference.annex:
                found |= self._by_annex.get(f"{reference.annex} {name}".lower(), set())
            else:
                found |= self._numbered(name.rstrip("."), document)
        return self.with_children(found)

    def _numbered(self, name: str, document: int) -> set[int]:
        """The section of that number: in the body, else in an annex, else the section that such an item would stand in."""
        for number in dict.fromkeys((name, name.split("(")[0])):
            for in_annex in (False, True):
                known = self._by_number[document, in_annex]
                if found := known.get(number) or set().union(
                    *(indices for other, indices in known.items() if other.startswith(f"{number}."))
                ):
                    return found
        return set()

    def sections_of_terms(self, text: str, document: int) -> set[int]:
        """The sections that a defined term in the text stands for ("Red Lines" means clauses 5.1 to 5.4)."""
        found: set[int] = set()
        for term, definition in self._terms.items():
            if re.search(rf"\b{re.escape(term)}s?\b", text) and (definition.document == document):
                meaning = self._contract.documents[document].text.text[slice(*definition.meaning)]
                for reference in self.read(meaning):
                    if _STANDS_FOR.search(meaning[: reference.start]):
                        found |= self.sections_of(reference, document)
        return found

    def sections_headed(self, text: str) -> set[int]:
        """The annexes and sections whose heading words stand in the text ("the Usage Policy")."""
        found = {
            section.index
            for section in self._contract.sections
            if len(section.heading.split()) >= 2 and section.heading.lower() in text.lower()
        }
        return self.with_children(found)

    def has_annex(self, name: str) -> bool:
        """True when the contract holds an annex of that name."""
        return name.lower() in self._by_annex

    def has_numbers(self, document: int) -> bool:
        """True when the document has numbered sections, so that a number it lacks is missing; an excerpt may have none."""
        return bool(self._by_number[document, False])

    def with_children(self, indices: set[int]) -> set[int]:
        """The sections and everything below them."""
        found = set(indices)
        for section in self._contract.sections:
            if section.parent in found:
                found.add(section.index)
        return found

    @cached_property
    def _by_number(self) -> dict[tuple[int, bool], dict[str, set[int]]]:
        by_number: dict[tuple[int, bool], dict[str, set[int]]] = defaultdict(lambda: defaultdict(set))
        for section in self._contract.sections:
            if section.number:
                by_number[section.document, bool(section.annex)][section.number].add(section.index)
        return by_number

    @cached_property
    def _by_annex(self) -> dict[str, set[int]]:
        by_annex: dict[str, set[int]] = defaultdict(set)
        for section in self._contract.sections:
            for name in annex_names(section):
                by_annex[name.lower()].add(section.index)
        for place, document in enumerate(self._contract.documents):
            if match := re.match(r"\s*((?:annex|appendix|attachment|schedule|exhibit)\s+[A-Z0-9]+)\b", document.title, re.IGNORECASE):
                by_annex[match[1].lower()] |= {section.index for section in self._contract.sections if section.document == place}
        return by_annex


def annex_names(section: Section) -> list[str]:
    """The names of an annex heading; "Attachments 5 to 8" stands for four."""
    if not section.annex and not re.match(r"^(annexes|appendices|attachments|schedules|exhibits)\b", section.heading, re.IGNORECASE):
        return []
    names = [section.annex] if section.annex else []
    for match in _REFERENCE.finditer(section.heading):
        reference = Reference(match)
        names += [f"{reference.annex} {name}" for name in reference.ids if reference.annex]
    return names


def _expand(ids: str) -> list[str]:
    """The identifiers of a reference, ranges written out: "4 to 6" is 4, 5 and 6."""
    names = _ID.findall(ids)
    for first, last in _RANGE.findall(ids):
        if first.isdigit() and last.isdigit():
            names += [str(number) for number in range(int(first) + 1, min(int(last), int(first) + 40))]
        elif len(first) == len(last) == 1:
            names += [chr(code) for code in range(ord(first) + 1, ord(last))]
        elif "." in first and "." in last and first.rsplit(".", 1)[0] == last.rsplit(".", 1)[0]:
            base, low, high = first.rsplit(".", 1)[0], first.rsplit(".", 1)[1], last.rsplit(".", 1)[1]
            if low.isdigit() and high.isdigit():
                names += [f"{base}.{number}" for number in range(int(low) + 1, int(high))]
    return names

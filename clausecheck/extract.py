"""Stage: sections → provisions. One statement each, its lead-ins joined before it, its cue words found."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import Literal

from clausecheck.language import PhraseSearch, split_sentences
from clausecheck.model import Contract, Cue, CueHit, Library, Piece, Provision, Section, Span

_CARRIES_ON = re.compile(
    r"^(this|that|these|it|which)\s+(also\s+)?(includes?|covers?|means|applies"
    r"|extends)\b|^(including|for example|examples include|such as|e\.g\.)\b",
    re.IGNORECASE,
)
_INLINE_ITEM = re.compile(r"(?:(?<=[\s:;,(])|^)\((?P<label>[a-z]{1,3}|\d{1,2})\)\s+(?=\S)")
_CONDITION = re.compile(r"\b(unless|except|provided|where|when|if|means|include[sd]?|following)\b", re.IGNORECASE)
_BAN_HEADING = re.compile(
    r"\b(prohibit\w*|forbidden|not allowed|restrict\w*|banned|unacceptable"
    r"|disallowed|do not|don[’']t|must not|may not|never|off[- ]limits|excluded|no)\b",
    re.IGNORECASE,
)
_FINITE = re.compile(r"\b(shall|must|may|will|should|can|cannot|is|are|do not|don[’']t|agrees?)\b", re.IGNORECASE)
Role = Literal["heading", "lead_in", "body"]
_SKIPPED = frozenset({"signature"})
_NARRATIVE = {"recital": "recital", "faq": "question and answer page", "note": "note"}


def extract_provisions(contract: Contract, library: Library) -> tuple[Provision, ...]:
    """Every statement of the contract in reading order, with the cues found in it."""
    search = _cue_search(library.cues)
    provisions: list[Provision] = []
    for section in contract.sections:
        if section.kind in _SKIPPED:
            continue
        for spans in _statements(contract, section):
            provisions.append(_build(contract, section, spans, len(provisions), search))
    return tuple(provisions)


@lru_cache(maxsize=4)
def _cue_search(cues: tuple[Cue, ...]) -> PhraseSearch:
    groups: dict[str, list[str]] = {}
    for cue in cues:
        groups.setdefault(cue.group, []).append(cue.text)
    return PhraseSearch(groups)


def _statements(contract: Contract, section: Section) -> Iterator[list[tuple[Role, Span]]]:
    """The spans of each statement of a section, with the role of each: heading, lead-ins, then its own words."""
    text = contract.document_of(section).text.text
    heading = _heading_above(contract, section)
    leads: list[tuple[Role, Span]] = [("lead_in", span) for span in section.lead_ins]
    for number, paragraph in enumerate(section.paragraphs):
        previous: Span | None = None
        for start, end in split_sentences(text[slice(*paragraph)]):
            own = Span(paragraph.start + start, paragraph.start + end)
            before: list[tuple[Role, Span]] = (
                list(leads) if number == 0 and (previous is None or not _FINITE.search(text[slice(*own)])) else []
            )
            if previous and _CARRIES_ON.match(text[slice(*own)]):
                before.append(("lead_in", previous))
            if heading and (before or not _FINITE.search(text[slice(*own)]) or _CARRIES_ON.match(text[slice(*own)])):
                before.insert(0, ("heading", heading))
            for lead, item in _inline_items(text, own):
                yield [*before, *_as_lead(lead), ("body", item)]
            previous = own


def _as_lead(lead: Span | None) -> list[tuple[Role, Span]]:
    return [("lead_in", lead)] if lead else []


def _heading_above(contract: Contract, section: Section) -> Span | None:
    """The nearest heading above the section that bans what stands below it ("Prohibited uses", "Do not …")."""
    text = contract.document_of(section).text.text
    current: Section | None = section
    while current is not None:
        if current.title_span is not None:
            return current.title_span if _BAN_HEADING.search(text[slice(*current.title_span)]) else None
        current = contract.sections[current.parent] if current.parent is not None else None
    return None


def _inline_items(text: str, sentence: Span) -> list[tuple[Span | None, Span]]:
    """A sentence that holds a list "(a) …; (b) …; or (c) …" as (lead-in, item) pairs; any other as itself."""
    found = list(_INLINE_ITEM.finditer(text, sentence.start, sentence.end))
    run = _first_run(found)
    if len(run) < 2:
        return [(None, sentence)]
    lead = Span(sentence.start, run[0].start())
    words = text[slice(*lead)]
    if not words.strip() or _CONDITION.search(words) or not (_FINITE.search(words) or words.rstrip().endswith(":")):
        return [(None, sentence)]
    bounds = [match.start() for match in run] + [sentence.end]
    return [(lead, Span(run[place].end(), end)) for place, end in enumerate(bounds[1:]) if text[run[place].end() : end].strip()]


def _first_run(found: Sequence[re.Match[str]]) -> list[re.Match[str]]:
    """The labels (a), (b), (c) or (1), (2) or (i), (ii) that follow one another from the first on."""
    runs = (
        "abcdefghijklmnopqrstuvwxyz",
        [str(number) for number in range(1, 40)],
        ["i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x"],
    )
    for run in runs:
        matched: list[re.Match[str]] = []
        for match in found:
            if len(matched) < len(run) and match["label"] == run[len(matched)]:
                matched.append(match)
        if len(matched) >= 2:
            return matched
    return []


def _build(contract: Contract, section: Section, spans: list[tuple[Role, Span]], index: int, search: PhraseSearch) -> Provision:
    text = contract.document_of(section).text.text
    pieces, parts, offset, body = [], [], 0, 0
    for role, span in spans:
        words = text[slice(*span)].strip()
        start = text.index(words, span.start) if words else span.start
        pieces.append(Piece(role=role, span=Span(start, start + len(words)), offset=offset))
        body = offset if role == "body" else body
        parts.append(words)
        offset += len(words) + 1
    joined = " ".join(parts)
    cues = tuple(
        CueHit(cue=hit.phrase, group=hit.key, start=hit.start, end=hit.end, words=joined[hit.start : hit.end])
        for hit in search.find(joined)
    )
    return Provision(
        index=index,
        document=section.document,
        section=section.index,
        section_kind=section.kind,
        pieces=tuple(pieces),
        text=joined,
        body=body,
        cues=cues,
        not_operative=_NARRATIVE.get(section.kind, ""),
    )

"""Who may, must or must not: the subject of the governing words. Passive voice names nobody, and nobody is inferred."""

from __future__ import annotations

import re
from collections.abc import Sequence

from clausecheck.assess.scope import Governing, Scope
from clausecheck.model import CueHit, Party, Provision
from clausecheck.model.words import Actor

_PASSIVE = re.compile(r"^\W*(?:\w+ly\s+|not\s+|never\s+|only\s+|also\s+|hereby\s+){0,3}(?:be|been|being)\b", re.IGNORECASE)
_BY = re.compile(r"\bby\s+(?:the\s+|any\s+|its\s+)?", re.IGNORECASE)
_OBLIQUE = re.compile(
    r"\b(of|by|for|to|with|from|in|on|under|against|through|that|which|within"
    r"|at|into|any|no|nothing in)\s+(?:the\s+|this\s+|its\s+|any\s+|an?\s+)?$",
    re.IGNORECASE,
)
_IMPERATIVE = re.compile(r"^\W*(please\s+)?(do not|don[’']t|never|you|avoid|refrain|use|respect)\b", re.IGNORECASE)
_FINITE = re.compile(r"\b(is|are|was|were|will|shall|may|must|can)\b", re.IGNORECASE)
_CONDITIONAL = re.compile(
    r"^\W*(if|when|where|whenever|wherever|should|once|upon|unless|after|before|in case|in the event|to the extent|as long as)\b",
    re.IGNORECASE,
)
#: How far from its beginning a statement's subject begins: "The ", "Each of the ".
_OPENING = 14
_GROUPS: dict[str, Actor] = {
    "actor-both": "both",
    "actor-customer": "customer",
    "actor-vendor": "vendor",
    "actor-system": "system",
}


def find_actor(provision: Provision, scope: Scope, governing: Governing, parties: Sequence[tuple[Actor, Party]]) -> Actor:
    """The actor whom the governing words bind or free, `unstated` where the text names none."""
    cue, text = governing.cue, provision.text
    if cue is None:
        opening = _subject_of_statement(provision, parties)
        if opening is not None:
            return opening
        return (
            "customer"
            if governing.heading or _IMPERATIVE.match(text[provision.body :]) or not _FINITE.search(text[provision.body :])
            else "unstated"
        )
    if cue.group == "modal-construe":
        freed = [actor for _, actor in _named(provision, cue.end, scope.end, parties) if actor != "system"]
        return freed[0] if freed else "customer"  # what is construed is the use, and the use is the customer's
    start = scope.start if cue.start >= scope.start else _sentence_start(text, cue.start)
    if _IMPERATIVE.match(text[start : cue.end + 3]) and not re.match(r"^\W*you\b", text[start:], re.IGNORECASE):
        return "customer"
    subject = _subject(provision, start, cue, parties)
    passive = bool(_PASSIVE.match(text[cue.end : cue.end + 30])) or cue.words.lower().endswith(
        ("be used", "prohibited", "forbidden", "permitted", "allowed")
    )
    if passive and subject in {"system", None}:
        return _agent(provision, cue, scope, parties) or "unstated"
    return subject or "unstated"


def _subject_of_statement(provision: Provision, parties: Sequence[tuple[Actor, Party]]) -> Actor | None:
    """Who stands at the beginning of a statement without a modal word ("The Vendor indemnifies …", "Both parties …")."""
    named = _named(provision, provision.body, min(provision.body + 60, len(provision.text)), parties)
    first = next(((place, actor) for place, actor in named if place - provision.body <= _OPENING), None)
    return first[1] if first else None


def _subject(provision: Provision, start: int, cue: CueHit, parties: Sequence[tuple[Actor, Party]]) -> Actor | None:
    """The first party or system named before the modal word that is not inside "of the …", "by the …"."""
    named = _named(
        provision, start, cue.start + (len(cue.words) if cue.words.lower().startswith(("neither", "no ", "none")) else 0), parties
    )
    direct = [(place, actor) for place, actor in named if not _OBLIQUE.search(provision.text[start:place])]
    condition = provision.text.rfind(", ", start, cue.start)
    if condition > start and _CONDITIONAL.match(provision.text[start:condition]):
        named = [(place, actor) for place, actor in named if place > condition]  # the subject of "if …," binds nobody
        start = condition
    sides = {actor for _, actor in named}
    if "both" in sides or (
        sides >= {"customer", "vendor"} and re.search(r"\b(neither|both|nor|as well as)\b", provision.text[start : cue.end], re.IGNORECASE)
    ):
        return "both"
    if direct:
        return direct[0][1]
    return None


def _agent(provision: Provision, cue: CueHit, scope: Scope, parties: Sequence[tuple[Actor, Party]]) -> Actor | None:
    """The party named in "by the …" behind a passive verb."""
    for place, actor in _named(provision, cue.end, scope.end, parties):
        if actor != "system" and _BY.search(provision.text[max(cue.end, place - 12) : place]):
            return actor
    return None


def _named(provision: Provision, start: int, end: int, parties: Sequence[tuple[Actor, Party]]) -> list[tuple[int, Actor]]:
    hits = [hit for hit in provision.hits(*_GROUPS) if start <= hit.start and hit.end <= end]
    longest = [  # "AI System" is one name, not "AI" and "System"
        hit
        for hit in hits
        if not any(other.start <= hit.start and hit.end <= other.end and other.end - other.start > hit.end - hit.start for other in hits)
    ]
    found = [(hit.start, _GROUPS[hit.group]) for hit in longest]
    for actor, party in parties:
        for called in party.called:
            found += [
                (match.start(), actor) for match in re.finditer(rf"\b{re.escape(called)}\b", provision.text[:end]) if match.start() >= start
            ]
    return sorted(found)


def _sentence_start(text: str, position: int) -> int:
    return max((text.rfind(mark, 0, position) + len(mark) for mark in (". ", "; ", ": ") if mark in text[:position]), default=0)

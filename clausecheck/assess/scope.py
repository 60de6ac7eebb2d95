"""Which part of a provision speaks about the matched words, and which modal word governs them."""

from __future__ import annotations

import itertools
import re
from typing import NamedTuple

from clausecheck.model import CueHit, Match, Provision
from clausecheck.model.words import Modality

_BREAK = re.compile(r";|(?<=[a-z)]),?\s+(?:but|however|yet|whereas|while)\s|[.?!][\"”’)]*\s+(?=[A-Z])")
_CARRIES_ON = re.compile(
    r"^[\s;,.]*(?:or|and)?\s*(except|save|provided|unless|other than|apart from|so long as|subject to|in each case|if|where)\b",
    re.IGNORECASE,
)
_RELATIVE = re.compile(r"\b(that|which|who|whom|where|when|if|unless|as|than|what|whatever|how)\s+(?:\w+\s+){0,4}$", re.IGNORECASE)
_NONE_MAY = re.compile(
    r"^\W*(?:and |or |but )?(?:no|none|nobody|neither|nor|in no|under no|at no|not (?:one|a))\b(?! later than|thing)", re.IGNORECASE
)
_MODALS: dict[str, Modality] = {
    "modal-prohibit": "prohibition",
    "modal-permit": "permission",
    "modal-oblige": "obligation",
    "modal-weak": "weak",
    "modal-construe": "permission",
    "modal-no-duty": "statement",
}
_LIMITING_CONSTRUCTION = re.compile(r"\b(permit|authori[sz]e|grant|allow|licen[cs]e|require|oblige|impos)\w*\s*$", re.IGNORECASE)


class Scope(NamedTuple):
    """The stretch text[start:end] around a match in which its qualifiers stand, and the words before the body."""

    start: int
    end: int
    body: int

    def holds(self, hit: CueHit) -> bool:
        """True for a cue inside the stretch or in the lead-in that runs into it."""
        return self.start <= hit.start < self.end or hit.end <= self.body


class Governing(NamedTuple):
    """The modality that governs a match and the cue that says so (None where nothing does)."""

    modality: Modality
    cue: CueHit | None
    heading: bool = False


def find_scope(provision: Provision, match: Match) -> Scope:
    """The clause of the sentence that the match stands in, with what is tied to it ("; except …", "; provided that …")."""
    text, body = provision.text, provision.body
    cuts = [body, *(found.start() for found in _BREAK.finditer(text, body)), len(text)]
    start = max((cut for cut in cuts if cut <= max(match.start, body)), default=body)
    later = [cut for cut in cuts if cut >= max(match.end, start + 1)] or [len(text)]
    end = later[0]
    for cut, following in itertools.pairwise(later):
        if not _CARRIES_ON.match(text[cut:following]):
            break
        end = following
    return Scope(start, end, body)


def find_governing(provision: Provision, match: Match, scope: Scope) -> Governing:
    """The modal word that binds the matched words: the last before them in their clause, else the first after them.

    Where their own clause has none, the lead-in decides, then a heading that bans (rubric, section 5.2 and 5.3). Titles
    of other kinds never decide.
    """
    hits = _without_covered(provision.hits(*_MODALS))
    inside = [hit for hit in hits if scope.start <= hit.start < scope.end and not _is_relative(provision.text, hit)]
    before = [hit for hit in inside if hit.start <= match.start or (hit.start < match.end and hit.group == "modal-prohibit")]
    after = [hit for hit in inside if hit.start > match.start]
    if before:
        return _governing(provision, before[-1])
    earlier = [hit for hit in hits if scope.body <= hit.start < scope.start]
    lead = [hit for hit in hits if hit.end <= scope.body and not _in_heading(provision, hit)]
    if lead and not earlier:
        return _governing(provision, _outermost(lead))
    if after:
        return _governing(provision, after[0])
    if earlier:
        return _governing(provision, earlier[-1])
    if provision.pieces[0].role == "heading":
        return Governing("prohibition", None, heading=True)
    return Governing("statement", None)


def _governing(provision: Provision, hit: CueHit) -> Governing:
    if hit.group == "modal-construe":
        tail = provision.text[hit.end : hit.end + 40]
        if _LIMITING_CONSTRUCTION.search(hit.words) or re.match(
            r"\s*(to|as|so as to)?\s*(permit|authori[sz]|grant|allow|licen[cs]|requir|oblig|impos)", tail, re.IGNORECASE
        ):
            return Governing("statement", hit)
    modality = _MODALS[hit.group]
    if modality in {"permission", "obligation"} and _NONE_MAY.match(_clause_before(provision.text, hit)):
        modality = "prohibition"
    return Governing(modality, hit)


def _clause_before(text: str, hit: CueHit) -> str:
    """The words of the hit's sentence that stand before it."""
    start = max(text.rfind(mark, 0, hit.start) + 1 for mark in (".", ";", ":"))
    return text[start : hit.start]


def _without_covered(hits: tuple[CueHit, ...]) -> list[CueHit]:
    """The modal cues that no longer cue of another kind covers ("shall not" covers "shall")."""
    rank = {"modal-construe": 0, "modal-no-duty": 1, "modal-weak": 2, "modal-prohibit": 2, "modal-permit": 4, "modal-oblige": 5}
    kept: list[CueHit] = []
    for hit in sorted(hits, key=lambda cue: (rank[cue.group], cue.start - cue.end, cue.start)):
        if not any(hit.start < other.end and other.start < hit.end for other in kept):
            kept.append(hit)
    return sorted(kept, key=lambda cue: cue.start)


def _is_relative(text: str, hit: CueHit) -> bool:
    """True for the modal of a relative or conditional clause ("a weapon that may …"), which governs nothing else."""
    if hit.words == "Should" and "," in text[hit.end :]:
        return True  # "Should the Vendor agree, it shall …"
    if hit.group in {"modal-construe", "modal-prohibit", "modal-weak"} and not _RELATIVE.search(text[max(0, hit.start - 30) : hit.start]):
        return False
    return bool(_RELATIVE.search(text[max(0, hit.start - 40) : hit.start])) and hit.start > 12


def _outermost(lead: list[CueHit]) -> CueHit:
    """The lead-in's last modal that is not a mere "includes": a ban anywhere in the chain of lead-ins bans."""
    bans = [hit for hit in lead if hit.group == "modal-prohibit"]
    return bans[-1] if bans else lead[-1]


def _in_heading(provision: Provision, hit: CueHit) -> bool:
    first = provision.pieces[0]
    return first.role == "heading" and hit.start < first.span.end - first.span.start

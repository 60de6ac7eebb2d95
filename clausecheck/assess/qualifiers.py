"""The qualifiers that fire on a match, each with its words; every one is recorded, the weakest sets the strength."""

from __future__ import annotations

import re

from clausecheck.assess.scope import Governing, Scope
from clausecheck.model import CueHit, Match, Provision, Qualifier
from clausecheck.model.words import QualifierKind, Tag

_GROUPS: dict[str, QualifierKind] = {
    "closed-scope": "closed_scope",
    "mental-element": "mental_element",
    "external-law": "external_law",
    "one-sided-policy": "one_sided_policy",
    "modal-weak": "weak_modal",
    "not-operative": "not_operative",
    "cancelling": "cancelled",
}
_ANYWHERE = re.compile(r"practicabl|possible|feasible|effort|endeavo", re.IGNORECASE)
_PURPOSE = re.compile(r"(solely|primarily|mainly|specifically|chiefly|exclusively|principally|for the purpose)", re.IGNORECASE)
_GATHERED = re.compile(r"\b(collected|acquired|obtained|gathered|intercepted|held|including)\s+$", re.IGNORECASE)
_WRONGFUL = re.compile(r"^(unlawful|illegal|wrongful)$", re.IGNORECASE)
_WRONG_ITSELF = re.compile(r"^\s+(detention|imprisonment|confinement|killing|rendition)\b", re.IGNORECASE)
#: How far behind words that go beyond the law a cue is still part of them ("whether or not the law would allow it").
_REACH = {"external-law": 60, "closed-scope": 0}
#: How far behind "except" a grant of every lawful purpose still belongs to it, in characters.
_NEAR = 25
_EXAMPLES = re.compile(r"\b(including|such as|for example|among others|e\.g\.)[^.]{0,40}$", re.IGNORECASE)
_CLAUSE_END = re.compile(r"[,;]|(?<!\b[A-Z])\.(?=\s|$)|$")


def find_qualifiers(
    provision: Provision, match: Match, scope: Scope, governing: Governing, *, frozen: bool, conduct: bool
) -> tuple[list[Qualifier], list[Tag]]:
    """Every qualifier in the match's scope with the words that fired it, and the tags that come with them."""
    hits = [hit for hit in provision.hits(*_GROUPS) if _applies(provision, hit, match, scope, governing, conduct=conduct)]
    hits = _beyond_law(provision, hits, scope)
    found: list[Qualifier] = []
    for kind in dict.fromkeys(_GROUPS.values()):
        longest = _longest([hit for hit in hits if _GROUPS[hit.group] == kind])
        found += [Qualifier(kind=kind, words=_with_tail(provision.text, hit, kind)) for hit in longest]
    found += _swallowing(provision, scope)
    if provision.not_operative:
        found.append(Qualifier(kind="not_operative", words=provision.not_operative))
    return _frozen(provision, scope, found, elsewhere=frozen)


def _swallowing(provision: Provision, scope: Scope) -> list[Qualifier]:
    """What "except for any lawful purpose" does: an exception that takes everything lawful back out makes the ban equal to the law (R5)."""
    return [
        Qualifier(kind="external_law", words=provision.text[opening.start : grant.end])
        for grant in provision.hits("baseline-broad")
        for opening in provision.hits("exception")
        if scope.holds(opening) and 0 <= grant.start - opening.end <= _NEAR
    ][:1]


def _applies(provision: Provision, hit: CueHit, match: Match, scope: Scope, governing: Governing, *, conduct: bool) -> bool:
    if (
        conduct
        and hit.group == "closed-scope"
        and any(span.start <= hit.start and hit.end <= span.end and " " in provision.text[span.start : span.end] for span in match.spans)
    ):
        return False  # the words name the conduct itself ("without a human decision"); a lone "only" never does
    if hit.group in {"closed-scope", "external-law"} and any(
        hit.start < grant.end and grant.start < hit.end for grant in provision.hits("baseline-broad")
    ):
        return False  # "for all lawful purposes" is the grant itself
    if hit.group == "external-law" and _names_a_thing(provision.text, hit):
        return False
    if hit.end <= scope.body and _is_mere_lead(provision, hit):
        return False
    if hit.group == "cancelling":
        return hit.start >= provision.body
    if not scope.holds(hit):
        return False
    if hit.group == "modal-weak":
        own = governing.cue is not None and hit.start < governing.cue.end and governing.cue.start < hit.end
        return own or hit.start <= match.start or bool(_ANYWHERE.search(hit.words))
    if hit.group == "mental-element" and (governing.modality == "permission" or _PURPOSE.match(hit.words)):
        return governing.modality == "prohibition"  # "may suspend if it believes": the belief is the trigger of a right
    if hit.group == "not-operative":
        return hit.start <= provision.body + 60 and hit.start <= match.start
    return True


def _names_a_thing(text: str, hit: CueHit) -> bool:
    """True for law words that say what is banned, not when: "collected under …", "including under …", "unlawful detention"."""
    return bool(_GATHERED.search(text[: hit.start]) or (_WRONGFUL.match(hit.words) and _WRONG_ITSELF.match(text[hit.end :])))


def _is_mere_lead(provision: Provision, hit: CueHit) -> bool:
    """True for words of a lead-in that limit none of its items: examples of what breaks the law, and where terms are defined."""
    if hit.group == "closed-scope":
        return bool(re.search(r"\bas defined\b", hit.words, re.IGNORECASE)) or hit.words.lower() in {"only", "( as defined"}
    piece = next(piece for piece in reversed(provision.pieces) if piece.offset <= hit.start)
    lead = provision.text[piece.offset : piece.offset + piece.span.end - piece.span.start]
    return hit.group == "external-law" and bool(_EXAMPLES.search(lead))


def _beyond_law(provision: Provision, hits: list[CueHit], scope: Scope) -> list[CueHit]:
    """Without the law cues that stand inside "whether or not lawful" and its like: those words go beyond the law."""
    beyond = [hit for hit in provision.hits("above-law") if scope.holds(hit)]
    if not beyond:
        return hits
    return [
        hit
        for hit in hits
        if not any(
            hit.start < other.end + _REACH[hit.group] and other.start - _REACH[hit.group] // 6 < hit.end
            for other in beyond
            if hit.group in _REACH
        )
    ]


def _longest(hits: list[CueHit]) -> list[CueHit]:
    """One hit for each stretch of words: the longest of those that overlap."""
    kept: list[CueHit] = []
    for hit in sorted(hits, key=lambda cue: (cue.start - cue.end, cue.start)):
        if not any(hit.start < other.end and other.start < hit.end for other in kept):
            kept.append(hit)
    return sorted(kept, key=lambda cue: cue.start)


def _with_tail(text: str, hit: CueHit, kind: QualifierKind) -> str:
    """The words of the hit; for a limit of scope, up to the end of its phrase, so that a reader sees what it limits to."""
    if kind not in {"closed_scope", "one_sided_policy", "external_law"}:
        return text[hit.start : hit.end]
    end = _CLAUSE_END.search(text, hit.end)
    stop = min(end.start() if end else len(text), hit.end + 160)
    return text[hit.start : stop].rstrip()


def _frozen(provision: Provision, scope: Scope, found: list[Qualifier], *, elsewhere: bool) -> tuple[list[Qualifier], list[Tag]]:
    """Law frozen at a date is a closed scope, a policy frozen at a date counts as law (rubric, section 3)."""
    freeze = [hit for hit in provision.hits("freeze") if scope.holds(hit)]
    floating = [hit for hit in provision.hits("floating") if scope.holds(hit)]
    if not (freeze or elsewhere) or floating or not any(item.kind in {"external_law", "one_sided_policy"} for item in found):
        return found, []
    lift: dict[QualifierKind, QualifierKind] = {"external_law": "closed_scope", "one_sided_policy": "external_law"}
    policy = any(item.kind == "one_sided_policy" for item in found)
    lifted = [
        Qualifier(kind=lift.get(item.kind, item.kind) if not (policy and item.kind == "external_law") else "external_law", words=item.words)
        for item in found
    ]
    return lifted, ["frozen"]

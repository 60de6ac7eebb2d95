"""One match → one reading: the pole it points to and the strength at which it binds."""

from __future__ import annotations

import re
from collections.abc import Sequence

from clausecheck.assess.actor import find_actor
from clausecheck.assess.exceptions import find_exceptions
from clausecheck.assess.qualifiers import find_qualifiers
from clausecheck.assess.scope import Governing, Scope, find_governing, find_scope
from clausecheck.assess.width import find_width
from clausecheck.model import (
    Combination,
    Contract,
    Evidence,
    ExceptionWords,
    LegalMap,
    Match,
    Party,
    Provision,
    Qualifier,
    Reading,
    ReferenceClause,
)
from clausecheck.model.words import CAPS, Actor, QualifierKind, Strength, Tag, weakest

_ONLY = re.compile(
    r"\b(only|solely|exclusively|provided that|subject to|so long as|as long as"
    r"|on condition|limited to|confined to|not otherwise|no other|within)\b",
    re.IGNORECASE,
)
_CONDITION = re.compile(
    r"^\W*(only|solely|except|save|unless|other than|apart from|provided"
    r"|so long|as long|on condition|after|if|where|within|during|until|without)\b",
    re.IGNORECASE,
)
_ITS_OWN = re.compile(r"\bits (own\s+)?[A-Z]")
_NEGATION = re.compile(r"\b(not|no|never|neither|nor|none|without|outside|excluded?|prohibited|forbidden|banned)\b", re.IGNORECASE)
_HOLLOWS = re.compile(
    r"^\W*(?:[\w’'-]+\W+){1,6}?(excludes|does not include|do not include|(?:is|are) not(?! intended| permitted| allowed| to | used)"
    r"|shall not include)\b.{0,60}\b(available|public|publicly|bought|purchased)\b",
    re.IGNORECASE,
)
#: Words that explain another rule and state none of their own (R18): they step back behind the rule that they refer to.
_EXPLAINS = re.compile(
    r"^\W*(for the avoidance of doubt|it is understood|the [A-Z]\w+ (understands|acknowledges|confirms) that)", re.IGNORECASE
)
_BRACKETED_NOT = re.compile(r"\[\s*(not|shall not|may|may not)\s*\]", re.IGNORECASE)
_CAPITALISED_TERM = re.compile(
    r"\b((?:Restricted|Permitted|Prohibited|Excluded|Authori[sz]ed|Approved|Covered|Sensitive|Designated)\s+(?:[A-Z]\w+\s?){1,3})"
)


def assess_match(provision: Provision, match: Match, clause: ReferenceClause, contract: Contract, legal: LegalMap) -> Reading:
    """What the provision says on the reference clause (rubric, sections 2, 3 and 5)."""
    scope = find_scope(provision, match)
    governing = find_governing(provision, match, scope)
    hollow = "permit" in clause.poles and bool(_HOLLOWS.search(provision.text[scope.start : scope.end]))
    if hollow:
        governing = Governing("statement", None)  # "excludes" in a definition bans nothing: it takes the thing out (R8)
    qualifiers, tags = find_qualifiers(
        provision, match, scope, governing, frozen=_is_frozen(provision, legal), conduct=clause.family == "use"
    )
    qualifiers = [item for item in qualifiers if item.kind not in clause.not_qualifiers]
    if match.concepts & set(clause.informs):
        qualifiers.append(Qualifier(kind="not_operative", words=provision.text[match.start : match.end]))
    exceptions, exception_tags = find_exceptions(provision, scope)
    qualifiers = [item for item in qualifiers if not _compels(item, exceptions, governing)]
    parties = _parties(contract)
    actor = _bound_by(clause, find_actor(provision, scope, governing, parties), hollow=hollow)
    pointing = None if match.pole else _pointing(clause, governing, actor, match)
    pole = (
        match.pole
        or (pointing.pole if pointing else None)
        or _pole(clause, governing, qualifiers, provision, match, scope, listed=_is_listed(provision, contract))
    )
    strength = weakest([_strength(pole, governing, qualifiers), clause.caps.get(pole or "", "absolute")])
    tags += exception_tags + _more_tags(provision, scope, governing, qualifiers, actor, clause, legal)
    return Reading(
        clause=clause.id,
        provision=provision.index,
        section=provision.section,
        document=provision.document,
        pole=pole,
        strength=strength,
        width=find_width(provision, match, clause, scope, pole),
        actor=actor,
        modality=governing.modality,
        operative=not any(item.kind == "not_operative" for item in qualifiers),
        qualifiers=tuple(dict.fromkeys(qualifiers)),
        exceptions=tuple(exceptions),
        tags=tuple(dict.fromkeys(tags)),
        alternatives=_alternatives(pole, qualifiers, tags),
        evidence=_evidence(provision, match, scope, contract),
        decided=bool(match.pole) or not clause.points or (pointing is not None and bool(pointing.slots)),
        specific=len(match.words) if match.kind == "explicit" else 0,
        likely=match.likely * (0.3 if _EXPLAINS.match(provision.text[provision.body :]) else 1.0),
    )


def _bound_by(clause: ReferenceClause, actor: Actor, *, hollow: bool) -> Actor:
    """Whom the words bind or free where the grammar alone does not say.

    What a definition takes out is free to the customer. A duty of the system on its safeguards is its maker's. A mechanism
    of the contract that names nobody binds both parties.
    """
    if hollow:
        return "customer"
    if clause.family == "safeguard" and actor == "system":
        return "vendor"
    return "both" if clause.family == "durability" and actor == "unstated" else actor


def _is_frozen(provision: Provision, legal: LegalMap) -> bool:
    """True where the contract holds the law or policy that the provision names at a date; a freeze of others does not reach it."""
    return provision.section in legal.frozen or any(term in provision.text for term in legal.frozen_terms)


def _compels(item: Qualifier, exceptions: Sequence[ExceptionWords], governing: Governing) -> bool:
    """True for law that only an exception for orders names: "unless required by law" leaves a real ban (R5, R25)."""
    return (
        item.kind == "external_law"
        and governing.modality == "prohibition"
        and any(other.kind == "compulsion" and item.words in other.words for other in exceptions)
        and not re.search(r"\b(permit|allow|authori[sz]|lawful)", item.words, re.IGNORECASE)
    )


def _parties(contract: Contract) -> list[tuple[Actor, Party]]:
    named: list[tuple[Actor, Party]] = []
    if contract.customer:
        named.append(("customer", contract.customer))
    if contract.vendor:
        named.append(("vendor", contract.vendor))
    return named


def _without_conduct(provision: Provision, match: Match, scope: Scope) -> str:
    """The words in scope with those that name the conduct blanked out ("solely automated decisions" sets no condition)."""
    text = provision.text
    for span in match.spans:
        text = text[: span.start] + " " * (span.end - span.start) + text[span.end :]
    return text[scope.start : scope.end]


def _is_listed(provision: Provision, contract: Contract) -> bool:
    """True for a bare item of a list, or a line of a usage policy: there banned uses are listed without a verb of banning."""
    section = contract.sections[provision.section]
    return section.label in {"•", "-", "*", "◦", "–", "·", "▪", "●"} or contract.documents[provision.document].kind in {"policy", "licence"}


def _pole(
    clause: ReferenceClause,
    governing: Governing,
    qualifiers: Sequence[Qualifier],
    provision: Provision,
    match: Match,
    scope: Scope,
    *,
    listed: bool,
) -> str | None:
    """The pole that modality gives, for a clause with the poles prohibit, limit and permit (rubric, section 2)."""
    kinds = {item.kind for item in qualifiers}
    if "permit" in clause.poles and _HOLLOWS.search(provision.text[scope.start : scope.end]):
        return "permit"
    if "permit" not in clause.poles or "prohibit" not in clause.poles:
        return _pole_of_two(list(clause.poles), governing, kinds)
    words = provision.text[scope.start : scope.end]
    if governing.modality == "permission":
        limited = (
            _ONLY.search(_without_conduct(provision, match, scope))
            or any(item.kind == "closed_scope" and _CONDITION.match(item.words) for item in qualifiers)
            or (
                "external_law" in kinds
                and "limit" in clause.poles
                and re.search(r"to the extent|only|as .{0,40}(allow|permit)|subject to", words)
            )
        )
        construed = governing.cue is not None and governing.cue.group == "modal-construe"
        own = any(item.kind == "one_sided_policy" and not _ITS_OWN.search(item.words) for item in qualifiers)
        return "limit" if (limited or own) and "limit" in clause.poles and not construed else "permit"
    if governing.modality == "prohibition":
        return "limit" if kinds & {"external_law", "one_sided_policy"} and "limit" in clause.poles else "prohibit"
    if governing.modality == "weak":
        return "prohibit" if _NEGATION.search(words) else "limit"
    if governing.modality == "obligation":
        return "limit" if "limit" in clause.poles else None
    if "not_operative" in kinds:
        return "prohibit" if _NEGATION.search(words) else None
    if governing.cue is not None:
        return None
    if _is_fragment(provision):
        return "prohibit" if listed else None
    return "prohibit" if _NEGATION.search(words) else "limit"


def _pointing(clause: ReferenceClause, governing: Governing, actor: Actor, match: Match) -> Combination | None:
    """The entry's first `points` line that fits the modality, the actor and the concepts of the sentence."""
    for line in clause.points:
        fits = (not line.modality or governing.modality in line.modality) and (not line.actor or actor in line.actor)
        if fits and not match.concepts & set(line.unless) and all(match.concepts & set(names) for _, names in line.slots):
            return line
    return None


def _pole_of_two(poles: list[str], governing: Governing, kinds: set[QualifierKind]) -> str | None:
    """The first pole is what the clause affirms; a ban, or a policy that one side can change, points to the second."""
    if len(poles) < 2 or (governing.modality == "statement" and governing.cue is not None):
        return None
    return poles[1] if governing.modality == "prohibition" or "one_sided_policy" in kinds else poles[0]


def _is_fragment(provision: Provision) -> bool:
    """True for a bare list item ("Powering drones that …"): it stands where banned uses are listed."""
    return not re.search(r"\b(is|are|was|were|has|have|will|shall|may|must)\b", provision.text[provision.body :])


def _strength(pole: str | None, governing: Governing, qualifiers: Sequence[Qualifier]) -> Strength:
    """The weakest qualifier decides; an express permission is `permitted` whatever qualifies it, unless it binds nobody."""
    capped = weakest([CAPS[item.kind] for item in qualifiers])
    if pole == "permit":
        return "aspirational" if any(item.kind == "not_operative" for item in qualifiers) else "permitted"
    if governing.modality == "weak":
        return weakest([capped, "best_efforts"])
    if pole is None and governing.cue is not None and governing.modality == "statement":
        return weakest([capped, "aspirational"])
    return capped


def _more_tags(
    provision: Provision,
    scope: Scope,
    governing: Governing,
    qualifiers: Sequence[Qualifier],
    actor: Actor,
    clause: ReferenceClause,
    legal: LegalMap,
) -> list[Tag]:
    tags: list[Tag] = []
    kinds = {item.kind for item in qualifiers}
    preface = [hit for hit in provision.hits("law-preface") if hit.start <= scope.start + 3]
    if preface and governing.modality == "prohibition" and "external_law" in kinds:
        tags += ["ambiguous_preface", "needs_human"]
    if actor == "vendor" and clause.family == "use" and governing.modality in {"prohibition", "weak"}:
        tags.append("vendor_only_duty")
    if _BRACKETED_NOT.search(provision.text):
        tags += ["draft_or_superseded", "needs_human"]
    defined = {definition.term.lower() for definition in legal.definitions}
    for found in _CAPITALISED_TERM.finditer(provision.text[scope.start : scope.end]):
        if found[1].strip().lower() not in defined and found[1].strip().lower().rstrip("s") not in defined:
            tags.append("undefined_term")
    if governing.modality == "statement" and "not_operative" not in kinds and governing.cue is None and "use." in clause.id:
        tags.append("needs_human")
    return tags


def _alternatives(pole: str | None, qualifiers: Sequence[Qualifier], tags: Sequence[Tag]) -> tuple[tuple[str | None, Strength, str], ...]:
    """The other reading of a law preface: that it describes the ban and does not limit it (R6)."""
    if "ambiguous_preface" not in tags:
        return ()
    others: list[Strength] = [CAPS[item.kind] for item in qualifiers if item.kind != "external_law"]
    return ((pole, weakest(others), "the words before the ban may only describe the law and not limit the ban"),)


def _evidence(provision: Provision, match: Match, scope: Scope, contract: Contract) -> tuple[Evidence, ...]:
    """The clause that matched, and the lead-ins that it runs on from; the clause itself first."""
    document = contract.documents[provision.document]
    section = contract.sections[provision.section]
    place = section.place or None
    start, end = (
        (scope.start, scope.end) if scope.start <= match.start and match.end <= scope.end else (provision.body, len(provision.text))
    )
    spans = provision.spans_between(max(start, provision.body), end)
    leads = [piece.span for piece in provision.pieces if piece.role == "lead_in"]
    return tuple(
        document.quote(span.start, span.end, place, match.kind)
        for span in [*spans, *leads]
        if document.text.text[span.start : span.end].strip(" ;,.")
    )

"""The fixed words of the field: each list is closed, and its order is its meaning where one is named."""

from __future__ import annotations

from typing import Literal, get_args

Family = Literal["grant", "use", "safeguard", "durability", "enforcement", "chain", "data", "duty"]
Actor = Literal["customer", "vendor", "both", "third_party", "system", "unstated"]
SectionKind = Literal["operative", "recital", "definition", "annex", "table", "signature", "note", "faq"]
Modality = Literal["permission", "prohibition", "obligation", "weak", "statement"]
Strength = Literal[
    "absolute",
    "defined_scope",
    "intent_qualified",
    "law_conditioned",
    "policy_conditioned",
    "best_efforts",
    "aspirational",
    "overridden",
    "permitted",
    "silent",
]
QualifierKind = Literal[
    "closed_scope",
    "mental_element",
    "external_law",
    "one_sided_policy",
    "weak_modal",
    "not_operative",
    "cancelled",
    "permitted_elsewhere",
]
ExceptionKind = Literal[
    "closed",
    "open",
    "consent",
    "human_review",
    "discretionary",
    "compulsion",
    "whole_of_law",
    "exception_to_exception",
]
Width = Literal["full", "narrower_actor", "narrower_object", "narrower_method", "narrower_place", "narrower_scale"]
Verdict = Literal["covered", "weaker", "conflict", "above_ask", "not_found", "unresolved", "not_applicable"]
BaselineKind = Literal["broad_grant", "negative_space", "closed_licence", "none"]
EvidenceKind = Literal["explicit", "implied", "by_reference", "clue"]
DocumentKind = Literal["contract", "policy", "licence", "template", "amendment", "annex", "other"]
Tag = Literal[
    "frozen",
    "ambiguous_preface",
    "undefined_term",
    "unresolved_document",
    "narrative_not_in_text",
    "no_remedy_found",
    "remedy_conflict",
    "unverifiable_by_vendor",
    "vendor_only_duty",
    "exception_open",
    "exception_whole_of_law",
    "exception_discretionary",
    "exception_compulsion",
    "draft_or_superseded",
    "conflict_unranked",
    "needs_human",
]

#: From the firmest to nothing at all (rubric, section 3).
STRENGTHS: tuple[Strength, ...] = get_args(Strength)
#: The strength at which each kind of qualifier caps a provision (rubric, section 3).
CAPS: dict[QualifierKind, Strength] = {
    "closed_scope": "defined_scope",
    "mental_element": "intent_qualified",
    "external_law": "law_conditioned",
    "one_sided_policy": "policy_conditioned",
    "weak_modal": "best_efforts",
    "not_operative": "aspirational",
    "cancelled": "overridden",
    "permitted_elsewhere": "permitted",
}
#: Poles that lie on the restricting side of a reference clause.
RESTRICTING = frozenset({"prohibit", "limit", "consent"})


def firmness(strength: Strength) -> int:
    """How firm a strength is: larger is firmer, `silent` is 0. Strengths sort; they are never added or averaged."""
    return len(STRENGTHS) - 1 - STRENGTHS.index(strength)


def weakest(strengths: list[Strength]) -> Strength:
    """The weakest of the strengths given, `absolute` where none is."""
    return min(strengths, key=firmness, default="absolute")

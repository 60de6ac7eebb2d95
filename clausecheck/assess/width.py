"""How wide a use restriction is, beside how firm it is (rubric, sections 3 and 8)."""

from __future__ import annotations

from clausecheck.assess.scope import Scope
from clausecheck.model import Match, Provision, ReferenceClause
from clausecheck.model.words import RESTRICTING, Width

_GROUPS: dict[str, Width] = {
    "width-object": "narrower_object",
    "width-method": "narrower_method",
    "width-place": "narrower_place",
    "width-scale": "narrower_scale",
    "width-actor": "narrower_actor",
}


def find_width(provision: Provision, match: Match, clause: ReferenceClause, scope: Scope, pole: str | None) -> Width:
    """The first way in which the words leave part of the conduct out, `full` where no narrowing words were found.

    Words of an exception do not count: what is taken out is listed as an exception. Nor do words that are the conduct
    itself as the entry defines it: "in bulk" in a clause on mass surveillance, "without a human" in one on autonomous
    weapons, a place inside the country in one on domestic surveillance.
    """
    if clause.family != "use" or pole not in RESTRICTING:
        return "full"
    definition = f"{clause.title} {clause.definition}".lower()
    end = min([hit.start for hit in provision.hits("exception") if scope.start <= hit.start < scope.end], default=scope.end)
    groups = [group for group in _GROUPS if not (group == "width-place" and "inside the country" in definition)]
    for hit in provision.hits(*groups):
        named = hit.words.lower() in definition or any(span.start <= hit.start and hit.end <= span.end for span in match.spans)
        if scope.start <= hit.start < end and not (named and hit.group in {"width-method", "width-scale"}):
            return _GROUPS[hit.group]
    return "full"

"""One sentence of facts for each finding. It names what the text states, and advises nothing."""

from __future__ import annotations

from clausecheck.model import Baseline, Contract, Evidence, Reading
from clausecheck.model.words import BaselineKind, QualifierKind

_POLES = {"prohibit": "a ban", "limit": "a limit", "permit": "a permission"}
_EFFECT: dict[QualifierKind, str] = {
    "closed_scope": "confine it to a stated scope",
    "mental_element": "require a state of mind or purpose",
    "external_law": "tie it to external law",
    "one_sided_policy": "make it depend on a policy, approval or judgment of one side",
    "weak_modal": "ask for effort or advice only",
    "not_operative": "stand in text that binds nobody",
    "cancelled": "take it back",
    "permitted_elsewhere": "allow the conduct",
}
_SILENCE: dict[BaselineKind, str] = {
    "broad_grant": "the grant of every lawful purpose reaches what no clause mentions",
    "negative_space": "what is not forbidden is allowed",
    "closed_licence": "only the stated purposes are licensed",
    "none": "no grant was found, so silence is read with the contract this text belongs to",
}


def explain_finding(governing: Reading, other: Reading | None, count: int) -> str:
    """What the governing passage states, what qualifies it, and what else was read."""
    first = governing.evidence[0]
    parts = [f"{_where(first)} states {_POLES.get(governing.pole or '', (governing.pole or 'no position').replace('_', ' '))}"]
    parts += [f"the words “{_short(qualifier.words)}” {_EFFECT[qualifier.kind]}" for qualifier in governing.qualifiers]
    if not governing.qualifiers and governing.strength == "absolute":
        parts.append("no condition, exception or mental element was found in it")
    if other is not None:
        parts.append(f"{_where(other.evidence[0])} points the other way, and no words rank the two")
    if count > 1:
        parts.append(f"{count} passages were read on this clause")
    return "; ".join(parts) + "."


def explain_silence(baseline: Baseline, contract: Contract) -> str:
    """That nothing was found, where it was looked for, and what silence means here."""
    pages = sum(document.pages or 0 for document in contract.documents)
    searched = f"{pages} pages" if pages else f"{len(contract.documents)} document{'s' if len(contract.documents) != 1 else ''}"
    return f"Not found in the {searched} searched; {_SILENCE[baseline.kind]}."


def _where(evidence: Evidence) -> str:
    place = f"Section {evidence.section}" if evidence.section and evidence.section[:1].isdigit() else evidence.section or "The text"
    return f"{place} (page {evidence.page})" if evidence.page else place


def _short(words: str) -> str:
    return words if len(words) <= 90 else words[:87].rsplit(" ", 1)[0] + " …"

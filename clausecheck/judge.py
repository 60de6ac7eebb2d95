"""Stage: findings + playbook → verdicts (rubric, section 7)."""

from __future__ import annotations

from collections.abc import Sequence

from clausecheck.model import Finding, LegalMap, Playbook, Position, Stand, StandText
from clausecheck.model.words import RESTRICTING, Verdict, firmness


def judge_findings(findings: Sequence[Finding], playbook: Playbook, legal: LegalMap) -> tuple[Finding, ...]:
    """The findings with the verdict that this playbook's stand on each of them gives, and the stand in words."""
    return tuple(_judged(finding, playbook.stand_on(finding.clause), legal) for finding in findings)


def _judged(finding: Finding, stand: Stand | None, legal: LegalMap) -> Finding:
    if stand is None:
        return finding.model_copy(update={"verdict": "not_applicable", "stand": None})
    wants = StandText(
        required=stand.required_text,
        fallback=stand.fallback_text,
        walk_away=stand.walk_away_text,
        silence=stand.silence,
    )
    return finding.model_copy(update={"verdict": _verdict(finding, stand, legal), "stand": wants})


def _verdict(finding: Finding, stand: Stand, legal: LegalMap) -> Verdict:
    if "draft_or_superseded" in finding.tags:
        return "unresolved"
    if finding.strength == "silent":
        return _verdict_on_silence(finding, stand, legal)
    if any(_meets(finding, position) and not _binds_the_wrong_side(finding, position) for position in stand.required):
        return "unresolved" if "unresolved_document" in finding.tags else "covered"
    if any(_meets(finding, position) for position in stand.walk_away):
        return "conflict"
    if "unresolved_document" in finding.tags:
        return "unresolved"
    if any(_meets(finding, position) for position in stand.fallback):
        return "weaker"
    if not _same_side(finding, stand):
        return "conflict"
    if stand.minds_stricter and _stricter(finding, stand):
        return "above_ask"
    return "weaker"


def _verdict_on_silence(finding: Finding, stand: Stand, legal: LegalMap) -> Verdict:
    """Silence is what this reader says it is; where a usage policy or an annex of limits is missing, it is not known."""
    if stand.silence != "gap":
        return "covered"
    hidden = any("polic" in item.what.lower() or "subject to it" in item.why for item in legal.unresolved)
    unread = any("could not be read" in item.why for item in legal.unresolved)
    return "unresolved" if unread or (hidden and finding.clause.startswith("use.")) else "not_found"


def _meets(finding: Finding, position: Position) -> bool:
    if position.poles and finding.pole not in position.poles:
        return False
    if position.at_least and firmness(finding.strength) < firmness(position.at_least):
        return False
    if position.at_most and firmness(finding.strength) > firmness(position.at_most):
        return False
    if position.width and finding.width != position.width:
        return False
    return all(tag in finding.tags for tag in position.tags)


def _binds_the_wrong_side(finding: Finding, position: Position) -> bool:
    """True where a firm limit is wanted and only the vendor is bound: that is no limit on the customer (R10)."""
    return position.at_least is not None and "vendor_only_duty" in finding.tags


def _same_side(finding: Finding, stand: Stand) -> bool:
    """True when the pole lies on a side that the stand wants or can live with."""
    wanted = {pole for position in (*stand.required, *stand.fallback) for pole in position.poles}
    return finding.pole is None or not wanted or finding.pole in wanted or (finding.pole in RESTRICTING and bool(wanted & RESTRICTING))


def _stricter(finding: Finding, stand: Stand) -> bool:
    return all(position.at_most is not None and firmness(finding.strength) > firmness(position.at_most) for position in stand.required)

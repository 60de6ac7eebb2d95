"""In which order a report tells its findings, and which of them have words to show."""

from __future__ import annotations

from clausecheck.comparison import WORST_FIRST
from clausecheck.model import Finding, Review
from clausecheck.model.words import Verdict


def by_verdict(review: Review) -> list[Finding]:
    """The findings, worst verdict first, in library order within a verdict."""
    return sorted(review.findings, key=lambda finding: WORST_FIRST.index(finding.verdict))


def with_verdict(review: Review, verdict: Verdict) -> list[Finding]:
    """The findings with this verdict, in library order."""
    return [finding for finding in review.findings if finding.verdict == verdict]


def is_told(finding: Finding) -> bool:
    """True where a finding is told in full: the playbook takes a stand, and there are words or a missing document."""
    return finding.verdict != "not_applicable" and (bool(finding.evidence) or finding.verdict == "unresolved")


def anchor_of(finding: Finding) -> str:
    """The anchor of a finding's heading."""
    return f"finding-{finding.clause}"

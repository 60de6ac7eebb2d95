"""What the samples' `expected.toml` files say, for the tests that read contracts."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, Field

from clausecheck.model.words import Actor, BaselineKind, ExceptionKind, QualifierKind, Strength, Tag, Width

SAMPLES = Path(__file__).parent.parent / "samples"
#: The reference clauses on which every sample takes a stand: the families grant and use.
GRANT_AND_USE = (
    "grant.any-lawful-use", "grant.licence-scope", "grant.operational-discretion", "grant.no-vendor-veto",
    "use.mass-domestic-surveillance", "use.commercial-bulk-data", "use.us-persons", "use.autonomous-weapons",
    "use.human-responsibility-force", "use.nuclear-c2", "use.high-stakes-decisions", "use.social-scoring",
    "use.biometric-id", "use.predictive-policing", "use.emotion-recognition", "use.csam-ncii", "use.cbrn",
    "use.weapons-design", "use.cyber-offence", "use.elections-disinformation", "use.discrimination",
    "use.manipulation", "use.domestic-law-enforcement", "use.intelligence-activities", "use.civilian-harm-torture",
)
#: The reference clauses of the other families.
OTHER_FAMILIES = (
    "safeguard.vendor-safety-stack", "safeguard.no-compelled-override", "safeguard.cloud-only",
    "safeguard.weights-custody", "safeguard.model-updates", "safeguard.monitoring-classifiers",
    "safeguard.cleared-personnel", "safeguard.audit-logging", "safeguard.testing",
    "safeguard.human-oversight-controls", "durability.law-freeze", "durability.law-conditioning",
    "durability.policy-mutability", "durability.unilateral-amendment", "durability.order-of-precedence",
    "durability.incorporated-aup", "durability.survival", "enforcement.vendor-suspension",
    "enforcement.termination-notice-cure", "enforcement.remedies", "enforcement.supply-chain-risk",
    "enforcement.offboarding-stepin", "enforcement.indemnity", "chain.flow-down", "chain.resale-other-agencies",
    "chain.third-party-access", "chain.foreign-mfn", "data.no-training", "data.ownership",
    "data.retention-deletion", "data.eyes-off-segregation", "duty.incident-reporting", "duty.ai-disclosure",
    "duty.unbiased-ai", "duty.american-ai",
)


class _Strict(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class ExpectedReading(_Strict):
    """A pole (None: the words go no way) and a strength."""

    pole: str | None = None
    strength: Strength


class ExpectedDisplaced(ExpectedReading):
    """A reading that must be listed and does not govern."""

    section: str
    quote: str


class ExpectedFinding(_Strict):
    """What must be found on one reference clause; `silent` where nothing may be."""

    silent: bool = False
    pole: str | None = None
    strength: Strength = "silent"
    section: str = ""
    quote: str = ""
    lead_in: str = ""
    also: tuple[str, ...] = ()
    width: Width | None = None
    actor: Actor | None = None
    qualifiers: tuple[QualifierKind, ...] = ()
    exceptions: tuple[ExceptionKind, ...] = ()
    tags: tuple[Tag, ...] = ()
    alternatives: tuple[ExpectedReading, ...] = ()
    displaced: tuple[ExpectedDisplaced, ...] = ()
    displaced_by: tuple[str, ...] = ()

    def accepts(self, pole: str | None, strength: str) -> bool:
        """True when a careful lawyer could arrive at this pole and strength."""
        readings = [(self.pole, self.strength), *((other.pole, other.strength) for other in self.alternatives)]
        return (pole, strength) in readings

    @property
    def quotes(self) -> tuple[str, ...]:
        """All quotations, which must stand word for word in the contract."""
        return tuple(filter(None, (self.quote, self.lead_in, *self.also, *(item.quote for item in self.displaced))))


class ExpectedUnresolved(_Strict):
    """Something that was referred to and not supplied; `optional` where it need not be reported."""

    what: str
    quote: str
    optional: bool = False


class ExpectedRanking(_Strict):
    """Words that rank parts of the contract."""

    kind: Literal["notwithstanding", "subject_to", "precedence", "replaces", "not_binding"]
    section: str
    quote: str
    reaches: str


class ExpectedNearMiss(_Strict):
    """A passage that may not be evidence for the reference clause."""

    clause: str
    quote: str
    why: str


class ExpectedParties(_Strict):
    """The parties by their full names."""

    vendor: str
    customer: str


class Expected(_Strict):
    """One sample's `expected.toml`. `findings` has grant and use; `other` the families that a later library has."""

    baseline: BaselineKind
    baseline_quote: str
    signed: Literal["signed", "draft", "unknown"]
    date: str
    parties: ExpectedParties
    unresolved: tuple[ExpectedUnresolved, ...]
    ranking: tuple[ExpectedRanking, ...]
    findings: dict[str, ExpectedFinding]
    near_misses: tuple[ExpectedNearMiss, ...]
    other: dict[str, ExpectedFinding] = Field(default_factory=dict)

    @property
    def quotes(self) -> tuple[str, ...]:
        """Every quotation of the file."""
        found = [self.baseline_quote]
        found += [item.quote for item in (*self.unresolved, *self.ranking, *self.near_misses)]
        found += [quote for item in (*self.findings.values(), *self.other.values()) for quote in item.quotes]
        return tuple(found)


def sample_folders() -> list[str]:
    """The names of the samples, in order."""
    return sorted(path.parent.name for path in SAMPLES.glob("*/expected.toml"))


def load_expected(folder: str) -> Expected:
    """What the sample in that folder must be read as. Raises ValidationError for a field it does not know."""
    data: dict[str, Any] = tomllib.loads((SAMPLES / folder / "expected.toml").read_text(encoding="utf-8"))
    return Expected.model_validate(data)

"""Stage: contract → legal map. Definitions, rankings with their reach, what is missing, and the baseline."""

from clausecheck.resolve.legal_map import resolve_contract

__all__ = ["resolve_contract"]

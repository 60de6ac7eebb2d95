"""Stage: readings and legal map → one finding per reference clause, with all its readings and what displaced them."""

from clausecheck.consolidate.findings import consolidate_findings

__all__ = ["consolidate_findings"]

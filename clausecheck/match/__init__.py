"""Stage: which provisions speak to which reference clause. It proposes; it never says good or bad."""

from clausecheck.match.matching import match_provisions

__all__ = ["match_provisions"]

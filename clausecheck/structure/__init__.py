"""Stage: source documents → contract. Numbering, headings, lists with their lead-ins, recitals, annexes, parties, dates."""

from clausecheck.structure.contract import build_contract

__all__ = ["build_contract"]

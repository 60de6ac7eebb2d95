"""Stage: one match → one reading. Pole, strength, width, actor and all qualifiers, one provision and clause at a time."""

from clausecheck.assess.reading import assess_match

__all__ = ["assess_match"]

"""Reads use-restriction clauses in AI contracts, grades how firm each one is, and shows the gaps with their quotations.

The public names. They are loaded when first used, so that a process which only parses files stays small.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from clausecheck.errors import ClausecheckError
    from clausecheck.library import load_library
    from clausecheck.model import Comparison, Finding, Review
    from clausecheck.pipeline import compare, load_playbook, review

_HOMES = {
    "review": "clausecheck.pipeline",
    "compare": "clausecheck.pipeline",
    "load_library": "clausecheck.library",
    "load_playbook": "clausecheck.pipeline",
    "Review": "clausecheck.model",
    "Comparison": "clausecheck.model",
    "Finding": "clausecheck.model",
    "ClausecheckError": "clausecheck.errors",
}

__all__ = ["ClausecheckError", "Comparison", "Finding", "Review", "compare", "load_library", "load_playbook", "review"]


def __getattr__(name: str) -> object:
    """The public name, imported from its home on first use."""
    if name in _HOMES:
        return getattr(import_module(_HOMES[name]), name)
    raise AttributeError(f"module 'clausecheck' has no attribute {name!r}")

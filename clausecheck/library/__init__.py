"""clause_library/ → reference clauses, playbooks, vocabulary and cues; refuses bad entries in plain sentences."""

from clausecheck.library.checking import check_library
from clausecheck.library.loading import find_library, load_library
from clausecheck.library.showing import list_clauses, show_clause

__all__ = ["check_library", "find_library", "list_clauses", "load_library", "show_clause"]

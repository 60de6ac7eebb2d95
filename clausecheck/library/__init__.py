"""clause_library/ → reference clauses, playbooks, vocabulary and cues; refuses bad entries in plain sentences."""

from clausecheck.library.loading import find_library, load_library

__all__ = ["find_library", "load_library"]

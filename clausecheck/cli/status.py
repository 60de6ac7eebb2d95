"""Exit statuses: what a script learns from a command without reading its output."""

NOTHING = 0
"""Nothing to report."""
GAPS = 1
"""Gaps or conflicts were found."""
USAGE = 2
"""The call cannot be carried out, or the clause library has mistakes."""
UNREADABLE = 3
"""A file could not be read; the others are reported all the same."""
MISTAKE = 70
"""A mistake in clausecheck itself."""
STOPPED = 130
"""Stopped by the user."""

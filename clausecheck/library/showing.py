"""Entries as plain text, for people who do not open TOML files."""

from __future__ import annotations

from clausecheck.errors import UsageError
from clausecheck.library.fields import did_you_mean
from clausecheck.model import Combination, Library, ReferenceClause


def list_clauses(library: Library) -> str:
    """One line for each entry: its id and its title, under its family."""
    width = max(len(clause.id) for clause in library.clauses)
    lines = [f"Library {library.version} of {library.date}: {len(library.clauses)} reference clauses"]
    for family in dict.fromkeys(clause.family for clause in library.clauses):
        lines += ["", family]
        lines += [f"  {clause.id:{width}}  {clause.title}" for clause in library.clauses if clause.family == family]
    return "\n".join(lines)


def show_clause(library: Library, clause_id: str) -> str:
    """The whole entry as text. Raises UsageError, with the nearest id, where there is no such entry."""
    clause = library.clause(clause_id)
    if clause is None:
        near = did_you_mean(clause_id, [known.id for known in library.clauses])
        raise UsageError(f'there is no reference clause "{clause_id}".{near}')
    parts = [f"{clause.id}: {clause.title}", clause.definition, _poles(clause), _wordings(clause), _speaks(clause),
             _near_misses(clause), _cited(clause, library)]
    return "\n\n".join(part for part in parts if part)


def _poles(clause: ReferenceClause) -> str:
    return "\n".join(["Poles", *(f"  {pole}: {sentence}" for pole, sentence in clause.poles.items())])


def _wordings(clause: ReferenceClause) -> str:
    lines = ["Wordings, as examples"]
    for wording in clause.wordings:
        lines.append(f"  [{wording.pole or 'no pole'}, {wording.strength}] {wording.text}")
        if wording.concedes:
            lines.append(f"    concedes: {wording.concedes}")
    return "\n".join(lines)


def _speaks(clause: ReferenceClause) -> str:
    lines = ["Found where one sentence has", *(f"  {_combination(line)}" for line in clause.speaks)]
    if clause.never:
        lines.append("  and never where it has " + " or ".join(clause.never))
    return "\n".join(lines)


def _combination(combination: Combination) -> str:
    text = " + ".join(" or ".join(names) for _, names in combination.slots)
    if combination.unless:
        text += ", without " + " or ".join(combination.unless)
    return text + (f" (pole {combination.pole})" if combination.pole else "")


def _near_misses(clause: ReferenceClause) -> str:
    return "\n".join(["Near misses", *(f"  {near.text} ({near.why})" for near in clause.near_misses)])


def _cited(clause: ReferenceClause, library: Library) -> str:
    return "\n".join(["Sources", *(f"  {library.sources[key]}" for key in clause.sources)]) if clause.sources else ""

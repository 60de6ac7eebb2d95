"""The difference between a reference wording and the words found, word by word."""

from __future__ import annotations

from itertools import groupby

from rapidfuzz.distance import Levenshtein

from clausecheck.report.blocks import Change

#: A longer passage is compared by its first words only; more would fill pages and tell nobody anything.
LONGEST = 300


def compare_words(reference: str, found: str) -> tuple[Change, ...]:
    """The runs of words that lead from the reference wording to the words found.

    Case and punctuation at a word's ends make no difference; words are shown as they are written, those of the
    contract where both sides agree. Only the first LONGEST words of each side are compared.
    """
    wanted, present = reference.split()[:LONGEST], found.split()[:LONGEST]
    runs: list[Change] = []
    for step in Levenshtein.opcodes([_bare(word) for word in wanted], [_bare(word) for word in present]):
        old = " ".join(wanted[step.src_start:step.src_end])
        new = " ".join(present[step.dest_start:step.dest_end])
        if step.tag == "equal":
            runs.append(Change("equal", new))
        else:
            runs += [change for change in (Change("delete", old), Change("insert", new)) if change.words]
    return _gather(_without_islands(runs))


def _bare(word: str) -> str:
    return word.strip(".,;:()[]\"'“”‘’").casefold() or word


def _without_islands(runs: list[Change]) -> list[Change]:
    """A single word that happens to agree amid changes tells nothing: it counts as deleted and inserted."""
    kept: list[Change] = []
    for place, run in enumerate(runs):
        inside = 0 < place < len(runs) - 1
        if run.kind == "equal" and inside and " " not in run.words:
            kept += [Change("delete", run.words), Change("insert", run.words)]
        else:
            kept.append(run)
    return kept


def _gather(runs: list[Change]) -> tuple[Change, ...]:
    """Neighbouring runs between two equal ones as at most one deletion and one insertion."""
    gathered: list[Change] = []
    for same, group in groupby(runs, key=lambda run: run.kind == "equal"):
        parts = list(group)
        for kind in ("equal",) if same else ("delete", "insert"):
            words = " ".join(part.words for part in parts if part.kind == kind)
            if words:
                gathered.append(Change(kind, words))  # type: ignore[arg-type]
    return tuple(gathered)

"""How many of the library's graded wordings its combinations find, and how many near misses they leave alone.

Run: python benchmarks/wordings_recall.py [clause id …] [--missed] [--loud] [--extra]. It reads clause_library/wordings/*.jsonl,
one sentence a line: no document structure, no actors, no modality.

The word model is taken out. It is trained from these same sentences and also decides which combinations stand, so with it
every figure here would be 1.00 and mean nothing. What is left is still no estimate for contracts: the vocabulary was
written with these sentences in sight, and the concepts under `never` name their near misses. Read the figures as "does the
vocabulary still say what it was written to say"; for how it fares on unseen text use documents that nobody tuned on.
"""

from __future__ import annotations

import json
import sys
from collections import Counter, defaultdict

from clausecheck.library import find_library, load_library
from clausecheck.match import match_provisions
from clausecheck.model import Baseline, Contract, LegalMap, Library, Provision


def combinations_alone() -> Library:
    """The library without its word model, so that only vocabulary and combinations answer."""
    return load_library().model_copy(update={"words": None})


def clauses_found(library: Library, text: str) -> dict[str, tuple[str, ...]]:
    """For each reference clause to which a sentence speaks by a combination, the words that matched."""
    provision = Provision(index=0, document=0, section=0, section_kind="operative", pieces=(), text=text, body=0)
    contract, legal = Contract(documents=(), sections=()), LegalMap(baseline=Baseline(kind="none"))
    matches = match_provisions([provision], contract, legal, library)
    return {match.clause: match.words for match in matches if match.kind == "explicit" and not match.rejected}


def main(arguments: list[str]) -> None:
    library = combinations_alone()
    wanted = [argument for argument in arguments if not argument.startswith("--")]
    found, total, silent, near, extra = Counter(), Counter(), Counter(), Counter(), Counter()
    into: dict[str, Counter[str]] = defaultdict(Counter)
    ids = {clause.id for clause in library.clauses}
    for path in sorted((find_library() / "wordings").glob("*.jsonl")):
        for line in path.read_text(encoding="utf-8").splitlines():
            row = json.loads(line)
            hits = clauses_found(library, row["text"])
            own = row.get("clause", "background")
            if row.get("near_miss"):
                near[own] += 1
                silent[own] += own not in hits
                if own in wanted and own in hits and "--loud" in arguments:
                    print(f"LOUD  {own}: {row['text']}\n      {hits[own]}")
            elif own in ids:
                total[own] += 1
                found[own] += own in hits
                if own in wanted and own not in hits and "--missed" in arguments:
                    print(f"MISS  {own}: {row['text']}")
            for other in set(hits) - {own, *row.get("also", ())}:
                extra[other] += 1
                into[other][own] += 1
                if other in wanted and "--extra" in arguments:
                    print(f"EXTRA {other} <- {own}: {row['text']}\n      {hits[other]}")
    for clause in sorted(ids):
        most = ", ".join(f"{name} {count}" for name, count in into[clause].most_common(4))
        print(f"{clause:30} found {found[clause]:3}/{total[clause]:3} = {_share(found[clause], total[clause])}"
              f"  silent {silent[clause]:2}/{near[clause]:2} = {_share(silent[clause], near[clause])}  extra {extra[clause]:4} ({most})")
    quiet = _share(sum(silent[clause] for clause in ids), sum(near[clause] for clause in ids))
    print(f"all found {_share(found.total(), total.total())} silent {quiet} extra {extra.total()}")


def _share(part: int, whole: int) -> str:
    return f"{part / whole:.2f}" if whole else " -  "


if __name__ == "__main__":
    main(sys.argv[1:])

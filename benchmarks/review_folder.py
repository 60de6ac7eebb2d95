"""review_folder.py FOLDER: every file below a folder ends in a review or in a clear error; one line each, then the counts.

Columns: outcome, seconds, pages, words, findings that are not silent, warnings, file. For errors the message stands in place of figures.
"""

from __future__ import annotations

import sys
import time
from collections import Counter
from pathlib import Path

from clausecheck.errors import DocumentError
from clausecheck.ingest import read_document
from clausecheck.library import load_library
from clausecheck.pipeline import analyse_documents


def main() -> None:
    folder = Path(sys.argv[1])
    library = load_library()
    outcomes: Counter[str] = Counter()
    slowest = 0.0
    for path in sorted(file for file in folder.rglob("*") if file.is_file()):
        start = time.perf_counter()
        try:
            document = read_document(path)
        except DocumentError as error:
            outcome, detail = type(error).__name__, error.message
        else:
            findings = analyse_documents([document], library).findings
            spoken = [finding.clause for finding in findings if finding.strength != "silent"]
            outcome = "reviewed"
            detail = f"{document.pages or '-':>5} {len(document.text.text.split()):>7} {len(spoken):>3} {len(document.warnings):>2}"
        seconds = time.perf_counter() - start
        slowest = max(slowest, seconds)
        outcomes[outcome] += 1
        print(f"{outcome:16} {seconds:6.2f} {detail}  {path.relative_to(folder)}")
    print(
        f"\n{sum(outcomes.values())} files; "
        + ", ".join(f"{name} {count}" for name, count in outcomes.most_common())
        + f"; slowest {slowest:.1f} s"
    )


if __name__ == "__main__":
    main()

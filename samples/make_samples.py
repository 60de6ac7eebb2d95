"""Makes each sample's contract.pdf (and, for the negotiated one, contract.docx) from its contract.md.

    python samples/make_samples.py            writes the files
    python samples/make_samples.py --check    says which files do not have the words of their source (exit code 1)

Read from the Markdown: `#` title, `##` article or annex, `1.1` clause, two spaces before `(a)`, three before `(i)`,
pipe tables, `---` after the title page, **bold** and *italic*. Nothing else is used. A table whose first heading begins
with "For " is a signature block. Dates in the files are fixed, so that nothing changes when nothing was changed.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

HERE = Path(__file__).parent
sys.path.insert(0, str(HERE))

from sample_files.layout import LAYOUTS, Layout  # noqa: E402
from sample_files.source import Block, read_blocks  # noqa: E402
from sample_files.words import words_of_docx, words_of_pdf, words_of_source  # noqa: E402


def write(layout: Layout) -> list[Path]:
    """Write the files of one sample and say which."""
    # Imported here: --check must work where typst, a development dependency, is not installed.
    from sample_files.as_docx import make_docx
    from sample_files.as_pdf import make_pdf

    folder = HERE / layout.folder
    blocks: list[Block] = read_blocks((folder / "contract.md").read_text(encoding="utf-8"))
    written = [folder / "contract.pdf"]
    written[0].write_bytes(make_pdf(blocks, layout))
    if layout.docx:
        written.append(folder / "contract.docx")
        written[1].write_bytes(make_docx(blocks, layout))
    return written


def out_of_date(layout: Layout) -> list[str]:
    """The files of one sample whose words differ from those of the source, each with the first difference."""
    folder = HERE / layout.folder
    wanted = words_of_source(read_blocks((folder / "contract.md").read_text(encoding="utf-8")))
    found = {"contract.pdf": words_of_pdf(folder / "contract.pdf", layout)}
    if layout.docx:
        found["contract.docx"] = words_of_docx(folder / "contract.docx")
    return [f"{layout.folder}/{name}: {_difference(wanted, words)}" for name, words in found.items() if words != wanted]


def _difference(wanted: str, found: str) -> str:
    at = next((i for i, (a, b) in enumerate(zip(wanted, found, strict=False)) if a != b), min(len(wanted), len(found)))
    return f"the source says …{wanted[max(0, at - 30):at + 40]}…, the file …{found[max(0, at - 30):at + 40]}…"


def main() -> int:
    """Write or check all samples; 1 where a file is out of date."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--check", action="store_true", help="compare the words, write nothing")
    if parser.parse_args().check:
        stale = [line for layout in LAYOUTS for line in out_of_date(layout)]
        print("\n".join(stale) or "all samples are up to date with their source")
        return 1 if stale else 0
    for layout in LAYOUTS:
        for path in write(layout):
            print(path.relative_to(HERE), path.stat().st_size)
    return 0


if __name__ == "__main__":
    sys.exit(main())

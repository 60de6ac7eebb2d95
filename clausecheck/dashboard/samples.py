"""The sample contracts that ship with clausecheck."""

from __future__ import annotations

from pathlib import Path

from clausecheck.dashboard.intake import Upload

#: In an installed package the samples lie inside it, in a checkout beside it.
_PACKAGE = Path(__file__).resolve().parents[1]


def find_samples() -> list[Path]:
    """The sample contracts, one PDF each, in the order of their folders; none where they were not installed."""
    folders = (_PACKAGE / "samples", _PACKAGE.parent / "samples")
    folder = next((folder for folder in folders if folder.is_dir()), None)
    return sorted(folder.glob("*/contract.pdf")) if folder else []


def read_sample(path: Path) -> Upload:
    """A sample as if it had been added by hand, named after its folder."""
    return Upload(f"{path.parent.name}.pdf", path.read_bytes())

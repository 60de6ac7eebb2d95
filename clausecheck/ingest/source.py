"""A file's bytes on their way to a reader."""

from __future__ import annotations

from dataclasses import dataclass

from clausecheck.ingest.limits import Limits


@dataclass(frozen=True, slots=True)
class Source:
    """One file: the name by which messages call it, its bytes, and what reading it may cost."""

    name: str
    data: bytes
    limits: Limits

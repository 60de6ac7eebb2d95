"""How large a file may be, and how long and with how much memory it may be read."""

from __future__ import annotations

from dataclasses import dataclass

_MIB = 1024 * 1024


@dataclass(frozen=True, slots=True)
class Limits:
    """What one file may cost: sizes in bytes, `seconds` of wall clock, `characters` of normalised text.

    `inflation` is how many times larger than its packed form a large member of a DOCX may be: prose packs to a
    tenth, only made-up files to a hundredth.
    """

    file_bytes: int = 60 * _MIB
    unpacked_bytes: int = 200 * _MIB
    inflation: int = 150
    pages: int = 4_000
    characters: int = 5_000_000
    seconds: float = 120.0
    memory_bytes: int = 2048 * _MIB


DEFAULT_LIMITS = Limits()

"""Which of several readings governs (rubric, section 4)."""

from __future__ import annotations

from collections.abc import Sequence

from clausecheck.model import Reading
from clausecheck.model.words import RESTRICTING, Tag, firmness

#: A reading covers the core of the conduct when its words are about it at least this clearly beside the clearest one.
CORE = 0.4
#: A permission this much less clearly about the conduct than the ban does not oppose it.
CLEARER = 0.55


def choose_governing(readings: Sequence[Reading]) -> tuple[Reading | None, list[Tag], Reading | None]:
    """(the governing reading, tags of the choice, the reading on the other side where neither ranks higher).

    Text that binds nobody steps back as soon as an operative reading exists; what is displaced steps back behind what
    stands; on one side the strongest that covers the conduct governs; of opposite sides at equal rank the weaker.
    """
    standing = _first_not_empty(
        [reading for reading in readings if reading.operative and reading.pole is not None and reading.displaced_by is None],
        [reading for reading in readings if reading.operative and reading.pole is not None],
        [reading for reading in readings if reading.pole is not None],
        list(readings),
    )
    if not standing:
        return None, [], None
    hollowing = next((reading for reading in standing if reading.pole == "permit" and reading.modality == "statement"), None)
    if hollowing is not None:
        return hollowing, [], None  # a definition that takes the core case out caps whatever uses the term (R8)
    clearest = max(reading.likely for reading in standing)
    standing = [reading for reading in standing if reading.likely >= CORE * clearest]
    sides: dict[str, list[Reading]] = {}
    for reading in standing:
        sides.setdefault(_side(reading), []).append(reading)
    leaders = sorted((max(group, key=_standing_of) for group in sides.values()), key=_standing_of, reverse=True)
    if len(leaders) == 1:
        return leaders[0], [], None
    return _between(leaders[0], leaders[1])


def _between(first: Reading, second: Reading) -> tuple[Reading, list[Tag], Reading | None]:
    """Opposite sides: the specific limits the general (R2); a carve-out in the same section does not oppose its ban."""
    if first.section == second.section or {"permit", None} & {first.pole, second.pole} == set():
        restricting = next((reading for reading in (first, second) if reading.pole in RESTRICTING), first)
        return restricting, [], None
    permit = first if first.pole == "permit" else second
    ban = second if permit is first else first
    if 0 < permit.specific < ban.specific or permit.likely < CLEARER * ban.likely:
        return ban, [], None
    return permit, ["conflict_unranked", "needs_human"], ban


def _standing_of(reading: Reading) -> tuple[float, ...]:
    """How well a reading can govern: it binds the user, is firm, and is close to the conduct.

    A use restriction is judged by its firmest words. Elsewhere the passage that is plainest about the clause decides,
    for there a firm word is no sign of what the passage is about.
    """
    firm, plain = firmness(reading.strength), round(reading.likely * 5)
    order = (
        (firm, plain) if reading.clause.startswith("use.") and reading.pole in {*RESTRICTING, "permit"} else (reading.decided, plain, firm)
    )
    return ("vendor_only_duty" not in reading.tags, *order, reading.specific, -reading.provision)


def _side(reading: Reading) -> str:
    return "restrict" if reading.pole in RESTRICTING else str(reading.pole)


def _first_not_empty(*groups: list[Reading]) -> list[Reading]:
    return next((group for group in groups if group), [])

"""What to print and to bring for a group of a certain size."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from intramentor.compose import Piece
from intramentor.model.training import Training
from intramentor.pages.downloads import worksheets

DEFAULT_GROUP = 12
_PEOPLE = {"pair": 2, "triad": 3, "group": 4}


@dataclass(frozen=True, slots=True)
class Seating:
    """How so many people sit for a way of working: how many groups, and those with a person more or fewer."""

    method: str
    groups: int
    larger: int = 0
    smaller: int = 0


@dataclass(frozen=True, slots=True)
class Materials:
    """What a unit needs for a group: copies of each sheet, and how many pairs and threes there are."""

    group: int
    sheets: tuple[tuple[Piece, int], ...]
    seatings: tuple[Seating, ...]


def materials(unit: Training, units: dict[str, Piece], group: int | None) -> Materials:
    """Return what a unit needs for `group` people, or for as many as it is made for."""
    size = group or (unit.group.max if unit.group else DEFAULT_GROUP)
    sheets = tuple((units[name], size) for name in worksheets(unit))
    return Materials(size, sheets, tuple(_seatings(unit, size)))


def _seatings(unit: Training, size: int) -> Iterator[Seating]:
    """Yield a seating for each way of working in groups; nobody is left over."""
    used = {activity.method for activity in unit.activities}
    for method, people in _PEOPLE.items():
        if method in used:
            groups, over = divmod(size, people)
            if groups and over > groups:  # one group more, and some of them smaller
                yield Seating(method, groups + 1, smaller=(groups + 1) * people - size)
            else:
                yield Seating(method, max(1, groups), larger=over if groups else 0)

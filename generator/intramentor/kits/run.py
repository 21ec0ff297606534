"""The run of a unit on the clock: what begins when, and where the facilitator may cut."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from intramentor.model.training import Activity, Training

NINE = 9 * 60


@dataclass(frozen=True, slots=True)
class Row:
    """One activity on the clock, in minutes from midnight.

    `cut_to` is the title of what to go on with if this one is left out: it stands where the line
    is drawn, before the last activity that may be left out.
    """

    activity: Activity
    start: int
    end: int
    cut_to: str


def run(unit: Training, start: int) -> tuple[Row, ...]:
    """Return the run of a unit that begins at `start`, in minutes from midnight."""
    return tuple(_rows(unit, start))


def clock(minutes: int) -> str:
    """Return a time of day, such as 9:05."""
    return f"{minutes // 60 % 24}:{minutes % 60:02d}"


def _rows(unit: Training, at: int) -> Iterator[Row]:
    cut, go_on = _cut(unit)
    for activity in unit.activities:
        end = at + activity.minutes.target
        yield Row(activity, at, end, go_on if activity.id == cut else "")
        at = end


def _cut(unit: Training) -> tuple[str, str]:
    """Return the last activity that may be left out and what follows it; empty if nothing does."""
    low = [i for i, a in enumerate(unit.activities) if a.priority == "low"]
    for index in reversed(low):
        if index + 1 < len(unit.activities):
            return unit.activities[index].id, str(unit.activities[index + 1].title)
    return "", ""

"""What a search remembers of the choices made so far, and what they cost."""

from __future__ import annotations

from typing import NamedTuple

from intramentor.plan.frame import Frame


class Cost(NamedTuple):
    """What a plan costs: objectives lost, high and low tasks cut, minutes off the targets."""

    lost: int
    high: int
    low: int
    off: int


COSTS = len(Cost._fields)
MANY = 1_000_000  # more than any plan costs
UNLIMITED = Cost(MANY, MANY, MANY, MANY)


class Label(NamedTuple):
    """What matters of the choices for the first tasks.

    `off`: minutes taken off so far because they had to be. `clock` and `stretch`: the time of
    day and the work since the last break with all tasks at their targets, with `off` added, so
    that taking off changes neither. `least_clock` and `least_stretch`: the same with all tasks
    at their shortest. `served`: bits of objectives. `rank` orders equal labels: breaks
    inside a unit, then the choices as digits to base 4.
    """

    lost: int
    high: int
    low: int
    off: int
    rank: int
    clock: int
    stretch: int
    least_clock: int
    least_stretch: int
    lunch: bool
    served: int

    @property
    def cost(self) -> Cost:
        """Return what the choices cost."""
        return Cost(*self[:4])


def first(frame: Frame) -> Label:
    """Return the label before any task."""
    return Label(0, 0, 0, 0, 0, frame.start, 0, frame.start, 0, lunch=False, served=0)

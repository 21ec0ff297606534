"""What a search may hope for: the least that must still be cut, if breaks are taken lightly."""

from __future__ import annotations

from bisect import bisect_right, insort
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate

from intramentor.plan.frame import Frame
from intramentor.plan.label import Cost, Label
from intramentor.plan.values import Task

Sums = tuple[tuple[int, ...], ...]

_SHARE = 5040  # objectives of one task share its minutes; divisible by 1 to 10


@dataclass(frozen=True, slots=True)
class Bounds:
    """For each index, what the tasks from there on take at least.

    `fixed`: minutes of those that are in every plan; `high`, `low` and `objective`: the sums of
    the shortest 0, 1, 2 … of them. `aims`: the same of their targets: fixed, high, low.
    """

    frame: Frame
    long: bool
    fixed: tuple[int, ...]
    high: Sums
    low: Sums
    objective: Sums
    aims: tuple[tuple[int, ...], Sums, Sums]

    @classmethod
    def of(cls, tasks: Sequence[Task], frame: Frame) -> Bounds:
        """Return the bounds of tasks in their order."""
        least, aims = [task.min for task in tasks], [task.target for task in tasks]
        return cls(
            frame=frame,
            long=max(least, default=0) > frame.breaks.after,
            fixed=_total(tasks, least),
            high=_shortest(tasks, least, "high"),
            low=_shortest(tasks, least, "low"),
            objective=_objectives(tasks),
            aims=(_total(tasks, aims), _shortest(tasks, aims, "high"), _shortest(tasks, aims, "low")),
        )

    def least(self, label: Label, index: int) -> Cost | None:
        """Return the least that any plan costs that goes on from `label` with the tasks from
        `index` on; None if what is fixed among them doesn't fit.
        """
        if label.least_clock > self.frame.last(label.lunch):
            return None
        fixed, highs, lows = self.fixed[index], self.high[index], self.low[index]
        free = self._work(self.frame.left(label.least_clock, label.lunch), label.least_stretch) - fixed
        if free < 0:
            return None
        high = bisect_right(highs, free) - 1
        low = bisect_right(lows, free - highs[high]) - 1
        lost = self.objective[index]
        return Cost(
            label.lost + len(lost) - bisect_right(lost, free * _SHARE),
            label.high + len(highs) - 1 - high,
            label.low + len(lows) - 1 - low,
            max(label.off, self._off(label, index, high, low)),
        )

    def _off(self, label: Label, index: int, high: int, low: int) -> int:
        """Return what must come off at least with so many high and low tasks kept."""
        least = self.fixed[index] + self.high[index][high] + self.low[index][low]
        aims, highs, lows = self.aims
        work = aims[index] + highs[index][high] + lows[index][low]
        over = label.least_stretch + least - self.frame.breaks.after
        pauses = 0 if self.long or over <= 0 else -(-over // self.frame.breaks.after)
        return work + pauses * self.frame.breaks.pause - self.frame.left(label.clock, label.lunch)

    def _work(self, minutes: int, stretch: int) -> int:
        """Return how many of these minutes can be work, at most."""
        breaks = self.frame.breaks
        over = minutes - max(0, breaks.after - stretch)
        if over <= 0 or self.long:
            return minutes
        whole, rest = divmod(over, breaks.after + breaks.pause)
        return minutes - breaks.pause * whole - min(rest, breaks.pause)


def _total(tasks: Sequence[Task], minutes: Sequence[int]) -> tuple[int, ...]:
    kept = [each if task.is_fixed else 0 for task, each in zip(tasks, minutes, strict=True)]
    return tuple(accumulate(reversed(kept), initial=0))[::-1]


def _shortest(tasks: Sequence[Task], minutes: Sequence[int], priority: str) -> Sums:
    found: list[int] = []
    made: list[tuple[int, ...]] = [(0,)]
    for task, each in zip(reversed(tasks), reversed(minutes), strict=True):
        if task.priority == priority and not task.is_fixed:
            insort(found, each)
        made.append(tuple(accumulate(found, initial=0)))
    return tuple(reversed(made))


def _objectives(tasks: Sequence[Task]) -> Sums:
    """Return the least sums for objectives that only tasks from an index on can serve."""
    given = {name for task in tasks if task.is_fixed for name in task.serves}
    share: dict[str, int] = {}
    first: dict[str, int] = {}
    for index, task in enumerate(tasks):
        open_ones = task.serves - given
        for name in open_ones:
            first.setdefault(name, index)
            part = task.min * _SHARE // len(open_ones)
            share[name] = min(share.get(name, part), part)
    found: list[int] = []
    made: list[tuple[int, ...]] = [(0,)]
    for index in range(len(tasks) - 1, -1, -1):
        for name in (one for one in share if first[one] == index):
            insort(found, share[name])
        made.append(tuple(accumulate(found, initial=0)))
    return tuple(reversed(made))

"""What a search may hope for: the least that must still be cut, if breaks are taken lightly."""

from __future__ import annotations

from bisect import bisect_right, insort
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate

from intramentor.plan.values import Breaks, Task

_SHARE = 5040  # objectives of one task share its minutes; divisible by 1 to 10


@dataclass(frozen=True, slots=True)
class Bounds:
    """For each index, what the tasks from there on take at least.

    `fixed`: minutes of those that are in every plan; `high`, `low` and `objective`: the sums of
    the shortest 0, 1, 2 … of them.
    """

    breaks: Breaks
    long: bool
    fixed: tuple[int, ...]
    high: tuple[tuple[int, ...], ...]
    low: tuple[tuple[int, ...], ...]
    objective: tuple[tuple[int, ...], ...]

    @classmethod
    def of(cls, tasks: Sequence[Task], breaks: Breaks) -> Bounds:
        """Return the bounds of tasks in their order."""
        return cls(
            breaks=breaks,
            long=any(task.min > breaks.after for task in tasks),
            fixed=tuple(accumulate((t.min if t.is_fixed else 0 for t in reversed(tasks)), initial=0))[::-1],
            high=_suffixes(tasks, "high"),
            low=_suffixes(tasks, "low"),
            objective=_objectives(tasks),
        )

    def least(
        self, cost: tuple[int, int, int], index: int, minutes: int, stretch: int
    ) -> tuple[int, int, int] | None:
        """Return the least (objectives lost, high cut, low cut) in the end, None if nothing fits.

        `cost` is what the tasks before `index` cost; `minutes` are left, breaks included, after
        `stretch` minutes of work in one go.
        """
        free = self._work(minutes, stretch) - self.fixed[index]
        if free < 0:
            return None
        lost, high, low = cost
        lost += _over(self.objective[index], free * _SHARE)
        cut = _over(self.high[index], free)
        kept = len(self.high[index]) - 1 - cut
        return lost, high + cut, low + _over(self.low[index], free - self.high[index][kept])

    def _work(self, minutes: int, stretch: int) -> int:
        """Return how many of these minutes can be work, at most."""
        over = minutes - max(0, self.breaks.after - stretch)
        if over <= 0 or self.long:
            return minutes
        whole, rest = divmod(over, self.breaks.after + self.breaks.pause)
        return minutes - self.breaks.pause * whole - min(rest, self.breaks.pause)


def _over(sums: tuple[int, ...], free: int) -> int:
    """Return how many of the items with these least sums don't fit."""
    return len(sums) - bisect_right(sums, free)


def _suffixes(tasks: Sequence[Task], priority: str) -> tuple[tuple[int, ...], ...]:
    found: list[int] = []
    made = [(0,)]
    for task in reversed(tasks):
        if task.priority == priority and not task.is_fixed:
            insort(found, task.min)
        made.append(tuple(accumulate(found, initial=0)))
    return tuple(reversed(made))


def _objectives(tasks: Sequence[Task]) -> tuple[tuple[int, ...], ...]:
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
    made, found = [(0,)], []
    for index in range(len(tasks) - 1, -1, -1):
        for name in (one for one in share if first[one] == index):
            insort(found, share[name])
        made.append(tuple(accumulate(found, initial=0)))
    return tuple(reversed(made))

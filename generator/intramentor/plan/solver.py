"""The best plan, exactly: a search over labels, in the order of the tasks.

Best is, in this order: fewest objectives lost, fewest high and then fewest low tasks cut,
least Σ|minutes − target|. Of equal plans: fewest breaks inside a unit; then, at the first
task in which they differ, keep it rather than cut it, with no break before it rather than one.

Two facts make it quick. Nothing is ever longer than its target, for that would cost and help
nowhere. And how much shorter the tasks are need not be decided task by task: a minute taken
off costs the same wherever it is taken off, so a label keeps two sums (all at their targets,
all at their shortest) and pays only when a limit is met: the end, a locked time, the longest
stretch of work. Labels that can't lead to anything better are dropped.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from intramentor.plan.bounds import Bounds
from intramentor.plan.frame import CONTINUE, CUT, LUNCH, PAUSE, Frame
from intramentor.plan.front import Rest, front
from intramentor.plan.label import COSTS, UNLIMITED, Cost, Label, first
from intramentor.plan.objectives import Objectives, with_sole_servers
from intramentor.plan.values import Task

_GUESS = 12  # labels of the rough search
Times = tuple[int, int, int, int, int]  # off, clock, stretch, least clock and stretch of a label


@dataclass(frozen=True, slots=True)
class Weights:
    """What each choice for each task adds to a label's rank."""

    places: tuple[int, ...]
    inside: tuple[int, ...]

    @classmethod
    def of(cls, tasks: Sequence[Task]) -> Weights:
        """Return the weights of tasks in their order."""
        count = len(tasks)
        same = [False, *(one.unit == other.unit for one, other in pairwise(tasks))]
        return cls(
            tuple(1 << 2 * (count - 1 - index) for index in range(count)),
            tuple(same[index] << 2 * count for index in range(count)),
        )

    def of_choice(self, index: int, choice: int) -> int:
        """Return the weight of a choice: a break inside a unit weighs more than all else."""
        return choice * self.places[index] + (self.inside[index] if choice in (PAUSE, LUNCH) else 0)


def search(tasks: Sequence[Task], frame: Frame) -> tuple[int, ...] | None:
    """Return the best choice for each task, or None if what is fixed doesn't fit."""
    best = _best(with_sole_servers(tasks), frame)
    if best is None or best.lost > 0:
        best = _best(tasks, frame)
    if best is None:
        return None
    return tuple(best.rank >> 2 * place & 3 for place in reversed(range(len(tasks))))


def _best(tasks: Sequence[Task], frame: Frame) -> Label | None:
    """Return the best label after all tasks.

    A rough search gives a first limit. Then one cost after the other: the least that is
    possible limits the search for the next, which is spared where nothing less can be hoped for.
    """
    bounds = Bounds.of(tasks, frame)
    hope = bounds.least(first(frame), 0)
    if hope is None:
        return None
    limit = min([UNLIMITED, *(label.cost for label in run(tasks, bounds, UNLIMITED, COSTS, _GUESS))])
    for depth in range(1, COSTS):
        if limit[:depth] > hope[:depth]:
            found = run(tasks, bounds, limit, depth)
            if not found:
                return None
            limit = min(limit, min(found).cost)
    return min(run(tasks, bounds, limit, COSTS), default=None)


def run(
    tasks: Sequence[Task], bounds: Bounds, limit: Cost, depth: int, width: int | None = None
) -> list[Label]:
    """Return the labels after all tasks that cost no more than `limit`, as far as the first
    `depth` costs go; of those that a search `width` labels wide meets.
    """
    frame, objectives, weights = bounds.frame, Objectives.of(tasks), Weights.of(tasks)
    most = limit[:depth]
    rest = Rest(frame.breaks.pause, 1 << 2 * len(tasks))
    labels = [first(frame)]
    for index, task in enumerate(tasks):
        made: dict[Label, Cost] = {}
        for label in labels:
            for after in _next(label, task, frame, (objectives, weights), index):
                least = bounds.least(after, index + 1)
                if least is not None and least[:depth] <= most:
                    made[after] = least
        labels = front(made, rest, depth)
        if width is not None:
            labels = sorted(labels, key=made.__getitem__)[:width]
    return [_ended(label, frame) for label in labels]


def _next(
    label: Label, task: Task, frame: Frame, tables: tuple[Objectives, Weights], index: int
) -> Iterator[Label]:
    """Yield what the label becomes by each choice that is possible for the task."""
    objectives, weights = tables
    worse, served = objectives.after(index, label.served, kept=True)
    for choice, before in _before(label, task, frame):
        off, clock, stretch, least_clock, least_stretch = _kept(before, task, frame.breaks.after)
        yield Label(
            label.lost + worse, label.high, label.low, off, label.rank + weights.of_choice(index, choice),
            clock, stretch, least_clock, least_stretch, label.lunch or choice == LUNCH, served,
        )
    if not task.is_fixed:
        worse, served = objectives.after(index, label.served, kept=False)
        yield label._replace(
            lost=label.lost + worse,
            high=label.high + (task.priority == "high"),
            low=label.low + (task.priority == "low"),
            served=served,
            rank=label.rank + weights.of_choice(index, CUT),
        )


def _before(label: Label, task: Task, frame: Frame) -> Iterator[tuple[int, Times]]:
    """Yield the choices to keep a task, with the times as it begins."""
    breaks, off, clock, least = frame.breaks, label.off, label.clock, label.least_clock
    if label.least_stretch == 0 or label.least_stretch + task.min <= breaks.after:
        yield from _locked(CONTINUE, (off, clock, label.stretch, least, label.least_stretch), task)
    yield from _locked(PAUSE, (off, clock + breaks.pause, off, least + breaks.pause, 0), task)
    if label.lunch or not frame.has_lunch:
        return
    latest = breaks.lunch_until if task.start is None else min(breaks.lunch_until, task.start - breaks.lunch)
    earliest = max(least, breaks.lunch_from)
    if earliest <= latest:
        off = max(off, clock - latest)
        clock = max(clock, off + breaks.lunch_from) + breaks.lunch
        yield from _locked(LUNCH, (off, clock, off, earliest + breaks.lunch, 0), task)


def _locked(choice: int, times: Times, task: Task) -> Iterator[tuple[int, Times]]:
    """Yield the times as a task begins: at the locked time, where there is one."""
    off, clock, stretch, least_clock, least_stretch = times
    if task.start is None:
        yield choice, times
    elif least_clock <= task.start:
        off = max(off, clock - task.start)
        yield choice, (off, off + task.start, max(stretch, off + least_stretch), task.start, least_stretch)


def _kept(times: Times, task: Task, after: int) -> Times:
    """Return the times after a task, no stretch of work longer than `after`."""
    off, clock, stretch, least_clock, least_stretch = times
    least_clock += task.min
    least_stretch += task.min
    stretch += task.target
    off = max(off, stretch - max(after, least_stretch))
    return off, max(clock + task.target, off + least_clock), stretch, least_clock, least_stretch


def _ended(label: Label, frame: Frame) -> Label:
    """Return the label with what must be taken off so that it ends in time."""
    return label._replace(off=max(label.off, label.clock - frame.last(label.lunch)))

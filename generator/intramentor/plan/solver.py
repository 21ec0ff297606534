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
from typing import NamedTuple

from intramentor.plan.bounds import Bounds, Cost
from intramentor.plan.frame import CONTINUE, CUT, LUNCH, PAUSE, Frame
from intramentor.plan.front import Rest, front
from intramentor.plan.objectives import Objectives, with_sole_servers
from intramentor.plan.values import Task

_GUESS = 24  # labels of a rough search
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

    One cost after the other: the least that is possible limits the search for the next. A
    rough search narrows each exact one.
    """
    bounds, limit = Bounds.of(tasks, frame), UNLIMITED
    for depth in range(1, len(limit) + 1):
        rough = run(tasks, bounds, limit, depth, _GUESS)
        limit = min([limit, *(label.cost for label in rough)])
        found = run(tasks, bounds, limit, depth)
        if not found:
            return None
        best = min(found)
        limit = best.cost
    return best


def run(
    tasks: Sequence[Task], bounds: Bounds, limit: Cost, depth: int, width: int | None = None
) -> list[Label]:
    """Return the labels after all tasks that cost no more than `limit`, as far as the first
    `depth` costs go; of those that a search `width` labels wide meets.
    """
    frame, objectives, weights = bounds.frame, Objectives.of(tasks), Weights.of(tasks)
    most = limit[:depth]
    rest = Rest(frame.breaks.pause, 1 << 2 * len(tasks))
    labels = [Label(0, 0, 0, 0, 0, frame.start, 0, frame.start, 0, lunch=False, served=0)]
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
        yield _kept(before, task, frame.breaks.after)._replace(
            lost=label.lost + worse, served=served, rank=label.rank + weights.of_choice(index, choice)
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


def _before(label: Label, task: Task, frame: Frame) -> Iterator[tuple[int, Label]]:
    """Yield the choices to keep a task, with the label as the task begins."""
    breaks = frame.breaks
    if label.least_stretch == 0 or label.least_stretch + task.min <= breaks.after:
        yield from _locked(CONTINUE, label, task)
    pause = label._replace(
        clock=label.clock + breaks.pause, least_clock=label.least_clock + breaks.pause,
        stretch=label.off, least_stretch=0,
    )
    yield from _locked(PAUSE, pause, task)
    latest = breaks.lunch_until if task.start is None else min(breaks.lunch_until, task.start - breaks.lunch)
    earliest = max(label.least_clock, breaks.lunch_from)
    if frame.has_lunch and not label.lunch and earliest <= latest:
        off = max(label.off, label.clock - latest)
        lunch = label._replace(
            off=off,
            clock=max(label.clock, off + breaks.lunch_from) + breaks.lunch,
            least_clock=earliest + breaks.lunch,
            stretch=off, least_stretch=0, lunch=True,
        )
        yield from _locked(LUNCH, lunch, task)


def _locked(choice: int, label: Label, task: Task) -> Iterator[tuple[int, Label]]:
    """Yield the label as its task begins: at the locked time, where there is one."""
    if task.start is None:
        yield choice, label
    elif label.least_clock <= task.start:
        off = max(label.off, label.clock - task.start)
        yield choice, label._replace(
            off=off, clock=off + task.start, least_clock=task.start,
            stretch=max(label.stretch, off + label.least_stretch),
        )


def _kept(label: Label, task: Task, after: int) -> Label:
    """Return the label after a task that begins now, no stretch of work longer than `after`."""
    least_clock, least_stretch = label.least_clock + task.min, label.least_stretch + task.min
    stretch = label.stretch + task.target
    off = max(label.off, stretch - max(after, least_stretch))
    return label._replace(
        off=off, clock=max(label.clock + task.target, off + least_clock), stretch=stretch,
        least_clock=least_clock, least_stretch=least_stretch,
    )


def _ended(label: Label, frame: Frame) -> Label:
    """Return the label with what must be taken off so that it ends in time."""
    return label._replace(off=max(label.off, label.clock - frame.last(label.lunch)))

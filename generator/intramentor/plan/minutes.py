"""From choices to a timed run: where minutes are taken off, and what begins when.

Every limit (the longest stretch of work, a locked time, lunch, the end) says how many minutes
some tasks in a row must give. Working from the last row back and taking from the first task of
each row meets them all with the fewest minutes: a row that begins earlier shares the first
tasks of this one if it shares any.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Literal, NamedTuple

from intramentor.plan.frame import CONTINUE, LUNCH, PAUSE, Frame
from intramentor.plan.values import Breaks, Item, Task

Kept = tuple[Task, int]  # with its choice


class _Row(NamedTuple):
    """The tasks from `first` to before `end` must give `minutes`."""

    first: int
    end: int
    minutes: int


def timed(kept: Sequence[Kept], frame: Frame) -> tuple[Item, ...]:
    """Return the items of a run in which each task was kept by a choice."""
    rows = [*_stretches(kept, frame.breaks), *_limits(kept, frame)]
    return tuple(_items(kept, _given(kept, rows), frame))


def _given(kept: Sequence[Kept], rows: list[_Row]) -> list[int]:
    """Return how many minutes each task gives."""
    given = [0] * len(kept)
    for row in sorted(rows, reverse=True):
        open_minutes = row.minutes - sum(given[row.first : row.end])
        for index in range(row.first, row.end):
            if open_minutes > 0:
                task = kept[index][0]
                more = min(open_minutes, task.target - task.min - given[index])
                given[index] += more
                open_minutes -= more
    return given


def _stretches(kept: Sequence[Kept], breaks: Breaks) -> Iterator[_Row]:
    starts = [i for i, (_, choice) in enumerate(kept) if i == 0 or choice != CONTINUE]
    for first, end in pairwise([*starts, len(kept)]):
        tasks = [task for task, _ in kept[first:end]]
        longest = max(breaks.after, sum(task.min for task in tasks))
        yield _Row(first, end, sum(task.target for task in tasks) - longest)


def _limits(kept: Sequence[Kept], frame: Frame) -> Iterator[_Row]:
    """Yield a row from each time that can't be earlier to each that can't be later."""
    breaks = frame.breaks
    rest = [_rest(choice, breaks) for _, choice in kept]
    floors, limits = [(0, frame.start + sum(rest[:1]))], []
    for index, (task, choice) in enumerate(kept):
        if choice == LUNCH:
            latest = [breaks.lunch_until, *([] if task.start is None else [task.start - breaks.lunch])]
            limits.append((index, min(latest)))
            floors.append((index, breaks.lunch_from + breaks.lunch))
        elif task.start is not None:
            limits.append((index, task.start - rest[index]))
        if task.start is not None:
            floors.append((index, task.start))
    limits.append((len(kept), frame.last(any(choice == LUNCH for _, choice in kept))))
    for first, floor in floors:
        for end, limit in limits:
            if first < end:
                work = sum(task.target for task, _ in kept[first:end])
                yield _Row(first, end, floor + work + sum(rest[first + 1 : end]) - limit)


def _rest(choice: int, breaks: Breaks) -> int:
    return {PAUSE: breaks.pause, LUNCH: breaks.lunch}.get(choice, 0)


def _items(kept: Sequence[Kept], given: list[int], frame: Frame) -> Iterator[Item]:
    clock = frame.start
    for (task, choice), less in zip(kept, given, strict=True):
        for item in _before(task, choice, clock, frame.breaks):
            yield item
            clock = item.end
        yield Item("task", clock, task.target - less, task)
        clock += task.target - less


def _before(task: Task, choice: int, clock: int, breaks: Breaks) -> Iterator[Item]:
    """Yield the break before a task, longer where the task has to wait for its time."""
    if choice == LUNCH and clock < breaks.lunch_from:
        yield Item("wait", clock, breaks.lunch_from - clock)
        clock = breaks.lunch_from
    minutes = max(_rest(choice, breaks), (task.start or 0) - clock)
    if minutes > 0:
        names: dict[int, Literal["wait", "pause", "lunch"]] = {PAUSE: "pause", LUNCH: "lunch"}
        yield Item(names.get(choice, "wait"), clock, minutes)

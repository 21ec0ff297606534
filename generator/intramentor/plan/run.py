"""Tasks, a start and the minutes there are → the best plan, or what is short."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from intramentor.plan.bounds import Bounds
from intramentor.plan.frame import CUT, Frame
from intramentor.plan.label import UNLIMITED
from intramentor.plan.minutes import timed
from intramentor.plan.objectives import lost
from intramentor.plan.solver import run, search
from intramentor.plan.values import Breaks, Plan, Shortage, Task


def plan(
    tasks: Sequence[Task], start: int, minutes: int | None = None, breaks: Breaks | None = None
) -> Plan | Shortage:
    """Return the best plan for tasks in their order, or what is short.

    `start` is a time of day in minutes from midnight; `minutes` is the time there is, breaks
    included, or None for as much as it takes.
    """
    rules = breaks or Breaks()
    end = start + (_enough(tasks, start, rules) if minutes is None else minutes)
    frame = Frame(start, end, rules)
    choices = search(tasks, frame)
    if choices is None:
        return _shortage(tasks, frame)
    pairs = list(zip(tasks, choices, strict=True))
    kept = [pair for pair in pairs if pair[1] != CUT]
    cut = tuple(task for task, choice in pairs if choice == CUT)
    return Plan(timed(kept, frame), cut, lost(tasks, [choice != CUT for choice in choices]), start)


def _enough(tasks: Sequence[Task], start: int, breaks: Breaks) -> int:
    """Return minutes in which everything fits at its target, however it has to wait."""
    times = [breaks.lunch_from, *(task.start for task in tasks if task.start is not None)]
    work = sum(task.target for task in tasks) + breaks.pause * len(tasks) + breaks.lunch
    return work + max(0, max(times) - start)


def _shortage(tasks: Sequence[Task], frame: Frame) -> Shortage:
    """Return what the fixed tasks need: up to the first locked one that can't begin in time,
    or in all. Every task is taken at its shortest.
    """
    fixed = [replace(task, target=task.min) for task in tasks if task.is_fixed]
    far = frame._replace(end=frame.start + _enough(fixed, frame.start, frame.breaks))
    need = frame.end - frame.start
    for index, task in enumerate(fixed):
        some = fixed[: index + 1]
        labels = run(some, Bounds.of(some, far), UNLIMITED, 1)
        if not labels:
            have = frame.end if task.start is None else task.start
            return Shortage(frame.start, need, have - frame.start, task)
        need = min(label.least_clock for label in labels) - frame.start
    return Shortage(frame.start, need, frame.end - frame.start)

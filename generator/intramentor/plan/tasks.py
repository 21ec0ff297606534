"""Units of a curriculum, and their places in a format, as tasks."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any

from intramentor.model import Area, Guide, Session, Training
from intramentor.model.handbook import BreakRules, Slot
from intramentor.model.training import Activity
from intramentor.plan.run import plan
from intramentor.plan.values import Breaks, Shortage, Task

_NO_BREAKS = Breaks(after=10**6, lunch_from=0)


def minutes(clock: str) -> int:
    """Return a time of day such as `9:05` in minutes from midnight."""
    hours, _, rest = clock.partition(":")
    return int(hours) * 60 + int(rest)


def breaks_of(rules: BreakRules | None) -> Breaks:
    """Return a format's rules for breaks, or the usual ones."""
    if rules is None:
        return Breaks()
    return Breaks(
        rules.at_latest, rules.minutes, rules.lunch, minutes(rules.lunch_from), minutes(rules.lunch_until)
    )


def parts(unit: Any) -> tuple[Any, ...]:
    """Return what a unit is done in: activities, steps of the agenda, tasks, steps of a guide."""
    if isinstance(unit, Training):
        return unit.activities
    if isinstance(unit, Session):
        return unit.agenda
    if isinstance(unit, Area):
        return unit.tasks
    if isinstance(unit, Guide):
        return tuple(step for part in unit.parts for step in part.steps)
    return ()


def _longest(guide: Guide) -> tuple[Any, ...]:
    """Return the steps of a guide; where one of its parts is to be chosen, those of the longest."""
    if guide.choose == "all":
        return parts(guide)
    return max((part.steps for part in guide.parts), key=lambda steps: sum(step.minutes for step in steps))


def tasks_of(unit: Any) -> list[Task]:
    """Return a unit's tasks. What doesn't say that it can be cut or shortened can't."""
    if isinstance(unit, Training):
        return [
            Task(
                unit.id, one.id, min(one.minutes.min, one.minutes.target), one.minutes.target, one.minutes.max,
                one.priority, frozenset(f"{unit.id}.{name}" for name in one.serves),
            )
            for one in unit.activities
        ]
    known = _longest(unit) if isinstance(unit, Guide) else parts(unit)
    known = known or ((unit,) if hasattr(unit, "minutes") else ())
    return [Task(unit.id, one.id, one.minutes, one.minutes, one.minutes) for one in known]


def cut_line(activities: Sequence[Activity]) -> tuple[Activity, Activity] | None:
    """Return the last activity that may be left out and what to go on with, the next that may not;
    None where nothing that stays comes after one that may go.
    """
    low = [i for i, activity in enumerate(activities) if activity.priority == "low"]
    for index in reversed(low):
        stays = next((one for one in activities[index + 1 :] if one.priority != "low"), None)
        if stays is not None:
            return activities[index], stays
    return None


def slot_tasks(slot: Slot, unit: Any) -> list[Task] | Shortage:
    """Return the tasks of a unit in its place of a format, with all that the place changes;
    a shortage if the place has fewer minutes than the unit needs.
    """
    tasks = list(_changed(slot, tasks_of(unit)))
    if slot.minutes is None or sum(task.target for task in tasks) <= slot.minutes:
        return tasks
    unlocked = [replace(task, start=None) for task in tasks]
    made = plan(unlocked, 0, slot.minutes, _NO_BREAKS)
    if isinstance(made, Shortage):
        return made
    given = {item.task.id: item.minutes for item in made.kept if item.task}
    return [replace(task, target=given[task.id]) for task in tasks if task.id in given]


def slot_minutes(slot: Slot, unit: Any) -> int:
    """Return how long a unit takes in its place of a format."""
    if slot.minutes is None and slot.activities:
        return sum(task.target for task in _changed(slot, tasks_of(unit)))
    own: int = getattr(unit, "minutes", 0)
    return slot.minutes or own


def _changed(slot: Slot, tasks: list[Task]) -> Iterator[Task]:
    changes = {change.id: change for change in slot.activities}
    for task in tasks:
        change = changes.get(task.id)
        if change is None:
            yield task
        elif not change.cut:
            target = change.minutes or task.target
            start = None if change.start is None else minutes(change.start)
            yield replace(
                task, min=min(task.min, target), target=target, max=max(task.max, target), start=start
            )

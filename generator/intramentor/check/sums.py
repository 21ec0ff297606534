"""Minutes are computed sums, compared with the unit's own figure."""

from __future__ import annotations

from typing import Any

from intramentor.layers import Stack
from intramentor.layers.stacked import place_of
from intramentor.model import Area, Format, Guide, Session, Training
from intramentor.model.handbook import Slot
from intramentor.model.training import Duration
from intramentor.plan import Shortage, parts, slot_minutes, slot_tasks
from intramentor.problems import Problems, suggestion

Way = tuple[str, tuple[str, ...]]  # a unit's id, and a path in it


def check_sums(made: Stack, values: dict[str, Any], problems: Problems) -> None:
    """Note each figure that is not the sum of its parts, and durations out of order."""
    for unit, value in values.items():
        if isinstance(value, Format):
            _check_format(made, unit, value, values, problems)
            continue
        parts, total = minutes_of(value)
        if total is not None and total != value.minutes:
            problems.add(
                "sum", place_of(made.units[unit], ("minutes",)), parts=parts, sum=total,
                whole=value.kind, figure=value.minutes,
            )
        if isinstance(value, Training):
            _check_durations(made, value, problems)


def minutes_of(value: Any) -> tuple[str, int | None]:
    """Return what a unit's minutes are summed from, and the sum; None where nothing is."""
    if isinstance(value, Training):
        return "activities", sum(activity.minutes.target for activity in value.activities)
    if isinstance(value, Session):
        return "agenda", sum(step.minutes for step in value.agenda)
    if isinstance(value, Area):
        return "tasks", sum(task.minutes for task in value.tasks)
    if isinstance(value, Guide):
        parts = [sum(step.minutes for step in part.steps) for part in value.parts]
        return "steps", sum(parts) if value.choose == "all" else max(parts)
    return "", None


def _check_durations(made: Stack, value: Training, problems: Problems) -> None:
    for activity in value.activities:
        span = activity.minutes
        if not span.min <= span.target <= span.max:
            place = place_of(made.units[value.id], ("activities", activity.id, "minutes"))
            problems.add(
                "duration-order", place, min=span.min, target=span.target, max=span.max
            )


def _check_format(
    made: Stack, unit: str, value: Format, values: dict[str, Any], problems: Problems
) -> None:
    for stage in value.stages:
        slots = [slot for slot in stage.units if slot.id not in made.removed]
        for slot in (slot for slot in slots if slot.id in values):
            path = ("stages", stage.id, "units", slot.id)
            _check_activities(made, (unit, path), slot, values[slot.id], problems)
            _check_fit(made, (unit, path), slot, values[slot.id], problems)
        total = sum(slot_minutes(slot, values.get(slot.id)) for slot in slots)
        if total != stage.budget and all(slot.id in values for slot in stage.units):
            place = place_of(made.units[unit], ("stages", stage.id, "budget"))
            problems.add(
                "sum", place, parts="units", sum=total, whole="stage", figure=stage.budget
            )
    total = sum(stage.budget for stage in value.stages)
    if total != value.budget:
        place = place_of(made.units[unit], ("budget",))
        problems.add("sum", place, parts="stages", sum=total, whole="format", figure=value.budget)


def _check_fit(made: Stack, way: Way, slot: Slot, value: Any, problems: Problems) -> None:
    """Note a place in a format that has fewer minutes than its unit needs."""
    needed = slot_tasks(slot, value)
    if isinstance(needed, Shortage):
        place = place_of(made.units[way[0]], (*way[1], "minutes"))
        problems.add("no-fit", place, id=slot.id, need=needed.need, have=needed.have)


def _check_activities(made: Stack, way: Way, slot: Slot, value: Any, problems: Problems) -> None:
    """Note what a format can't change in an activity."""
    known = {part.id: part for part in parts(value)}
    for change in slot.activities:
        at = (*way[1], "activities", change.id)
        part = known.get(change.id)
        if part is None:
            guess = suggestion(change.id, known)
            place = place_of(made.units[way[0]], (*at, "id"))
            problems.add("unknown-reference", place, what="activity", id=change.id, guess=guess)
            continue
        if change.cut and getattr(part, "priority", "core") == "core":
            problems.add("cut-core", place_of(made.units[way[0]], (*at, "cut")), id=change.id)
        span = getattr(part, "minutes", None)
        if isinstance(span, Duration) and change.minutes and not span.min <= change.minutes <= span.max:
            place = place_of(made.units[way[0]], (*at, "minutes"))
            problems.add("activity-range", place, value=change.minutes, min=span.min, max=span.max)

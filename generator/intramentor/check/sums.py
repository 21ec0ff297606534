"""Minutes are computed sums, compared with the unit's own figure."""

from __future__ import annotations

from typing import Any

from intramentor.layers import Stack
from intramentor.layers.stacked import place_of
from intramentor.model import Area, Format, Guide, Session, Training
from intramentor.problems import Problems


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
        total = sum(
            slot.minutes or getattr(values.get(slot.id), "minutes", 0) for slot in slots
        )
        if total != stage.budget and all(slot.id in values for slot in stage.units):
            place = place_of(made.units[unit], ("stages", stage.id, "budget"))
            problems.add(
                "sum", place, parts="units", sum=total, whole="stage", figure=stage.budget
            )
    total = sum(stage.budget for stage in value.stages)
    if total != value.budget:
        place = place_of(made.units[unit], ("budget",))
        problems.add("sum", place, parts="stages", sum=total, whole="format", figure=value.budget)

"""The run of a unit on the clock: what begins when, who rests when, and where the facilitator may cut."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from intramentor.model.training import Activity, Training
from intramentor.plan import Plan, plan, tasks_of

NINE = 9 * 60


@dataclass(frozen=True, slots=True)
class Row:
    """One activity on the clock, in minutes from midnight, or a `rest`: `pause`, `lunch` or `wait`.

    `cut_to` is the title of what to go on with if this activity is left out: it stands where the
    line is drawn, before the last one that may be left out.
    """

    activity: Activity | None
    start: int
    end: int
    cut_to: str = ""
    rest: str = ""


def run(unit: Training, start: int) -> tuple[Row, ...]:
    """Return the run of a unit that begins at `start`: everything is kept, people rest as in every plan."""
    made = plan(tasks_of(unit), start)
    assert isinstance(made, Plan), "as much time as it takes is never short"
    return tuple(_rows(unit, made))


def _rows(unit: Training, made: Plan) -> Iterator[Row]:
    activities = {activity.id: activity for activity in unit.activities}
    cut, go_on = _cut(unit)
    for item in made.items:
        if item.task is None:
            yield Row(None, item.start, item.end, rest=item.kind)
        else:
            yield Row(activities[item.task.id], item.start, item.end, go_on if item.task.id == cut else "")


def _cut(unit: Training) -> tuple[str, str]:
    """Return the last activity that may be left out and what follows it; empty if nothing does."""
    low = [i for i, a in enumerate(unit.activities) if a.priority == "low"]
    for index in reversed(low):
        if index + 1 < len(unit.activities):
            return unit.activities[index].id, str(unit.activities[index + 1].title)
    return "", ""

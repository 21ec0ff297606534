"""The run of a unit on the clock: what begins when, who rests when, and where the facilitator may cut."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from intramentor.model.training import Activity, Training
from intramentor.plan import Plan, cut_line, plan, tasks_of

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
    line = cut_line(unit.activities)
    for item in made.items:
        if item.task is None:
            yield Row(None, item.start, item.end, rest=item.kind)
        else:
            here = line is not None and line[0].id == item.task.id
            yield Row(activities[item.task.id], item.start, item.end, str(line[1].title) if line and here else "")

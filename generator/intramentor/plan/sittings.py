"""What of a format happens in one go: sittings, and in each the rooms that run at a time."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from intramentor.model import Format, Text
from intramentor.model.base import ROLES
from intramentor.model.handbook import Slot, SlotActivity, Stage
from intramentor.model.training import TRAINING
from intramentor.plan.objectives import lost
from intramentor.plan.run import plan
from intramentor.plan.tasks import breaks_of, parts, slot_tasks
from intramentor.plan.values import Breaks, Plan, Shortage, Task

IN_ROOM = (*TRAINING, "session")


@dataclass(frozen=True, slots=True)
class Seat:
    """A unit in a sitting: its place in the format and whom it is for there."""

    slot: Slot
    unit: Any
    roles: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Sitting:
    """Units held on one day; `week` is None in a format that lasts days."""

    week: int | None
    day: int
    seats: tuple[Seat, ...]


@dataclass(frozen=True, slots=True)
class Sheet:
    """One run sheet of a sitting: for these roles, who do the same things, or why there is none."""

    roles: tuple[str, ...]
    seats: tuple[Seat, ...]
    plan: Plan | Shortage


def of_units(units: Sequence[Any]) -> Format:
    """Return a format of these units, one after the other in one room."""
    slots = tuple(Slot(id=unit.id) for unit in units)
    budget = sum(getattr(unit, "minutes", 0) for unit in units)
    stage = Stage(id="plan", title=Text(""), budget=budget, units=slots, audience=("facilitator",))
    return Format(id="", kind="format", title=Text(""), summary=Text(""), budget=budget, stages=(stage,),
                  left_out=Text(""))


def locked(form: Format, locks: Mapping[str, str], units: Mapping[str, Any]) -> Format:
    """Return a format in which units, or activities by `unit.id`, begin at given times.

    A unit begins with its first activity, which is then kept.
    """
    wanted: dict[str, list[SlotActivity]] = {}
    for name, start in locks.items():
        unit, _, own = name.partition(".")
        first = next(iter(parts(units[unit])), units[unit]).id
        wanted.setdefault(unit, []).append(SlotActivity(id=own or first, start=start))
    stages = tuple(
        replace(stage, units=tuple(_locked(slot, wanted.get(slot.id, [])) for slot in stage.units))
        for stage in form.stages
    )
    return replace(form, stages=stages)


def _locked(slot: Slot, wanted: list[SlotActivity]) -> Slot:
    old = {change.id: change for change in slot.activities}
    for change in wanted:
        old[change.id] = replace(old.get(change.id, change), start=change.start, cut=False)
    return replace(slot, activities=tuple(old.values()))


def sittings(form: Format, units: Mapping[str, Any]) -> tuple[Sitting, ...]:
    """Return the sittings of a format in their order; `units` are its units by id.

    In a format of weeks all that is held in a week is held on one day, and what people do
    at their own pace (areas, perspectives) is left out.
    """
    found: dict[tuple[int | None, int], list[Seat]] = {}
    for stage in form.stages:
        for slot in stage.units:
            unit = units.get(slot.id)
            if unit is None or (form.weeks is not None and unit.kind not in IN_ROOM):
                continue
            seat = Seat(slot, unit, _roles(stage, unit))
            key = (None, stage.day) if form.weeks is None else (slot.week or 1, 1)
            found.setdefault(key, []).append(seat)
    order = sorted(found.items(), key=lambda pair: (pair[0][0] or 0, pair[0][1]))
    return tuple(Sitting(week, day, tuple(seats)) for (week, day), seats in order)


def _roles(stage: Stage, unit: Any) -> tuple[str, ...]:
    return stage.audience or tuple(getattr(unit, "audience", ())) or ROLES[:2]


def sheets(
    sitting: Sitting, start: int, minutes: int | None = None, breaks: Breaks | None = None
) -> tuple[Sheet, ...]:
    """Return a run sheet for each group of roles that does the same in a sitting.

    The group that can give least is planned first; what others share with it they do at the
    same time and in the same way.
    """
    groups: dict[tuple[int, ...], list[str]] = {}
    for role in ROLES:
        own = tuple(i for i, seat in enumerate(sitting.seats) if role in seat.roles)
        if own:
            groups.setdefault(own, []).append(role)
    tasks = [slot_tasks(seat.slot, seat.unit) for seat in sitting.seats]
    made: list[Sheet] = []
    settled: dict[int, list[Task]] = {}
    fixed = [sum(t.min for t in each if t.is_fixed) if isinstance(each, list) else 0 for each in tasks]
    for chosen, roles in sorted(groups.items(), key=lambda pair: (-sum(fixed[i] for i in pair[0]), pair[0])):
        seats = tuple(sitting.seats[i] for i in chosen)
        short = next((each for i in chosen if isinstance(each := tasks[i], Shortage)), None)
        found = short or _plan(chosen, tasks, settled, start, minutes, breaks)
        made.append(Sheet(tuple(roles), seats, found))
    return tuple(sorted(made, key=lambda sheet: ROLES.index(sheet.roles[0])))


def _plan(
    chosen: tuple[int, ...], tasks: list[Any], settled: dict[int, list[Task]], start: int,
    minutes: int | None, breaks: Breaks | None,
) -> Plan | Shortage:
    """Return the plan of these seats, and note in `settled` how each of them is now done."""
    made = plan([task for i in chosen for task in settled.get(i, tasks[i])], start, minutes, breaks)
    if isinstance(made, Shortage):
        return made
    given = {(item.task.unit, item.task.id): item for item in made.kept if item.task}
    for i in (i for i in chosen if i not in settled):
        settled[i] = [
            replace(task, min=item.minutes, target=item.minutes, max=item.minutes, start=item.start)
            for task in tasks[i] if (item := given.get((task.unit, task.id))) is not None
        ]
    every = [task for i in chosen for task in tasks[i]]
    kept = [(task.unit, task.id) in given for task in every]
    cut = tuple(task for task, is_kept in zip(every, kept, strict=True) if not is_kept)
    return replace(made, cut=cut, lost=lost(every, kept))


def format_sheets(
    form: Format, units: Mapping[str, Any], start: int, minutes: int | None = None
) -> tuple[tuple[Sitting, tuple[Sheet, ...]], ...]:
    """Return every sitting of a format with its run sheets."""
    breaks = breaks_of(form.breaks)
    return tuple((one, sheets(one, start, minutes, breaks)) for one in sittings(form, units))

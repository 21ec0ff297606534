"""A plan written back as a format, in the form in which trainers write one."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from intramentor.model import Format
from intramentor.model.handbook import Slot, Stage
from intramentor.model.walk import names
from intramentor.plan import Item, Plan, Sheet, Sitting, clock, parts, slot_minutes, tasks_of
from intramentor.skeleton import FAMILIES, Place, free_path
from intramentor.writing import schema_line, write_whole

Run = tuple[tuple[Sitting, tuple[Sheet, ...]], ...]
_WORDS = {
    "en": ("Title, sentence case", "For whom, and what it gives", "What is left out, and what that costs",
           "Nothing.", "Cut: ", "No longer served: "),
    "pl": ("Tytuł", "Dla kogo i co daje", "Czego nie ma i ile to kosztuje",
           "Nic.", "Pominięte: ", "Nikt już nie ćwiczy: "),
}


def write_format(
    place: Place, installed: Path, name: str, form: Format, run: Run, units: Mapping[str, Any]
) -> str:
    """Write a plan as the format `name` where it belongs; return its path from the root.

    Raises what `free_path` raises.
    """
    path = free_path(name, FAMILIES["format"], place, installed)
    schema = place.root / "schemas" / "unit.json"
    lines = _lines(name, place.language, form, run, units)
    write_whole(path, schema_line(schema, path) + "\n".join(lines) + "\n")
    return path.relative_to(place.root).as_posix()


def _lines(
    name: str, language: str, form: Format, run: Run, units: Mapping[str, Any]
) -> Iterator[str]:
    title, summary, left_out, nothing, cut, lost = _WORDS[language]
    stages = [(stage, list(_stage(stage, form, run, units))) for stage in form.stages]
    yield from (f"id: {name}", "kind: format", f'title: "[[{title}]]"', f'summary: "[[{summary}]]"')
    yield f"budget: {sum(_budget(stage, form, run, units) for stage, _ in stages)}"
    if form.weeks is not None:
        yield f"weeks: {form.weeks}"
    if form.breaks is not None:
        yield "breaks:"
        yield from (f"  {name}: {json.dumps(getattr(form.breaks, name))}" for name in names(type(form.breaks)))
    yield "stages:"
    for stage, slots in stages:
        yield f"  - id: {stage.id}"
        yield f'    title: "{_quoted(stage.title)}"' if stage.title else f'    title: "[[{title}]]"'
        yield f"    budget: {_budget(stage, form, run, units)}"
        yield from _about(stage, form)
        yield "    units:"
        yield from slots
    plans = [sheet.plan for _, sheets in run for sheet in sheets if isinstance(sheet.plan, Plan)]
    gone = [*dict.fromkeys(cut + _title(task.unit, task.id, units) for plan in plans for task in plan.cut),
            *dict.fromkeys(lost + _objective(name, units) for plan in plans for name in plan.lost)]
    yield "left_out: |-"
    yield f"  [[{left_out}]]"
    yield ""
    yield from (f"  - {line}" for line in gone or [nothing])


def _about(stage: Stage, form: Format) -> Iterator[str]:
    if stage.day > 1:
        yield f"    day: {stage.day}"
    if stage.audience and form.id:  # a format made of loose units has a room, nobody's in particular
        yield "    audience:"
        yield from (f"      - {role}" for role in stage.audience)


def _stage(stage: Stage, form: Format, run: Run, units: Mapping[str, Any]) -> Iterator[str]:
    for slot in stage.units:
        yield f"      - id: {slot.id}"
        if slot.week is not None:
            yield f"        week: {slot.week}"
        items = _items(slot, stage, form, run)
        if items is None and slot.minutes is not None:
            yield f"        minutes: {slot.minutes}"
        changes = list(_authored(slot) if items is None else _changes(slot, items, units))
        if changes:
            yield "        activities:"
            yield from changes


def _items(slot: Slot, stage: Stage, form: Format, run: Run) -> dict[str, Item] | None:
    """Return how a unit of the format is run, by activity; None if it is not on a sheet."""
    for sitting, sheets in run:
        here = sitting.day == stage.day if form.weeks is None else sitting.week == (slot.week or 1)
        for sheet in sheets:
            if here and isinstance(sheet.plan, Plan) and slot.id in [seat.unit.id for seat in sheet.seats]:
                return {i.task.id: i for i in sheet.plan.kept if i.task and i.task.unit == slot.id}
    return None


def _authored(slot: Slot) -> Iterator[str]:
    """Yield what the format itself changes in a unit that people do at their own pace."""
    for change in slot.activities:
        yield f"          - id: {change.id}"
        if change.cut:
            yield "            cut: true"
        if change.minutes is not None:
            yield f"            minutes: {change.minutes}"


def _changes(slot: Slot, items: dict[str, Item], units: Mapping[str, Any]) -> Iterator[str]:
    """Yield what the plan changes in a unit's activities."""
    locks = {change.id: change.start for change in slot.activities}
    for task in tasks_of(units[slot.id]) if parts(units[slot.id]) else ():
        item = items.get(task.id)
        start = locks.get(task.id)
        if item is None:
            yield from (f"          - id: {task.id}", "            cut: true")
        elif item.minutes != task.target or start is not None:
            yield f"          - id: {task.id}"
            if item.minutes != task.target:
                yield f"            minutes: {item.minutes}"
            if start is not None:
                yield f'            start: "{clock(item.start)}"'


def _budget(stage: Stage, form: Format, run: Run, units: Mapping[str, Any]) -> int:
    total = 0
    for slot in stage.units:
        items = _items(slot, stage, form, run)
        total += slot_minutes(slot, units[slot.id]) if items is None else sum(item.minutes for item in items.values())
    return total


def _title(unit: str, name: str, units: Mapping[str, Any]) -> str:
    return next((str(part.title) for part in parts(units[unit]) if part.id == name), str(units[unit].title))


def _objective(name: str, units: Mapping[str, Any]) -> str:
    unit, _, own = name.partition(".")
    return next(str(one.text) for one in units[unit].objectives if one.id == own)


def _quoted(text: str) -> str:
    return str(text).replace("\\", "\\\\").replace('"', '\\"')

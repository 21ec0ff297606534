"""A run sheet as text for a terminal and as rows for other programs."""

from __future__ import annotations

from collections.abc import Iterator
from gettext import gettext as _
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from intramentor.plan import Item, Plan, Sheet, Sitting, Task

    Run = tuple[tuple[Sitting, tuple[Sheet, ...]], ...]
    Units = dict[str, Any]

_WIDTH = 60


def rows(run: Run, units: Units) -> Iterator[dict[str, Any]]:
    """Yield each sheet as plain values; times are such as 9:05, minutes whole numbers."""
    from intramentor.plan import clock

    for sitting, sheets in run:
        for sheet in sheets:
            made = _made(sheet)
            yield {
                "week": sitting.week,
                "day": sitting.day,
                "roles": list(sheet.roles),
                "start": clock(made.start),
                "end": clock(made.end),
                "work": made.work,
                "items": [_row(item, units) for item in made.items],
                "cut": [_name(task, units) for task in made.cut],
                "lost": [{"id": name, "text": objective(name, units)} for name in made.lost],
            }


def text(run: Run, units: Units, roles: dict[str, str]) -> Iterator[str]:
    """Yield the lines of every sheet."""
    for sitting, sheets in run:
        for sheet in sheets:
            head = [_when(sitting, run), ", ".join(roles[role] for role in sheet.roles) if len(sheets) > 1 else ""]
            if any(head):
                yield ", ".join(part for part in head if part)
            yield from _sheet(_made(sheet), units)
            yield ""


def title(task: Task, units: Units) -> str:
    """Return what a task is called."""
    from intramentor.pages import plain_text
    from intramentor.plan import parts

    unit = units[task.unit]
    named = {part.id: part.title for part in parts(unit)}
    return plain_text(named.get(task.id, unit.title))


def objective(name: str, units: Units) -> str:
    """Return the text of an objective by `unit.id`."""
    from intramentor.pages import plain_text

    unit, _dot, own = name.partition(".")
    return next(plain_text(one.text) for one in units[unit].objectives if one.id == own)


def _made(sheet: Sheet) -> Plan:
    from intramentor.plan import Plan

    assert isinstance(sheet.plan, Plan), "a sheet without a plan is a problem before it is shown"
    return sheet.plan


def _when(sitting: Sitting, run: Run) -> str:
    if sitting.week is not None:
        return _("Week {number}").format(number=sitting.week)
    return _("Day {number}").format(number=sitting.day) if len({one.day for one, _sheets in run}) > 1 else ""


def _name(task: Task, units: Units) -> dict[str, Any]:
    return {"unit": task.unit, "activity": task.id, "title": title(task, units), "target": task.target}


def _row(item: Item, units: Units) -> dict[str, Any]:
    from intramentor.plan import clock

    row = {"start": clock(item.start), "minutes": item.minutes, "kind": item.kind}
    return row if item.task is None else {**row, **_name(item.task, units), "priority": item.task.priority}


def _sheet(made: Plan, units: Units) -> Iterator[str]:
    from intramentor.pages import plain_text
    from intramentor.plan import clock

    yield _("{start}–{end}, {work} min of work").format(
        start=clock(made.start), end=clock(made.end), work=made.work)
    before = ""
    for item in made.items:
        if item.task is not None and item.task.unit != before:
            before = item.task.unit
            yield f"             {plain_text(units[before].title)}"
        yield _line(item, units)
    if made.cut:
        yield _("Left out:")
        yield from (f"  {title(task, units)} ({task.target} min)" for task in made.cut)
    if made.lost:
        yield _("No longer served:")
        yield from (f"  {objective(name, units)}" for name in made.lost)


def _line(item: Item, units: Units) -> str:
    from intramentor.plan import clock

    breaks = {"pause": _("break"), "lunch": _("lunch"), "wait": _("free")}
    if item.task is None:
        return f"{clock(item.start):>5} {item.minutes:>4} min  – {breaks[item.kind]} –"
    tags = {"core": "", "high": _("cut late"), "low": _("can be cut")}
    shown = f"{clock(item.start):>5} {item.minutes:>4} min    {title(item.task, units)}"
    tag = tags[item.task.priority]
    return f"{shown:<{_WIDTH + 15}}  {tag}" if tag else shown

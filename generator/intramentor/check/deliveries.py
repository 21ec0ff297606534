"""Deliveries hold a format that there is, on dates that there are."""

from __future__ import annotations

import zoneinfo
from typing import Any

from intramentor.layers import Stack
from intramentor.load import Delivered, Library
from intramentor.load.nodes import where
from intramentor.model import Format
from intramentor.model.delivery import FixedDate
from intramentor.plan import Shortage, days, format_sheets, is_date, minutes
from intramentor.problems import Problems, Where, suggestion

Path = tuple[str, ...]


def check_deliveries(
    library: Library, made: Stack, values: dict[str, Any], problems: Problems
) -> None:
    """Note what is wrong with each delivery of the edition."""
    for one in library.deliveries.get(made.edition, ()):
        _check_dates(one, problems)
        if not _is_zone(one.value.time_zone):
            problems.add("bad-time-zone", _place(one, ("time_zone",)), value=one.value.time_zone)
        form = _check_format(library, one, made, values, problems)
        for fixed in one.value.dates:
            _check_fixed(library, one, fixed, (made, form), problems)
        if form is not None:
            _check_times(one, form, values, problems)


def _is_zone(name: str) -> bool:
    try:
        zoneinfo.ZoneInfo(name)
    except (ValueError, OSError, zoneinfo.ZoneInfoNotFoundError):
        return False
    return True


def _place(one: Delivered, path: Path) -> Where:
    found = where(one.value.id, one.node, path)
    return Where(found.file, found.line, found.column, found.trail.replace("unit", "delivery", 1))


def _check_dates(one: Delivered, problems: Problems) -> None:
    wrong = {path: text for path, text in days(one.value) if not is_date(text)}
    for path, text in wrong.items():
        problems.add("bad-date", _place(one, path), value=text[:40])
    if wrong:
        return
    for off in one.value.days_off:
        if off.last is not None and off.last < off.first:
            place = _place(one, ("days_off", off.id, "last"))
            problems.add("date-order", place, first=off.first, last=off.last)
    for fixed in one.value.dates:
        if fixed.date < one.value.start:
            place = _place(one, ("dates", fixed.id, "date"))
            problems.add("date-early", place, date=fixed.date, start=one.value.start)


def _check_format(
    library: Library, one: Delivered, made: Stack, values: dict[str, Any], problems: Problems
) -> Format | None:
    name = one.value.format
    found = values.get(name)
    if isinstance(found, Format):
        return found
    if name in made.units and name not in library.broken:
        kind = made.units[name].kind
        if kind != "format":
            problems.add("wrong-reference", _place(one, ("format",)), id=name, kind=kind, what="format")
    elif name not in library.broken:
        guess = suggestion(name, [unit.id for unit in made.units.values() if unit.kind == "format"])
        problems.add("unknown-reference", _place(one, ("format",)), what="format", id=name, guess=guess)
    return None


def _check_times(one: Delivered, form: Format, values: dict[str, Any], problems: Problems) -> None:
    """Note a day on which a locked time of the format can't be met."""
    for _, found in format_sheets(form, values, minutes(one.value.time)):
        for sheet in found:
            if isinstance(sheet.plan, Shortage) and sheet.plan.task is not None:
                problems.add(sheet.plan.code, _place(one, ("time",)), **sheet.plan.facts)


def _check_fixed(
    library: Library, one: Delivered, fixed: FixedDate, what: tuple[Stack, Format | None], problems: Problems
) -> None:
    """Note a date of its own for a unit that there isn't, or for a week that has none of it."""
    made, form = what
    path = ("dates", fixed.id)
    if fixed.unit not in made.units:
        if fixed.unit not in library.broken:
            guess = suggestion(fixed.unit, made.units)
            problems.add("unknown-reference", _place(one, (*path, "unit")), what="unit", id=fixed.unit, guess=guess)
        return
    slots = [slot for stage in (form.stages if form else ()) for slot in stage.units if slot.id == fixed.unit]
    weeks = [slot.week or 1 for slot in slots]
    known = ", ".join(str(week) for week in weeks)
    if fixed.week is not None and slots and fixed.week not in weeks:
        place = _place(one, (*path, "week"))
        problems.add("date-unknown", place, id=fixed.unit, week=fixed.week, known=known)
    if fixed.week is None and len(slots) > 1:
        problems.add("date-unclear", _place(one, (*path, "unit")), id=fixed.unit, known=known)

"""A delivery's dates: when each unit is held, and for whom."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

from intramentor.model import Format
from intramentor.model.delivery import WEEKDAYS, Delivery, FixedDate, Rhythm
from intramentor.plan.sittings import Sitting, sheets, sittings
from intramentor.plan.tasks import breaks_of, minutes
from intramentor.plan.values import Plan

_WEEK = dt.timedelta(weeks=1)
_DAY = dt.timedelta(days=1)
_WEEKEND = 5


@dataclass(frozen=True, slots=True)
class Meeting:
    """A unit on a date: local times in minutes from midnight, and the roles it is for.

    `id` is unique in the delivery and stays the same when the date changes.
    """

    id: str
    unit: str
    date: dt.date
    start: int
    end: int
    roles: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Calendar:
    """All meetings of a delivery, in the order of their dates."""

    delivery: Delivery
    meetings: tuple[Meeting, ...]

    def of(self, unit: str) -> tuple[Meeting, ...]:
        """Return the meetings of a unit."""
        return tuple(meeting for meeting in self.meetings if meeting.unit == unit)


def days(value: Delivery) -> Iterator[tuple[tuple[str, ...], str]]:
    """Yield every date of a delivery with its path."""
    yield ("start",), value.start
    for off in value.days_off:
        yield ("days_off", off.id, "first"), off.first
        if off.last is not None:
            yield ("days_off", off.id, "last"), off.last
    for fixed in value.dates:
        yield ("dates", fixed.id, "date"), fixed.date


def is_date(text: str) -> bool:
    """Tell whether a text is a date in the form YYYY-MM-DD."""
    try:
        return dt.date.fromisoformat(text).isoformat() == text
    except ValueError:
        return False


def has_days(value: Delivery) -> bool:
    """Tell whether all dates of a delivery are dates."""
    return all(is_date(text) for _, text in days(value))


def calendar(delivery: Delivery, form: Format, units: Mapping[str, Any]) -> Calendar:
    """Return the dates of a delivery of a format; its units by id.

    Fixed dates win over the rhythm. All that is left of a sitting begins at the delivery's time.
    """
    found: list[Meeting] = []
    fixed = {(date.unit, date.week): date for date in delivery.dates}
    for sitting, date in _dated(delivery, form, units):
        stay = []
        for seat in sitting.seats:
            one = _fixed(fixed, seat.slot.id, sitting.week)
            if one is None:
                stay.append(seat)
            else:
                found.append(_at(one, seat.slot.id, delivery, seat.unit, seat.roles))
        found += _meetings(replace(sitting, seats=tuple(stay)), date, delivery, form)
    held = {slot.id for stage in form.stages for slot in stage.units}
    for one in delivery.dates:
        if one.unit not in held and one.unit in units:
            unit = units[one.unit]
            roles = tuple(getattr(unit, "audience", ()))
            found.append(_at(one, f"{one.unit}.{one.id}", delivery, unit, roles))
    return Calendar(delivery, tuple(sorted(_numbered(found), key=lambda m: (m.date, m.start, m.id))))


def _numbered(meetings: list[Meeting]) -> Iterator[Meeting]:
    """Yield the meetings; the second and later ones of a unit, in the order of the format, get
    their number in the id.
    """
    count: Counter[str] = Counter()
    for meeting in meetings:
        count[meeting.id] += 1
        number = count[meeting.id]
        yield meeting if number == 1 else replace(meeting, id=f"{meeting.id}.{number}")


def _fixed(
    fixed: Mapping[tuple[str, int | None], FixedDate], unit: str, week: int | None
) -> FixedDate | None:
    return fixed.get((unit, week or 1)) or fixed.get((unit, None))


def _at(one: FixedDate, name: str, delivery: Delivery, unit: Any, roles: tuple[str, ...]) -> Meeting:
    start = minutes(one.time or delivery.time)
    own: int = getattr(unit, "minutes", 0)
    length = one.minutes or own
    return Meeting(name, one.unit, dt.date.fromisoformat(one.date), start, start + length, roles)


def _meetings(sitting: Sitting, date: dt.date, delivery: Delivery, form: Format) -> Iterator[Meeting]:
    """Yield the meetings of a sitting, each once, whatever rooms it is on the sheets of."""
    done: set[str] = set()
    for sheet in sheets(sitting, minutes(delivery.time), None, breaks_of(form.breaks)):
        for seat in sheet.seats if isinstance(sheet.plan, Plan) else ():
            items = [i for i in sheet.plan.kept if i.task and i.task.unit == seat.unit.id]  # type: ignore[union-attr]
            if items and seat.unit.id not in done:
                done.add(seat.unit.id)
                yield Meeting(seat.unit.id, seat.unit.id, date, items[0].start, items[-1].end, seat.roles)


def _dated(
    delivery: Delivery, form: Format, units: Mapping[str, Any]
) -> Iterator[tuple[Sitting, dt.date]]:
    made = sittings(form, units)
    start = dt.date.fromisoformat(delivery.start)
    if form.weeks is None:
        days = _days(delivery, start, max((sitting.day for sitting in made), default=0))
        yield from ((sitting, days[sitting.day - 1]) for sitting in made)
        return
    weeks = _weeks(delivery, start, max((sitting.week or 1 for sitting in made), default=0))
    yield from ((sitting, weeks[(sitting.week or 1) - 1]) for sitting in made)


def _days(delivery: Delivery, start: dt.date, count: int) -> list[dt.date]:
    """Return so many working days; the first is the start, whatever day that is."""
    found: list[dt.date] = []
    date = start
    while len(found) < count:
        if not found or (date.weekday() < _WEEKEND and not _is_off(delivery, date)):
            found.append(date)
        date += _DAY
    return found


def _weeks(delivery: Delivery, start: dt.date, count: int) -> list[dt.date]:
    """Return the day of each week of the format. A day off moves it and all after it by a week."""
    rhythm = delivery.rhythm or Rhythm()
    weekday = start.weekday() if rhythm.weekday is None else WEEKDAYS.index(rhythm.weekday)
    date = start + _DAY * ((weekday - start.weekday()) % 7)
    found: list[dt.date] = []
    while len(found) < count:
        if _is_off(delivery, date):
            date += _WEEK
            continue
        found.append(date)
        date += _WEEK * rhythm.interval
    return found


def _is_off(delivery: Delivery, date: dt.date) -> bool:
    return any(
        dt.date.fromisoformat(off.first) <= date <= dt.date.fromisoformat(off.last or off.first)
        for off in delivery.days_off
    )

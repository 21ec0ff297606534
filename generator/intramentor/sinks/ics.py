"""Calendars: a delivery's dates as iCalendar files, one for each role.

A unit's entry keeps its UID as long as the delivery, the unit and the role keep their ids, so
a new file replaces what an older one put into a calendar. Calendars take the entry with the
higher SEQUENCE: whoever moves a date adds one to the delivery's `revision`. Nothing depends on
the day of the build: DTSTAMP counts minutes of revision from a fixed day.
"""

from __future__ import annotations

import datetime as dt
import zoneinfo
from collections.abc import Iterator
from typing import Any

import icalendar

from intramentor.compose import Handbook
from intramentor.model import Delivery, Session, Training
from intramentor.pages import Wording, plain_text
from intramentor.plan import Calendar, Meeting

# Who finds their calendar with which view of the handbook.
ROLES = {"participant": ("mentor", "mentee", "sponsor"), "facilitator": ("organiser", "facilitator")}
_AHEAD = dt.timedelta(days=3)  # a reminder to prepare comes so long before, on a working day
_FRIDAY = 4
_MORNING = dt.timedelta(hours=9)
_STAMP = dt.datetime(2026, 1, 1, tzinfo=dt.UTC)


def calendars(book: Handbook) -> dict[str, bytes]:
    """Return the calendar files of a handbook by name, `<delivery>-<role>.ics`.

    A role without any date has no file.
    """
    found = {
        f"{one.delivery.id}-{role}.ics": _file(book, one, role)
        for one in book.calendars for role in ROLES[book.view]
    }
    return {name: made for name, made in found.items() if made}


def _file(book: Handbook, one: Calendar, role: str) -> bytes:
    events = list(_events(book, one, role))
    if not events:
        return b""
    made = icalendar.Calendar()
    made.add("prodid", f"-//intramentor//{book.edition}//{book.language.upper()}")
    made.add("version", "2.0")
    made.add("x-wr-calname", f"{plain_text(one.delivery.title)}: {book.roles[role]}")
    made.add("x-wr-timezone", one.delivery.time_zone)
    years = [meeting.date.year for meeting in one.meetings]
    made.add_component(icalendar.Timezone.from_tzid(
        one.delivery.time_zone, first_date=dt.date(min(years), 1, 1), last_date=dt.date(max(years) + 1, 1, 1)
    ))
    for event in events:
        made.add_component(event)
    raw: bytes = made.to_ical()
    return raw


def _events(book: Handbook, one: Calendar, role: str) -> Iterator[icalendar.Event]:
    units = {piece.id: piece.value for piece in book.pieces}
    for meeting in one.meetings:
        unit = units[meeting.unit]
        if not _concerns(unit, meeting, role):
            continue
        yield _meeting(book, one.delivery, meeting, unit, role)
        lines = list(_preparation(unit, role, Wording(book.language, book.roles)))
        if lines:
            yield _reminder(book, one.delivery, meeting, (unit, lines), role)


def _concerns(unit: Any, meeting: Meeting, role: str) -> bool:
    """Tell whether a role needs the date: the organiser all, the facilitator the training."""
    if role == "organiser" or (role == "facilitator" and isinstance(unit, Training)):
        return True
    return role in meeting.roles


def _meeting(
    book: Handbook, delivery: Delivery, meeting: Meeting, unit: Any, role: str
) -> icalendar.Event:
    zone = zoneinfo.ZoneInfo(delivery.time_zone)
    midnight = dt.datetime.combine(meeting.date, dt.time())
    event = _event(book, delivery, f"{meeting.id}.{role}", plain_text(unit.title))
    for key, minutes in (("dtstart", meeting.start), ("dtend", meeting.end)):
        event.add(key, (midnight + dt.timedelta(minutes=minutes)).replace(tzinfo=zone))
    event.add("description", plain_text(unit.summary))
    event.add("categories", [Wording(book.language, book.roles)(f"kind_{unit.kind}")])
    if delivery.place is not None:
        event.add("location", plain_text(delivery.place))
    for person in delivery.people:
        if person.role in ("facilitator", "organiser"):
            event.add("contact", plain_text(person.name))
    return event


def _reminder(
    book: Handbook, delivery: Delivery, meeting: Meeting, about: tuple[Any, list[str]], role: str
) -> icalendar.Event:
    """Return an entry of a whole day, some days ahead, that reminds of what to prepare."""
    unit, lines = about
    title = Wording(book.language, book.roles)("calendar_prepare", title=plain_text(unit.title))
    event = _event(book, delivery, f"{meeting.id}.{role}.prepare", title)
    day = meeting.date - _AHEAD
    day -= dt.timedelta(days=max(0, day.weekday() - _FRIDAY))
    event.add("dtstart", day)
    event.add("dtend", day + dt.timedelta(days=1))
    event.add("description", "\n".join(lines))
    event.add("transp", "TRANSPARENT")
    alarm = icalendar.Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("description", title)
    alarm.add("trigger", _MORNING)
    event.add_component(alarm)
    return event


def _event(book: Handbook, delivery: Delivery, name: str, summary: str) -> icalendar.Event:
    event = icalendar.Event()
    event.add("uid", f"{delivery.id}.{name}@{book.edition}.intramentor")
    event.add("sequence", delivery.revision)
    event.add("dtstamp", _STAMP + dt.timedelta(minutes=delivery.revision))
    event.add("summary", summary, parameters={"LANGUAGE": book.language})
    return event


def _preparation(unit: Any, role: str, words: Wording) -> Iterator[str]:
    """Yield what a role has to do or bring; what is for the facilitator only to that role."""
    if isinstance(unit, Session) and role in ("mentor", "mentee"):
        for item in getattr(unit.preparation, role):
            yield f"- {plain_text(item.text)} ({words('minutes', n=item.minutes)})"
    elif isinstance(unit, Training) and role == "facilitator":
        yield from (f"- {plain_text(line)}" for line in unit.materials or ())
        if unit.facilitator is not None and unit.facilitator.before is not None:
            yield plain_text(unit.facilitator.before)
    elif isinstance(unit, Training) and role in unit.audience:
        yield from (f"- {plain_text(line)}" for line in unit.bring)

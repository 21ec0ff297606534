"""A delivery: a format that is held for real people, from a date on."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field, Strict

from intramentor.model.base import Clock, Id, Line, Minutes, Ref, Role, about, record, sample

Date = Annotated[str, Field(min_length=1)]
Weekday = Literal["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]
WEEKDAYS: tuple[str, ...] = (
    "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday",
)


@record
class Rhythm:
    """On which day people meet, and how far apart the weeks of the format lie."""

    weekday: Weekday | None = about("Day of the week (else that of `start`)", "tuesday", default=None)
    interval: Annotated[int, Strict(), Field(ge=1, le=8)] = about(
        "Weeks in the calendar for each week of the format", 2, default=1
    )


@record
class DayOff:
    """A time in which nobody meets: a holiday, a close of accounts."""

    id: Id = about("Immutable id, kebab-case", "winter-break")
    first: Date = about("First day, YYYY-MM-DD", "2026-12-21")
    last: Date | None = about("Last day, YYYY-MM-DD (else one day)", "2027-01-03", default=None)


@record
class Person:
    """Somebody who takes part or runs it."""

    id: Id = about("Immutable id, kebab-case", "lena")
    name: Line = about("Name, as it stands in the calendar", "Lena Wójcik")
    role: Role = about("Role", "facilitator")


@record
class FixedDate:
    """A unit that is held on a date of its own: one of the format's, or one more."""

    id: Id = about("Immutable id, kebab-case", "first-check-in")
    unit: Ref = about("Id of the unit", "monthly-check-in", of="unit")
    week: Annotated[int, Strict(), Field(ge=1, le=104)] | None = about(
        "Week of the format in which it stands, if it stands there more than once", 6, default=None
    )
    date: Date = about("Date, YYYY-MM-DD", "2027-03-02")
    time: Clock | None = about("Time of day (else that of the delivery)", "13:00", default=None)
    minutes: Minutes | None = about("Minutes (else the unit's own)", 30, default=None)


@record
class Delivery:
    """A format, held: dates, place and people. A file in an edition's `deliveries/`."""

    id: Id = about("The delivery's name, the same as its file's", "spring-2027")
    title: Line = about("What people call it", "Spring group")
    format: Ref = about("Id of the format", "six-month-programme", of="format")
    start: Date = about("First day, YYYY-MM-DD", "2027-02-01")
    time: Clock = about("Time of day at which people begin", "9:00", default="9:00")
    time_zone: Annotated[str, Field(min_length=1)] = about(
        "Time zone of the place, by its name in the IANA database", "Europe/Warsaw", default="Europe/Warsaw"
    )
    place: Line | None = about("Where", "Room 4, second floor", default=None)
    rhythm: Rhythm | None = about(
        "How a format of weeks lies in the calendar (else each week on the weekday of `start`)",
        sample(Rhythm, weekday="tuesday"), default=None,
    )
    revision: Annotated[int, Strict(), Field(ge=0, le=100_000)] = about(
        "Add one at each change that calendars must take over", 1, default=0
    )
    people: tuple[Person, ...] = about("Who is in it", [sample(Person)], default=())
    days_off: tuple[DayOff, ...] = about(
        "Times in which nobody meets: what falls there moves on by a week, or by a day", [sample(DayOff)], default=()
    )
    dates: tuple[FixedDate, ...] = about(
        "Units with dates of their own: moved, or added to the format", [sample(FixedDate)], default=()
    )

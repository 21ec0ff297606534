"""What holds the units together: contents, formats, glossary, prose pages."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field, Strict

from intramentor.model.base import (
    Clock,
    Flag,
    Id,
    Line,
    Minutes,
    Picture,
    Ref,
    Role,
    Text,
    about,
    record,
    sample,
)


@record
class Page:
    """A prose page: a Markdown file with a head."""

    id: Id = about("Immutable id, kebab-case", "what-reverse-mentoring-is")
    kind: Literal["page"] = about("What kind of unit this is", "page")
    title: Line = about("Title, sentence case", "What reverse mentoring is")
    summary: Text = about("What the page answers", "What changes, and what does not.")
    audience: tuple[Role, ...] = about("Who it is for; empty for everybody", ["mentee"], default=())
    reviewed: str | None = about("Date of the last review, YYYY-MM-DD", "2026-11-24", default=None)
    picture: Picture | None = about(
        "A picture that the handbook draws above the text", "habit-loop", default=None
    )
    body: Text = about("The page itself, below the head", "A junior person mentors a senior one.")


@record
class Sources:
    """The page that lists the sources below its own prose."""

    id: Id = about("Immutable id, kebab-case", "sources")
    kind: Literal["sources"] = about("What kind of unit this is", "sources")
    title: Line = about("Title, sentence case", "Sources")
    summary: Text = about("What the page answers", "What the handbook rests on.")
    reviewed: str | None = about("Date of the last review, YYYY-MM-DD", "2026-11-24", default=None)
    body: Text = about("What to know before the list", "Records were checked where possible.")


@record
class Term:
    """A word, explained."""

    id: Id = about("Immutable id, kebab-case; `[text](id:…)` links to it", "debrief")
    title: Line = about("The word", "Debrief")
    text: Text = about("What it means here", "A conversation about what was just done.")


@record
class Glossary:
    """Words, explained."""

    id: Id = about("Immutable id, kebab-case", "glossary")
    kind: Literal["glossary"] = about("What kind of unit this is", "glossary")
    title: Line = about("Title, sentence case", "Glossary")
    summary: Text = about("What the page answers", "Words as this handbook uses them.")
    reviewed: str | None = about("Date of the last review, YYYY-MM-DD", "2026-11-24", default=None)
    terms: Annotated[tuple[Term, ...], Field(min_length=1)] = about(
        "The words", [sample(Term)]
    )


@record
class Member:
    """A unit's place in a family."""

    id: Ref = about("Id of the unit", "contract-and-goal", of="unit")


@record
class Family:
    """Units that stand together in the navigation."""

    id: Id = about("Immutable id; the folder of the same name belongs to it", "sessions")
    title: Line = about("Heading in the navigation", "Sessions")
    summary: Line = about("What stands there", "Eight meetings of a pair.")
    units: tuple[Member, ...] = about(
        "Units in their order; others of the folder follow",
        [sample(Member), {"id": "baseline-and-first-try"}],
        default=(),
    )


@record
class Contents:
    """The order of the handbook: families, and the units in them."""

    id: Id = about("Immutable id, kebab-case", "contents")
    kind: Literal["contents"] = about("What kind of unit this is", "contents")
    title: Line = about("Title of the start page", "Who learns from whom?")
    summary: Text = about("The lead on the start page", "Both, with one goal.")
    body: Text = about("What stands on the start page below the lead", "First a contract.")
    families: Annotated[tuple[Family, ...], Field(min_length=1)] = about(
        "Families in their order; the paths of the roles follow the first format listed", [sample(Family)]
    )


@record
class SlotActivity:
    """What a format changes in an activity, or in a step of a session."""

    id: Ref = about("Id of the unit's activity or step", "triads", of="activity")
    minutes: Minutes | None = about(
        "Minutes in this format, from the activity's min to its max", 20, default=None
    )
    cut: Flag = about("true leaves it out of this format; never a core activity", True, default=False)
    start: Clock | None = about("Time of day at which it must begin", "11:00", default=None)


@record
class Slot:
    """A unit's place in a format."""

    id: Ref = about("Id of the unit", "contract-and-goal", of="unit")
    minutes: Minutes | None = about(
        "Minutes in this format, if other than the unit's own or the sum of `activities`", 60, default=None
    )
    activities: tuple[SlotActivity, ...] = about(
        "Activities that are shorter, longer, left out or locked here; all others stay as they are",
        [sample(SlotActivity, minutes=20)],
        default=(),
    )
    week: Annotated[int, Strict(), Field(ge=1, le=104)] | None = about(
        "Week of the programme, from 1", 3, default=None
    )


@record
class Stage:
    """A stretch of a format with its own budget."""

    id: Id = about("Immutable id, kebab-case", "start")
    title: Line = about("Title", "Start")
    budget: Minutes = about("Minutes that the stage may take", 240)
    day: Annotated[int, Strict(), Field(ge=1, le=30)] = about(
        "Day of a format that lasts days, from 1", 2, default=1
    )
    audience: tuple[Role, ...] = about(
        "Who takes part, if others than those whom its units are for", ["mentor"], default=()
    )
    units: Annotated[tuple[Slot, ...], Field(min_length=1)] = about(
        "Units in their order", [sample(Slot, week=3)]
    )


@record
class BreakRules:
    """When people rest, if other than the usual."""

    at_latest: Minutes = about("Longest stretch of work, in minutes", 60, default=90)
    minutes: Minutes = about("Minutes of a break", 10, default=15)
    lunch: Minutes = about("Minutes of lunch", 45, default=60)
    lunch_from: Clock = about("Earliest start of lunch", "11:30", default="12:00")
    lunch_until: Clock = about("Latest start of lunch", "13:30", default="14:00")


@record
class Format:
    """A choice of units, their order and a time budget."""

    id: Id = about("Immutable id, kebab-case", "six-month-programme")
    kind: Literal["format"] = about("What kind of unit this is", "format")
    title: Line = about("Title, sentence case", "Six-month programme")
    summary: Text = about("For whom, and what it gives", "The default.")
    reviewed: str | None = about("Date of the last review, YYYY-MM-DD", "2026-11-24", default=None)
    budget: Annotated[int, Strict(), Field(ge=1, le=100_000)] = about(
        "Minutes of all its units, those of each role added; the stages add up to it", 1020
    )
    weeks: Annotated[int, Strict(), Field(ge=1, le=104)] | None = about(
        "How many weeks it lasts; none for a single day", 26, default=None
    )
    stages: Annotated[tuple[Stage, ...], Field(min_length=1)] = about(
        "Stages in their order", [sample(Stage)]
    )
    breaks: BreakRules | None = about(
        "When people rest, if other than 15 minutes after 90 at the latest and an hour for lunch",
        {"at_latest": 60}, default=None,
    )
    left_out: Text = about("What is left out, and what that costs", "No supervision circle.")

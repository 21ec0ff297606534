"""Worksheets: typed fields, defined once and used by many units."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Discriminator, Field, Strict

from intramentor.model.base import (
    AnswerRef,
    Flag,
    Id,
    Line,
    Minutes,
    Ref,
    Role,
    Text,
    about,
    record,
    sample,
)


@record
class Shown:
    """An answer given on a worksheet, shown where it is needed again."""

    id: Id = about("Immutable id, kebab-case", "goal")
    answer: AnswerRef = about(
        "Which answer: the ids of a worksheet and its field", "goal-sheet.goal", of="answer"
    )
    session: Literal["this", "previous", "first"] = about(
        "Of a worksheet kept for each session: this session's copy, the last one before, or the first",
        "previous",
        default="this",
    )


@record
class Choice:
    """One answer to choose, or one item to tick."""

    id: Id = about("Immutable id, kebab-case", "every-week")
    text: Line = about("The answer as it is read", "Every week")


@record
class TextField:
    """Something to write: one line or several."""

    id: Id = about("Immutable id, kebab-case; answers are kept under it", "goal")
    type: Literal["short", "long"] = about("short: one line; long: several lines", "short")
    label: Line = about("What is asked", "My goal in one sentence")
    help: Line = about("How to answer, with an example", "For example: “By April I can …”")
    shows: tuple[Shown, ...] = about(
        "Answers from other worksheets to have in view here", [sample(Shown)], default=()
    )


@record
class ChoiceField:
    """One answer or several out of a few."""

    id: Id = about("Immutable id, kebab-case; answers are kept under it", "rhythm")
    type: Literal["choice", "checklist"] = about("choice: one; checklist: any number", "choice")
    label: Line = about("What is asked", "How often do we meet?")
    help: Line = about("How to answer, with an example", "Every two or three weeks works for most.")
    options: Annotated[tuple[Choice, ...], Field(min_length=2)] = about(
        "Two answers or more", [sample(Choice), {"id": "every-two-weeks", "text": "Every two weeks"}]
    )
    shows: tuple[Shown, ...] = about(
        "Answers from other worksheets to have in view here", [sample(Shown)], default=()
    )


@record
class ScaleField:
    """A number on a scale."""

    id: Id = about("Immutable id, kebab-case; answers are kept under it", "confidence")
    type: Literal["scale"] = about("scale: a number on a scale", "scale")
    label: Line = about("What is asked", "How sure are you that you will try it?")
    help: Line = about("How to answer, with an example", "Below 7: make the step smaller.")
    min: Annotated[int, Strict(), Field(ge=0, le=1)] = about("Lowest number", 0)
    max: Annotated[int, Strict(), Field(ge=2, le=10)] = about("Highest number", 10)
    min_label: Line = about("What the lowest means", "not at all")
    max_label: Line = about("What the highest means", "quite sure")
    shows: tuple[Shown, ...] = about(
        "Answers from other worksheets to have in view here", [sample(Shown)], default=()
    )


@record
class DateField:
    """A day."""

    id: Id = about("Immutable id, kebab-case; answers are kept under it", "next-meeting")
    type: Literal["date"] = about("date: a day", "date")
    label: Line = about("What is asked", "When do we meet next?")
    help: Line = about("How to answer, with an example", "Put it in both calendars now.")
    shows: tuple[Shown, ...] = about(
        "Answers from other worksheets to have in view here", [sample(Shown)], default=()
    )


@record
class Column:
    """One column of a table to fill in."""

    id: Id = about("Immutable id, kebab-case", "cue")
    type: Literal["short", "long", "date"] = about("What is written there", "short", default="short")
    label: Line = about("Heading of the column", "Cue")


@record
class RowsField:
    """A table whose rows can be added."""

    id: Id = about("Immutable id, kebab-case; answers are kept under it", "routines")
    type: Literal["rows"] = about("rows: a table with rows to add", "rows")
    label: Line = about("What is asked", "Three routines from yesterday")
    help: Line = about("How to answer, with an example", "“Coffee, then mail” is a routine.")
    columns: Annotated[tuple[Column, ...], Field(min_length=2, max_length=5)] = about(
        "Two to five columns", [sample(Column), {"id": "routine", "label": "What you do"}]
    )
    rows: Annotated[int, Strict(), Field(ge=1, le=30)] = about("Blank rows to begin with", 3)
    shows: tuple[Shown, ...] = about(
        "Answers from other worksheets to have in view here", [sample(Shown)], default=()
    )


WorksheetField = Annotated[
    TextField | ChoiceField | ScaleField | DateField | RowsField, Discriminator("type")
]


@record
class Worksheet:
    """A form that somebody fills in."""

    id: Id = about("Immutable id, kebab-case", "goal-sheet")
    kind: Literal["worksheet"] = about("What kind of unit this is", "worksheet")
    title: Line = about("Title, sentence case", "Goal sheet")
    summary: Text = about("What it is for and when it is used again", "One goal, checked later.")
    audience: Annotated[tuple[Role, ...], Field(min_length=1)] = about(
        "Who fills it in", ["mentee"]
    )
    minutes: Minutes = about("Minutes to fill it in", 10)
    reviewed: str | None = about("Date of the last review, YYYY-MM-DD", "2026-11-24", default=None)
    scope: Literal["programme", "session"] = about(
        "programme: one answer for the whole programme; session: one for each session",
        "programme",
    )
    seen_by: Line = about("Who sees it", "Nobody but you, unless you show it.")
    introduction: Text | None = about("How to go about it", "Rough is fine.", default=None)
    fields: Annotated[tuple[WorksheetField, ...], Field(min_length=1)] = about(
        "What is asked, in order", [sample(TextField), sample(ScaleField)]
    )
    signed: Flag = about("true if it ends with lines for two signatures", False, default=False)
    sources: tuple[Ref, ...] = about(
        "Ids of the sources used", ["gollwitzer-2006"], default=(), of="source"
    )
    facilitator: Text | None = about(
        "Notes for whoever hands it out", "Never collect it.", default=None, view="facilitator"
    )

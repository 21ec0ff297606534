"""Lessons and workshops: objectives, activities to the minute, a self-check."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from intramentor.model.base import (
    Count,
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

TRAINING = ("lesson", "workshop")  # kinds of unit that people are trained with


@record
class Duration:
    """How long something takes, in minutes: the least, the aim and the most."""

    min: Minutes = about("The shortest that still works, in minutes", 20)
    target: Minutes = about("The aim, in minutes; these add up to the unit's own figure", 30)
    max: Minutes = about("The longest that is still useful, in minutes", 40)


@record
class Objective:
    """One thing that a participant can do afterwards, in words that can be observed."""

    id: Id = about("Immutable id, kebab-case", "ask-open")
    text: Line = about(
        "Starts with a verb that can be observed",
        "Ask five open questions in a ten-minute conversation",
    )


@record
class FacilitatorNotes:
    """Notes for the person who runs an activity; never in a participant's build."""

    say: Text | None = about(
        "What to say, in words that can be spoken as they stand",
        "In a moment you will ask, and your partner will try to guess what you mean.",
        default=None,
    )
    watch_for: Text | None = about(
        "What to look at and listen for while it runs",
        "Two people talking over the observer.",
        default=None,
    )
    goes_wrong: Text | None = about(
        "What goes wrong, and what to do then",
        "A senior person starts to give advice: ask the observer to read the tally.",
        default=None,
    )
    if_short_of_time: Text | None = about(
        "What to cut when you are 15 minutes late", "One round in place of three.", default=None
    )
    room: Text | None = about(
        "How to set up the room", "Chairs in threes, no tables.", default=None
    )
    online: Text | None = about(
        "How to run it online", "Breakout rooms of three, camera on.", default=None
    )


@record
class Activity:
    """Something that people do, with its minutes, its steps and its debrief."""

    id: Id = about("Immutable id, kebab-case", "triads")
    title: Line = about("Short, as it stands in a run sheet", "Triads with an observer")
    method: Literal["solo", "pair", "triad", "group", "plenary"] = about(
        "How people sit and work", "triad"
    )
    minutes: Duration = about(
        "Minutes with the debrief included", sample(Duration)
    )
    priority: Literal["core", "high", "low"] = about(
        "core is never cut; low is cut first", "core"
    )
    serves: tuple[Ref, ...] = about(
        "Ids of the objectives that this activity serves", ["ask-open"], of="objective"
    )
    purpose: Line | None = about(
        "Why it is done, in one sentence",
        "You hear the difference between an open question and hidden advice.",
        default=None,
    )
    explain: Text | None = about(
        "What a participant reads before the steps: the idea, short, with an example",
        "An open question can't be answered by *yes*.",
        default=None,
    )
    steps: tuple[Text, ...] = about(
        "What to do, one step an item, in the imperative", ["Sit down in threes."]
    )
    example: Text | None = about(
        "A worked example that participants see after the steps",
        "Lena asks: “What happened just before?”",
        default=None,
    )
    debrief: tuple[Line, ...] = about(
        "Questions for afterwards that can't be answered by yes", ["What surprised you?"]
    )
    worksheets: tuple[Ref, ...] = about(
        "Ids of the worksheets used here", ["observer-sheet"], default=(), of="worksheet"
    )
    facilitator: FacilitatorNotes | None = about(
        "Notes for the facilitator alone",
        {"say": "Sit in threes.", "watch_for": "Two people talking over the observer."},
        default=None,
        view="facilitator",
    )


@record
class Option:
    """One answer of a self-check, with feedback that teaches."""

    id: Id = about("Immutable id, kebab-case", "what-made-you")
    text: Line = about("The answer as the participant reads it", "What made you choose it?")
    correct: Flag = about("true for a right answer", True, default=False)
    feedback: Text = about(
        "Why it is right or wrong", "Open: the answer can go anywhere, and it is short."
    )


@record
class Question:
    """A self-check question with at least one right and one wrong answer."""

    id: Id = about("Immutable id, kebab-case", "which-is-open")
    serves: tuple[Ref, ...] = about(
        "Ids of the objectives that it checks", ["ask-open"], of="objective"
    )
    question: Line = about("The question", "Which of these is an open question?")
    options: Annotated[tuple[Option, ...], Field(min_length=2)] = about(
        "Two answers or more",
        [
            sample(Option, correct=True),
            {
                "id": "would-you-rather",
                "text": "Wouldn't you rather use the new one?",
                "feedback": "Hidden advice: there is only one polite answer.",
            },
        ],
    )


@record
class GroupSize:
    """How many people a training unit is made for."""

    min: Count = about("The smallest group", 6)
    max: Count = about("The largest group", 16)


@record
class TrainingNotes:
    """What the facilitator reads before the day."""

    before: Text | None = about(
        "What to prepare, and when", "Print one observer sheet a head.", default=None
    )
    room: Text | None = about("The room", "Chairs in threes.", default=None)
    online: Text | None = about("The online variant", "Breakout rooms of three.", default=None)
    if_short_of_time: Text | None = about(
        "What to leave out at minus 15 minutes", "Drop the second round.", default=None
    )
    hard_moments: Text | None = about(
        "What is hard about this unit in reverse mentoring, and what helps",
        "The senior person in the room will want to teach.",
        default=None,
    )


@record
class Training:
    """A lesson (for one audience, also alone) or a workshop (facilitated group work)."""

    id: Id = about("Immutable id, kebab-case; the same in every language", "listening-and-questions")
    kind: Literal["lesson", "workshop"] = about("What kind of unit this is", "lesson")
    title: Line = about("Title, sentence case", "Listening, and questions that open")
    summary: Text = about("What it is for, in one or two sentences", "You practise asking.")
    audience: Annotated[tuple[Role, ...], Field(min_length=1)] = about(
        "Who it is for", ["mentor"]
    )
    minutes: Minutes = about("Minutes of the whole; the activities' targets add up to it", 75)
    group: GroupSize | None = about(
        "Size of the group", sample(GroupSize), default=None
    )
    reviewed: str | None = about("Date of the last review, YYYY-MM-DD", "2026-11-24", default=None)
    objectives: Annotated[tuple[Objective, ...], Field(min_length=1)] = about(
        "What a participant can do afterwards",
        [sample(Objective)],
    )
    prerequisites: tuple[Ref, ...] = about(
        "Ids of units to do first", ["contracting"], default=(), of="unit"
    )
    bring: tuple[Line, ...] = about(
        "What a participant brings", ["One routine that you would like back"], default=()
    )
    materials: tuple[Line, ...] = about(
        "What the room needs, with numbers", ["One observer sheet a head"], default=(), view="facilitator"
    )
    introduction: Text | None = about(
        "What a participant reads first", "In reverse mentoring you ask upward.", default=None
    )
    picture: Picture | None = about(
        "A picture that the handbook draws below the introduction", "habit-loop", default=None
    )
    activities: Annotated[tuple[Activity, ...], Field(min_length=1)] = about(
        "What is done, in order", [sample(Activity)]
    )
    self_check: tuple[Question, ...] = about(
        "Questions to check oneself with", [sample(Question)], default=()
    )
    key_points: Annotated[tuple[Line, ...], Field(min_length=1)] = about(
        "What to remember, three to five lines", ["Ask one question, then wait."]
    )
    worksheets: tuple[Ref, ...] = about(
        "Ids of the worksheets of the whole unit", ["observer-sheet"], default=(), of="worksheet"
    )
    sources: tuple[Ref, ...] = about(
        "Ids of the sources used", ["pfund-2014"], default=(), of="source"
    )
    facilitator: TrainingNotes | None = about(
        "What the facilitator reads before the day",
        {"before": "Print one observer sheet a head."},
        default=None,
        view="facilitator",
    )

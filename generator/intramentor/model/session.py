"""A session: one meeting of a pair, one agenda, prompts and preparation for each role."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from intramentor.model.base import (
    Flag,
    Id,
    Leader,
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
from intramentor.model.worksheet import Shown


@record
class Preparation:
    """One thing to do before the meeting."""

    id: Id = about("Immutable id, kebab-case", "draft-goal")
    text: Line = about("What to do, in the imperative", "Draft your goal on the goal sheet.")
    minutes: Minutes = about("Minutes it takes", 10)
    worksheet: Ref | None = about(
        "Id of the worksheet it fills in", "goal-sheet", default=None, of="worksheet"
    )


@record
class Preparations:
    """What each role does before the meeting."""

    mentor: Annotated[tuple[Preparation, ...], Field(min_length=1)] = about(
        "For the mentor, 10–15 minutes in all",
        [{"id": "read", "text": "Read the contract and mark one line to talk about.", "minutes": 10}],
    )
    mentee: Annotated[tuple[Preparation, ...], Field(min_length=1)] = about(
        "For the mentee, 15–20 minutes in all", [sample(Preparation)]
    )


@record
class Prompt:
    """What one role can say at a step; the other may read it too."""

    say: Line = about("A sentence to say", "What would make it unsafe for you to tell me?")
    hint: Text | None = about(
        "One line of advice on saying it", "Wait. Count to five.", default=None
    )


@record
class Prompts:
    """Your prompt, for each role."""

    mentor: Prompt = about("The mentor's prompt", sample(Prompt))
    mentee: Prompt = about("The mentee's prompt", {"say": "One thing should stay in this room: …"})


@record
class Step:
    """One step of the shared agenda."""

    id: Id = about("Immutable id, kebab-case", "contract")
    title: Line = about("Short, as it stands in the agenda bar", "Contract: our rules")
    minutes: Minutes = about("Minutes of this step", 25)
    leads: Leader = about("Who leads the step", "together")
    text: Text = about("What both do", "Fill in the contract together, line by line.")
    prompts: Prompts = about("Your prompt, for each role", sample(Prompts))
    worksheets: tuple[Ref, ...] = about(
        "Ids of worksheets open at this step", ["mentoring-contract"], default=(), of="worksheet"
    )
    shows: tuple[Shown, ...] = about(
        "Answers from worksheets to read out at this step", [sample(Shown)], default=()
    )


@record
class Stuck:
    """What to do when the conversation stalls."""

    id: Id = about("Immutable id, kebab-case", "silence")
    when: Line = about("What you notice", "Neither of you knows what to say")
    say: Line = about("A sentence that gets it moving", "What did we skip too fast?")


@record
class Log:
    """What to write down at the end: five lines at most."""

    worksheet: Ref = about(
        "Id of the log, a worksheet of at most five fields", "session-log", of="worksheet"
    )
    hint: Text = about("What matters in this session's log", "Write down the date of the try.")


@record
class Reflections:
    """A private note after the meeting, for each role."""

    mentor: Line = about("Question for the mentor", "When did you want to take over?")
    mentee: Line = about("Question for the mentee", "What was it like not to know?")


@record
class Session:
    """One meeting of a pair."""

    id: Id = about("Immutable id, kebab-case", "contract-and-goal")
    kind: Literal["session"] = about("What kind of unit this is", "session")
    title: Line = about("Title, sentence case", "Contract and first goal")
    summary: Text = about(
        "What both leave with, in one or two sentences", "You leave with rules and one goal."
    )
    audience: Annotated[tuple[Role, ...], Field(min_length=1)] = about(
        "Who it is for", ["mentor", "mentee"]
    )
    minutes: Minutes = about("Minutes of the meeting; the agenda adds up to it", 75)
    reviewed: str | None = about("Date of the last review, YYYY-MM-DD", "2026-11-24", default=None)
    mentee_owns: Line = about("What the mentee is responsible for", "Goal draft and agenda")
    mentor_prepares: Line = about("What the mentor brings", "Contract questions")
    first_experiment: Flag = about(
        "true if this is the first session with an experiment: habit time counts from here",
        False,
        default=False,
    )
    prerequisites: tuple[Ref, ...] = about(
        "Ids of units to do first", ["chemistry"], default=(), of="unit"
    )
    introduction: Text | None = about(
        "What both read first", "This is where the rules are made.", default=None
    )
    shows: tuple[Shown, ...] = about(
        "Answers from worksheets to have in view at this meeting", [sample(Shown)], default=()
    )
    picture: Picture | None = about(
        "A picture that the handbook draws below the introduction", "habit-loop", default=None
    )
    preparation: Preparations = about("What each role does before", sample(Preparations))
    agenda: Annotated[tuple[Step, ...], Field(min_length=1)] = about(
        "The shared agenda, to the minute", [sample(Step)]
    )
    stuck: Annotated[tuple[Stuck, ...], Field(min_length=1)] = about(
        "Prompts for when it stalls", [sample(Stuck)]
    )
    log: Log = about("What to write down", sample(Log))
    next_plan: Text = about(
        "The if-then plan to make for the time until the next session",
        "If it is Monday at nine, then I open the draft first.",
    )
    reflection: Reflections = about("A private note for each role", sample(Reflections))
    example: Text | None = about(
        "How a made-up pair did it", "Lena and Marek wrote down two rules.", default=None
    )
    worksheets: tuple[Ref, ...] = about(
        "Ids of worksheets of the whole session", ["goal-sheet"], default=(), of="worksheet"
    )
    sources: tuple[Ref, ...] = about(
        "Ids of the sources used", ["lally-2010"], default=(), of="source"
    )
    facilitator: Text | None = about(
        "Notes for whoever supports pairs",
        "Ask both, apart, how it went.",
        default=None,
        view="facilitator",
    )

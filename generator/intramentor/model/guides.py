"""Areas of development, and guides for organisers and sponsors."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from intramentor.model.base import Id, Line, Minutes, Picture, Ref, Role, Text, about, record, sample


@record
class Task:
    """A hands-on task from the mentee's own work."""

    id: Id = about("Immutable id, kebab-case", "first-draft")
    title: Line = about("Short and concrete", "A first draft in ten minutes")
    minutes: Minutes = about("Minutes it takes", 30)
    need: Line = about("What you need for it", "A text that you have to write anyway")
    steps: tuple[Text, ...] = about("What to do", ["Write the request together."])
    done_when: Line = about("How you know that it is done", "You can say what you changed and why")
    debrief: tuple[Line, ...] = about(
        "Questions for afterwards", ["What would you not hand over?"]
    )
    worksheets: tuple[Ref, ...] = about(
        "Ids of worksheets used", ["if-then-plan"], default=(), of="worksheet"
    )


@record
class QuestionSet:
    """Questions for each role."""

    mentor: Annotated[tuple[Line, ...], Field(min_length=1)] = about(
        "Questions that the mentor asks", ["Where does it get stuck today?"]
    )
    mentee: Annotated[tuple[Line, ...], Field(min_length=1)] = about(
        "Questions that the mentee asks", ["How do you check what comes out?"]
    )


@record
class Expert:
    """Somebody to ask."""

    id: Id = about("Immutable id, kebab-case", "data-protection")
    who: Line = about("Who, by role", "The data protection officer")
    about: Line = about("About what", "Before any personal data goes into a tool")


@record
class RiskCard:
    """What not to do, and whom to ask."""

    do_not: Annotated[tuple[Line, ...], Field(min_length=1)] = about(
        "What not to do", ["Paste client data into an open tool"]
    )
    ask: Annotated[tuple[Expert, ...], Field(min_length=1)] = about(
        "Whom to ask", [sample(Expert)]
    )
    note: Text | None = about("What else matters", "When in doubt, stop and ask.", default=None)


@record
class Area:
    """One development area: what it covers, three tasks, questions, a risk card."""

    id: Id = about("Immutable id, kebab-case", "ai-data-and-online-tools")
    kind: Literal["area"] = about("What kind of unit this is", "area")
    title: Line = about("Title, sentence case", "AI, data and online tools")
    summary: Text = about("What it is for", "You explore a tool on a task of your own.")
    audience: Annotated[tuple[Role, ...], Field(min_length=1)] = about(
        "Who it is for", ["mentor", "mentee"]
    )
    minutes: Minutes = about("Minutes of the tasks together", 90)
    reviewed: str | None = about("Date of the last review, YYYY-MM-DD", "2026-11-24", default=None)
    introduction: Text | None = about("What both read first", "Neither is the expert.", default=None)
    covers: Annotated[tuple[Line, ...], Field(min_length=1)] = about(
        "What it covers", ["A first draft by a language model"]
    )
    leaves_out: tuple[Line, ...] = about("What it leaves out", ["Programming"], default=())
    tasks: Annotated[tuple[Task, ...], Field(min_length=1)] = about(
        "Hands-on tasks", [sample(Task)]
    )
    questions: QuestionSet = about("Questions for each role", sample(QuestionSet))
    risk_card: RiskCard = about("What not to do, and whom to ask", sample(RiskCard))
    worksheets: tuple[Ref, ...] = about(
        "Ids of worksheets of the whole area", ["area-self-check"], default=(), of="worksheet"
    )
    sources: tuple[Ref, ...] = about(
        "Ids of the sources used", ["kellogg-2024"], default=(), of="source"
    )
    facilitator: Text | None = about(
        "Notes for whoever supports pairs",
        "Check that an expert is named.",
        default=None,
        view="facilitator",
    )


@record
class Listing:
    """Lines shown as they are: to type, to write into a file, or as they appear."""

    id: Id = about("Immutable id, kebab-case", "first-check")
    does: Literal["type", "write", "see"] = about(
        "type: typed in the terminal; write: written into a file; see: what appears", "type"
    )
    file: Line | None = about("The file to write, from the project's folder", "editions/acme/edition.yml", default=None)
    lines: Text = about("The lines, shown as they are", "intramentor check")


@record
class GuideStep:
    """One step of a job."""

    id: Id = about("Immutable id, kebab-case", "find-sponsor")
    title: Line = about("What to do, in a few words", "Find ${a sponsor}")
    minutes: Minutes = about("Working minutes of the owner", 60)
    when: Line | None = about("By when", "Day 1–3", default=None)
    text: Text = about("How to do it, with a sentence to say", "Ask for 45 minutes.")
    listings: tuple[Listing, ...] = about(
        "Lines to type or to write on a computer, below the text", [sample(Listing)], default=()
    )
    worksheets: tuple[Ref, ...] = about(
        "Ids of the forms used", ["programme-canvas"], default=(), of="worksheet"
    )


@record
class GuidePart:
    """A run of steps: a phase, or one of several ways."""

    id: Id = about("Immutable id, kebab-case", "closed-programme")
    title: Line = about("Title of the phase or way", "A closed programme in your company")
    text: Text | None = about("When to choose it", "If you have ten pairs or more.", default=None)
    steps: Annotated[tuple[GuideStep, ...], Field(min_length=1)] = about(
        "The steps, in order", [sample(GuideStep)]
    )


@record
class Trouble:
    """A thing that goes wrong, and what to do."""

    id: Id = about("Immutable id, kebab-case", "no-mentors")
    sign: Line = about("What you see", "Fewer ${mentor.plural} than ${mentee.plural} apply")
    do: Text = about("What to do", "Ask team leads for names, never for their own reports.")


@record
class Guide:
    """How to do one job of the organiser or the sponsor."""

    id: Id = about("Immutable id, kebab-case", "how-to-start")
    kind: Literal["guide"] = about("What kind of unit this is", "guide")
    title: Line = about("Title, sentence case", "How to start")
    summary: Text = about("What is done at the end", "You know which way to take.")
    audience: Annotated[tuple[Role, ...], Field(min_length=1)] = about(
        "Who it is for", ["organiser"]
    )
    minutes: Minutes = about(
        "Working minutes: the steps add up to it; with `choose: one`, those of the longest part", 480
    )
    reviewed: str | None = about("Date of the last review, YYYY-MM-DD", "2026-11-24", default=None)
    owner: Line = about("Who does it", "The organiser, with HR")
    when: Line = about("When in the programme", "Eight weeks before the launch")
    choose: Literal["all", "one"] = about(
        "all: do every part in order; one: the parts are ways, take one", "all", default="all"
    )
    introduction: Text | None = about("What the owner reads first", "Start small.", default=None)
    picture: Picture | None = about(
        "A picture that the handbook draws below the introduction", "habit-loop", default=None
    )
    parts: Annotated[tuple[GuidePart, ...], Field(min_length=1)] = about(
        "Phases or ways", [sample(GuidePart)]
    )
    goes_wrong: Annotated[tuple[Trouble, ...], Field(min_length=1)] = about(
        "What goes wrong, and what to do", [sample(Trouble)]
    )
    done_when: tuple[Line, ...] = about(
        "How you know that it is done", ["The sponsor has three dates"], default=()
    )
    worksheets: tuple[Ref, ...] = about(
        "Ids of the forms of the whole guide", ["programme-canvas"], default=(), of="worksheet"
    )
    sources: tuple[Ref, ...] = about(
        "Ids of the sources used", ["allen-2006"], default=(), of="source"
    )
    facilitator: Text | None = about(
        "Notes for a trainer who teaches this job",
        "Ask who decides on the budget.",
        default=None,
        view="facilitator",
    )

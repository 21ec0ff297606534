"""A perspective: one claim about generations, what the evidence says, what to ask."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field, Strict

from intramentor.model.base import Id, Line, Minutes, Ref, Role, Text, about, record, sample


@record
class Grade:
    """How the evidence stands to the claim, and how strong it is."""

    direction: Literal[
        "contradicts", "rather-contradicts", "unclear", "rather-supports", "supports"
    ] = about("What the evidence does to the claim", "rather-contradicts")
    strength: Annotated[int, Strict(), Field(ge=1, le=4)] = about(
        "1 anecdotes · 2 single studies · 3 a review or meta-analysis with limits · "
        "4 several independent reviews",
        3,
    )
    note: Line = about("What the strength rests on", "One meta-analysis; mostly surveys")


@record
class Evidence:
    """One finding, with source, range and weakness."""

    id: Id = about("Immutable id, kebab-case", "meta-analysis")
    text: Text = about("The finding, with its citation", "Of six beliefs, one held [@ng-2012].")


@record
class Explanation:
    """Another reason why the claim may look true."""

    title: Line = about("The reason in a few words", "Longer practice")
    text: Text = about("How it would look", "A routine practised for years runs by itself.")


@record
class Explanations:
    """Age, period and cohort: three things that one survey can't part."""

    age: Explanation = about("Where a person is in life", sample(Explanation))
    period: Explanation = about(
        "What happens to everybody now",
        {
            "title": "Third reorganisation",
            "text": "Whoever has seen two fail waits for the third to prove itself, at any age.",
        },
    )
    cohort: Explanation = about(
        "What those who started together share",
        {"title": "Same start", "text": "They learned the trade on the same tools, and trust them."},
    )


@record
class Ask:
    """What to ask this person in place of guessing."""

    mentor: Annotated[tuple[Line, ...], Field(min_length=1)] = about(
        "Questions that the mentor asks", ["Which change went well for you?"]
    )
    mentee: Annotated[tuple[Line, ...], Field(min_length=1)] = about(
        "Questions that the mentee asks", ["What would have to stay as it is?"]
    )


@record
class Perspective:
    """One claim that people make about generations."""

    id: Id = about("Immutable id, kebab-case", "resistance-to-change")
    kind: Literal["perspective"] = about("What kind of unit this is", "perspective")
    title: Line = about("Title, sentence case", "Resistance to change")
    summary: Text = about("What the reader gets from it", "Why practice explains more than age.")
    audience: Annotated[tuple[Role, ...], Field(min_length=1)] = about(
        "Who it is for", ["mentor", "mentee"]
    )
    minutes: Minutes = about("Minutes to read and try it", 15)
    reviewed: str | None = about("Date of the last review, YYYY-MM-DD", "2026-11-24", default=None)
    claim: Line = about("The claim as people say it", "At that age people don't change any more.")
    verdict: Line = about("The answer in one line", "The evidence rather contradicts it")
    grade: Grade = about("Direction and strength of the evidence", sample(Grade))
    evidence: Annotated[tuple[Evidence, ...], Field(min_length=1)] = about(
        "Findings, each with its source", [sample(Evidence)]
    )
    explanations: Explanations = about("Other explanations", sample(Explanations))
    ask: Ask = about("What to ask this person", sample(Ask))
    use: Text = about("How to use it in the next session", "Pick one question. Ask it early.")
    sources: Annotated[tuple[Ref, ...], Field(min_length=1)] = about(
        "Ids of the sources used", ["ng-2012"], of="source"
    )
    facilitator: Text | None = about(
        "Notes for whoever uses it in a group",
        "Let the group guess the grade first.",
        default=None,
        view="facilitator",
    )

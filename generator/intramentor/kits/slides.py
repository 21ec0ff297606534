"""A training as slides: few words for the room, the rest in the notes."""

from __future__ import annotations

from collections.abc import Iterator

from intramentor.kits.prose import Prose
from intramentor.kits.values import Deck, Slide
from intramentor.model.training import Activity, FacilitatorNotes, Training
from intramentor.pages.text import plain_text

_FEW = 90  # characters of a step that can be read from the last row
_FULL = 7  # activities on a slide


def deck(prose: Prose, unit: Training) -> Deck:
    """Return the slides of a training; `prose` is the facilitators' handbook."""
    title = plain_text(unit.title)
    return Deck(
        f"{unit.id}-slides", prose.book.language, title, tuple(_slides(prose, unit)), prose.words("start_timer")
    )


def _slides(prose: Prose, unit: Training) -> Iterator[Slide]:
    words = prose.words
    yield Slide("title", plain_text(unit.title), prose.book.name, notes=_before(prose, unit))
    for part in _parts(unit.activities):
        lines = tuple(str(prose.line(a.title)) for a in part)
        beside = tuple(words("minutes", n=a.minutes.target) for a in part)
        yield Slide("agenda", words("what_you_do"), words("minutes", n=unit.minutes), lines, beside)
    yield Slide(
        "points", words("afterwards_you_can"), lines=tuple(str(prose.line(o.text)) for o in unit.objectives)
    )
    for activity in unit.activities:
        yield from _activity(prose, activity)
    yield Slide("points", words("to_remember"), lines=tuple(str(prose.line(k)) for k in unit.key_points))


def _parts(activities: tuple[Activity, ...]) -> Iterator[tuple[Activity, ...]]:
    """Yield activities in slides of about equal length, none too full."""
    slides = -(-len(activities) // _FULL)
    size = -(-len(activities) // slides)
    for first in range(0, len(activities), size):
        yield activities[first : first + size]


def _activity(prose: Prose, activity: Activity) -> Iterator[Slide]:
    steps = tuple(str(prose.opening(step, _FEW)) for step in activity.steps)
    lead = prose.words("method_" + activity.method)
    title = plain_text(activity.title)
    minutes = activity.minutes.target
    yield Slide("activity", title, lead, steps,
                notes=_notes(prose, activity), minutes=minutes,
                beside=(prose.words("minutes", n=minutes),))
    if activity.debrief:
        questions = tuple(str(prose.line(question)) for question in activity.debrief)
        yield Slide("question", title, prose.words("debrief"), questions, notes=_aside(prose, activity.facilitator))


def _before(prose: Prose, unit: Training) -> str:
    parts = []
    for key in ("before", "room", "online", "if_short_of_time"):
        text = getattr(unit.facilitator, key, None)
        if text:
            parts.append(f"<p><b>{prose.words(key)}</b></p>{prose.block(text)}")
    return "".join(parts)


def _notes(prose: Prose, activity: Activity) -> str:
    """Return what the facilitator says and does: the steps in full, for the slide shortens them."""
    notes = activity.facilitator or FacilitatorNotes()
    steps = "".join(f"<li>{prose.line(step)}</li>" for step in activity.steps)
    parts = [_part(prose, "say", notes.say), f"<p><b>{prose.words('do')}</b></p><ol>{steps}</ol>",
             _part(prose, "watch_for", notes.watch_for), _part(prose, "if_short_of_time", notes.if_short_of_time)]
    return "".join(parts)


def _aside(prose: Prose, notes: FacilitatorNotes | None) -> str:
    return _part(prose, "goes_wrong_activity", notes.goes_wrong if notes else None)


def _part(prose: Prose, word: str, text: object) -> str:
    return f"<p><b>{prose.words(word)}</b></p>{prose.block(text)}" if text else ""  # type: ignore[arg-type]

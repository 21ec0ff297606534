"""A training as slides: few words for the room, the rest in the notes."""

from __future__ import annotations

from collections.abc import Iterator

from intramentor.kits.prose import Prose
from intramentor.kits.values import Deck, Slide
from intramentor.model.training import Activity, FacilitatorNotes, Training
from intramentor.pages.text import plain_text

_FEW = 90  # characters of a step that can be read from the last row
_FULL = 7  # lines on a slide of points


def deck(prose: Prose, unit: Training) -> Deck:
    """Return the slides of a training; `prose` is the facilitators' handbook."""
    title = plain_text(unit.title)
    return Deck(
        f"{unit.id}-slides", prose.book.language, title, tuple(_slides(prose, unit)), prose.words("start_timer")
    )


def _slides(prose: Prose, unit: Training) -> Iterator[Slide]:
    words = prose.words
    yield Slide("title", plain_text(unit.title), prose.book.name, notes=_before(prose, unit))
    agenda = [f"{prose.line(a.title)}\t{words('minutes', n=a.minutes.target)}" for a in unit.activities]
    for part in _parts(agenda):
        yield Slide("agenda", words("what_you_do"), words("minutes", n=unit.minutes), part)
    yield Slide(
        "points", words("afterwards_you_can"), lines=tuple(str(prose.line(o.text)) for o in unit.objectives)
    )
    for activity in unit.activities:
        yield from _activity(prose, activity)
    yield Slide("section", words("to_remember"))
    yield Slide("points", words("to_remember"), lines=tuple(str(prose.line(k)) for k in unit.key_points))


def _parts(lines: list[str]) -> Iterator[tuple[str, ...]]:
    """Yield lines in slides of about equal length, none too full."""
    slides = -(-len(lines) // _FULL)
    size = -(-len(lines) // slides)
    for first in range(0, len(lines), size):
        yield tuple(lines[first : first + size])


def _activity(prose: Prose, activity: Activity) -> Iterator[Slide]:
    steps = tuple(str(prose.opening(step, _FEW)) for step in activity.steps)
    lead = prose.words("method_" + activity.method)
    title = plain_text(activity.title)
    yield Slide("activity", title, lead, steps, _notes(prose, activity), activity.minutes.target)
    if activity.debrief:
        questions = tuple(str(prose.line(question)) for question in activity.debrief)
        yield Slide("question", title, prose.words("debrief"), questions, _aside(prose, activity.facilitator))


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

"""The programme as a line: its sessions, their weeks, and how long a habit needs."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from intramentor.compose import Handbook, Piece, fill
from intramentor.pages.pictures.svg import block, broken, framed, text
from intramentor.pages.text import lang_attribute, plain_text
from intramentor.pages.wording import Wording

HABIT_WEEKS = 10


@dataclass(frozen=True, slots=True)
class Stop:
    """A session on the line, with its week if the format has weeks."""

    piece: Piece
    week: int | None
    title: str


@dataclass(frozen=True, slots=True)
class Line:
    """How a line is drawn: its width and height, the first stop, the stops' radius and size of text."""

    width: int
    y: int
    margin: int
    radius: int
    size: int

    def x(self, index: int, count: int) -> float:
        """Return where a stop stands."""
        return self.margin + index * (self.width - 2 * self.margin) / (count - 1)


NARROW, WIDE = Line(360, 44, 20, 15, 15), Line(880, 92, 52, 19, 15)
_TICK = "M-5 0.5l3.5 4 7-8.5"


def programme(handbook: Handbook, plan: Piece | None, w: Wording) -> str:
    """Return the line of a format for a phone and for a desk; empty if it has fewer than three sessions."""
    stops = _stops(handbook, plan)
    if len(stops) < 3:
        return ""
    described = "; ".join(f"{i}. {s.title}{_week(s, w, ', ')}" for i, s in enumerate(stops, 1))
    narrow, wide = _narrow(stops, w), _wide(stops, w)
    title = w("picture_programme")
    return framed("programme-narrow", 360, 124, title, described, narrow, "im-pic--narrow") + framed(
        "programme-wide", 880, 212, title, described, wide, "im-pic--wide"
    )


def _stops(handbook: Handbook, plan: Piece | None) -> list[Stop]:
    if plan is None:
        return []
    pieces = {piece.id: piece for piece in handbook.pieces}
    slots = [slot for stage in plan.value.stages for slot in stage.units]
    return [
        Stop(piece, slot.week, fill(plain_text(piece.value.title), handbook.names))
        for slot in slots if (piece := pieces[slot.id]).kind == "session"
    ]


def _week(stop: Stop, w: Wording, before: str = "") -> str:
    return f"{before}{w('week_n', n=stop.week)}" if stop.week else ""


def _narrow(stops: Sequence[Stop], w: Wording) -> str:
    line, count = NARROW, len(stops)
    drawn = _track(line)
    for index, stop in enumerate(stops):
        x = line.x(index, count)
        drawn += _stop(line, x, index, stop)
        drawn += text(_inside(x), 14, w("you_are_here"), size=line.size, kind="im-pic__here", anchor=_anchor(index, count))
        if stop.week:
            drawn += text(x, 80, str(stop.week), size=line.size, kind="im-pic__soft")
    label = w("weeks_below") if stops[0].week else ""
    bracket = _bracket(line, stops, 91, w)
    return drawn + (bracket or text(180, 104, label, size=line.size, kind="im-pic__soft"))


def _inside(x: float) -> float:
    """Return where a label at a stop begins or ends, so that it stays in the picture."""
    return min(max(x, 2), 358)


def _wide(stops: Sequence[Stop], w: Wording) -> str:
    line, count = WIDE, len(stops)
    drawn = _track(line)
    for index, stop in enumerate(stops):
        x, anchor = line.x(index, count), _anchor(index, count, edges=1)
        at = {"start": x - line.radius, "end": x + line.radius, "middle": x}[anchor]
        shown = broken(stop.title.partition(":")[0], 18)
        lang = lang_attribute(stop.piece.value.title, w.language)
        top = line.y - 28 - 18 * len(shown) if index % 2 else line.y + 41
        drawn += _stop(line, x, index, stop)
        drawn += block(at, top, shown, size=15, kind="im-pic__name", anchor=anchor, most=200, lang=lang)
        drawn += text(at, top + 18.75 * len(shown), _week(stop, w), size=14, kind="im-pic__soft", anchor=anchor)
    return drawn + _bracket(line, stops, 180, w)


def _anchor(index: int, count: int, edges: int = 2) -> str:
    if index < edges:
        return "start"
    return "end" if index >= count - edges else "middle"


def _track(line: Line) -> str:
    return f'<path class="im-pic__track" d="M{line.margin} {line.y}H{line.width - line.margin}"/>'


def _stop(line: Line, x: float, index: int, stop: Stop) -> str:
    number = text(0, line.size * 0.36, str(index + 1), size=line.size, kind="im-pic__number")
    return (
        f'<g class="im-pic__stop" data-node="{stop.piece.id}" transform="translate({x:g} {line.y})">'
        f'<circle r="{line.radius}"/>{number}<path class="im-pic__tick" d="{_TICK}"/></g>'
    )


def _bracket(line: Line, stops: Sequence[Stop], y: int, w: Wording) -> str:
    """Return the stretch from the first try to the closing, if it is long enough for a habit."""
    first = next((i for i, s in enumerate(stops) if s.piece.value.first_experiment), None)
    if first is None or (stops[-1].week or 0) - (stops[first].week or 0) < HABIT_WEEKS:
        return ""
    left, right = line.x(first, len(stops)), line.x(len(stops) - 1, len(stops))
    middle = min((left + right) / 2, line.width - 138)
    return (
        f'<path class="im-pic__line" d="M{left:g} {y}v8H{right:g}v-8"/>'
        + text(middle, y + 25, w("habit_needs"), size=line.size, kind="im-pic__name")
    )

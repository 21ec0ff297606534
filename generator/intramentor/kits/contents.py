"""What there is for which units: handouts and workbooks for participants, guides and slides to run them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Any

from intramentor.compose import Handbook, Piece
from intramentor.kits.materials import materials
from intramentor.kits.prose import Prose
from intramentor.kits.run import NINE, run
from intramentor.kits.slides import deck
from intramentor.kits.values import Deck, Paper
from intramentor.model.training import TRAINING
from intramentor.pages.downloads import PAIR, worksheets
from intramentor.pages.text import capital, plain_text
from intramentor.plan import clock


@dataclass(frozen=True, slots=True)
class Options:
    """What a trainer says of the day: when it starts, in minutes from midnight, and for how many."""

    start: int = NINE
    group: int | None = None


def chosen(book: Handbook, name: str) -> tuple[Piece, ...]:
    """Return a unit of the handbook, or all of a format in their order; none if there is no such id."""
    units = {piece.id: piece for piece in book.pieces}
    piece = units.get(name)
    if piece is None:
        return ()
    if piece.kind != "format":
        return (piece,)
    named = [slot.id for stage in piece.value.stages for slot in stage.units]
    return tuple(units[one] for one in dict.fromkeys(named) if one in units)


def handouts(prose: Prose, pieces: Iterable[Piece]) -> Iterator[Paper]:
    """Yield each worksheet that the units use or are, once, and each session's sheet for either role."""
    pieces = tuple(pieces)
    for sheet in _sheets(prose, pieces):
        yield _worksheet(prose, sheet.value)
    for piece in pieces:
        if piece.kind == "session":
            yield from (_session(prose, piece.value, role) for role in PAIR)


def workbooks(prose: Prose, name: str, title: str, pieces: Iterable[Piece]) -> Iterator[Paper]:
    """Yield a workbook for each role that has trainings or sessions among the units, with all its worksheets."""
    pieces = tuple(pieces)
    wanted = [p for p in pieces if p.kind in (*TRAINING, "session")]
    for role in dict.fromkeys(role for piece in wanted for role in piece.value.audience):
        yield _workbook(prose, name, title, role, [p for p in pieces if role in _audience(p)])


def facilitation(prose: Prose, pieces: Iterable[Piece], options: Options) -> Iterator[Paper | Deck]:
    """Yield what runs each training: guide, slides, materials. `prose` is the facilitators' handbook."""
    for piece in pieces:
        if piece.kind in TRAINING:
            yield _guide(prose, piece.value, options)
            yield deck(prose, piece.value)
            yield _materials(prose, piece.value, options)


def _audience(piece: Piece) -> tuple[str, ...]:
    return tuple(getattr(piece.value, "audience", ()))


def _sheets(prose: Prose, pieces: Iterable[Piece]) -> list[Piece]:
    """Return the worksheets that the units use, and those among them."""
    named: dict[str, None] = {}
    for piece in pieces:
        named |= dict.fromkeys((piece.id,) if piece.kind == "worksheet" else worksheets(piece.value))
    return [prose.units[name] for name in named]


def _paper(prose: Prose, kind: str, unit: Any, name: str, running: str, **values: Any) -> Paper:
    body = prose.render(kind, unit=unit, **values)
    return Paper(name, prose.book.language, kind, plain_text(unit.title), running, _foot(prose), body)


def _foot(prose: Prose) -> str:
    """Return what stands at the foot of a paper: whose it is, and where more is to be read."""
    legal = prose.book.settings.legal
    if prose.book.view == "facilitator":
        return prose.words("for_facilitators_only")
    name = (legal.say(prose.book.language) if legal else "") or prose.book.name
    address = str(prose.book.settings.site_address or "").removeprefix("https://").rstrip("/")
    return f"{name} · {address}" if address else name


def _worksheet(prose: Prose, unit: Any) -> Paper:
    who = ", ".join(prose.book.roles[role] for role in unit.audience)
    running = f"{prose.words('kind_worksheet')} · {who} · {prose.words('minutes', n=unit.minutes)}"
    return _paper(prose, "worksheet", unit, unit.id, running)


def _session(prose: Prose, unit: Any, role: str) -> Paper:
    running = prose.words("session_sheet", role=prose.book.roles[role])
    log = prose.units[unit.log.worksheet].value
    return _paper(prose, "session", unit, f"{unit.id}-{role}", running, role=role, log=log)


def _workbook(prose: Prose, name: str, title: str, role: str, pieces: list[Piece]) -> Paper:
    trainings = [piece.value for piece in pieces if piece.kind in TRAINING]
    sessions = [piece.value for piece in pieces if piece.kind == "session"]
    sheets = [p.value for p in _sheets(prose, pieces) if role in _audience(p) or set(_audience(p)).isdisjoint(PAIR)]
    bodies = [(_session(prose, unit, role).body, unit) for unit in sessions] if role in PAIR else []
    running = prose.words("workbook_for", role=prose.book.roles[role])
    body = prose.render(
        "workbook", title=title, trainings=trainings, sessions=[unit for _, unit in bodies],
        session_sheets=bodies, sheets=sheets,
    )
    heading = f"{title}: {prose.words('workbook')}"
    return Paper(
        f"{name}-workbook-{role}", prose.book.language, "workbook", heading, capital(running), _foot(prose),
        body, forms=("pdf",),
    )


def _guide(prose: Prose, unit: Any, options: Options) -> Paper:
    rows = run(unit, options.start)
    start, end = clock(options.start), clock(rows[-1].end)
    paper = _paper(
        prose, "guide", unit, f"{unit.id}-guide", prose.words("guide"), rows=rows, start=start, end=end,
        clock=clock, needs=materials(unit, prose.units, options.group),
    )
    return replace(paper, forms=("pdf",))


def _materials(prose: Prose, unit: Any, options: Options) -> Paper:
    needs = materials(unit, prose.units, options.group)
    return _paper(prose, "materials", unit, f"{unit.id}-materials", prose.words("materials_list"), needs=needs)


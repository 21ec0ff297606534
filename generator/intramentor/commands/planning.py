"""`plan`: units or a format fitted to the time there is, as a run sheet."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from gettext import gettext as _
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from intramentor.commands.options import (
    FINE,
    USAGE,
    Talk,
    edition_option,
    format_option,
    opened,
    root_option,
)

if TYPE_CHECKING:
    from intramentor.compose import Handbook
    from intramentor.model import Format
    from intramentor.plan import Sheet, Sitting

    Run = tuple[tuple[Sitting, tuple[Sheet, ...]], ...]

_CLOCK = re.compile(r"([01]?\d|2[0-3]):[0-5]\d")


def commands() -> Iterator[click.Command]:
    """Yield `plan`."""
    yield _plan()


class ClockType(click.ParamType[int]):
    """A time of day on the command line; gives minutes from midnight."""

    name = "time"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> int:
        """Return the minutes, or end with wrong usage."""
        if isinstance(value, int):
            return value
        if not _CLOCK.fullmatch(value):
            self.fail(_("{value} is not a time of day such as 9:05").format(value=value), param, ctx)
        hours, minutes = value.split(":")
        return int(hours) * 60 + int(minutes)


class LockType(click.ParamType[tuple[str, str]]):
    """ID=TIME on the command line; gives the id and the time as it was written."""

    name = "lock"

    def convert(
        self, value: Any, param: click.Parameter | None, ctx: click.Context | None
    ) -> tuple[str, str]:
        """Return the pair, or end with wrong usage."""
        name, _sign, clock = value.partition("=")
        if not name or not _CLOCK.fullmatch(clock):
            self.fail(_("{value} is not an id with a time such as my-routines=9:05").format(value=value), param, ctx)
        return name, clock


def _plan() -> click.Command:
    @click.pass_obj
    def plan(
        talk: Talk, ids: tuple[str, ...], root: Path, edition: str | None, minutes: int | None, start: int,
        locks: tuple[tuple[str, str], ...], write: str | None,
    ) -> int:
        from intramentor.commands.runsheet import rows, text
        from intramentor.draft import write_format
        from intramentor.model.edition import DEFAULT_EDITION
        from intramentor.plan import format_sheets
        from intramentor.project import installed
        from intramentor.skeleton import Place

        book = _book(talk, root, edition)
        units = {piece.id: piece.value for piece in book.pieces}
        chosen = _format(ids, locks, units)
        if chosen is None:
            return USAGE
        run = format_sheets(chosen, units, start, minutes)
        _stop_if_short(run, chosen, book)
        if talk.form == "json":
            click.echo(json.dumps(list(rows(run, units)), ensure_ascii=False, indent=1))
        else:
            for line in text(run, units, book.roles):
                click.echo(line)
        if write is not None:
            own = None if book.edition == DEFAULT_EDITION else book.edition
            place = Place(root, own, book.language, None)
            path = write_format(place, installed(), write, chosen, run, units)
            click.echo(_("Fill in what stands in [[…]]: {path}").format(path=path), err=True)
        return FINE

    return click.Command(
        "plan", callback=plan, params=_params(),
        help=_("Fit a format or units into the time there is, and print a run sheet: core activities stay, others are cut by priority. For a format of several days or weeks, each has that time."),
    )


def _params() -> list[click.Parameter]:
    return [
        click.Argument(["ids"], nargs=-1, required=True, metavar=_("FORMAT|UNIT...")),
        root_option(), edition_option(), format_option("text", "json"),
        click.Option(["--minutes"], metavar=_("MINUTES"), type=click.IntRange(1, 1440), help=_("Minutes there are, breaks included (else as many as it takes).")),
        click.Option(["--start"], metavar=_("TIME"), type=ClockType(), default="9:00", help=_("When it begins (else 9:00).")),
        click.Option(["--lock", "locks"], type=LockType(), multiple=True, metavar=_("ID=TIME"),
                     help=_("Begin a unit, or UNIT.ACTIVITY, at this time; may be repeated.")),
        click.Option(["--write"], metavar=_("ID"), help=_("Write the plan back as a format with this id.")),
    ]


def _book(talk: Talk, root: Path, edition: str | None) -> Handbook:
    """Return the facilitators' handbook of an edition in the language asked for, if it has it."""
    from intramentor.compose import compose

    project = opened(talk, root)
    project.problems.stop()
    name = project.edition(edition)
    known = project.library.editions[name].languages
    language = talk.lang if talk.lang in known else known[0]
    book, problems = compose(project.library, project.stacks[name], language, "facilitator")
    problems.stop()
    assert book is not None, "no handbook and no problem"
    return book


def _format(ids: tuple[str, ...], locks: tuple[tuple[str, str], ...], units: dict[str, Any]) -> Format | None:
    """Return the format asked for, or one made of the units; None, said why, if there is none."""
    from intramentor.model import Format
    from intramentor.plan import locked, of_units, parts

    lost = [name for name in ids if name not in units]
    lost += [name for name, _clock in locks if not _can_begin(name, units)]
    if lost:
        click.echo(_("Nothing is called {name}").format(name=lost[0]), err=True)
        return None
    first = units[ids[0]]
    if isinstance(first, Format) and len(ids) == 1:
        return locked(first, dict(locks), units)
    without = [name for name in ids if not (parts(units[name]) or hasattr(units[name], "minutes"))]
    if without:
        click.echo(_("{name} has no minutes to plan").format(name=without[0]), err=True)
        return None
    return locked(of_units([units[name] for name in dict.fromkeys(ids)]), dict(locks), units)


def _can_begin(name: str, units: dict[str, Any]) -> bool:
    """Tell whether there is such a unit, or such an activity of a unit."""
    from intramentor.plan import tasks_of

    unit, dot, own = name.partition(".")
    tasks = tasks_of(units[unit]) if unit in units else []
    return any(task.id == own for task in tasks) if dot else bool(tasks)


def _stop_if_short(run: Run, chosen: Format, book: Handbook) -> None:
    """Raise what is short, if a sheet has no plan."""
    from intramentor.plan import Shortage
    from intramentor.problems import Problems, Where

    files = {piece.id: piece.source for piece in book.pieces}
    problems = Problems()
    for sitting, sheets in run:
        when = f"day {sitting.day}" if sitting.week is None else f"week {sitting.week}"
        for sheet in sheets:
            if isinstance(sheet.plan, Shortage):
                file = files.get(chosen.id, files[sheet.seats[0].unit.id])
                place = Where(file, trail=f"{when} › {', '.join(sheet.roles)}" if chosen.id else "")
                problems.add(sheet.plan.code, place, **sheet.plan.facts)
    problems.stop()

"""`kit`: what a trainer takes into the room, and what the group takes home."""

from __future__ import annotations

import re
from collections.abc import Iterator
from gettext import gettext as _
from pathlib import Path

import click

from intramentor.commands.options import FINE, FOLDER, edition_option, progress, root_option

_CLOCK = re.compile(r"([01]?\d|2[0-3]):([0-5]\d)")


def _minutes(_context: click.Context, _option: click.Parameter, value: str) -> int:
    """Return a time of day such as 9:00 as minutes from midnight, or say how it is written."""
    found = _CLOCK.fullmatch(value)
    if found is None:
        raise click.BadParameter(_("{value} is no time of day; write it like 9:00 or 14:30").format(value=value))
    return int(found[1]) * 60 + int(found[2])


def commands() -> Iterator[click.Command]:
    """Yield the command that makes kits."""
    yield _kit()


def _kit() -> click.Command:
    def kit(
        name: str, root: Path, edition: str, languages: tuple[str, ...], out: Path, start: int, group: int | None
    ) -> int:
        from intramentor.kits import Options
        from intramentor.printing import print_kit
        from intramentor.project import data_root, open_project

        place = root.resolve()
        project = open_project(place)
        made = print_kit(
            project, data_root(place), project.edition(edition), name, out.resolve(), languages,
            Options(start, group), progress,
        )
        click.echo(_("The kit: {folder}").format(folder=made))
        return FINE

    params: list[click.Parameter] = [
        click.Argument(["name"], metavar="UNIT|FORMAT"),
        root_option(), edition_option(),
        click.Option(["--language", "languages"], type=click.Choice(["en", "pl"]), multiple=True,
                     help=_("Language of the kit (else each of the edition's).")),
        click.Option(["--out"], type=FOLDER, default="kits", help=_("Folder to write to (else kits).")),
        click.Option(["--start"], callback=_minutes, metavar="H:MM", default="9:00", help=_("When it begins (else 9:00).")),
        click.Option(["--group"], type=click.IntRange(2, 500), metavar="N",
                     help=_("How many people come (else the largest group it is made for).")),
    ]
    return click.Command(
        "kit", callback=kit, params=params,
        help=_("Make everything for the room: guide, slides, handouts to print and to fill in, workbook."),
    )

"""`kit`: what a trainer takes into the room, and what the group takes home."""

from __future__ import annotations

from collections.abc import Iterator
from gettext import gettext as _
from pathlib import Path

import click

from intramentor.commands.options import (
    FINE,
    FOLDER,
    Talk,
    conclude,
    edition_option,
    format_option,
    opened,
    progress,
    root_option,
)
from intramentor.commands.planning import ClockType


def commands() -> Iterator[click.Command]:
    """Yield the command that makes kits."""
    yield _kit()


def _kit() -> click.Command:
    @click.pass_obj
    def kit(
        talk: Talk, name: str, root: Path, edition: str | None, languages: tuple[str, ...], out: Path,
        start: int, group: int | None,
    ) -> int:
        from intramentor.kits import Options
        from intramentor.printing import print_kit
        from intramentor.project import data_root

        project = opened(talk, root)
        made = print_kit(
            project, data_root(root), project.edition(edition), name, out.resolve(), languages,
            Options(start, group), lambda done, of, file: progress(f"{done}/{of} {file}"),
        )
        conclude(talk, [_("The kit: {folder}").format(folder=made)])
        return FINE

    return click.Command(
        "kit", callback=kit, params=_params(),
        help=_("Make everything for the room: guide, slides, handouts to print and to fill in, workbook."),
    )


def _params() -> list[click.Parameter]:
    return [
        click.Argument(["name"], metavar=_("UNIT|FORMAT")),
        root_option(), edition_option(),
        click.Option(["--language", "languages"], type=click.Choice(["en", "pl"]), multiple=True,
                     help=_("Language of the kit (else each of the edition's).")),
        click.Option(["--out"], type=FOLDER, default="kits", help=_("Folder to write to (else kits).")),
        click.Option(["--start"], metavar=_("TIME"), type=ClockType(), default="9:00", help=_("When it begins (else 9:00).")),
        click.Option(["--group"], type=click.IntRange(2, 500), metavar="N",
                     help=_("How many people come (else the largest group it is made for).")),
        format_option("text", "json", "github"),
    ]

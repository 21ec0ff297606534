"""`new`: skeletons to fill in."""

from __future__ import annotations

from collections.abc import Iterator
from gettext import gettext as _
from pathlib import Path

import click

from intramentor.commands.options import (
    FINE,
    Talk,
    conclude,
    format_option,
    lang_option,
    root_option,
)

# Stands in skeleton.FAMILIES too; there it would load the types, and `--help` must be quick.
KINDS = ("lesson", "workshop", "session", "perspective", "area", "guide", "worksheet", "format")


def commands() -> Iterator[click.Command]:
    """Yield `new` with what it can make."""
    yield click.Group("new", [_unit()], help=_("Write a commented skeleton to fill in."))


def _unit() -> click.Command:
    @click.pass_obj
    def unit(
        talk: Talk, kind: str, id: str, root: Path, language: str, family: str | None,  # noqa: A002
        edition: str | None,
    ) -> int:
        from intramentor.project import installed
        from intramentor.skeleton import Place, write_unit

        place = Place(root, edition, language, family)
        path = write_unit(kind, id, place, installed(), talk.lang)
        conclude(talk, [_("Fill in what stands in [[…]]: {path}").format(path=path)])
        return FINE

    params: list[click.Parameter] = [
        click.Argument(["kind"], type=click.Choice(KINDS), metavar=_("KIND")),
        click.Argument(["id"]),
        root_option(),
        click.Option(["--edition"], metavar=_("NAME"), help=_("Edition that the unit belongs to (else the pack).")),
        click.Option(["--language"], type=click.Choice(["en", "pl"]), default="en",
                     help=_("Language that you write the unit in.")),
        click.Option(["--family"], metavar=_("NAME"), help=_("Folder of the unit (else that of its kind).")),
        format_option("text", "json", "github"),
        lang_option(),
    ]
    return click.Command(
        "unit", callback=unit, params=params,
        help=_("Write the skeleton of a unit: KIND says what it is ({kinds}), ID names it.").format(
            kinds=", ".join(KINDS)),
    )

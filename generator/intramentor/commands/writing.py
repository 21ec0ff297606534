"""`new`: skeletons to fill in."""

from __future__ import annotations

from collections.abc import Iterator
from gettext import gettext as _
from pathlib import Path

import click

from intramentor.commands.options import FINE, lang_option, root_option

# Stands in skeleton.FAMILIES too; there it would load the types, and `--help` must be quick.
KINDS = ("lesson", "workshop", "session", "perspective", "area", "guide", "worksheet", "format")


def commands() -> Iterator[click.Command]:
    """Yield `new` with what it can make."""
    yield click.Group("new", [_unit()], help=_("Write a commented skeleton to fill in."))


def _unit() -> click.Command:
    def unit(kind: str, id: str, root: Path, language: str, family: str | None) -> int:  # noqa: A002
        from intramentor.skeleton import write_unit

        path = write_unit(root.resolve(), kind, id, language, family)
        click.echo(_("Fill in what stands in [[…]]: {path}").format(path=path))
        return FINE

    params: list[click.Parameter] = [
        click.Argument(["kind"], type=click.Choice(KINDS)),
        click.Argument(["id"]),
        root_option(),
        click.Option(["--language"], type=click.Choice(["en", "pl"]), default="en",
                     help=_("Language that you write the unit in.")),
        click.Option(["--family"], help=_("Folder of the unit (else that of its kind).")),
        lang_option(),
    ]
    return click.Command(
        "unit", callback=unit, params=params,
        help=_("Write the skeleton of a unit: KIND says what it is, ID names it."),
    )

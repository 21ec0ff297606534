"""`init`: a company's repository."""

from __future__ import annotations

from collections.abc import Iterator
from gettext import gettext as _
from pathlib import Path

import click

from intramentor.commands.options import FINE, FOLDER, Talk


def commands() -> Iterator[click.Command]:
    """Yield the command that begins a company's repository."""
    yield _init()


def _init() -> click.Command:
    @click.pass_obj
    def init(talk: Talk, name: str, root: Path) -> int:
        import intramentor
        from intramentor.project import installed
        from intramentor.starter import write_repository

        path = write_repository(root, name, talk.lang, intramentor.__version__, installed())
        click.echo(_("Begin here: {path}").format(path=path))
        click.echo(_("Then: intramentor build"))
        return FINE

    params: list[click.Parameter] = [
        click.Argument(["name"], metavar="EDITION"),
        click.Option(["--root"], type=FOLDER, default=".",
                     help=_("Empty folder for the repository (else this one); made if it isn't there.")),
    ]
    return click.Command(
        "init", callback=init, params=params,
        help=_("Write a company's own repository into an empty folder: settings, brand, CI, README."),
    )

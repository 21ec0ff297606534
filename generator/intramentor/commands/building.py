"""`check`, `serve`."""

from __future__ import annotations

import errno
import signal
from collections import Counter
from collections.abc import Iterator
from gettext import gettext as _
from pathlib import Path
from typing import TYPE_CHECKING

import click

from intramentor.commands.options import (
    FINE,
    PROBLEMS,
    USAGE,
    Talk,
    edition_option,
    format_option,
    opened,
    root_option,
    show_problems,
)

if TYPE_CHECKING:
    from intramentor.project import Project


def commands() -> Iterator[click.Command]:
    """Yield the commands that read a project and show what is in it."""
    yield _check()
    yield _serve()


def _check() -> click.Command:
    @click.pass_obj
    def check(talk: Talk, root: Path) -> int:
        from intramentor.project import judge

        project = opened(talk, root)
        problems = judge(project)
        show_problems(talk, problems)
        if talk.form == "text" and not problems.errors:
            for line in _untranslated(project):
                click.echo(line)
        return PROBLEMS if problems.errors else FINE

    return click.Command(
        "check", callback=check, params=[root_option(), format_option("text", "json", "github")],
        help=_("Check the whole curriculum and show every problem at its line."),
    )


def _untranslated(project: Project) -> Iterator[str]:
    """Yield a line for each layer that misses texts or holds outdated ones."""
    from intramentor.layers import status

    for name, made in project.stacks.items():
        counts = Counter((e.language, e.state) for e in status(project.library, made))
        for language in sorted({pair[0] for pair in counts}):
            missing, stale = counts[language, "missing"], counts[language, "stale"]
            if missing or stale:
                said = _("{language}: {missing} texts missing, {stale} outdated. See: intramentor status")
                yield said.format(language=f"{name} {language}", missing=missing, stale=stale)


def _serve() -> click.Command:
    @click.pass_obj
    def serve(talk: Talk, root: Path, edition: str | None, view: str, port: int) -> int:
        from intramentor.project import data_root
        from intramentor.serve import Preview, serve_forever

        preview = Preview(root, data_root(root), edition, view, talk.lang, click.echo)
        signal.signal(signal.SIGTERM, signal.default_int_handler)
        try:
            serve_forever(preview, port, lambda url: click.echo(_("Preview: {url}  (stop with Ctrl+C)").format(url=url)))
        except OSError as error:
            if error.errno != errno.EADDRINUSE:
                raise
            click.echo(_("Port {port} is taken; try --port 0").format(port=port), err=True)
            return USAGE
        return FINE

    params: list[click.Parameter] = [
        root_option(), edition_option(),
        click.Option(["--view"], type=click.Choice(["participant", "facilitator"]),
                     default="participant", help=_("Whose handbook to show.")),
        click.Option(["--port"], type=click.IntRange(0, 65535), default=8000, metavar=_("NUMBER"),
                     help=_("Port on this machine (0: any free one).")),
    ]
    return click.Command(
        "serve", callback=serve, params=params,
        help=_("Preview on this machine; every saved change is shown, and every problem too."),
    )

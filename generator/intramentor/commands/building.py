"""`check`, `build`, `serve`."""

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
    FOLDER,
    PROBLEMS,
    USAGE,
    edition_option,
    format_option,
    progress,
    root_option,
    show_problems,
    show_warnings,
)

if TYPE_CHECKING:
    from intramentor.project import Project


def commands(lang: str) -> Iterator[click.Command]:
    """Yield the commands that read a project and build from it."""
    yield _check(lang)
    yield _build(lang)
    yield _serve(lang)


def _check(lang: str) -> click.Command:
    def check(root: Path, form: str) -> int:
        from intramentor.project import judge, open_project

        project = open_project(root.resolve())
        problems = judge(project)
        show_problems(problems, project.library.sources, form, lang)
        if form == "text" and not problems.errors:
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


def _build(lang: str) -> click.Command:
    def build(root: Path, out: Path, source_only: bool, edition: str | None, form: str) -> int:
        from intramentor import build as stage
        from intramentor.problems import HandbookError
        from intramentor.project import data_root, judge, open_project

        project = open_project(root.resolve())
        data = data_root(root.resolve())
        try:
            name = project.edition(edition)
            if source_only:
                stage.write_sources(project, data, name, out)
                click.echo(_("Folders for the engine: {out}").format(out=out))
                return FINE
            targets = stage.build_edition(project, data, name, out, progress)
            show_warnings(judge(project), project.library.sources, form, lang)
        except HandbookError as error:
            show_problems(error.problems, project.library.sources, form, lang)
            return PROBLEMS
        for target in targets:
            click.echo(_("Open {page}").format(page=target.folder / "index.html"))
        return FINE

    params: list[click.Parameter] = [
        root_option(), edition_option(),
        click.Option(["--out"], type=FOLDER, default="dist", help=_("Folder to write to (else dist).")),
        click.Option(["--source-only"], is_flag=True,
                     help=_("Write the folders for the engine and stop.")),
        format_option("text", "json", "github"),
    ]
    return click.Command(
        "build", callback=build, params=params,
        help=_("Build the handbook: every language, for participants and facilitators."),
    )


def _serve(lang: str) -> click.Command:
    def serve(root: Path, edition: str | None, view: str, port: int) -> int:
        from intramentor.project import data_root
        from intramentor.serve import Preview, serve_forever

        place = root.resolve()
        preview = Preview(place, data_root(place), edition, view, lang, click.echo)
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
        click.Option(["--port"], type=click.IntRange(0, 65535), default=8000,
                     help=_("Port on this machine (0: any free one).")),
    ]
    return click.Command(
        "serve", callback=serve, params=params,
        help=_("Preview on this machine; every saved change is shown, and every problem too."),
    )

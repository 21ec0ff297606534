"""`check`, `build`, `serve`."""

from __future__ import annotations

from collections.abc import Iterator
from gettext import gettext as _
from pathlib import Path

import click

from intramentor.commands.options import (
    FINE,
    FOLDER,
    PROBLEMS,
    edition_option,
    format_option,
    progress,
    root_option,
    show_problems,
)


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
        return PROBLEMS if problems.errors else FINE

    return click.Command(
        "check", callback=check, params=[root_option(), format_option("text", "json", "github")],
        help=_("Check the whole curriculum and show every problem at its line."),
    )


def _build(lang: str) -> click.Command:
    def build(root: Path, out: Path, source_only: bool, edition: str, form: str) -> int:
        from intramentor import build as stage
        from intramentor.problems import HandbookError
        from intramentor.project import data_root, open_project

        project = open_project(root.resolve())
        data = data_root(root.resolve())
        try:
            project.edition(edition)
            if source_only:
                stage.write_sources(project, data, edition, out)
                click.echo(_("Folders for the engine: {out}").format(out=out))
                return FINE
            targets = stage.build_edition(project, data, edition, out, progress)
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
    def serve(root: Path, edition: str, view: str, port: int) -> int:
        from intramentor.project import data_root
        from intramentor.serve import Preview, serve_forever

        place = root.resolve()
        preview = Preview(place, data_root(place), edition, view, lang, click.echo)
        serve_forever(preview, port, lambda url: click.echo(_("Preview: {url}  (stop with Ctrl+C)").format(url=url)))
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

"""What the commands do: thin, each a few calls of the stages."""

from __future__ import annotations

import sys
import traceback
from gettext import gettext as _
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

if TYPE_CHECKING:
    from intramentor.problems import Problems

FINE, PROBLEMS, USAGE, BUG = 0, 1, 2, 3
ROOT = click.Path(exists=True, file_okay=False, path_type=Path)


def run(lang: str) -> int:
    """Run the command line in a language and return the exit status."""
    from intramentor.problems import HandbookError

    try:
        result = group(lang).main(standalone_mode=False)
    except click.ClickException as error:
        error.show()
        return USAGE
    except click.Abort:
        return PROBLEMS
    except HandbookError as error:
        _print(error.problems, {}, "text", lang)
        return PROBLEMS
    except Exception:  # noqa: BLE001 - the one handler for our own bugs
        traceback.print_exc()
        click.echo(_("This is a mistake in intramentor, not in your files. Please report it."), err=True)
        return BUG
    return result if isinstance(result, int) else FINE


def group(lang: str) -> click.Group:
    """Return the command group with its help in a language."""
    top = click.Group(
        "intramentor",
        help=_("Turn curricula in YAML into a handbook for reverse mentoring."),
        context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    )
    top.params.append(_lang_option())
    for command in (_check(lang), _build(lang)):
        command.params.append(_lang_option())
        top.add_command(command)
    return top


def _lang_option() -> click.Option:
    return click.Option(
        ["--lang"], type=click.Choice(["en", "pl"]), expose_value=False,
        help=_("Language of messages, hints and help (else that of the system)."),
    )


def _root_option() -> click.Option:
    return click.Option(
        ["--root"], type=ROOT, default=".", help=_("Folder of the project (else this one).")
    )


def _format_option() -> click.Option:
    return click.Option(
        ["--format", "form"], type=click.Choice(["text", "json", "github"]), default="text",
        help=_("How problems are printed: text, json, or github (annotations in CI)."),
    )


def _print(problems: Any, sources: Any, form: str, lang: str) -> None:
    from intramentor.report import counts, report

    text = report(problems, sources, form, lang)
    if form == "json" or text:
        click.echo(text)
    if form == "text":
        click.echo(counts(problems, lang))


def _check(lang: str) -> click.Command:
    def check(root: Path, form: str) -> int:
        from intramentor.project import judge, open_project

        project = open_project(root.resolve())
        problems: Problems = judge(project)
        _print(problems, project.library.sources, form, lang)
        return PROBLEMS if problems.errors else FINE

    return click.Command(
        "check", callback=check, params=[_root_option(), _format_option()],
        help=_("Check the whole curriculum and show every problem at its line."),
    )


def _build(lang: str) -> click.Command:
    def build(root: Path, out: Path, source_only: bool, edition: str) -> int:
        from intramentor import build as stage
        from intramentor.project import data_root, open_project

        project = open_project(root.resolve())
        project.edition(edition)
        data = data_root(root.resolve())
        if source_only:
            stage.write_sources(project, data, edition, out)
            click.echo(_("Folders for the engine: {out}").format(out=out))
            return FINE
        for target in stage.build_edition(project, data, edition, out, _progress):
            click.echo(_("Open {page}").format(page=target.folder / "index.html"))
        return FINE

    params = [
        _root_option(), _edition_option(),
        click.Option(["--out"], type=click.Path(file_okay=False, path_type=Path), default="dist",
                     help=_("Folder to write to (else dist).")),
        click.Option(["--source-only"], is_flag=True,
                     help=_("Write the folders for the engine and stop.")),
    ]
    return click.Command("build", callback=build, params=params,
                         help=_("Build the handbook: every language, for participants and facilitators."))


def _edition_option() -> click.Option:
    return click.Option(["--edition"], default="handbook", help=_("Edition (else the pack itself)."))


def _progress(text: str) -> None:
    click.echo(text, err=True)

"""Options that several commands share, and how problems are shown."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from gettext import gettext as _
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

if TYPE_CHECKING:
    from intramentor.problems import Problem
    from intramentor.project import Project

FINE, PROBLEMS, USAGE, BUG = 0, 1, 2, 3
FOLDER = click.Path(file_okay=False, path_type=Path)


@dataclass(slots=True)
class Talk:
    """How one run speaks: its language, the form of its problems, the texts of the files
    that they stand in, and the project's folder.
    """

    lang: str
    form: str = "text"
    sources: Mapping[str, str] = field(default_factory=dict)
    root: Path | None = None


def lang_option() -> click.Option:
    """Return `--lang`; it was read before the help was made, so its value is not used."""
    return click.Option(
        ["--lang"], type=click.Choice(["en", "pl"]), expose_value=False,
        help=_("Language of messages, hints and help (else that of the system)."),
    )


def root_option() -> click.Option:
    """Return `--root`, the project's folder."""
    return click.Option(
        ["--root"], type=click.Path(exists=True, file_okay=False, path_type=Path), default=".",
        help=_("Folder of the project (else this one)."),
        callback=lambda context, _option, root: _remember(context, "root", root.resolve()),
    )


def format_option(*forms: str) -> click.Option:
    """Return `--format` with the given choices, the first the default.

    Problems come out in this form on the standard output, whichever command finds them.
    """
    return click.Option(
        ["--format", "form"], type=click.Choice(forms), default=forms[0], expose_value=False,
        help=_("How the result is printed."),
        callback=lambda context, _option, form: _remember(context, "form", form),
    )


def _remember(context: click.Context, name: str, value: Any) -> Any:
    setattr(context.find_object(Talk), name, value)
    return value


def edition_option() -> click.Option:
    """Return `--edition`."""
    return click.Option(
        ["--edition"], default=None, metavar=_("NAME"),
        help=_("Edition (else the only one here, or the pack itself)."),
    )


def opened(talk: Talk, root: Path) -> Project:
    """Read the project at `root`; problems that are found from now on show its lines."""
    from intramentor.project import open_project

    project = open_project(root)
    talk.sources = project.library.sources
    return project


def show_problems(talk: Talk, problems: Iterable[Problem]) -> None:
    """Print problems as `--format` asks, with a line that counts them under the text."""
    from intramentor.report import counts

    found = list(problems)
    if text := _reported(talk, found):
        click.echo(text)
    if talk.form == "text":
        click.echo(counts(found, talk.lang))


def conclude(talk: Talk, result: Iterable[str], warnings: Iterable[Problem] = ()) -> None:
    """Print what a command did. In text the warnings stand beside it; in the other forms
    they are the output, and what was done stands beside them.
    """
    plainly = talk.form == "text"
    if text := _reported(talk, warnings):
        click.echo(text, err=plainly)
    for line in result:
        click.echo(line, err=not plainly)


def _reported(talk: Talk, problems: Iterable[Problem]) -> str:
    """Return problems in their form; of a file that no project read, the lines are read now."""
    from intramentor.report import report

    found, sources = list(problems), dict(talk.sources)
    for name in {problem.where.file for problem in found} - sources.keys():
        path = talk.root / name if talk.root else Path(name)
        if path.is_file():
            sources[name] = path.read_text(encoding="utf-8", errors="replace")
    return report(found, sources, talk.form, talk.lang)


def progress(text: str) -> None:
    """Tell how long work is getting on, beside the result."""
    click.echo(text, err=True)

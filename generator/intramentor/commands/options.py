"""Options that several commands share, and how problems are shown."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from gettext import gettext as _
from pathlib import Path
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from intramentor.problems import Problem

FINE, PROBLEMS, USAGE, BUG = 0, 1, 2, 3
FOLDER = click.Path(file_okay=False, path_type=Path)


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
    )


def format_option(*forms: str) -> click.Option:
    """Return `--format` with the given choices, the first the default."""
    return click.Option(
        ["--format", "form"], type=click.Choice(forms), default=forms[0],
        help=_("How the result is printed."),
    )


def edition_option() -> click.Option:
    """Return `--edition`."""
    return click.Option(
        ["--edition"], default=None, help=_("Edition (else the only one here, or the pack itself).")
    )


def show_problems(
    problems: Iterable[Problem], sources: Mapping[str, str], form: str, lang: str
) -> None:
    """Print problems in a form, with a line that counts them under the text."""
    from intramentor.report import counts, report

    found = list(problems)
    text = report(found, sources, form, lang)
    if text:
        click.echo(text)
    if form == "text":
        click.echo(counts(found, lang))


def show_warnings(
    problems: Iterable[Problem], sources: Mapping[str, str], form: str, lang: str
) -> None:
    """Print problems beside the result, if there are any."""
    from intramentor.report import report

    if text := report(problems, sources, form, lang) if problems else "":
        click.echo(text, err=True)


def progress(text: str) -> None:
    """Tell how long work is getting on, beside the result."""
    click.echo(text, err=True)

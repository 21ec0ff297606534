"""The command group, and the one handler through which everything leaves."""

from __future__ import annotations

import traceback
from gettext import gettext as _

import click

from intramentor.commands import building, layering, planning, writing
from intramentor.commands.options import BUG, FINE, PROBLEMS, USAGE, lang_option, show_problems


def run(lang: str, arguments: list[str] | None = None) -> int:
    """Run the command line in a language and return the exit status.

    0 fine, 1 problems that a person can mend, 2 wrong usage, 3 our own bug.
    """
    try:
        result = group(lang).main(arguments, standalone_mode=False)
    except (Exception, KeyboardInterrupt) as error:  # noqa: BLE001 - the one handler, for people's mistakes and ours
        return _leave(error, lang)
    return result if isinstance(result, int) else FINE


def _leave(error: BaseException, lang: str) -> int:
    """Say why the command ended, and return the exit status."""
    from intramentor.problems import HandbookError

    if isinstance(error, click.exceptions.NoArgsIsHelpError):
        click.echo(error.format_message())
        return USAGE
    if isinstance(error, click.ClickException):
        error.show()
        return USAGE
    if isinstance(error, (click.Abort, KeyboardInterrupt)):
        return PROBLEMS
    if isinstance(error, HandbookError):
        show_problems(error.problems, {}, "text", lang)
        return PROBLEMS
    if isinstance(error, OSError):
        click.echo(_("The system says: {reason}").format(reason=error), err=True)
        return PROBLEMS
    traceback.print_exception(error)
    click.echo(_("This is a mistake in intramentor, not in your files. Please report it."), err=True)
    return BUG


def group(lang: str) -> click.Group:
    """Return the command group with its help in a language."""
    top = click.Group(
        "intramentor",
        help=_("Turn curricula in YAML into a handbook for reverse mentoring."),
        context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
        params=[lang_option()],
    )
    for command in (*building.commands(lang), *writing.commands(), *planning.commands(lang), *layering.commands(lang)):
        if not isinstance(command, click.Group):
            command.params.append(lang_option())
        top.add_command(command)
    return top

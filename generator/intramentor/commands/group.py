"""The command group, and the one handler through which everything leaves."""

from __future__ import annotations

import traceback
from gettext import gettext as _

import click

from intramentor.commands import (
    branding,
    building,
    kits,
    layering,
    planning,
    publishing,
    starting,
    translating,
    writing,
)
from intramentor.commands.options import (
    BUG,
    FINE,
    PROBLEMS,
    USAGE,
    Talk,
    lang_option,
    show_problems,
)


def run(lang: str, arguments: list[str] | None = None) -> int:
    """Run the command line in a language and return the exit status.

    0 fine, 1 problems that a person can mend, 2 wrong usage, 3 our own bug.
    """
    talk = Talk(lang)
    try:
        result = group().main(arguments, standalone_mode=False, obj=talk)
    except (Exception, KeyboardInterrupt) as error:  # noqa: BLE001 - the one handler, for people's mistakes and ours
        return _leave(error, talk)
    return result if isinstance(result, int) else FINE


def _leave(error: BaseException, talk: Talk) -> int:
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
        show_problems(talk, error.problems)
        return PROBLEMS
    if isinstance(error, OSError):
        click.echo(_("The system says: {reason}").format(reason=error), err=True)
        return PROBLEMS
    traceback.print_exception(error)
    click.echo(_("This is a mistake in intramentor, not in your files. Please report it."), err=True)
    return BUG


def group() -> click.Group:
    """Return the command group, with its help in the language that gettext was set to."""
    top = click.Group(
        "intramentor",
        help=_("Turn curricula in YAML into a handbook for reverse mentoring."),
        context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
        params=[lang_option()],
    )
    for command in (
        *starting.commands(), *building.commands(), *publishing.commands(), *branding.commands(),
        *kits.commands(), *writing.commands(), *planning.commands(), *layering.commands(), *translating.commands(),
    ):
        if not isinstance(command, click.Group):
            command.params.append(lang_option())
        top.add_command(command)
    _speak(top)
    return top


def _speak(command: click.Command) -> None:
    """Put a command's own placeholders in the language of the run, and those below it."""
    command.options_metavar = _("[OPTIONS]")
    if isinstance(command, click.Group):
        command.subcommand_metavar = _("COMMAND [ARGS]...")
        for inner in command.commands.values():
            _speak(inner)

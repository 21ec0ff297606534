"""`translations`: texts out to translators as PO files, and in again."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from gettext import gettext as _
from pathlib import Path
from typing import TYPE_CHECKING

import click

from intramentor.commands.options import (
    FINE,
    PROBLEMS,
    Talk,
    conclude,
    edition_option,
    format_option,
    lang_option,
    opened,
    root_option,
)

if TYPE_CHECKING:
    from intramentor.exchange import Received, Written

PLACE = click.Path(path_type=Path)


def commands() -> Iterator[click.Command]:
    """Yield the group of commands for translators."""
    group = click.Group(
        "translations", help=_("Hand texts to translators as PO files, and take their work over."),
        commands=[_export(), _import()],
    )
    for command in group.commands.values():
        command.params.append(lang_option())
    yield group


def _export() -> click.Command:
    @click.pass_obj
    def export(talk: Talk, language: str, po: Path, root: Path, edition: str | None) -> int:
        import intramentor
        from intramentor.exchange import export as exported

        project = opened(talk, root)
        project.problems.stop()
        apart = po.suffix != ".po"
        made = exported(
            project.library, project.stacks[project.edition(edition)], language, talk.lang,
            intramentor.__version__, apart=apart,
        )
        for place, text in made.items():
            path = po / place
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
        click.echo(_("{count} files in {place}").format(count=len(made), place=po) if apart
                   else _("Written: {place}").format(place=po))
        return FINE

    return click.Command(
        "export", callback=export,
        params=[
            click.Argument(["language"], type=click.Choice(["en", "pl"]), metavar=_("LANGUAGE")),
            click.Option(["--po"], type=PLACE, required=True, metavar=_("FILE.po|FOLDER"),
                         help=_("One file, or a folder for one file a unit.")),
            root_option(), edition_option(),
        ],
        help=_("Write an edition's texts and their translations into LANGUAGE as PO files."),
    )


def _import() -> click.Command:
    @click.pass_obj
    def take(talk: Talk, files: tuple[Path, ...], root: Path) -> int:
        from intramentor.exchange import read, receive, write
        from intramentor.load.files import relative
        from intramentor.problems import Problems

        said: list[str] = []
        problems = Problems()
        project = None
        for path in _files(files):
            if project is None:  # anew where the file before changed something
                project = opened(talk, root)
                project.problems.stop()
            shown = relative(path.resolve(), root)
            exchange = read(path, shown, project.stacks, problems)
            if exchange is not None:
                received = receive(project.library, project.stacks[exchange.edition], exchange, shown, problems)
                done = write(project.library, received)
                said += _said(received, done, shown)
                project = None if done.files or done.accepted else project
        conclude(talk, [*said, _("Then: intramentor check")], problems)
        return PROBLEMS if problems.errors else FINE

    return click.Command(
        "import", callback=take,
        params=[
            click.Argument(["files"], nargs=-1, required=True, metavar=_("FILE.po|FOLDER..."),
                           type=click.Path(exists=True, path_type=Path)),
            root_option(), format_option("text", "json", "github"),
        ],
        help=_("Take translations over from PO files, except those marked fuzzy, and accept them."),
    )


def _files(given: Iterable[Path]) -> Iterator[Path]:
    """Yield the PO files, of a folder all that are in it."""
    for path in given:
        yield from sorted(path.rglob("*.po")) if path.is_dir() else [path]


def _said(received: Received, done: Written, shown: str) -> Iterator[str]:
    """Yield what one PO file did."""
    for file, count in done.files.items():
        yield _("{count} texts in {file}").format(count=count, file=file)
    yield _("{file}: {changed} texts changed, {accepted} newly accepted, {skipped} skipped (fuzzy)").format(
        file=shown, changed=sum(done.files.values()), accepted=done.accepted, skipped=len(received.skipped),
    )
    for where, address in received.skipped:
        yield "  " + _("fuzzy: {address} ({file}:{line})").format(
            address=address, file=where.file, line=where.line)

"""`status`, `accept`, `explain`: the bookkeeping of translations and editions."""

from __future__ import annotations

import dataclasses
import json
from collections import Counter
from collections.abc import Iterator
from gettext import gettext as _
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from intramentor.commands.options import (
    FINE,
    PROBLEMS,
    USAGE,
    edition_option,
    format_option,
    root_option,
)

if TYPE_CHECKING:
    from intramentor.layers import Entry
    from intramentor.project import Project


def commands(lang: str) -> Iterator[click.Command]:
    """Yield the commands of the layers."""
    yield _status()
    yield _accept()
    yield _explain(lang)


def _opened(root: Path) -> Project:
    from intramentor.project import open_project

    project = open_project(root.resolve())
    project.problems.stop()
    return project


def _entries(project: Project, edition: str | None = None) -> list[Entry]:
    from intramentor.layers import status

    names = [project.edition(edition)] if edition else list(project.stacks)
    return [e for name in names for e in status(project.library, project.stacks[name])]


def _status() -> click.Command:
    def status(root: Path, form: str, edition: str | None) -> int:
        entries = _entries(_opened(root), edition)
        if form == "json":
            rows = [dataclasses.asdict(entry) for entry in entries]
            click.echo(json.dumps(rows, ensure_ascii=False, indent=1))
            return FINE
        for line in _table(entries):
            click.echo(line)
        return FINE

    chosen = click.Option(["--edition"], default=None, help=_("Edition (else all of them)."))
    return click.Command(
        "status", callback=status, params=[root_option(), format_option("text", "json"), chosen],
        help=_("Show what is translated or changed, and what needs a look, per edition and language."),
    )


def _table(entries: list[Entry]) -> Iterator[str]:
    """Yield a row of counts for each layer, then every text that is not in order."""
    from intramentor.layers.status import STATES

    counts = Counter((e.edition, e.language, e.state) for e in entries)
    layers = dict.fromkeys((e.edition, e.language) for e in entries)
    width = max([len(f"{e} {lang}") for e, lang in layers] or [8])
    yield " " * width + "".join(f"{state:>12}" for state in STATES)
    for edition, language in layers:
        row = "".join(f"{counts[edition, language, state]:>12}" for state in STATES)
        yield f"{edition} {language}".ljust(width) + row
    for entry in entries:
        if entry.state != "ok":
            place = f"  {entry.file}:{entry.line}" if entry.file else ""
            yield f"{entry.state:<11} {entry.edition} {entry.language}  {entry.path}{place}"


def _accept() -> click.Command:
    def accept(ids: tuple[str, ...], root: Path, edition: str | None, language: str | None) -> int:
        from intramentor.layers import accept as found
        from intramentor.layers.status import write_lock

        project = _opened(root)
        entries = [e for e in _entries(project, project.edition(edition)) if language in (None, e.language)]
        locks = found(entries, ids)
        for (name, tongue), lock in locks.items():
            layer = project.library.layer(name, tongue)
            if layer is not None:
                fresh = sum(layer.lock.get(key) != base for key, base in lock.items())
                path = write_lock(root.resolve(), layer, lock)
                click.echo(_("{count} newly accepted, {before} as before, in {path}").format(
                    count=fresh, before=len(lock) - fresh, path=path))
        if not locks:
            click.echo(_("Nothing to accept under: {ids}").format(ids=", ".join(ids)), err=True)
        return FINE if locks else PROBLEMS

    params: list[click.Parameter] = [
        click.Argument(["ids"], nargs=-1, required=True, metavar="ID..."),
        root_option(), edition_option(),
        click.Option(["--language"], type=click.Choice(["en", "pl"]), default=None,
                     help=_("Language (else every one).")),
    ]
    return click.Command(
        "accept", callback=accept, params=params,
        help=_("Say that texts were read and fit what they were made from: a unit's ID, or ID.field."),
    )


def _explain(lang: str) -> click.Command:
    def explain(name: str, root: Path, edition: str | None) -> int:
        from intramentor.problems import CATALOGUE

        if name in CATALOGUE:
            for line in _catalogue_entry(name, lang):
                click.echo(line)
            return FINE
        project = _opened(root)
        unit, *path = name.split(".")
        chosen = project.edition(edition)
        stacked = project.stacks[chosen].units.get(unit)
        lines = list(_steps(stacked, tuple(path), chosen)) if stacked else []
        for line in lines:
            click.echo(line)
        if not lines:
            click.echo(_("Nothing is called {name}").format(name=name), err=True)
        return FINE if lines else USAGE

    return click.Command(
        "explain", callback=explain,
        params=[click.Argument(["name"], metavar="ID.FIELD|CODE"), root_option(), edition_option()],
        help=_("Show a value and the layers that it came through; or what a problem's code means."),
    )


def _catalogue_entry(code: str, lang: str) -> Iterator[str]:
    from intramentor.problems import CATALOGUE

    entry = CATALOGUE[code]
    saying = entry.say(lang)
    yield f"{code} ({entry.severity})"
    for text in (saying.message, saying.hint):
        yield "  " + text.replace("{{", "{").replace("}}", "}")


def _steps(stacked: Any, path: tuple[str, ...], edition: str) -> Iterator[str]:
    from intramentor.layers import explain
    from intramentor.load import plain
    from intramentor.load.nodes import find

    for step in explain(stacked, path):
        layer = edition if step.level else "handbook"
        value = json.dumps(step.value, ensure_ascii=False, indent=1)
        said = _("removed") if step.removed else value
        yield f"{layer} {step.language}  {step.file}:{step.line}\n  " + said.replace("\n", "\n  ")
    for language in stacked.levels:
        found = find(stacked.localised(language), path)
        if found is not None:
            value = json.dumps(plain(found), ensure_ascii=False, indent=1)
            yield _("What readers of {language} get:").format(language=language)
            yield "  " + value.replace("\n", "\n  ")

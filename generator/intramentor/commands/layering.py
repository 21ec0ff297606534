"""`status`, `accept`, `explain`: the bookkeeping of translations and editions."""

from __future__ import annotations

import dataclasses
import json
import shutil
from collections import Counter
from collections.abc import Iterator
from gettext import gettext as _
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from intramentor.commands.conflicts import literal, table, three
from intramentor.commands.options import (
    FINE,
    PROBLEMS,
    USAGE,
    Talk,
    conclude,
    edition_option,
    format_option,
    opened,
    root_option,
)

if TYPE_CHECKING:
    from intramentor.layers import Entry, Stacked
    from intramentor.project import Project


def commands() -> Iterator[click.Command]:
    """Yield the commands of the layers."""
    yield _status()
    yield _accept()
    yield _explain()


def _opened(talk: Talk, root: Path) -> Project:
    project = opened(talk, root)
    project.problems.stop()
    return project


def _entries(project: Project, edition: str | None = None) -> list[Entry]:
    from intramentor.layers import status

    names = [project.edition(edition)] if edition else list(project.stacks)
    return [e for name in names for e in status(project.library, project.stacks[name])]


def _status() -> click.Command:
    @click.pass_obj
    def status(talk: Talk, root: Path, edition: str | None, out: Path | None) -> int:
        entries = _entries(project := _opened(talk, root), edition)
        if out is not None:
            from intramentor.exchange import status_page

            out.parent.mkdir(parents=True, exist_ok=True)
            page = status_page(project.library, project.stacks, entries, talk.lang, _words())
            out.write_text(page, encoding="utf-8")
        lines = {"json": _as_json, "text": _table, "github": _notices, "markdown": _markdown}
        for line in lines[talk.form](entries):
            click.echo(line)
        if out is not None:
            click.echo(_("Open {page}").format(page=out), err=True)
        return FINE

    page = click.Option(
        ["--out"], type=click.Path(dir_okay=False, path_type=Path), default=None, metavar=_("FILE.html"),
        help=_("Page to write: both texts of everything that needs a look, in one HTML file."),
    )
    chosen = click.Option(
        ["--edition"], default=None, metavar=_("NAME"), help=_("Edition (else all of them).")
    )
    return click.Command(
        "status", callback=status,
        params=[root_option(), format_option("text", "json", "github", "markdown"), chosen, page],
        help=_("Show what is translated or changed, and what needs a look, per edition and language."),
    )


def _words() -> dict[str, str]:
    """Return the states in the reader's language, in the order of the table."""
    return {
        "ok": _("ok"), "unrecorded": _("unrecorded"), "missing": _("missing"), "stale": _("stale"),
        "orphan": _("orphan"), "redundant": _("redundant"), "conflict": _("conflict"),
    }


def _as_json(entries: list[Entry]) -> Iterator[str]:
    """Yield one list: each text's state, and the three texts where somebody must choose."""
    yield json.dumps([_state(entry) for entry in entries], ensure_ascii=False, indent=1)


def _state(entry: Entry) -> dict[str, Any]:
    row: dict[str, Any] = {
        "edition": entry.edition, "language": entry.language, "path": entry.path, "state": entry.state,
        "base": entry.now.hash if entry.now else "", "file": entry.file, "line": entry.line,
    }
    if entry.settles and entry.now:
        then = entry.then.value if entry.then else None
        row |= {"then": then, "now": entry.now.value, "own": entry.own}
    return row


def _counts(entries: list[Entry]) -> Iterator[tuple[str, list[int]]]:
    """Yield each layer with the number of its texts in each state, in the order of the words."""
    counts = Counter((e.edition, e.language, e.state) for e in entries)
    for edition, language in dict.fromkeys((e.edition, e.language) for e in entries):
        yield f"{edition} {language}", [counts[edition, language, state] for state in _words()]


def _table(entries: list[Entry]) -> Iterator[str]:
    """Yield a row of counts for each layer, then every text that is not in order; under one
    whose base has changed the three texts, side by side if the terminal is wide enough.
    """
    words, rows = _words(), list(_counts(entries))
    width = max([len(name) for name, _numbers in rows] or [8])
    yield " " * width + "".join(f"  {word}" for word in words.values())
    for name, numbers in rows:
        cells = zip(numbers, words.values(), strict=True)
        yield name.ljust(width) + "".join(f"{number:>{len(word) + 2}}" for number, word in cells)
    longest = max(len(word) for word in words.values())
    for entry in entries:
        if entry.state != "ok":
            place = f"  {entry.file}:{entry.line}" if entry.file else ""
            yield f"{words[entry.state]:<{longest}} {entry.edition} {entry.language}  {entry.path}{place}"
        if entry.settles:
            yield from three(entry, shutil.get_terminal_size().columns)


def _markdown(entries: list[Entry]) -> Iterator[str]:
    """Yield the same as Markdown, to paste into a ticket."""
    words = _words()
    yield "| | " + " | ".join(words.values()) + " |"
    yield "| --- |" + " ---: |" * len(words)
    for name, numbers in _counts(entries):
        yield f"| {name} | " + " | ".join(map(str, numbers)) + " |"
    yield ""
    for entry in entries:
        if entry.state != "ok" and not entry.settles:
            place = f", {literal(entry.file)}:{entry.line}" if entry.file else ""
            yield f"- {words[entry.state]}: `{entry.path}` ({entry.edition} {entry.language}{place})"
    for entry in (each for each in entries if each.settles):
        yield f"\n### `{entry.path}` ({entry.edition} {entry.language}): {words[entry.state]}\n"
        yield from table(entry)


def _notices(entries: list[Entry]) -> Iterator[str]:
    """Yield every text that is not in order as an annotation of a CI."""
    from intramentor.report import notice

    words = _words()
    for entry in entries:
        if entry.state != "ok":
            said = f"{entry.path} ({entry.edition} {entry.language}): {words[entry.state]}"
            yield notice(entry.state, said, entry.file, entry.line)


def _accept() -> click.Command:
    @click.pass_obj
    def accept(
        talk: Talk, ids: tuple[str, ...], root: Path, edition: str | None, language: str | None
    ) -> int:
        from intramentor.layers import accept as found
        from intramentor.layers.status import write_lock

        project = _opened(talk, root)
        entries = [e for e in _entries(project, project.edition(edition)) if language in (None, e.language)]
        locks, said = found(entries, ids), []
        for (name, tongue), lock in locks.items():
            layer = project.library.layer(name, tongue)
            if layer is not None:
                known = {key: base.hash for key, base in layer.lock.items()}
                fresh = sum(known.get(key) != base.hash for key, base in lock.items())
                path = write_lock(project.library, layer, lock)
                said.append(_("{count} newly accepted, {before} as before, in {path}").format(
                    count=fresh, before=len(lock) - fresh, path=path))
        if not locks:
            click.echo(_("Nothing to accept under: {ids}").format(ids=", ".join(ids)), err=True)
        conclude(talk, said)
        return FINE if locks else PROBLEMS

    params: list[click.Parameter] = [
        click.Argument(["ids"], nargs=-1, required=True, metavar="ID..."),
        root_option(), edition_option(), format_option("text", "json", "github"),
        click.Option(["--language"], type=click.Choice(["en", "pl"]), default=None,
                     help=_("Language (else every one).")),
    ]
    return click.Command(
        "accept", callback=accept, params=params,
        help=_("Say that texts were read and fit what they were made from: a unit's ID, or ID.field."),
    )


def _explain() -> click.Command:
    @click.pass_obj
    def explain(talk: Talk, name: str, root: Path, edition: str) -> int:
        from intramentor.layers import addressed
        from intramentor.problems import CATALOGUE

        if name in CATALOGUE:
            lines = list(_catalogue_entry(name, talk.lang))
        else:
            made = (project := _opened(talk, root)).stacks[project.edition(edition)]
            ways = addressed(made, name)
            lines = [line for each, path in ways for line in _steps(each, path, edition)]
            if lines and talk.form == "json":
                rows = [row for each, path in ways for row in _rows(each, path, edition)]
                lines = [json.dumps(rows, ensure_ascii=False, indent=1)]
        for line in lines:
            click.echo(line)
        if not lines:
            click.echo(_("Nothing is called {name}").format(name=name), err=True)
        return FINE if lines else USAGE

    return click.Command(
        "explain", callback=explain,
        params=[
            click.Argument(["name"], metavar=_("ID.FIELD|CODE")), root_option(), edition_option(),
            format_option("text", "json"),
        ],
        help=_("Show a value and the layers that it came through; or what a problem's code means."),
    )


def _catalogue_entry(code: str, lang: str) -> Iterator[str]:
    from intramentor.problems import CATALOGUE
    from intramentor.problems.words import severity

    entry = CATALOGUE[code]
    saying = entry.say(lang)
    yield f"{code} ({severity(entry.severity, lang)})"
    for text in (saying.message, saying.hint):
        yield "  " + text.replace("{{", "{").replace("}}", "}")


def _rows(stacked: Stacked, path: tuple[str, ...], edition: str) -> Iterator[dict[str, Any]]:
    """Yield what each layer says at a path, for machines."""
    from intramentor.layers import explain

    for step in explain(stacked, path):
        row = dataclasses.asdict(step)
        yield {"edition": edition if row.pop("level") else "handbook", **row}


def _steps(stacked: Stacked, path: tuple[str, ...], edition: str) -> Iterator[str]:
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

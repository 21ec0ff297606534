"""`build` and `editions`: handbooks for one company or hundreds."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from concurrent.futures import Executor, ProcessPoolExecutor
from contextlib import contextmanager
from gettext import gettext as _
from pathlib import Path
from typing import TYPE_CHECKING

import click

from intramentor.commands.options import (
    FINE,
    FOLDER,
    PROBLEMS,
    format_option,
    progress,
    root_option,
    show_problems,
    show_warnings,
)

if TYPE_CHECKING:
    from intramentor.editions import Outcome, Place


def commands(lang: str) -> Iterator[click.Command]:
    """Yield the commands that build editions and list them."""
    yield _build(lang)
    yield _editions()


def _build(lang: str) -> click.Command:
    def build(
        editions: tuple[str, ...], root: Path, out: Path, source_only: bool, scheduler: str, form: str,
        downloads: bool,
    ) -> int:
        from intramentor.editions import build_editions, places

        wanted = places(root.resolve(), editions)
        if source_only:
            return _write_sources(wanted, out)
        with _executor(len(wanted), scheduler) as executor:
            outcomes = list(build_editions(wanted, out, executor, progress, downloads))
        return _show(outcomes, form, lang)

    params: list[click.Parameter] = [
        click.Argument(["editions"], nargs=-1),
        root_option(),
        click.Option(["--out"], type=FOLDER, default="dist", help=_("Folder to write to (else dist).")),
        click.Option(["--source-only"], is_flag=True,
                     help=_("Write the folders for the engine and stop.")),
        click.Option(["--downloads"], is_flag=True,
                     help=_("Make what pages offer to download too: papers, slides (the first time it takes minutes).")),
        click.Option(["--scheduler"], default="", metavar="ADDRESS",
                     help=_("Share the work with a Dask cluster, such as tcp://10.0.0.5:8786.")),
        format_option("text", "json", "github"),
    ]
    return click.Command(
        "build", callback=build, params=params,
        help=_("Build handbooks: every language, for participants and facilitators. EDITIONS are names "
               "or folders, such as editions/*; none means the pack itself."),
    )


def _write_sources(wanted: tuple[Place, ...], out: Path) -> int:
    from intramentor.build import write_sources
    from intramentor.project import data_root, open_project

    for place in wanted:
        folder = out / place.name if len(wanted) > 1 else out
        write_sources(open_project(place.root, place.name), data_root(place.root), place.name, folder)
        click.echo(_("Folders for the engine: {out}").format(out=folder))
    return FINE


@contextmanager
def _executor(count: int, scheduler: str) -> Iterator[Executor | None]:
    """Yield what shares the work: a cluster, this machine's cores, or nothing for one edition."""
    if scheduler:
        from intramentor.editions.cluster import cluster

        try:
            with cluster(scheduler) as executor:
                yield executor
        except ImportError:
            raise click.UsageError(_("Install the extra first: pip install 'intramentor[cluster]'")) from None
    elif count == 1:
        yield None
    else:
        with ProcessPoolExecutor(min(count, os.cpu_count() or 1)) as executor:
            yield executor


def _show(outcomes: list[Outcome], form: str, lang: str) -> int:
    """Print what was found and what was built; tell whether all of it stands."""
    failed = [outcome for outcome in outcomes if outcome.state == "failed"]
    for outcome in outcomes:
        show = show_problems if outcome in failed else show_warnings
        show(outcome.problems, dict(outcome.sources), form, lang)
    if form == "text" and len(outcomes) > 1:
        for line in _table(outcomes):
            click.echo(line)
    elif form == "text":
        for folder in () if failed else outcomes[0].folders:
            click.echo(_("Open {page}").format(page=Path(folder) / "index.html"))
    return PROBLEMS if failed else FINE


def _table(outcomes: list[Outcome]) -> Iterator[str]:
    """Yield a line for each edition: its name, what became of it, seconds, problems."""
    states = {"built": _("built"), "unchanged": _("unchanged"), "failed": _("failed")}
    width = max(len(outcome.name) for outcome in outcomes)
    wide = max(map(len, states.values()))
    for one in sorted(outcomes, key=lambda each: each.name):
        count = len(one.problems)
        told = _("problems: {count}").format(count=count) if count else ""
        yield f"{one.name:{width}}  {states[one.state]:{wide}}  {one.seconds:6.1f} s  {told}".rstrip()


def _editions() -> click.Command:
    def editions(root: Path, as_json: bool) -> int:
        from intramentor.editions.places import known

        names = [place.name for place in known(root.resolve())]
        click.echo(json.dumps(names) if as_json else "\n".join(names))
        return FINE

    params: list[click.Parameter] = [
        root_option(),
        click.Option(["--json", "as_json"], is_flag=True, help=_("As a JSON list, for a matrix of jobs in CI.")),
    ]
    return click.Command("editions", callback=editions, params=params, help=_("List the editions of a project."))

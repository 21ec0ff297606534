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
    Talk,
    conclude,
    format_option,
    progress,
    root_option,
    show_problems,
)

if TYPE_CHECKING:
    from intramentor.build import Step
    from intramentor.editions import Outcome, Place


def commands() -> Iterator[click.Command]:
    """Yield the commands that build editions and list them."""
    yield _build()
    yield _editions()


def _build() -> click.Command:
    @click.pass_obj
    def build(
        talk: Talk, editions: tuple[str, ...], root: Path, out: Path, source_only: bool, scheduler: str,
        downloads: bool,
    ) -> int:
        from intramentor.editions import build_editions, places

        wanted = places(root, editions)
        if source_only:
            return _write_sources(talk, wanted, out)
        outcomes = []
        with _executor(len(wanted), scheduler) as executor:
            for one in build_editions(wanted, out, executor, lambda step: progress(_said(step)), downloads):
                outcomes.append(one)
                if len(wanted) > 1:
                    progress(f"{len(outcomes)}/{len(wanted)} {one.name}: {_states()[one.state]}")
        return _show(talk, outcomes)

    params: list[click.Parameter] = [
        click.Argument(["editions"], nargs=-1, metavar=_("[EDITIONS]...")),
        root_option(),
        click.Option(["--out"], type=FOLDER, default="dist", help=_("Folder to write to (else dist).")),
        click.Option(["--source-only"], is_flag=True,
                     help=_("Write the folders for the engine and stop.")),
        click.Option(["--downloads"], is_flag=True,
                     help=_("Make what pages offer to download too: papers, slides (the first time it takes minutes).")),
        click.Option(["--scheduler"], default="", metavar=_("ADDRESS"),
                     help=_("Share the work with a Dask cluster, such as tcp://10.0.0.5:8786.")),
        format_option("text", "json", "github"),
    ]
    return click.Command(
        "build", callback=build, params=params,
        help=_("Build handbooks: every language, for participants and facilitators. EDITIONS are names or folders, such as editions/*; without them the only edition here is built, or the pack itself."),
    )


def _said(step: Step) -> str:
    """Return a step of a build as a line."""
    if step.file:
        return f"{step.done}/{step.of} {step.file}"
    views = {"participant": _("for participants"), "facilitator": _("for facilitators")}
    return f"{step.done}/{step.of} {step.language} {views[step.view]}"


def _write_sources(talk: Talk, wanted: tuple[Place, ...], out: Path) -> int:
    from intramentor.build import write_sources
    from intramentor.project import data_root, judge, open_project

    for place in wanted:
        folder = out / place.name if len(wanted) > 1 else out
        project = open_project(place.root, place.name)
        talk.sources = project.library.sources
        write_sources(project, data_root(place.root), place.name, folder)
        conclude(talk, [_("Folders for the engine: {out}").format(out=folder)], judge(project))
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


def _show(talk: Talk, outcomes: list[Outcome]) -> int:
    """Print what was found and what was built; tell whether all of it stands."""
    talk.sources = {name: text for one in outcomes for name, text in one.sources}
    found = [problem for one in outcomes for problem in one.problems]
    failed = any(one.state == "failed" for one in outcomes)
    if len(outcomes) > 1:
        lines = list(_table(outcomes))
    else:
        lines = [_("Open {page}").format(page=Path(each) / "index.html") for each in outcomes[0].folders]
    if not failed:
        conclude(talk, lines, found)
        return FINE
    show_problems(talk, found)
    if len(outcomes) > 1:
        conclude(talk, lines)
    return PROBLEMS


def _states() -> dict[str, str]:
    return {"built": _("built"), "unchanged": _("unchanged"), "failed": _("failed")}


def _table(outcomes: list[Outcome]) -> Iterator[str]:
    """Yield a line for each edition: its name, what became of it, seconds, problems."""
    states = _states()
    width = max(len(outcome.name) for outcome in outcomes)
    wide = max(map(len, states.values()))
    for one in sorted(outcomes, key=lambda each: each.name):
        count = len(one.problems)
        told = _("problems: {count}").format(count=count) if count else ""
        yield f"{one.name:{width}}  {states[one.state]:{wide}}  {one.seconds:6.1f} s  {told}".rstrip()


def _editions() -> click.Command:
    def editions(root: Path, as_json: bool) -> int:
        from intramentor.editions.places import known

        names = [place.name for place in known(root)]
        click.echo(json.dumps(names) if as_json else "\n".join(names))
        return FINE

    params: list[click.Parameter] = [
        root_option(),
        click.Option(["--json", "as_json"], is_flag=True, help=_("As a JSON list, for a matrix of jobs in CI.")),
    ]
    return click.Command("editions", callback=editions, params=params, help=_("List the editions of a project."))

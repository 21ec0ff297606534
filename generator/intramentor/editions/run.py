"""Build editions side by side; a broken one stops no other, and an interrupted run goes on where it was.

A task is a few words: which edition, where to. Each worker reads the pack once and of the rest
only its edition, so that memory does not grow with their number, on one machine or on many.
"""

from __future__ import annotations

import time
import uuid
from collections.abc import Iterator
from concurrent.futures import Executor, as_completed
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from intramentor.build import Progress, Step, build_edition, targets
from intramentor.cache import sweep
from intramentor.editions.manifest import inputs, record, recorded, stands
from intramentor.editions.places import Place
from intramentor.load import Pack, read_pack
from intramentor.problems import HandbookError, Problem
from intramentor.project import data_root, installed, judge, open_project, pack_root
from intramentor.publish import sweep as sweep_staging


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of an edition: `built`, `unchanged` or `failed`, and what was found on the way."""

    name: str
    state: str
    folders: tuple[str, ...]
    seconds: float
    problems: tuple[Problem, ...] = ()
    sources: tuple[tuple[str, str], ...] = ()  # the files that the problems are in


def _quiet(_: Step) -> None:
    """Say nothing: what a task of many does is told when it is done."""


def build_editions(
    wanted: tuple[Place, ...], out: Path, executor: Executor | None, progress: Progress, downloads: bool = False
) -> Iterator[Outcome]:
    """Build editions below `out` and yield each outcome as it comes.

    Without an executor there is one task at a time, which shares its sites among the cores
    and tells of each.
    """
    sweep()
    if executor is None:
        for place in wanted:
            yield build_one(place, out, 0, progress, downloads)
        return
    run = uuid.uuid4().hex
    jobs = [executor.submit(build_one, place, out.resolve(), 1, _quiet, downloads, run) for place in wanted]
    yield from (job.result() for job in as_completed(jobs))


def build_one(
    place: Place, out: Path, workers: int, progress: Progress = _quiet, downloads: bool = False, run: str = ""
) -> Outcome:
    """Build one edition if anything changed since it was built last.

    Editions of one `run` share what they have in common: a worker may live longer than that, and
    the pack may change. Without a run nothing is shared.
    """
    run = run or uuid.uuid4().hex
    begun = time.monotonic()
    data = data_root(place.root)
    folders = tuple(str(target.folder) for target in targets(place.name, out))
    sweep_staging(Path(folders[0]))  # a run that was killed after the last exchange left its own
    made_of = inputs(place, pack_root(place.root), data, downloads, run)
    if stands(out, recorded(out).get(place.name), made_of):
        return Outcome(place.name, "unchanged", folders, time.monotonic() - begun)
    project = open_project(place.root, place.name, _pack(place.root, run))
    try:
        build_edition(project, data, project.edition(place.name), out, progress, workers, downloads)
        record(out, place.name, made_of, [Path(folder).name for folder in folders])
        state, found = "built", tuple(judge(project))
    except HandbookError as error:
        state, found = "failed", error.problems
    files = {problem.where.file for problem in found}
    sources = tuple((name, text) for name, text in project.library.sources.items() if name in files)
    return Outcome(place.name, state, folders, time.monotonic() - begun, found, sources)


@lru_cache(maxsize=8)
def _pack(root: Path, run: str) -> Pack:  # noqa: ARG001 - read anew in each run
    return read_pack(root, installed())

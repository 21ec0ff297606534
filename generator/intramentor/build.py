"""Build an edition: its languages and views, each its own site in its own process."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from concurrent.futures import ProcessPoolExecutor, as_completed
from dataclasses import dataclass
from pathlib import Path

from intramentor.compose import Handbook
from intramentor.engine import build_site
from intramentor.finish import finish, landing, pack_words, prove, secret
from intramentor.pages import Site, render
from intramentor.problems import HandbookError, Problem
from intramentor.project import VIEWS, Project, judge
from intramentor.publish import publish, refuse_foreign, staging
from intramentor.sinks import calendars, write_folder


@dataclass(frozen=True, slots=True)
class Step:
    """One site is built, or one `file` to download: the `done`-th `of` all, for a view, in a language."""

    done: int
    of: int
    view: str = ""
    language: str = ""
    file: str = ""


Progress = Callable[[Step], None]


@dataclass(frozen=True, slots=True)
class Target:
    """Where one view of an edition goes."""

    view: str
    folder: Path


def targets(edition: str, out: Path) -> tuple[Target, ...]:
    """Return where the views of an edition go below `out`."""
    return tuple(
        Target(view, out / (edition if view == "participant" else f"{edition}-{view}"))
        for view in VIEWS
    )


def sites(project: Project, edition: str, views: tuple[str, ...] = VIEWS) -> list[Site]:
    """Return the edition's sites, or raise every problem of the project."""
    judge(project).stop()
    return [render(handbook) for handbook in project.handbooks(edition, views)]


def build_edition(
    project: Project, data: Path, edition: str, out: Path, progress: Progress, workers: int = 0,
    downloads: bool = False,
) -> tuple[Target, ...]:
    """Build every language and view of an edition and publish them below `out`.

    `data` has the theme and the engine's settings. Nothing is published unless all of it
    was built; each view then changes places with the one before it in one step. The sites
    are shared among so many `workers` (0: one for each core). With `downloads`, their pages
    offer what is to be printed, filled in and shown.
    """
    judge(project).stop()
    books = list(project.handbooks(edition, late=True))
    made = [render(book, downloads) for book in books]
    workers = workers or os.cpu_count() or 1
    places = targets(edition, out)
    for place in places:
        refuse_foreign(place.folder)
    with staging(places[0].folder) as work:
        _build_all(made, data, work, progress, workers)
        if downloads:
            from intramentor.printing import write_downloads

            write_downloads(project, data, edition, work, workers, lambda done, of, name: progress(Step(done, of, file=name)))
        _write_calendars(project, edition, work)
        _check_words(made, work)
        _prove_all(books, work)
        for place in places:
            whole = work / place.view
            landing(whole, [s for s in made if s.view == place.view])
            publish(whole, place.folder)
    return places


def write_sources(project: Project, data: Path, edition: str, out: Path) -> None:
    """Write the edition's folders for the engine to `out`/view/language, each view whole."""
    made = sites(project, edition)
    for view in VIEWS:
        refuse_foreign(out / view)
    with staging(out / VIEWS[0]) as work:
        for site in made:
            write_folder(site, data, work / site.view / site.language)
        for view in VIEWS:
            publish(work / view, out / view)


def _build_all(made: list[Site], data: Path, work: Path, progress: Progress, workers: int) -> None:
    problems: list[Problem] = []
    for done, (site, found) in enumerate(_built(made, data, work, workers), start=1):
        problems += found
        progress(Step(done, len(made), site.view, site.language))
    if problems:
        raise HandbookError(problems)


def _built(
    made: list[Site], data: Path, work: Path, workers: int
) -> Iterator[tuple[Site, tuple[Problem, ...]]]:
    if workers == 1:
        yield from ((site, build_one(site, data, work)) for site in made)
        return
    with ProcessPoolExecutor(min(len(made), workers)) as pool:
        jobs = {pool.submit(build_one, site, data, work): site for site in made}
        yield from ((jobs[job], job.result()) for job in as_completed(jobs))


def _write_calendars(project: Project, edition: str, work: Path) -> None:
    """Write the dates of the edition's deliveries beside the pages of each site.

    Their lines are folded, so names can't be bound late.
    """
    for book in project.handbooks(edition) if project.library.deliveries.get(edition) else ():
        for name, made in calendars(book).items():
            path = work / book.view / book.language / "calendars" / name
            path.parent.mkdir(exist_ok=True)
            path.write_bytes(made)


def _check_words(made: list[Site], work: Path) -> None:
    """Look for the pack's own words in everything that was written, calendars too."""
    problems: list[Problem] = []
    for site in made:
        problems += pack_words(work / site.view / site.language, site)
    if problems:
        raise HandbookError(problems)


def _prove_all(books: list[Handbook], work: Path) -> None:
    """Look for each facilitator's text in every file that participants get.

    What is for whom is read off the facilitators' handbook, which has everything.
    """
    for book in (one for one in books if one.view == "facilitator"):
        prove(work / "participant" / book.language, secret(book))


def build_one(site: Site, data: Path, work: Path) -> tuple[Problem, ...]:
    """Build one site into `work`/view/language; return the problems of the engine."""
    source = work / "source" / site.view / site.language
    out = work / site.view / site.language
    try:
        write_folder(site, data, source)
        build_site(source, out, cached=True)
        finish(out, site)
    except HandbookError as error:
        return error.problems
    shutil.rmtree(source)
    return ()

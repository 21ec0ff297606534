"""One project, read and judged: what every command begins with."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path

from intramentor.brand import Look, look_of, own_look
from intramentor.check import check
from intramentor.compose import Handbook, compose
from intramentor.layers import Stack, stack
from intramentor.load import Library, Pack, load, read_pack
from intramentor.model.edition import DEFAULT_EDITION
from intramentor.problems import HandbookError, Problem, Problems, Where, suggestion

VIEWS = ("participant", "facilitator")
Composed = tuple[Handbook | None, Problems]


@dataclass(frozen=True, slots=True)
class Project:
    """A library, its editions' stacks, and all problems found on the way."""

    library: Library
    stacks: dict[str, Stack]
    looks: dict[str, Look]
    problems: Problems
    verdict: list[Problems] = field(default_factory=list)  # filled by `judge`, once
    composed: dict[tuple[str, str, str, bool], Composed] = field(default_factory=dict)

    def compose(self, edition: str, language: str, view: str, late: bool = True) -> Composed:
        """Return a handbook, its names bound `late` as in `compose`, and its problems; composed once."""
        key = (edition, language, view, late)
        if key not in self.composed:
            self.composed[key] = compose(self.library, self.stacks[edition], language, view, late)
        return self.composed[key]

    def handbooks(self, edition: str, views: tuple[str, ...] = VIEWS, late: bool = False) -> Iterator[Handbook]:
        """Yield the edition's handbooks, one for each view and language; `late` as in `compose`."""
        languages = self.library.editions[edition].languages
        for view in views:
            for language in languages:
                handbook, problems = self.compose(edition, language, view, late)
                self.problems.extend(problems)
                if handbook is not None:
                    yield replace(handbook, look=self.looks[edition])

    def edition(self, name: str | None) -> str:
        """Return the edition's name, or raise `no-edition`. Without a name it is the one
        edition of a company's own project, else the pack.
        """
        if name is None:
            own = [each for each in self.library.editions if each != DEFAULT_EDITION]
            company = self.library.root != self.library.pack and len(own) == 1
            return own[0] if company else DEFAULT_EDITION
        if name not in self.library.editions:
            known = list(self.library.editions)
            problems = Problems()
            problems.add(
                "no-edition", Where("editions"), id=name, known=", ".join(known),
                guess=suggestion(name, known),
            )
            raise HandbookError(problems)
        return name


def open_project(root: Path, only: str | None = None, pack: Pack | None = None) -> Project:
    """Read a project and lay the layers of each edition, or of `only` one; problems are collected.

    A `pack` that was read before is not read again.
    """
    library, problems = load(root, pack or read_pack(root, installed()), only)
    stacks: dict[str, Stack] = {}
    for edition in library.editions if only is None else [only]:
        if edition not in library.editions:
            continue
        stacks[edition], found = stack(library, edition)
        problems.extend(found)
    return Project(library, stacks, looks(library, problems), problems)


def looks(library: Library, problems: Problems) -> dict[str, Look]:
    """Return how each edition looks; one whose brand file is wrong looks like the pack."""
    made = dict.fromkeys(library.editions, own_look())
    for edition, branding in library.brands.items():
        look, found = look_of(branding, library.editions[edition])
        problems.extend(found)
        made[edition] = look or made[edition]
    return made


def judge(project: Project) -> Problems:
    """Return everything that is wrong with a project: files, layers, rules, names.

    What is wrong in an edition alone says so in its trail: its place may be in the pack.
    A project is judged once, however often it is asked.
    """
    if not project.verdict:
        project.verdict.append(_judged(project))
    return project.verdict[0]


def _judged(project: Project) -> Problems:
    problems = Problems(project.problems)
    known = set(problems)
    for edition, made in project.stacks.items():
        found = check(project.library, made)
        for language in project.library.editions[edition].languages:
            found.extend(project.compose(edition, language, "facilitator")[1])
        fresh = [problem for problem in found if problem not in known]
        known.update(fresh)
        problems.extend(p if edition == DEFAULT_EDITION else _of_edition(p, edition) for p in fresh)
    return Problems(HandbookError(problems).problems)


def _of_edition(problem: Problem, edition: str) -> Problem:
    trail = " › ".join(part for part in (f"edition {edition}", problem.where.trail) if part)
    return replace(problem, where=replace(problem.where, trail=trail))


def installed() -> Path:
    """Return where the installed pack, theme and engine settings are.

    In a wheel they lie in `_data` beside the package; in a checkout at the repository's root.
    """
    wheel = Path(__file__).with_name("_data")
    return wheel if wheel.is_dir() else Path(__file__).parents[2]


def pack_root(root: Path) -> Path:
    """Return where the pack of a project is: its own, else the installed."""
    return root if (root / "modules").is_dir() else installed()


def data_root(root: Path) -> Path:
    """Return where theme and engine settings are: the project's own, else the installed."""
    own = (root / "mkdocs.yml").exists() and (root / "overrides").is_dir()
    return root if own else installed()

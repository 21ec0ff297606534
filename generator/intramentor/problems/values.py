"""The values: where a problem stands, what it is, and the one exception for people."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from intramentor.problems.catalogue import CATALOGUE, Entry
from intramentor.problems.words import PL, said, said_way

FACT_LIMIT = 1000
_BREAKS = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029]+")


@dataclass(frozen=True, slots=True, order=True)
class Where:
    """A place: file (relative to the project), 1-based line and column, and a trail.

    The trail names the way there by ids: `unit listening › activity triads › minutes`.
    """

    file: str
    line: int = 1
    column: int = 1
    trail: str = ""


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing to mend: a code of the catalogue, its place, and the facts of the case."""

    code: str
    where: Where
    facts: tuple[tuple[str, str], ...] = ()

    @property
    def entry(self) -> Entry:
        """Return the catalogue's entry of this code."""
        return CATALOGUE[self.code]

    @property
    def severity(self) -> str:
        """Return `error` (nothing is built) or `warning`."""
        return self.entry.severity

    def message(self, lang: str = "en") -> str:
        """Say what is wrong, in `lang`."""
        return self.entry.say(lang).message.format(**self._facts(lang))

    def hint(self, lang: str = "en") -> str:
        """Say what to write instead, in `lang`."""
        facts = self._facts(lang)
        text = self.entry.say(lang).hint.format(**facts)
        if guess := facts.get("guess"):
            asked = "Czy chodziło o" if lang == "pl" else "Did you mean"
            return f"{asked} `{guess}`? {text}".strip()
        return text

    def trail(self, lang: str = "en") -> str:
        """Return the way to the place, the words that are not the author's in `lang`."""
        return said_way(self.where.trail) if lang == "pl" else self.where.trail

    def _facts(self, lang: str) -> dict[str, str]:
        """Return the facts, those that are our own words in `lang`."""
        if lang != "pl":
            return dict(self.facts)
        found = {key: PL.get(value, value) if key in OURS else value for key, value in self.facts}
        return {**found, "about": said(found["about"], lang)} if "about" in found else found


# Facts that are our own words; all others are the author's, and stay as they are written.
OURS = frozenset(("advice", "expected", "found", "kind", "parts", "reason", "scheme", "what", "whole"))


class HandbookError(Exception):
    """Problems that a person can mend; the only exception meant for people."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        """Keep the problems, in the order of their places, each once."""
        once: dict[object, Problem] = {}
        for each in sorted(set(problems), key=_order):
            once.setdefault(_sameness(each), each)
        self.problems = tuple(once.values())
        super().__init__("; ".join(f"{p.code} {p.where.file}:{p.where.line}" for p in self.problems))


class Problems(list[Problem]):
    """A stage's collection of problems."""

    def add(self, code: str, where: Where, **facts: object) -> None:
        """Note one problem."""
        self.append(problem(code, where, **facts))

    @property
    def errors(self) -> tuple[Problem, ...]:
        """Return those that stop a build."""
        return tuple(p for p in self if p.severity == "error")

    def stop(self) -> None:
        """Raise all of them if there is an error among them."""
        if self.errors:
            raise HandbookError(self)


def problem(code: str, where: Where, **facts: object) -> Problem:
    """Make a problem of a code that the catalogue knows; facts are shown as text."""
    if code not in CATALOGUE:
        raise KeyError(code)
    return Problem(code, where, tuple(sorted((k, _shown(v)) for k, v in facts.items())))


def _shown(fact: object) -> str:
    """Return a fact as it may stand in a message: on one line, and not without end."""
    return _BREAKS.sub(" ", str(fact)[:FACT_LIMIT])


def _order(item: Problem) -> tuple[object, ...]:
    return item.where.file, item.where.line, item.where.column, item.code, item.facts


def _sameness(item: Problem) -> tuple[object, ...]:
    """Return what makes two problems one: an edition's stack finds the pack's again."""
    facts = tuple(fact for fact in item.facts if fact[0] not in ("known", "style"))
    return item.where.file, item.where.line, item.where.column, item.code, facts

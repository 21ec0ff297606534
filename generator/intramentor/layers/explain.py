"""Where a value comes from: the layers that it came through, with file and line."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from intramentor.layers.merge import TERMS, flag
from intramentor.layers.stack import Stack
from intramentor.layers.stacked import Stacked
from intramentor.load import Mapping, plain
from intramentor.load.nodes import find


@dataclass(frozen=True, slots=True)
class Step:
    """One layer's say: level (0 the pack, 1 the edition), language, place and value."""

    level: int
    language: str
    file: str
    line: int
    value: Any
    removed: bool = False


def addressed(made: Stack, address: str) -> list[tuple[Stacked, tuple[str, ...]]]:
    """Return what `my-routines.title` or `terms.mentee` names: units and the path in each.

    A name stands in the table of each language; a unit's field in one place.
    """
    unit, *path = address.split(".")
    if unit in made.units:
        return [(made.units[unit], tuple(path))]
    if unit != TERMS:
        return []
    inside = path if path[:1] in ([], ["particles"]) else [TERMS, *path]
    return [(table, tuple(inside)) for table in made.names.values()]


def explain(unit: Stacked, path: tuple[str, ...]) -> list[Step]:
    """Return what each layer says at a path, the pack first; empty if none says anything."""
    steps: list[Step] = []
    for level in range(len(unit.levels[unit.language])):
        for language in sorted(unit.levels, key=lambda name: name != unit.language):
            node = unit.levels[language][level]
            found = find(node, path) if node is not None else None
            if found is not None:
                removed = isinstance(found, Mapping) and flag(found, "remove")
                origin = found.origin
                steps.append(
                    Step(level, language, origin.file, origin.line, plain(found), removed)
                )
    return steps

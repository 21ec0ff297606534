"""What a handbook needs as a whole, so that every page of it can be made."""

from __future__ import annotations

from typing import Any

from intramentor.check.references import CITATION
from intramentor.layers import Stack
from intramentor.layers.stacked import place_of
from intramentor.load.nodes import scalars
from intramentor.model import Contents, Format
from intramentor.problems import Problems, Where

ONE_OF = ("contents", "sources")


def check_whole(made: Stack, values: dict[str, Any], problems: Problems) -> None:
    """Note second start pages, units listed twice, slots without minutes, lost citations."""
    _check_second(made, problems)
    for unit, value in values.items():
        if isinstance(value, Contents):
            _check_listed_once(made, value, problems)
        if isinstance(value, Format):
            _check_slots(made, unit, value, values, problems)
    if not any(unit.kind == "sources" for unit in made.units.values()) and _cites(made, values):
        problems.add("no-sources", Where("content"))


def _check_second(made: Stack, problems: Problems) -> None:
    first: dict[str, str] = {}
    for unit in made.units.values():
        if unit.kind in ONE_OF and first.setdefault(unit.kind, unit.file) != unit.file:
            place = place_of(unit, ("kind",))
            problems.add("second-of-kind", place, kind=unit.kind, first=first[unit.kind])


def _check_listed_once(made: Stack, contents: Contents, problems: Problems) -> None:
    seen: dict[str, str] = {}
    for family in contents.families:
        for index, member in enumerate(family.units):
            if seen.setdefault(member.id, f"{family.id} {index}") != f"{family.id} {index}":
                place = place_of(made.units[contents.id], ("families", family.id, "units", member.id))
                first = seen[member.id].split()[0]
                problems.add("listed-twice", place, id=member.id, first=first)


def _check_slots(
    made: Stack, unit: str, value: Format, values: dict[str, Any], problems: Problems
) -> None:
    for stage in value.stages:
        for slot in stage.units:
            known = values.get(slot.id)
            if known is None or slot.minutes is not None or hasattr(known, "minutes"):
                continue
            place = place_of(made.units[unit], ("stages", stage.id, "units", slot.id))
            about = "The unit has no figure of its own."
            problems.add("missing-key", place, key="minutes", about=about)


def _cites(made: Stack, values: dict[str, Any]) -> bool:
    if any(getattr(value, "sources", ()) for value in values.values()):
        return True
    levels = (node for unit in made.units.values() for each in unit.levels.values() for node in each)
    return any(
        CITATION.search(scalar.value)
        for node in levels if node is not None
        for _, scalar in scalars(node) if isinstance(scalar.value, str)
    )

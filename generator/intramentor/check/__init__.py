"""Rules: what must hold in every unit of every edition. One small function a rule."""

from __future__ import annotations

from intramentor.check.markdown import check_markdown
from intramentor.check.references import check_references
from intramentor.check.rules import check_units
from intramentor.check.sums import check_sums
from intramentor.check.whole import check_whole
from intramentor.layers import Stack
from intramentor.layers.stack import value_of
from intramentor.load import Library
from intramentor.problems import Problems

__all__ = ["check"]


def check(library: Library, made: Stack) -> Problems:
    """Return the problems of an edition's units in their source language, and of every
    text that the edition's layers hold.
    """
    problems = Problems()
    values = {}
    for unit in made.units.values():
        value = value_of(unit, unit.language, Problems())
        if value is not None:
            values[unit.id] = value
    check_references(library, made, values, problems)
    check_sums(made, values, problems)
    check_whole(made, values, problems)
    check_units(library, made, values, problems)
    check_markdown(library, made, problems)
    return problems

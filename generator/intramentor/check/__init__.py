"""Rules: what must hold in every unit of every edition. One small function a rule."""

from __future__ import annotations

from intramentor.check.claims import age_as_cause, generations, learning_styles
from intramentor.check.deliveries import check_deliveries
from intramentor.check.fixed import fixed_names
from intramentor.check.learning import check_training, unseen_objectives, unsourced_numbers
from intramentor.check.markdown import check_markdown
from intramentor.check.passages import report, sheets
from intramentor.check.policy import check_policy
from intramentor.check.polish import (
    inflected_mentee,
    no_break_spaces,
    quotation_marks,
    wrong_words,
)
from intramentor.check.reach import check_reach
from intramentor.check.readability import check_fog, long_sentences
from intramentor.check.references import check_references
from intramentor.check.rules import check_units
from intramentor.check.settings import check_settings
from intramentor.check.sums import check_sums
from intramentor.check.whole import check_whole
from intramentor.layers import Stack
from intramentor.layers.stacked import value_of
from intramentor.load import Library
from intramentor.problems import Problems

__all__ = ["check"]

WORDING = (
    generations, age_as_cause, learning_styles, no_break_spaces, quotation_marks, inflected_mentee,
    wrong_words, long_sentences, unseen_objectives, unsourced_numbers,
)


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
    check_deliveries(library, made, values, problems)
    check_whole(made, values, problems)
    check_settings(library, made, problems)
    check_policy(library, made, problems)
    check_units(library, made, values, problems)
    check_markdown(library, made, problems)
    check_training(made, values, problems)
    read = sheets(made)
    check_reach(library, made, read, values, problems)
    check_fog(made, read, values, problems)
    rules = (*WORDING, fixed_names(library, made))
    for sheet in (each for each in read if each.own):
        report(library, sheet, rules, problems)
    return problems

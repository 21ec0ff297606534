"""Problems are values: a code, a place, the facts. Finding them is apart from printing."""

from intramentor.problems.catalogue import CATALOGUE, Entry
from intramentor.problems.suggest import suggestion
from intramentor.problems.values import HandbookError, Problem, Problems, Where, problem

__all__ = [
    "CATALOGUE",
    "Entry",
    "HandbookError",
    "Problem",
    "Problems",
    "Where",
    "problem",
    "suggestion",
]

"""Library × edition × language × view → Handbook: every choice made, every name resolved."""

from intramentor.compose.handbook import Family, Handbook, Piece, compose
from intramentor.compose.swaps import Swap
from intramentor.compose.terms import fill

__all__ = ["Family", "Handbook", "Piece", "Swap", "compose", "fill"]

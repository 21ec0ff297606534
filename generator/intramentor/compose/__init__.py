"""Library × edition × language × view → Handbook: every choice made, every name resolved."""

from intramentor.compose.handbook import Family, Handbook, Piece, compose

__all__ = ["Family", "Handbook", "Piece", "compose"]

"""Many editions: found, built side by side, each on its own, and only where something changed."""

from intramentor.editions.places import Place, places
from intramentor.editions.run import Outcome, build_editions

__all__ = ["Outcome", "Place", "build_editions", "places"]

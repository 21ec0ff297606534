"""The one mechanism: a translation is a layer, a company's edition is a layer."""

from intramentor.layers.explain import Step, explain
from intramentor.layers.merge import merge
from intramentor.layers.stack import Stack, Stacked, stack
from intramentor.layers.status import Entry, accept, status

__all__ = ["Entry", "Stack", "Stacked", "Step", "accept", "explain", "merge", "stack", "status"]

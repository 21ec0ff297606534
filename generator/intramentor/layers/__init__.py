"""The one mechanism: a translation is a layer, a company's edition is a layer."""

from intramentor.layers.explain import Step, addressed, explain
from intramentor.layers.merge import merge
from intramentor.layers.stack import Stack, stack
from intramentor.layers.stacked import Stacked
from intramentor.layers.status import Entry, accept, status

__all__ = ["Entry", "Stack", "Stacked", "Step", "accept", "addressed", "explain", "merge", "stack", "status"]

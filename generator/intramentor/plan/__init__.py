"""Fit to time: which activities, how long, with which breaks. Pure: no files, no texts."""

from intramentor.plan.run import plan
from intramentor.plan.values import Breaks, Item, Plan, Shortage, Task

__all__ = ["Breaks", "Item", "Plan", "Shortage", "Task", "plan"]

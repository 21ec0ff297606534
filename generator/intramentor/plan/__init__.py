"""Fit to time: which activities, how long, with which breaks, and on which dates.

Pure: no files, no texts. What `minutes` means is minutes; times of day count from midnight.
"""

from intramentor.plan.calendar import Calendar, Meeting, calendar
from intramentor.plan.run import plan
from intramentor.plan.sittings import Sheet, Sitting, format_sheets, sheets, sittings
from intramentor.plan.tasks import breaks_of, minutes, parts, slot_minutes, slot_tasks, tasks_of
from intramentor.plan.values import Breaks, Item, Plan, Shortage, Task

__all__ = [
    "Breaks", "Calendar", "Item", "Meeting", "Plan", "Sheet", "Shortage", "Sitting", "Task",
    "breaks_of", "calendar", "format_sheets", "minutes", "parts", "plan", "sheets", "sittings",
    "slot_minutes", "slot_tasks", "tasks_of",
]

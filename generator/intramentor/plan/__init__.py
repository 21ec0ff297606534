"""Fit to time: which activities, how long, with which breaks, and on which dates.

Pure: no files, no texts. What `minutes` means is minutes; times of day count from midnight.
"""

from intramentor.plan.calendar import Calendar, Meeting, calendar, days, has_days, is_date
from intramentor.plan.run import plan
from intramentor.plan.sittings import Sheet, Sitting, format_sheets, locked, of_units, sheets, sittings
from intramentor.plan.tasks import breaks_of, cut_line, minutes, parts, slot_minutes, slot_tasks, tasks_of
from intramentor.plan.values import Breaks, Item, Plan, Shortage, Task, clock

__all__ = [
    "Breaks",
    "Calendar",
    "Item",
    "Meeting",
    "Plan",
    "Sheet",
    "Shortage",
    "Sitting",
    "Task",
    "breaks_of",
    "calendar",
    "clock",
    "cut_line",
    "days",
    "format_sheets",
    "has_days",
    "is_date",
    "locked",
    "minutes",
    "of_units",
    "parts",
    "plan",
    "sheets",
    "sittings",
    "slot_minutes",
    "slot_tasks",
    "tasks_of",
]

"""A Site is written somewhere: as a folder for the engine; dates as ICS."""

from intramentor.sinks.folder import identity, navigation, settings, write_folder
from intramentor.sinks.ics import calendars

__all__ = ["calendars", "identity", "navigation", "settings", "write_folder"]

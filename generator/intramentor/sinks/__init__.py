"""A Site is written somewhere: as a folder for the engine; dates as ICS."""

from intramentor.sinks.folder import WORDS, identity, navigation, words, write_folder
from intramentor.sinks.ics import calendars

__all__ = ["WORDS", "calendars", "identity", "navigation", "words", "write_folder"]

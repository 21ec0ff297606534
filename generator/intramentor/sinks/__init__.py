"""A Site is written as a folder for the engine, dates as ICS; papers and decks, in modules of their own, as PDF, DOCX, PPTX."""

from intramentor.sinks.folder import WORDS, identity, navigation, words, write_folder
from intramentor.sinks.ics import calendars

__all__ = ["WORDS", "calendars", "identity", "navigation", "words", "write_folder"]

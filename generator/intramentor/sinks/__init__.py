"""A Site is written somewhere: as a folder for the engine; later as PDF, DOCX, PPTX, ICS."""

from intramentor.sinks.folder import WORDS, identity, navigation, words, write_folder

__all__ = ["WORDS", "identity", "navigation", "words", "write_folder"]

"""A Site is written as a folder for the engine. Papers and decks, in modules of their own: PDF, DOCX, PPTX."""

from intramentor.sinks.folder import WORDS, identity, navigation, words, write_folder

__all__ = ["WORDS", "identity", "navigation", "words", "write_folder"]

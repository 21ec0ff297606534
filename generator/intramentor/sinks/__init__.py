"""A Site is written somewhere: as a folder for the engine; later as PDF, DOCX, PPTX, ICS."""

from intramentor.sinks.folder import identity, navigation, settings, write_folder

__all__ = ["identity", "navigation", "settings", "write_folder"]

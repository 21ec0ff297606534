"""A Site is written somewhere: as a folder for the engine; later as PDF, DOCX, PPTX, ICS."""

from intramentor.sinks.folder import settings, write_folder

__all__ = ["settings", "write_folder"]

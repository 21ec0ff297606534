"""The commands: thin, each a few calls of the stages."""

from intramentor.commands.group import run

__all__ = ["run"]

"""The engine: one folder becomes one site of HTML. MkDocs and Markdown stand here alone."""

from intramentor.engine.site import build_site

__all__ = ["build_site"]

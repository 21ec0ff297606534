"""The engine: one folder becomes one site of HTML. MkDocs and Markdown stand here alone."""

from intramentor.engine.fragment import Convert, converter
from intramentor.engine.site import build_site

__all__ = ["Convert", "build_site", "converter"]

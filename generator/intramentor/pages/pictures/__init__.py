"""Pictures drawn at build: SVG in the brand's colours, with a text alternative."""

from intramentor.pages.pictures.draw import draw

__all__ = ["draw"]

"""A Handbook becomes a Site: Markdown pages, their order, nothing chosen any more."""

from intramentor.pages.site import Page, Section, Site, render
from intramentor.pages.text import plain_text

__all__ = ["Page", "Section", "Site", "plain_text", "render"]

"""A Handbook becomes a Site: Markdown pages, their order, nothing chosen any more."""

from intramentor.pages.site import Page, Section, Site, environment, render

__all__ = ["Page", "Section", "Site", "environment", "render"]

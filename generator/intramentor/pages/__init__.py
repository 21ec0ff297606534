"""A Handbook becomes a Site: Markdown pages, their order, nothing chosen any more."""

from intramentor.pages.site import Page, Section, Site, environment, render
from intramentor.pages.text import plain_text
from intramentor.pages.wording import Wording

__all__ = ["Page", "Section", "Site", "Wording", "environment", "plain_text", "render"]

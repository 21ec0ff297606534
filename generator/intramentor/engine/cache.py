"""Markdown converted once: a page with the same text gives the same HTML in whatever edition.

A Markdown extension, so that MkDocs needs no hook: before conversion the page's text is taken
away if its HTML is known, afterwards the HTML is put in its place, or remembered.
"""

from __future__ import annotations

from importlib.metadata import version
from pathlib import Path
from typing import Any

import markdown
from markdown.extensions import Extension
from markdown.postprocessors import Postprocessor
from markdown.preprocessors import Preprocessor

from intramentor.cache import keep, place, recall

_FIRST, _LAST = 1000, -1000
_LIBRARIES = ("markdown", "mkdocs", "pymdown-extensions")  # what turns a page's text into HTML


class Cached(Extension):
    """Remembers converted pages."""

    def __init__(self, settings: str) -> None:
        """`settings` says how pages are converted: other settings, other HTML."""
        super().__init__()
        self.settings = " ".join((*map(version, _LIBRARIES), settings))

    def extendMarkdown(self, md: markdown.Markdown) -> None:  # noqa: N802 - the library's name
        """Stand first and last in the conversion of one page."""
        page = _Page(self.settings)
        md.preprocessors.register(_Ask(md, page), "intramentor_ask", _FIRST)
        md.postprocessors.register(_Answer(md, page), "intramentor_answer", _LAST)


class _Page:
    """One page on its way: where its HTML is kept, and what was found there."""

    def __init__(self, settings: str) -> None:
        self.settings = settings
        self.place = Path()
        self.found: dict[str, Any] | None = None


class _Ask(Preprocessor):
    def __init__(self, md: markdown.Markdown, page: _Page) -> None:
        super().__init__(md)
        self.page = page

    def run(self, lines: list[str]) -> list[str]:
        # Links are made relative to the page, so its place is part of what decides.
        where = self.md.treeprocessors["relpath"].file.src_uri  # type: ignore[attr-defined]
        self.page.place = place("markdown", self.page.settings, where, *lines)
        self.page.found = recall(self.page.place)
        return lines if self.page.found is None else []


class _Answer(Postprocessor):
    def __init__(self, md: markdown.Markdown, page: _Page) -> None:
        super().__init__(md)
        self.page = page

    def run(self, text: str) -> str:
        tokens = self.md.toc_tokens  # type: ignore[attr-defined]
        if self.page.found is None:
            keep(self.page.place, {"html": text, "toc": tokens})
            return text
        tokens[:] = self.page.found["toc"]
        return str(self.page.found["html"])

"""Markdown converted once: a page with the same text gives the same HTML in whatever edition.

A Markdown extension, so that MkDocs needs no hook: before conversion the page's text is taken
away if its HTML is known, afterwards the HTML is put in its place, or remembered.
"""

from __future__ import annotations

import hashlib
import json
import os
import time
from pathlib import Path
from typing import Any

import markdown
from markdown.extensions import Extension
from markdown.postprocessors import Postprocessor
from markdown.preprocessors import Preprocessor

_FIRST, _LAST = 1000, -1000
_DAYS = 60 * 60 * 24


def cache_folder() -> Path:
    """Return where this machine keeps converted pages: below XDG_CACHE_HOME, else ~/.cache."""
    base = os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache"
    return Path(base) / "intramentor" / "markdown"


def sweep(folder: Path, days: int = 60) -> None:
    """Forget pages that no build has asked for in so many days."""
    oldest = time.time() - days * _DAYS
    for place in folder.glob("??/*"):
        if place.stat().st_mtime < oldest:
            place.unlink(missing_ok=True)


class Cached(Extension):
    """Remembers converted pages in a folder, one file for each text."""

    def __init__(self, folder: Path, settings: str) -> None:
        """`settings` says how pages are converted: other settings, other HTML."""
        super().__init__()
        self.folder, self.settings = folder, f"{markdown.__version__} {settings}"

    def extendMarkdown(self, md: markdown.Markdown) -> None:  # noqa: N802 - the library's name
        """Stand first and last in the conversion of one page."""
        page = _Page(self.folder, self.settings)
        md.preprocessors.register(_Ask(md, page), "intramentor_ask", _FIRST)
        md.postprocessors.register(_Answer(md, page), "intramentor_answer", _LAST)


class _Page:
    """One page on its way: where its HTML is kept, and what was found there."""

    def __init__(self, folder: Path, settings: str) -> None:
        self.folder, self.settings = folder, settings
        self.place = folder
        self.found: dict[str, Any] | None = None


class _Ask(Preprocessor):
    def __init__(self, md: markdown.Markdown, page: _Page) -> None:
        super().__init__(md)
        self.page = page

    def run(self, lines: list[str]) -> list[str]:
        # Links are made relative to the page, so its place is part of what decides.
        where = self.md.treeprocessors["relpath"].file.src_uri  # type: ignore[attr-defined]
        text = "\n".join((self.page.settings, where, *lines))
        name = hashlib.sha256(text.encode()).hexdigest()
        self.page.place = self.page.folder / name[:2] / name[2:]
        try:
            self.page.found = json.loads(self.page.place.read_text(encoding="utf-8"))
        except (FileNotFoundError, json.JSONDecodeError):
            self.page.found = None
            return lines
        os.utime(self.page.place)
        return []


class _Answer(Postprocessor):
    def __init__(self, md: markdown.Markdown, page: _Page) -> None:
        super().__init__(md)
        self.page = page

    def run(self, text: str) -> str:
        tokens = self.md.toc_tokens  # type: ignore[attr-defined]
        if self.page.found is None:
            _keep(self.page.place, {"html": text, "toc": tokens})
            return text
        tokens[:] = self.page.found["toc"]
        return str(self.page.found["html"])


def _keep(place: Path, found: dict[str, Any]) -> None:
    """Write a page whole or not at all: others may be reading and writing the same."""
    place.parent.mkdir(parents=True, exist_ok=True)
    part = place.with_name(f"{place.name}.{os.getpid()}")
    part.write_text(json.dumps(found, ensure_ascii=False), encoding="utf-8")
    part.replace(place)

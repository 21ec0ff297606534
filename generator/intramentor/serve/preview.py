"""What the preview shows: the last good site of each language, and the problems of now."""

from __future__ import annotations

import shutil
import tempfile
import threading
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from intramentor.build import sites
from intramentor.engine import build_site
from intramentor.finish import landing, tidy, write_index
from intramentor.pages import Site
from intramentor.problems import HandbookError, Problem
from intramentor.project import judge, open_project
from intramentor.report import counts, report
from intramentor.sinks import write_folder


@dataclass
class Preview:
    """Keeps a built site of each language; `update` rebuilds what changed.

    `root` is the project, `data` has theme and engine settings, `say` prints a line.
    """

    root: Path
    data: Path
    edition: str | None
    view: str
    lang: str
    say: Callable[[str], None]
    version: int = 0
    problems: str = ""
    folder: Path = field(default_factory=lambda: Path(tempfile.mkdtemp(prefix="intramentor-")))
    _built: dict[str, Site] = field(default_factory=dict)
    _changed: threading.Condition = field(default_factory=threading.Condition)

    @property
    def site(self) -> Path:
        """Return the folder that is served."""
        return self.folder / "site"

    def update(self, everything: bool = False, first: str = "") -> None:
        """Read the project again and rebuild the languages whose pages changed.

        With problems, the last good pages stay. `first` is the language to build first.
        """
        sources: dict[str, str] = {}
        try:
            project = open_project(self.root)
            sources = project.library.sources
            made = sites(project, project.edition(self.edition), (self.view,))
            warnings = tuple(judge(project))
            for site in sorted(made, key=lambda one: one.language != first):
                if everything or self._built.get(site.language) != site:
                    self._build(site)
            if not (self.site / "index.html").exists():
                landing(self.site, made)
        except HandbookError as error:
            self._show(error.problems, sources)
        else:
            self._warn(warnings, sources)

    def _build(self, site: Site) -> None:
        """Build a site; when only texts of pages changed, only those pages."""
        source, out = self.folder / "source" / site.language, self.site / site.language
        before = self._built.get(site.language)
        if before is not None and source.exists() and _same_frame(before, site):
            _write_changed(before, site, source)
            build_site(source, out, changed_only=True)
        else:
            shutil.rmtree(source, ignore_errors=True)
            write_folder(site, self.data, source)
            build_site(source, out)
        tidy(out)
        write_index(out, site.names)
        self._built[site.language] = site
        self._tell()

    def _warn(self, problems: tuple[Problem, ...], sources: dict[str, str]) -> None:
        """Say warnings in the terminal; they don't cover the page."""
        self.problems = ""
        if problems:
            self.say(report(problems, sources, "text", self.lang))
        self._tell()

    def _show(self, problems: tuple[Problem, ...], sources: dict[str, str]) -> None:
        self.problems = report(problems, sources, "text", self.lang)
        if self.problems:
            self.say(self.problems + "\n" + counts(problems, self.lang))
        self._tell()

    def _tell(self) -> None:
        with self._changed:
            self.version += 1
            self._changed.notify_all()

    def wait(self, since: int, seconds: float) -> int:
        """Return the version as soon as it is past `since`, or after some seconds."""
        with self._changed:
            self._changed.wait_for(lambda: self.version > since, seconds)
            return self.version

    def close(self) -> None:
        """Remove what the preview built."""
        shutil.rmtree(self.folder, ignore_errors=True)


def _same_frame(before: Site, now: Site) -> bool:
    """Tell whether two sites differ in the texts of their pages alone."""
    return _frame(before) == _frame(now)


def _frame(site: Site) -> tuple[object, ...]:
    titles = tuple((s.title, tuple((p.uri, p.title) for p in s.pages)) for s in site.sections)
    return site.name, site.home.title, titles, site.roles, site.settings, site.look


def _write_changed(before: Site, now: Site, source: Path) -> None:
    old = {page.uri: page.text for page in before.pages}
    for page in now.pages:
        if old[page.uri] != page.text:
            (source / "docs" / page.uri).write_text(page.text, encoding="utf-8")

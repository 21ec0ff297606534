"""What a text said when its translation was accepted: looked up in the version control.

A lock keeps a hash alone. Where the project is kept with git, the version of the file whose
text has that hash shows what has changed since; where it is not, nobody can say.
"""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

from intramentor.layers import Entry, Stack, explain
from intramentor.load import Library, Node, plain
from intramentor.load.locks import digest
from intramentor.load.marks import parse
from intramentor.load.nodes import find
from intramentor.load.prose import parse_page
from intramentor.problems import Problems

VERSIONS = 40  # of one file, from the newest: a translation older than that is read anew anyway


class History:
    """The earlier versions of a project's files, each read once."""

    def __init__(self, library: Library) -> None:
        """Look in the project's folder and in that of the pack."""
        self.library = library
        self.git = shutil.which("git")
        self.seen: dict[str, list[Node]] = {}

    def before(self, entry: Entry, made: Stack) -> str | list[str] | None:
        """Return the source text that a stale translation was accepted for, if it is known."""
        name, *path = entry.path.split(".")
        layer, unit = self.library.layer(entry.edition, entry.language), made.units.get(name)
        then = layer.lock.get(entry.path) if layer is not None else None
        if then is None or unit is None:
            return None
        steps = [step for step in explain(unit, tuple(path)) if step.language == unit.language]
        for step in reversed(steps):
            for node in self._versions(step.file):
                found = find(node, tuple(path))
                value = plain(found) if found is not None else None
                if value is not None and digest(value) == then.hash:
                    return [str(each) for each in value] if isinstance(value, list) else str(value)
        return None

    def _versions(self, file: str) -> list[Node]:
        if file not in self.seen:
            root = next((r for r in (self.library.root, self.library.pack) if (r / file).is_file()), None)
            self.seen[file] = list(self._read(root, file)) if root is not None else []
        return self.seen[file]

    def _read(self, root: Path, file: str) -> Iterator[Node]:
        commits = self._ask(root, "log", f"--max-count={VERSIONS}", "--format=%H", "--", file)
        for commit in commits.split():
            text = self._ask(root, "show", f"{commit}:./{file}")
            node = parse_page(text, file, "", Problems()) if file.endswith(".md") else parse(text, file, "", Problems())
            if node is not None:
                yield node

    def _ask(self, root: Path, *command: str) -> str:
        """Return what git says, nothing where there is no git or no history."""
        if self.git is None:
            return ""
        done = subprocess.run(  # noqa: S603 - our own words and a path of the project
            [self.git, "-C", root, *command], capture_output=True, text=True, encoding="utf-8",
            errors="replace", check=False,
        )
        return done.stdout if done.returncode == 0 else ""

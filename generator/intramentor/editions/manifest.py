"""What was built from what: hashes of an edition's inputs and outputs, so that only what changed is built."""

from __future__ import annotations

import fcntl
import hashlib
import json
import os
from collections.abc import Iterator
from contextlib import contextmanager
from functools import lru_cache
from importlib.metadata import version
from pathlib import Path
from typing import Any

from intramentor.editions.places import FOLDER, Place

NAME = "manifest.json"
_FORM = 1
# What decides how a page or a paper looks beside our own code.
_LIBRARIES = (
    "mkdocs", "mkdocs-material", "markdown", "jinja2", "pymdown-extensions", "weasyprint", "python-docx",
    "python-pptx",
)
_PACKAGE = Path(__file__).parents[1]


def inputs(place: Place, pack: Path, data: Path, downloads: bool, run: str) -> str:
    """Return a hash of all that an edition is built from: pack, theme, generator, its own folder, what is asked for.

    What editions have in common is read once in a `run`.
    """
    parts = (_common(pack, data, run), place.name, str(downloads), tree(place.root / FOLDER / place.name)["sha256"])
    return hashlib.sha256("\n".join(parts).encode()).hexdigest()


@lru_cache(maxsize=8)
def _common(pack: Path, data: Path, run: str) -> str:  # noqa: ARG001 - read anew in each run
    folders = (pack / "modules", pack / "content", data / "overrides", _PACKAGE)
    made = hashlib.sha256(" ".join(version(name) for name in _LIBRARIES).encode())
    made.update((data / "mkdocs.yml").read_bytes())
    for folder in folders:
        made.update(tree(folder)["sha256"].encode())
    return made.hexdigest()


def tree(folder: Path) -> dict[str, Any]:
    """Return the number of files below a folder, their bytes, and one hash of names and contents."""
    made, files, size = hashlib.sha256(), 0, 0
    for path in sorted(_files(folder)):
        raw = path.read_bytes()
        made.update(f"{path.relative_to(folder).as_posix()}\0{len(raw)}\0".encode())
        made.update(raw)
        files, size = files + 1, size + len(raw)
    return {"files": files, "bytes": size, "sha256": made.hexdigest()}


def _files(folder: Path) -> Iterator[Path]:
    for path in folder.rglob("*"):
        if path.suffix != ".pyc" and "_data" not in path.parts and path.is_file():
            yield path


def recorded(out: Path) -> dict[str, Any]:
    """Return what the manifest below `out` says of each edition; nothing if it can't be read."""
    try:
        found = json.loads((out / NAME).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    right = isinstance(found, dict) and found.get("form") == _FORM
    return dict(found["editions"]) if right else {}


def stands(out: Path, entry: dict[str, Any] | None, made_of: str) -> bool:
    """Tell whether an edition was built from these inputs and its files are still as they were."""
    if entry is None or entry["inputs"] != made_of:
        return False
    return all(tree(out / view) == found for view, found in entry["outputs"].items())


def record(out: Path, name: str, made_of: str, views: list[str]) -> None:
    """Write into the manifest what an edition was built from and what came out."""
    entry = {"inputs": made_of, "outputs": {view: tree(out / view) for view in views}}
    with _alone(out):
        editions = {**recorded(out), name: entry}
        made = {"form": _FORM, "generator": version("intramentor"), "editions": dict(sorted(editions.items()))}
        part = out / f"{NAME}.part"
        part.write_text(json.dumps(made, indent=1) + "\n", encoding="utf-8")
        part.replace(out / NAME)


@contextmanager
def _alone(out: Path) -> Iterator[None]:
    """Let one process at a time change the manifest: two builds may end together."""
    folder = os.open(out, os.O_RDONLY)
    try:
        fcntl.flock(folder, fcntl.LOCK_EX)
        yield
    finally:
        os.close(folder)

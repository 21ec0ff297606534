"""A company's repository, ready to build: `init NAME` writes it into an empty folder."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

from intramentor.model.base import ID_PATTERN
from intramentor.model.edition import DEFAULT_EDITION
from intramentor.problems import HandbookError, Problems, Where

# Those below `all` serve every language; `dot-` begins what begins with a dot.
_TOOLS = (".git", ".venv")  # what may be there before: version control, the place of the package
_FILES = Path(__file__).with_name("files")


def write_repository(folder: Path, name: str, language: str, version: str, data: Path) -> Path:
    """Write the repository of the edition `name` into an empty folder, and return the path of
    its `edition.yml`. `data` has the schemas, `version` is that of the installed package.

    Raises `bad-id`, `duplicate-id` or `folder-not-empty`; then nothing is written.
    """
    _refuse(folder, name)
    edition = folder / "editions" / name
    for part in ("all", language):
        for source in sorted((_FILES / part).rglob("*")):
            if source.is_file():
                _write(source, folder, (_FILES / part), {"NAME": name, "VERSION": version, "LANGUAGE": language})
    for place in (f"modules/{language}", f"content/{language}", "logo", "fonts"):
        (edition / place).mkdir(parents=True)
        (edition / place / ".gitkeep").touch()
    shutil.copytree(data / "schemas", folder / "schemas")
    return edition / "edition.yml"


def _refuse(folder: Path, name: str) -> None:
    problems = Problems()
    if not re.fullmatch(ID_PATTERN, name):
        problems.add("bad-id", Where(name[:80]), value=name)
    elif name == DEFAULT_EDITION:
        problems.add("duplicate-id", Where(name), id=name, first="modules")
    there = sorted(p.name for p in folder.iterdir() if p.name not in _TOOLS) if folder.is_dir() else []
    if there:
        problems.add("folder-not-empty", Where(folder.resolve().name), file=there[0])
    if problems:
        raise HandbookError(problems)


def _write(source: Path, folder: Path, base: Path, words: dict[str, str]) -> None:
    """Write a file with the words between `%` put in, in its path too."""
    place = source.relative_to(base).as_posix().replace("dot-", ".")
    text = source.read_text(encoding="utf-8")
    for key, word in words.items():
        text, place = text.replace(f"%{key}%", word), place.replace(f"%{key}%", word)
    path = folder / place
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")

"""Reads case files: changes of the base project, and the problems expected beside the lines."""

from __future__ import annotations

import codecs
import os
import re
import shutil
from dataclasses import dataclass, field
from pathlib import Path

BASE = Path(__file__).with_name("base")
ENCODINGS = ("cp1250", "utf-16", "utf-16-le", "latin-1")
_DIRECTIVE = re.compile(r"#! (file|edit|remove|link|folder|fifo|expect) (.*)")
_NOTE = re.compile(r"\s*#! ((?:[a-z-]+(?::\d+)?(?:\?[\w.-]+)?(?: |$))+)$")
_ONE = re.compile(r"([a-z-]+)(?::(\d+))?(?:\?([\w.-]+))?")
_PLACE = re.compile(r"(\S+) (.+?)(?::(\d+))?(?::(\d+))?")
_BULK = re.compile(rb"\{\{(?:(\d+) \* (.+?)|((?:[0-9a-f]{2} ?)+))\}\}")


@dataclass(frozen=True)
class Expected:
    """A problem that must be found; column and guess are compared where they are given."""

    code: str
    file: str
    line: int = 1
    column: int | None = None
    guess: str | None = None


@dataclass
class Part:
    """One directive with the lines below it."""

    verb: str
    path: str
    options: list[str]
    lines: list[str] = field(default_factory=list)
    notes: str = ""


@dataclass
class Case:
    """A case file, read."""

    parts: list[Part]
    extra: list[Expected]

    @classmethod
    def read(cls, path: Path) -> Case:
        case = cls([], [])
        for line in path.read_text(encoding="utf-8").split("\n")[:-1]:
            found = _DIRECTIVE.fullmatch(line)
            if found:
                case._directive(found[1], found[2])
            elif case.parts:
                case.parts[-1].lines.append(line)
            elif line and not line.startswith("#"):
                raise ValueError(f"{path.name}: before the first directive only comments may stand")
        if not case.parts:
            raise ValueError(f"{path.name}: no directive")
        return case

    def _directive(self, verb: str, rest: str) -> None:
        if verb == "expect":
            found = _PLACE.fullmatch(rest)
            one = _ONE.fullmatch(found[1])
            column = int(found[4]) if found[4] else None
            self.extra.append(Expected(one[1], found[2], int(found[3] or 1), column, one[3]))
            return
        note = _NOTE.search(rest)
        rest = rest[: note.start()] if note else rest
        words = [rest] if verb == "link" else rest.split()
        self.parts.append(Part(verb, words[0], words[1:], notes=note[1] if note else ""))

    def lay_over(self, root: Path) -> list[Expected]:
        """Change the project at `root`; return the problems expected in it."""
        expected = list(self.extra)
        for part in self.parts:
            path = root / part.path
            expected += _notes(part.notes, part.path.split(" -> ")[0], 1)
            if part.verb == "file":
                path.parent.mkdir(parents=True, exist_ok=True)
                _write(path, part, part.lines, expected)
            elif part.verb == "edit":
                _write(path, part, _edited(path.read_text(encoding="utf-8"), part), expected)
            else:
                _ACTIONS[part.verb](root, part.path)
        return expected


def _remove(root: Path, name: str) -> None:
    shutil.rmtree(root / name) if (root / name).is_dir() else (root / name).unlink()


def _link(root: Path, name: str) -> None:
    here, target = name.split(" -> ")
    (root / here).parent.mkdir(parents=True, exist_ok=True)
    (root / here).symlink_to(target)


_ACTIONS = {
    "remove": _remove,
    "link": _link,
    "folder": lambda root, name: (root / name).mkdir(parents=True),
    "fifo": lambda root, name: os.mkfifo(root / name),
}


def _edited(text: str, part: Part) -> list[str]:
    lines, old, new = text.split("\n")[:-1], [], []

    def change() -> None:
        plain = [line.split("  #! ")[0] for line in lines]
        at = [i for i in range(len(lines)) if plain[i : i + len(old)] == old]
        if not old or len(at) != 1:
            raise ValueError(f"{part.path}: {old} stands there {len(at)} times")
        lines[at[0] : at[0] + len(old)] = new

    for line in [*part.lines, ""]:
        if (line.startswith("- ") and new) or not line:
            if old or new:
                change()
            old, new = [], []
        if line.startswith("- "):
            old.append(line[2:])
        elif line.startswith("+"):
            new.append(line[2:])
        elif line:
            raise ValueError(f"{part.path}: {line!r} begins with neither `- ` nor `+ `")
    return lines


def _write(path: Path, part: Part, lines: list[str], expected: list[Expected]) -> None:
    kept = []
    for number, line in enumerate(lines, start=1):
        note = _NOTE.search(line)
        expected += _notes(note[1] if note else "", part.path, number)
        kept.append(line[: note.start()] if note else line)
    text = "".join(line + "\n" for line in kept)
    for name, end in (("crlf", "\r\n"), ("cr", "\r")):
        text = text.replace("\n", end) if name in part.options else text
    encoding = next((name for name in part.options if name in ENCODINGS), "utf-8")
    raw = text.encode(encoding)
    raw = _BULK.sub(_bulk, raw) if "bytes" in part.options else raw
    path.write_bytes(codecs.BOM_UTF8 + raw if "bom" in part.options else raw)


def _bulk(found: re.Match[bytes]) -> bytes:
    if found[1]:
        return found[2].replace(rb"\n", b"\n") * int(found[1])
    return bytes.fromhex(found[3].decode())


def _notes(text: str, file: str, line: int) -> list[Expected]:
    return [
        Expected(one[1], file, line, int(one[2]) if one[2] else None, one[3])
        for one in _ONE.finditer(text)
    ]


def project(root: Path) -> Path:
    """Copy the base project to `root` and return it."""
    shutil.copytree(BASE, root)
    return root

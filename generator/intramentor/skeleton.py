"""Commented skeletons of units, made from the types: what is to be filled in stands in [[…]]."""

from __future__ import annotations

import re
import types
from collections.abc import Iterator
from dataclasses import MISSING, Field, dataclass, fields, is_dataclass
from pathlib import Path
from typing import Annotated, Any, Literal, Union, get_args, get_origin, get_type_hints

from intramentor.model import KINDS
from intramentor.model.base import ID_PATTERN, Text
from intramentor.problems import Problems, Where, suggestion
from intramentor.problems.words import said
from intramentor.writing import schema_line, write_whole

FAMILIES = {
    "lesson": "mentor-training", "workshop": "habit-workshops", "session": "sessions",
    "perspective": "perspectives", "area": "areas", "guide": "organiser",
    "worksheet": "worksheets", "format": "formats",
}
# Sums must add up when the blanks are filled: every part takes 30 minutes, and there is one.
_FIGURES = {"minutes": 30, "budget": 30, "min": 20, "target": 30, "max": 40}
# Optional fields that a good unit has all the same.
_WANTED = {"self_check", "facilitator", "explain"}


@dataclass(frozen=True, slots=True)
class Place:
    """Where a new unit goes: the project, an edition of it or None for the pack, the language,
    and the folder (None for that of the unit's kind).
    """

    root: Path
    edition: str | None
    language: str
    family: str | None

    @property
    def base(self) -> Path:
        """Return the folder that holds `modules` and `content`."""
        return self.root / "editions" / self.edition if self.edition else self.root


def write_unit(kind: str, name: str, place: Place, installed: Path, lang: str) -> Path:
    """Write a unit's skeleton with comments in `lang`, and return its path.

    Raises `no-curriculum`, `no-edition`, `bad-id` or `duplicate-id`: of an edition's unit the id
    must be free in the pack too, which is the project's own or the `installed` one.
    """
    path = free_path(name, place.family or FAMILIES[kind], place, installed)
    schema = place.root / "schemas" / ("" if lang == "en" else lang) / "unit.json"
    write_whole(path, schema_line(schema, path) + skeleton(kind, name, lang))
    return path


def free_path(name: str, folder: str, place: Place, installed: Path) -> Path:
    """Return the path of a new unit; raises what `write_unit` raises."""
    problems = Problems()
    _check_place(place, problems)
    for word in (name, folder):
        if not re.fullmatch(ID_PATTERN, word):
            problems.add("bad-id", Where(f"{word}.yml" if word == name else word), value=word)
    problems.stop()
    pack = place.root if (place.root / "modules").is_dir() else installed
    if taken := _taken(name, {pack, place.base}):
        where = _id_of(taken[0], place.root if taken[0].is_relative_to(place.root) else pack)
        problems.add("duplicate-id", where, id=name, first=where.file)
    problems.stop()
    return place.base / "modules" / place.language / folder / f"{name}.yml"


def _check_place(place: Place, problems: Problems) -> None:
    """Note that there is nothing here to add a unit to."""
    editions = sorted(one.parent.name for one in place.root.glob("editions/*/edition.yml"))
    if place.edition is None and not (place.root / "modules").is_dir():
        problems.add("no-curriculum", Where(place.root.name))
    elif place.edition is not None and place.edition not in editions:
        guess = suggestion(place.edition, editions)
        known = ", ".join(editions)
        problems.add("no-edition", Where("editions"), id=place.edition, known=known, guess=guess)


def _taken(name: str, bases: set[Path]) -> list[Path]:
    """Return the files of the pack and of an edition that have this id already."""
    return sorted(
        found
        for base in bases
        for folder, ending in (("modules", "yml"), ("content", "md"))
        for found in (base / folder).rglob(f"{name}.{ending}")
    )


def _id_of(path: Path, root: Path) -> Where:
    """Return the place of a file's id."""
    lines = path.read_text(encoding="utf-8", errors="replace").splitlines()
    line = next((n for n, text in enumerate(lines, 1) if text.startswith("id:")), 1)
    return Where(path.relative_to(root).as_posix(), line)


def skeleton(kind: str, name: str, lang: str = "en") -> str:
    """Return the text of a unit's skeleton, its comments and blanks in `lang`."""
    lines = _Writer(lang).record(KINDS[kind], 0, skip=("id", "kind"))
    return "\n".join([f"id: {name}", f"kind: {kind}", *lines]) + "\n"


@dataclass(frozen=True, slots=True)
class _Writer:
    """Writes the lines of records, what it says about them in one language."""

    lang: str

    def record(self, cls: type[Any], depth: int, skip: tuple[str, ...] = ()) -> Iterator[str]:
        hints = get_type_hints(cls, include_extras=True)
        for field in fields(cls):
            if field.name in skip:
                continue
            if field.default is MISSING or field.name in _WANTED | _FIGURES.keys() or _is_notes(cls):
                yield from self._entry(field, hints[field.name], depth)
            else:
                optional = said("optional", self.lang)
                yield " " * depth + f"# {field.name}: ({optional}) {self._about(field)}"

    def _about(self, field: Field[Any]) -> str:
        return said(str(field.metadata.get("description", "")), self.lang)

    def _entry(self, field: Field[Any], hint: Any, depth: int) -> Iterator[str]:
        margin = " " * depth
        inner, plain = _item(hint), _bare(hint)
        if _is_list(hint):
            yield f"{margin}# {self._about(field)}"
            yield f"{margin}{field.name}:"
            yield from self._list(field, inner, depth + 2)
        elif is_dataclass(plain):
            yield f"{margin}# {self._about(field)}"
            yield f"{margin}{field.name}:"
            yield from self.record(plain, depth + 2)  # type: ignore[arg-type]
        else:
            yield f"{margin}{field.name}: {self._value(field, plain)}"

    def _list(self, field: Field[Any], inner: Any, depth: int) -> Iterator[str]:
        margin = " " * depth
        if get_origin(inner) is Literal:
            words = " | ".join(str(word) for word in get_args(inner))
            yield from (f"{margin}- {word}  # {words}" for word in field.metadata["examples"][0])
            return
        if not is_dataclass(inner):
            yield f"{margin}- {self._value(field, inner, listed=True)}"
            return
        for number in range(2 if field.name in ("options", "columns") else 1):
            lines = list(self.record(inner, depth + 2))  # type: ignore[arg-type]
            if number == 0 and "correct" in inner.__dataclass_fields__:
                lines = [_without_comment(line, "correct", "true") for line in lines]
            if number:
                lines = [re.sub(r"^(\s*id: )", r"\1other-", line) for line in lines]
            yield margin + "- " + lines[0].lstrip()
            yield from lines[1:]

    def _value(self, field: Field[Any], hint: Any, listed: bool = False) -> str:
        example = field.metadata["examples"][0]
        if listed and isinstance(example, list):
            example = example[0]
        if field.name in _FIGURES and isinstance(example, int):
            return str(_FIGURES[field.name])
        refers = "of" in field.metadata and field.metadata["of"] != "objective"
        if hint is Text or refers:
            return f'"[[{self._about(field)}]]"'.replace("`", "'")
        if get_origin(hint) is Literal:
            return f"{example}  # {' | '.join(str(a) for a in get_args(hint))}"
        if field.name == "id":
            return f"{example}  # " + said("your own, and the same for good", self.lang)
        return "true" if example is True else "false" if example is False else str(example)


def _is_notes(cls: type[Any]) -> bool:
    """Tell whether a record holds notes for the facilitator, all of which are worth filling in."""
    return cls.__name__.endswith("Notes")


def _without_comment(line: str, key: str, value: str) -> str:
    start = f"# {key}: "
    return line[: line.index(start)] + f"{key}: {value}" if start in line else line


def _bare(hint: Any) -> Any:
    """Return a hint without its optional part and annotations; of a union the first."""
    origin = get_origin(hint)
    if origin is Annotated:
        return _bare(get_args(hint)[0])
    if origin in (Union, types.UnionType):
        return _bare(next(a for a in get_args(hint) if a is not type(None)))
    return hint


def _is_list(hint: Any) -> bool:
    return get_origin(_bare(hint)) is tuple


def _item(hint: Any) -> Any:
    return _bare(get_args(_bare(hint))[0]) if _is_list(hint) else None

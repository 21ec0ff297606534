"""Commented skeletons of units, made from the types: what is to be filled in stands in [[…]]."""

from __future__ import annotations

import os
import re
import types
from collections.abc import Iterator
from dataclasses import MISSING, Field, fields, is_dataclass
from pathlib import Path
from typing import Annotated, Any, Literal, Union, get_args, get_origin, get_type_hints

from intramentor.model import KINDS
from intramentor.model.base import ID_PATTERN, Text
from intramentor.problems import HandbookError, Problems, Where

FAMILIES = {
    "lesson": "mentor-training", "workshop": "habit-workshops", "session": "sessions",
    "perspective": "perspectives", "area": "areas", "guide": "organiser",
    "worksheet": "worksheets", "format": "formats",
}
# Sums must add up when the blanks are filled: every part takes 30 minutes, and there is one.
_FIGURES = {"minutes": 30, "budget": 30, "min": 20, "target": 30, "max": 40}
# Optional fields that a good unit has all the same.
_WANTED = {"self_check", "facilitator", "explain"}


def write_unit(root: Path, kind: str, name: str, language: str, family: str | None) -> Path:
    """Write a unit's skeleton and return its path; raises `bad-id` or `duplicate-id`."""
    problems = Problems()
    if not (root / "modules").is_dir():
        problems.add("no-curriculum", Where(root.name))
        raise HandbookError(problems)
    path = free_path(root, root / "modules" / language / (family or FAMILIES[kind]), name)
    path.parent.mkdir(parents=True, exist_ok=True)
    schema = os.path.relpath(root / "schemas" / "unit.json", path.parent)
    path.write_text(skeleton(kind, name, schema), encoding="utf-8")
    return path


def free_path(root: Path, folder: Path, name: str) -> Path:
    """Return the path of a new unit in a folder; raises `bad-id` or `duplicate-id`."""
    path, problems = folder / f"{name}.yml", Problems()
    if not re.fullmatch(ID_PATTERN, name) or not re.fullmatch(ID_PATTERN, folder.name):
        problems.add("bad-id", Where(path.name), value=f"{folder.name}/{name}")
        raise HandbookError(problems)
    bases = (root, *sorted(root.glob("editions/*")))
    taken = [
        found for base in bases
        for found in (*(base / "modules").rglob(f"{name}.yml"), *(base / "content").rglob(f"{name}.md"))
    ]
    if taken:
        first = taken[0].relative_to(root).as_posix()
        problems.add("duplicate-id", Where(first), id=name, first=first)
        raise HandbookError(problems)
    return path


def skeleton(kind: str, name: str, schema: str = "../../../schemas/unit.json") -> str:
    """Return the text of a unit's skeleton."""
    head = [f"# yaml-language-server: $schema={schema}", f"id: {name}", f"kind: {kind}"]
    return "\n".join([*head, *_record(KINDS[kind], 0, skip=("id", "kind"))]) + "\n"


def _record(cls: type[Any], depth: int, skip: tuple[str, ...] = ()) -> Iterator[str]:
    hints = get_type_hints(cls, include_extras=True)
    for field in fields(cls):
        if field.name in skip:
            continue
        if field.default is MISSING or field.name in _WANTED | _FIGURES.keys() or _is_notes(cls):
            yield from _entry(field, hints[field.name], depth)
        else:
            yield " " * depth + f"# {field.name}: (optional) {_about(field)}"


def _is_notes(cls: type[Any]) -> bool:
    """Tell whether a record holds notes for the facilitator, all of which are worth filling in."""
    return cls.__name__.endswith("Notes")


def _about(field: Field[Any]) -> str:
    return str(field.metadata.get("description", ""))


def _entry(field: Field[Any], hint: Any, depth: int) -> Iterator[str]:
    margin = " " * depth
    inner, plain = _item(hint), _bare(hint)
    if _is_list(hint):
        yield f"{margin}# {_about(field)}"
        yield f"{margin}{field.name}:"
        yield from _list(field, inner, depth + 2)
    elif is_dataclass(plain):
        yield f"{margin}# {_about(field)}"
        yield f"{margin}{field.name}:"
        yield from _record(plain, depth + 2)  # type: ignore[arg-type]
    else:
        yield f"{margin}{field.name}: {_value(field, plain)}"


def _list(field: Field[Any], inner: Any, depth: int) -> Iterator[str]:
    margin = " " * depth
    if get_origin(inner) is Literal:
        words = " | ".join(str(word) for word in get_args(inner))
        yield from (f"{margin}- {word}  # {words}" for word in field.metadata["examples"][0])
        return
    if not is_dataclass(inner):
        yield f"{margin}- {_value(field, inner, listed=True)}"
        return
    for number in range(2 if field.name in ("options", "columns") else 1):
        lines = list(_record(inner, depth + 2))  # type: ignore[arg-type]
        if number == 0 and "correct" in inner.__dataclass_fields__:
            lines = [_without_comment(line, "correct", "true") for line in lines]
        if number:
            lines = [re.sub(r"^(\s*id: )", r"\1other-", line) for line in lines]
        yield margin + "- " + lines[0].lstrip()
        yield from lines[1:]


def _without_comment(line: str, key: str, value: str) -> str:
    start = f"# {key}: "
    return line[: line.index(start)] + f"{key}: {value}" if start in line else line


def _value(field: Field[Any], hint: Any, listed: bool = False) -> str:
    example = field.metadata["examples"][0]
    if listed and isinstance(example, list):
        example = example[0]
    if field.name in _FIGURES and isinstance(example, int):
        return str(_FIGURES[field.name])
    if hint is Text:
        return f'"[[{_about(field)}]]"'.replace("`", "'")
    if "of" in field.metadata and field.metadata["of"] != "objective":
        return f'"[[{_about(field)}]]"'.replace("`", "'")
    if get_origin(hint) is Literal:
        return f"{example}  # {' | '.join(str(a) for a in get_args(hint))}"
    if field.name == "id":
        return f"{example}  # your own, and the same for good"
    return "true" if example is True else "false" if example is False else str(example)


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

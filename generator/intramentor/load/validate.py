"""A marked node becomes a typed record; what pydantic objects to gets its place."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, fields, is_dataclass
from typing import Any, TypeVar, get_args, get_type_hints

from pydantic import TypeAdapter, ValidationError
from pydantic.fields import FieldInfo

from intramentor.load.advice import ADDRESSES, ADVICE, EXPECTED
from intramentor.load.nodes import (
    Mapping,
    Node,
    Scalar,
    Sequence,
    find,
    plain,
    scalars,
    trail,
    where,
)
from intramentor.model.base import CLOCK_PATTERN, ID_PATTERN, Text, remember
from intramentor.problems import Problem, Problems, Where, suggestion

T = TypeVar("T")
Path = tuple[str, ...]
FAULTS_LIMIT = 50  # of one file: more than anybody reads, and each costs time
BLANK = "[["


@remember
def adapter(cls: Any) -> TypeAdapter[Any]:
    """Return the validator of a record, made once."""
    return TypeAdapter(cls)


def validate(cls: type[T], node: Mapping, unit: str, problems: Problems) -> T | None:
    """Return the record that a node holds, or None with the problems noted."""
    before, plainly = len(problems), Problems()
    _note_empty(node, unit, plainly)
    _note_duplicates(node, unit, plainly)
    problems.extend(plainly[:FAULTS_LIMIT])
    try:
        value: T = adapter(cls).validate_python(plain(node))
    except ValidationError as error:
        noted = Problems()
        for fault in error.errors(include_url=False)[:FAULTS_LIMIT]:
            _note(cls, fault, node, unit, noted)
        problems.extend(_without_echoes(noted))
        return None
    return value if len(problems) == before else None


def _without_echoes(noted: Problems) -> list[Problem]:
    """Leave out a missing key that a misspelt one beside it was meant to be."""
    meant = {
        (p.where.trail.rpartition(" › ")[0], dict(p.facts)["guess"])
        for p in noted
        if p.code == "unknown-key"
    }
    return [
        p
        for p in noted
        if p.code != "missing-key"
        or (p.where.trail.rpartition(" › ")[0], dict(p.facts)["key"]) not in meant
    ]


def _note_empty(node: Mapping, unit: str, problems: Problems) -> None:
    for path, scalar in scalars(node):
        if scalar.value is None or (isinstance(scalar.value, str) and not scalar.value.strip()):
            at = scalar.origin
            place = Where(at.file, at.line, at.column, trail(unit, path))
            problems.add("empty-value", place, key=path[-1] if path else "")


def _note_duplicates(node: Node, unit: str, problems: Problems, path: Path = ()) -> None:
    if isinstance(node, Mapping):
        for key, value in node.entries.items():
            _note_duplicates(value, unit, problems, (*path, key))
    elif isinstance(node, Sequence):
        seen: dict[str, int] = {}
        for item in node.items:
            name = item.text("id") if isinstance(item, Mapping) else None
            if name is not None and name.lower() in seen:
                at = item.entries["id"].origin if isinstance(item, Mapping) else item.origin
                place = Where(at.file, at.line, at.column, trail(unit, (*path, name)))
                first = f"{item.origin.file}:{seen[name.lower()]}"
                problems.add("duplicate-id", place, id=name, first=first)
            elif name is not None:
                seen[name.lower()] = item.origin.line
            _note_duplicates(item, unit, problems, (*path, name or ""))


@dataclass(frozen=True, slots=True)
class _Fault:
    """One objection of pydantic's, with its path in our ids and the record type."""

    data: Any
    path: Path
    cls: Any


def _note(
    cls: type[Any], fault: Any, node: Mapping, unit: str, problems: Problems
) -> None:
    path = _path(fault["loc"], node)
    found = find(node, path)
    if _noted_elsewhere(fault, found):
        return
    if fault["type"] == "union_tag_invalid":
        path = (*path, "type")
    code, facts = _FAULTS.get(fault["type"], _other)(_Fault(fault, path, cls))
    problems.add(code, _target(code, unit, node, path), **facts)


def _noted_elsewhere(fault: Any, found: Node | None) -> bool:
    """Tell whether another problem says it better: an empty value, a blank of a skeleton,
    or the faulty items of a list that pydantic then counts as missing.
    """
    value = fault["input"]
    if fault["type"] == "too_short" and len(value) >= fault["ctx"]["min_length"]:
        return True
    empty = isinstance(found, Scalar) and found.value is None
    return empty or (isinstance(value, str) and BLANK in value)


def _target(code: str, unit: str, node: Mapping, path: Path) -> Where:
    """Return the place to show: of a key that can't stand there the key, else the value."""
    place = where(unit, node, path)
    holder = find(node, path[:-1])
    if code == "unknown-key" and isinstance(holder, Mapping) and path[-1] in holder.keys:
        key = holder.keys[path[-1]]
        return Where(key.file, key.line, key.column, place.trail)
    return place


def _path(loc: tuple[int | str, ...], node: Node) -> Path:
    """Turn pydantic's path into keys and ids; tags of unions are not part of it."""
    path: list[str] = []
    current: Node | None = node
    for before, part in zip((None, *loc), loc, strict=False):
        is_tag = isinstance(before, int) and isinstance(current, Mapping) and part == current.text("type")
        if is_tag and part != loc[-1]:
            continue
        if isinstance(part, int) and isinstance(current, Sequence) and part < len(current.items):
            current = current.items[part]
            name = current.text("id") if isinstance(current, Mapping) else None
            path.append(name or str(part))
        elif isinstance(current, Mapping) and part in current.entries:
            current = current.entries[str(part)]
            path.append(str(part))
        elif isinstance(current, Mapping) and part == loc[-1]:
            path.append(str(part))
    return tuple(path)


def _record_at(cls: Any, loc: tuple[int | str, ...]) -> Any:
    """Return the record type that stands at pydantic's path, for its keys and descriptions.

    Where one of several types may stand, their `type` is the next part of the path.
    """
    found = [cls]
    for part in loc:
        if len(found) > 1:
            found = [one for one in found if part in get_args(_hints(one).get("type"))] or found
        elif found and part in _hints(found[0]):
            found = list(_inner(_hints(found[0])[part]))
    return found[0] if found else None


@remember
def _hints(cls: Any) -> dict[str, Any]:
    return get_type_hints(cls, include_extras=True)


def _keys(record: Any) -> Iterator[str]:
    """Yield the keys of a record as they are written in a file."""
    for name, hint in _hints(record).items():
        marks = getattr(hint, "__metadata__", ())
        yield next((m.alias for m in marks if isinstance(m, FieldInfo) and m.alias), name)


def _inner(hint: Any) -> Iterator[Any]:
    if isinstance(hint, type) and is_dataclass(hint):
        yield hint
    for part in get_args(hint):
        yield from _inner(part)


def _missing(fault: _Fault) -> tuple[str, dict[str, object]]:
    key = str(fault.data["loc"][-1])
    record = _record_at(fault.cls, fault.data["loc"][:-1])
    notes = {f.name: f.metadata.get("description", "") for f in fields(record)} if record else {}
    return "missing-key", {"key": key, "about": notes.get(key, "")}


def _unknown(fault: _Fault) -> tuple[str, dict[str, object]]:
    key, record = str(fault.data["loc"][-1]), _record_at(fault.cls, fault.data["loc"][:-1])
    known = list(_keys(record)) if record else []
    return "unknown-key", {
        "key": key[:80], "known": ", ".join(known), "guess": suggestion(key, known)
    }


def _literal(fault: _Fault) -> tuple[str, dict[str, object]]:
    ctx = fault.data.get("ctx", {})
    expected = str(ctx.get("expected") or ctx.get("expected_tags") or "")
    words = [w.strip("' ") for w in expected.replace(" or ", ", ").split(",")]
    value = _shown(fault.data["input"] if "tag" not in ctx else ctx["tag"])
    return "bad-value", {
        "value": value, "known": ", ".join(words), "guess": suggestion(value, words)
    }


def _pattern(fault: _Fault) -> tuple[str, dict[str, object]]:
    pattern = fault.data.get("ctx", {}).get("pattern", "")
    code = {ID_PATTERN: "bad-id", CLOCK_PATTERN: "bad-time"}.get(pattern, "bad-value")
    more = {"known": pattern, "guess": ""} if code == "bad-value" else {}
    return code, {"value": _shown(fault.data["input"]), **more}


def _few(fault: _Fault) -> tuple[str, dict[str, object]]:
    ctx = fault.data["ctx"]
    return "too-few", {"count": ctx["actual_length"], "least": ctx["min_length"]}


def _many(fault: _Fault) -> tuple[str, dict[str, object]]:
    ctx = fault.data["ctx"]
    return "too-many", {"count": ctx["actual_length"], "most": ctx["max_length"]}


def _range(fault: _Fault) -> tuple[str, dict[str, object]]:
    ctx = fault.data["ctx"]
    expected = f"≥ {ctx['ge']}" if "ge" in ctx else f"≤ {ctx.get('le', '')}"
    return "out-of-range", {"value": _shown(fault.data["input"]), "expected": expected}


def _break(_: _Fault) -> tuple[str, dict[str, object]]:
    return "line-break", {}


def _no_type(fault: _Fault) -> tuple[str, dict[str, object]]:
    if not isinstance(fault.data["input"], dict):
        return _other(fault)
    return "missing-key", {"key": "type", "about": ""}


def _other(fault: _Fault) -> tuple[str, dict[str, object]]:
    found, expected = _kind_of(fault.data["input"]), EXPECTED.get(fault.data["type"], "text")
    if (found, expected) == ("number", "number"):
        found, expected = "decimal", "whole number"
    return "wrong-type", {
        "found": found, "expected": expected, "advice": ADVICE.get((found, expected), "")
    }


def _kind_of(value: Any) -> str:
    if isinstance(value, bool):
        return "true/false"
    names = ((Text, "text"), ((int, float), "number"), (dict, "keys"), (list, "list"))
    return next((name for kind, name in names if isinstance(value, kind)), "nothing")


def _shown(value: Any) -> str:
    return str(value)[:60] if isinstance(value, (str, int, float)) else _kind_of(value)


def _address(fault: _Fault) -> tuple[str, dict[str, object]]:
    kinds = fault.data["ctx"]["kinds"]
    return "bad-address", {"value": _shown(fault.data["input"]), "advice": ADDRESSES[kinds]}


_FAULTS: dict[str, Callable[[_Fault], tuple[str, dict[str, object]]]] = {
    "missing": _missing,
    "missing_argument": _missing,
    "missing_keyword_only_argument": _missing,
    "unexpected_keyword_argument": _unknown,
    "extra_forbidden": _unknown,
    "literal_error": _literal,
    "union_tag_invalid": _literal,
    "union_tag_not_found": _no_type,
    "string_pattern_mismatch": _pattern,
    "too_short": _few,
    "too_long": _many,
    "greater_than_equal": _range,
    "less_than_equal": _range,
    "one_line": _break,
    "address": _address,
}

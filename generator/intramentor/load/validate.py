"""A marked node becomes a typed record; what pydantic objects to gets its place."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, fields, is_dataclass
from typing import Any, TypeVar, get_args, get_type_hints

from pydantic import TypeAdapter, ValidationError

from intramentor.load.nodes import Mapping, Node, Scalar, Sequence, find, plain, scalars, where
from intramentor.model.base import ID_PATTERN, Text, remember
from intramentor.problems import Problems, suggestion

T = TypeVar("T")
Path = tuple[str, ...]


@remember
def adapter(cls: Any) -> TypeAdapter[Any]:
    """Return the validator of a record, made once."""
    return TypeAdapter(cls)


def validate(cls: type[T], node: Mapping, unit: str, problems: Problems) -> T | None:
    """Return the record that a node holds, or None with the problems noted."""
    before = len(problems)
    _note_empty(node, unit, problems)
    _note_duplicates(node, unit, problems)
    try:
        value: T = adapter(cls).validate_python(plain(node))
    except ValidationError as error:
        for fault in error.errors(include_url=False):
            _note(cls, fault, node, unit, problems)
        return None
    return value if len(problems) == before else None


def _note_empty(node: Mapping, unit: str, problems: Problems) -> None:
    for path, scalar in scalars(node):
        if scalar.value is None or (isinstance(scalar.value, str) and not scalar.value.strip()):
            problems.add("empty-value", where(unit, node, path), key=path[-1] if path else "")


def _note_duplicates(node: Node, unit: str, problems: Problems, path: Path = ()) -> None:
    if isinstance(node, Mapping):
        for key, value in node.entries.items():
            _note_duplicates(value, unit, problems, (*path, key))
    elif isinstance(node, Sequence):
        seen: dict[str, int] = {}
        for item in node.items:
            name = item.text("id") if isinstance(item, Mapping) else None
            if name is not None and name.lower() in seen:
                place = where(unit, item, ("id",))
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
    if isinstance(found, Scalar) and found.value is None:
        return  # noted as an empty value already
    code, facts = _FAULTS.get(fault["type"], _other)(_Fault(fault, path, cls))
    target = where(unit, node, path)
    problems.add(code, target, **facts)


def _path(loc: tuple[int | str, ...], node: Node) -> Path:
    """Turn pydantic's path into keys and ids; tags of unions are not part of it."""
    path: list[str] = []
    current: Node | None = node
    for part in loc:
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


def _record_at(cls: Any, path: Path) -> Any:
    """Return the record type that stands at a path, for its keys and descriptions."""
    for part in path:
        hints = get_type_hints(cls, include_extras=True) if is_dataclass(cls) else {}
        if part in hints:
            cls = _inner(hints[part])
    return cls if is_dataclass(cls) else None


def _inner(hint: Any) -> Any:
    for part in (hint, *get_args(hint)):
        if is_dataclass(part):
            return part
    for part in get_args(hint):
        if (found := _inner(part)) is not None:
            return found
    return None


def _missing(fault: _Fault) -> tuple[str, dict[str, object]]:
    key = str(fault.data["loc"][-1])
    record = _record_at(fault.cls, fault.path[:-1])
    notes = {f.name: f.metadata.get("description", "") for f in fields(record)} if record else {}
    return "missing-key", {"key": key, "about": notes.get(key, "")}


def _unknown(fault: _Fault) -> tuple[str, dict[str, object]]:
    key, record = str(fault.data["loc"][-1]), _record_at(fault.cls, fault.path[:-1])
    known = [f.name for f in fields(record)] if record else []
    return "unknown-key", {
        "key": key[:80], "known": ", ".join(known), "guess": suggestion(key, known)
    }


def _literal(fault: _Fault) -> tuple[str, dict[str, object]]:
    ctx = fault.data.get("ctx", {})
    expected = str(ctx.get("expected") or ctx.get("expected_tags") or "")
    words = [w.strip("' ") for w in expected.replace(" or ", ", ").split(",")]
    value = _shown(fault.data["input"] if "tag" not in ctx else ctx["tag"])
    return "bad-value", {
        "value": value, "expected": ", ".join(words), "guess": suggestion(value, words)
    }


def _pattern(fault: _Fault) -> tuple[str, dict[str, object]]:
    pattern = fault.data.get("ctx", {}).get("pattern", "")
    if pattern == ID_PATTERN:
        return "bad-id", {"value": _shown(fault.data["input"])}
    return "bad-value", {"value": _shown(fault.data["input"]), "expected": pattern, "guess": ""}


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


def _no_type(_: _Fault) -> tuple[str, dict[str, object]]:
    return "missing-key", {"key": "type", "about": ""}


def _other(fault: _Fault) -> tuple[str, dict[str, object]]:
    found, expected = _kind_of(fault.data["input"]), _EXPECTED.get(fault.data["type"], "text")
    return "wrong-type", {
        "found": found, "expected": expected, "advice": _ADVICE.get((found, expected), "")
    }


def _kind_of(value: Any) -> str:
    if isinstance(value, bool):
        return "true/false"
    names = ((Text, "text"), ((int, float), "number"), (dict, "keys"), (list, "list"))
    return next((name for kind, name in names if isinstance(value, kind)), "nothing")


def _shown(value: Any) -> str:
    return str(value)[:60] if isinstance(value, (str, int, float)) else _kind_of(value)


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
}
_EXPECTED = {
    "is_instance_of": "text", "string_type": "text", "int_type": "number", "bool_type": "true/false",
    "tuple_type": "list", "dataclass_type": "keys", "dataclass_exact_type": "keys",
}
_ADVICE = {
    ("number", "text"): 'Put it in double quotes: "12".',
    ("true/false", "text"): 'Put it in double quotes: "true".',
    ("text", "number"): "Write plain digits, such as 75: no quotes, no leading zero, no unit.",
    ("text", "true/false"): "Write true or false.",
    ("text", "list"): "Write one item a line, each with `- ` before it.",
    ("list", "text"): "Write one text, without the leading dash.",
    ("keys", "text"): "Write one text; if it holds a colon, put it in double quotes.",
    ("keys", "list"): "Write one item a line, each with `- ` before it.",
    ("list", "keys"): "Write `key: value` lines without dashes.",
    ("text", "keys"): "Write `key: value` lines, indented by two spaces.",
}

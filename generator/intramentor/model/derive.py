"""Types of patches and translations, derived from the types of units.

A patch: everything optional but `id`, plus the operators. A translation: the same, with
texts alone. Deriving them keeps one source for what trainers may write.
"""

from __future__ import annotations

import types
from dataclasses import field, fields, is_dataclass, make_dataclass
from typing import Annotated, Any, Literal, Union, get_args, get_origin, get_type_hints

from pydantic import ConfigDict

from intramentor.model.base import Flag, Ref, Text, remember
from intramentor.model.kinds import KINDS

Mode = Literal["patch", "translation"]
OPERATORS: dict[str, tuple[Any, str, Any]] = {
    "remove": (Flag, "true takes this object out of the edition", True),
    "replace": (Flag, "true puts this object whole in the place of the one below", True),
    "before": (Ref, "Id of the object before which this one stands", "triads"),
    "after": (Ref, "Id of the object after which this one stands", "triads"),
}


@remember
def derive(cls: Any, mode: Mode) -> type[Any]:
    """Return the record of a patch or a translation of `cls`."""
    return _record(f"{cls.__name__}{mode.title()}", (cls,), mode)


def has_text(hint: Any) -> bool:
    """Tell whether a field of this type can hold a text."""
    if hint is Text:
        return True
    if is_dataclass(hint):
        return any(has_text(h) for h in _hints(hint).values())
    return any(has_text(part) for part in get_args(hint))


def _record(name: str, sources: tuple[type[Any], ...], mode: Mode) -> type[Any]:
    """Make a record of all fields of `sources`; several are the members of a union."""
    specs: dict[str, tuple[str, Any, Any]] = {}
    for source in sources:
        for f in fields(source):
            if f.name in specs or f.name == "kind":
                continue
            hint, metadata = _joined(f.name, sources)
            if f.name == "id":
                specs["id"] = ("id", hint, field(metadata=metadata))
            elif mode == "patch" or has_text(hint):
                hint = _transform(hint, mode)
                examples = [_kept(hint, example) for example in metadata["examples"]]
                specs[f.name] = _optional(f.name, hint, {**metadata, "examples": examples})
    if mode == "patch" and "id" in specs:
        for operator, (hint, description, example) in OPERATORS.items():
            metadata = {"description": description, "examples": [example]}
            specs[operator] = _optional(operator, hint, metadata)
    made = make_dataclass(name, list(specs.values()), frozen=True, kw_only=True)
    made.__pydantic_config__ = ConfigDict(extra="forbid")  # type: ignore[attr-defined]
    return made


@remember
def _hints(cls: Any) -> dict[str, Any]:
    return get_type_hints(cls, include_extras=True)


def _joined(name: str, sources: tuple[type[Any], ...]) -> tuple[Any, dict[str, Any]]:
    """Return a field's type and metadata; where sources differ in its words, all of them."""
    found = [
        (_hints(source)[name], f.metadata)
        for source in sources
        for f in fields(source)
        if f.name == name
    ]
    hint, metadata = found[0][0], dict(found[0][1])
    if get_origin(hint) is Literal and len(found) > 1:
        hint = Literal[tuple(word for one, _ in found for word in get_args(one))]
        metadata["description"] = "; ".join(about["description"] for _, about in found)
    return hint, metadata


def _kept(hint: Any, example: Any) -> Any:
    """Return what a derived type keeps of an example."""
    if get_origin(hint) in (Union, types.UnionType):
        hint = get_args(hint)[0]
    if isinstance(example, list):
        return [_kept(get_args(hint)[0], item) for item in example]
    if isinstance(example, dict) and is_dataclass(hint):
        hints = _hints(hint)
        return {key: _kept(hints[key], value) for key, value in example.items() if key in hints}
    return example


def _optional(name: str, hint: Any, metadata: Any) -> tuple[str, Any, Any]:
    return name, Union[hint, None], field(default=None, metadata=metadata)


def _transform(hint: Any, mode: Mode) -> Any:
    if is_dataclass(hint):
        return derive(hint, mode)
    origin, arguments = get_origin(hint), get_args(hint)
    if origin is Annotated:
        inner = _transform(arguments[0], mode)
        return hint if inner is arguments[0] else inner
    if origin in (Union, types.UnionType):
        records: tuple[Any, ...] = tuple(a for a in arguments if is_dataclass(a))
        if len(records) > 1:
            return _union(records, mode)
        kept = [a for a in arguments if a is not type(None)]
        return _transform(kept[0], mode) if len(kept) == 1 else hint
    if origin is tuple:
        inner = _transform(arguments[0], mode)
        return hint if inner is arguments[0] else types.GenericAlias(tuple, (inner, ...))
    return hint


def _union(records: tuple[type[Any], ...], mode: Mode) -> type[Any]:
    name = "".join(r.__name__ for r in records)
    made = _UNIONS.get((name, mode))
    if made is None:
        made = _UNIONS[name, mode] = _record(f"{name}{mode.title()}", records, mode)
    return made


_UNIONS: dict[tuple[str, Mode], type[Any]] = {}


@remember
def every_key() -> frozenset[str]:
    """Return every key that can stand somewhere in a unit."""
    found: set[str] = set()
    waiting: list[Any] = list(KINDS.values())
    seen: set[Any] = set()
    while waiting:
        hint = waiting.pop()
        if hasattr(hint, "__pydantic_config__") and hint not in seen:
            seen.add(hint)
            found |= set(_hints(hint))
            waiting += _hints(hint).values()
        waiting += get_args(hint)
    return frozenset(found)

"""Marked nodes: what YAML holds, with the place of every key and value."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from intramentor.model.base import Origin, Text
from intramentor.problems import Where


@dataclass(frozen=True, slots=True)
class Scalar:
    """A text, number or truth value; None where YAML has nothing."""

    value: Text | int | float | bool | None
    origin: Origin


@dataclass(frozen=True, slots=True)
class Mapping:
    """Keys and values; the place of each key is kept."""

    entries: dict[str, Node]
    keys: dict[str, Origin]
    origin: Origin

    def text(self, key: str) -> str | None:
        """Return the text under a key, or None."""
        node = self.entries.get(key)
        return str(node.value) if isinstance(node, Scalar) and isinstance(node.value, str) else None


@dataclass(frozen=True, slots=True)
class Sequence:
    """Items in their order."""

    items: tuple[Node, ...]
    origin: Origin

    def by_id(self) -> dict[str, Mapping] | None:
        """Return the items by their ids, or None when this is a list of plain values."""
        if not self.items:
            return None
        found: dict[str, Mapping] = {}
        for item in self.items:
            if not isinstance(item, Mapping) or (name := item.text("id")) is None:
                return None
            found[name] = item
        return found


Node = Scalar | Mapping | Sequence
_INDEX_DIGITS = 8
# What an object of a list (and a style of a name) is called in a trail, by the list's key.
NOUNS = {
    "activities": "activity", "agenda": "step", "ask": "expert", "columns": "column",
    "evidence": "evidence", "families": "family", "fields": "field", "goes_wrong": "trouble", "listings": "listing",
    "mentee": "mentee item", "mentor": "mentor item", "objectives": "objective",
    "options": "option", "parts": "part", "self_check": "question", "shows": "shown answer",
    "stages": "stage",
    "steps": "step", "stuck": "stuck", "styles": "style", "tasks": "task", "terms": "term",
    "units": "unit",
}


def plain(node: Node) -> Any:
    """Return a node as Python's own dicts, lists and values, texts with their places."""
    if isinstance(node, Scalar):
        return node.value
    if isinstance(node, Mapping):
        return {key: plain(value) for key, value in node.entries.items()}
    return [plain(item) for item in node.items]


def leaves(node: Node, path: tuple[str, ...] = ()) -> Iterator[tuple[tuple[str, ...], Node]]:
    """Yield each scalar and each list of plain values with its path of keys and ids."""
    if isinstance(node, Scalar):
        yield path, node
    elif isinstance(node, Mapping):
        for key, value in node.entries.items():
            yield from leaves(value, (*path, key))
    elif (items := node.by_id()) is None:
        yield path, node
    else:
        for name, item in items.items():
            yield from leaves(item, (*path, name))


def scalars(node: Node, path: tuple[str, ...] = ()) -> Iterator[tuple[tuple[str, ...], Scalar]]:
    """Yield every scalar with its path of keys, ids and indexes."""
    if isinstance(node, Scalar):
        yield path, node
    elif isinstance(node, Mapping):
        for key, value in node.entries.items():
            yield from scalars(value, (*path, key))
    else:
        for index, item in enumerate(node.items):
            name = item.text("id") if isinstance(item, Mapping) else None
            yield from scalars(item, (*path, name or str(index)))


def find(node: Node, path: tuple[str, ...]) -> Node | None:
    """Return the node at a path of keys, ids and indexes."""
    for part in path:
        step = _step(node, part)
        if step is None:
            return None
        node = step
    return node


def _step(node: Node, part: str) -> Node | None:
    if isinstance(node, Mapping):
        return node.entries.get(part)
    if isinstance(node, Sequence):
        index = _index(part)
        at = node.items[index] if -1 < index < len(node.items) else None
        if at is not None and not (isinstance(at, Mapping) and at.text("id")):
            return at
        named = (i for i in node.items if isinstance(i, Mapping) and i.text("id") == part)
        return next(named, at)
    return None


def _index(part: str) -> int:
    """Return a part of a path as an index, or -1: an author's key may be any text."""
    return int(part) if part.isdecimal() and part.isascii() and len(part) < _INDEX_DIGITS else -1


def nearest(node: Node, path: tuple[str, ...]) -> Origin:
    """Return the place of a path, or of the last part of it that is there."""
    origin = node.origin
    for part in path:
        step = _step(node, part)
        if isinstance(node, Mapping) and part in node.keys:
            origin = node.keys[part]
        elif step is not None:
            origin = step.origin
        if step is None:
            return origin
        node = step
    return node.origin if isinstance(node, Scalar) else origin


def trail(unit: str, path: tuple[str, ...]) -> str:
    """Say a path as people read it: `unit x › activity triads › minutes`."""
    parts, index = [f"unit {unit}"], 0
    while index < len(path):
        part = path[index]
        if index + 1 < len(path) and (noun := _noun(part, path[index + 1])):
            parts.append(f"{noun} {path[index + 1]}")
            index += 2
        else:
            parts.append(part if _index(part) < 0 else str(_index(part) + 1))
            index += 1
    return " › ".join(parts)


def _noun(part: str, following: str) -> str | None:
    """Return the noun for an object of a list; `ask` may also be a record with two keys."""
    if _index(following) >= 0 or following in ("mentor", "mentee"):
        return None
    return NOUNS.get(part)


def where(unit: str, node: Node, path: tuple[str, ...] = ()) -> Where:
    """Return the place of a path inside a unit's node."""
    origin = nearest(node, path)
    return Where(origin.file, origin.line, origin.column, trail(unit, path))

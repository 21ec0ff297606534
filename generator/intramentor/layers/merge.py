"""Lay one patch over a node: maps deeply, lists of objects by id, all else whole."""

from __future__ import annotations

from dataclasses import dataclass, replace

from intramentor.load import Mapping, Node, Scalar, Sequence, plain, trail
from intramentor.load.locks import Lock
from intramentor.load.nodes import where
from intramentor.model.derive import OPERATORS
from intramentor.problems import Problems, Where, suggestion

Path = tuple[str, ...]
TERMS = "terms"


@dataclass(frozen=True, slots=True)
class Patching:
    """What a patch belongs to: the unit, the layer's lock, and where problems go."""

    unit: str
    lock: Lock
    problems: Problems

    def known(self, path: Path) -> bool:
        """Tell whether the lock remembers this path: then its target was there once."""
        key = address(self.unit, path)
        return any(k == key or k.startswith(key + ".") for k in self.lock)


def address(unit: str, path: Path) -> str:
    """Return what locks and commands call a value: `my-routines.title`, `terms.mentee`."""
    return ".".join(path if path[:1] == (TERMS,) and unit == TERMS else (unit, *path))


def flag(node: Mapping, operator: str) -> bool:
    """Tell whether an operator is set on a patch."""
    found = node.entries.get(operator)
    return isinstance(found, Scalar) and found.value is True


def bare(node: Mapping) -> Mapping:
    """Return a patch without its operators."""
    if not any(key in OPERATORS for key in node.entries):
        return node
    entries = {k: v for k, v in node.entries.items() if k not in OPERATORS}
    return Mapping(entries, {k: node.keys[k] for k in entries}, node.origin)


def merge(base: Mapping, patch: Mapping, how: Patching, path: Path = ()) -> Mapping:
    """Return `base` with `patch` laid over it."""
    if flag(patch, "replace"):
        return bare(patch)
    entries, keys = dict(base.entries), dict(base.keys)
    for key, value in bare(patch).entries.items():
        below = entries.get(key)
        entries[key] = value if below is None else _node(below, value, how, (*path, key))
        keys[key] = keys[key] if isinstance(below, (Mapping, Sequence)) else patch.keys[key]
    return Mapping(entries, keys, base.origin)


def match(base: Node, text: Node, how: Patching, path: Path = ()) -> None:
    """Note each id of a translation that the unit does not have."""
    if isinstance(base, Mapping) and isinstance(text, Mapping):
        for key, value in text.entries.items():
            if key in base.entries:
                match(base.entries[key], value, how, (*path, key))
    elif isinstance(base, Sequence) and isinstance(text, Sequence):
        items = base.by_id() or {}
        for name, item in (text.by_id() or {}).items():
            if name in items:
                match(items[name], item, how, (*path, name))
            else:
                _unknown(name, item, items, how, path)


def _node(below: Node, value: Node, how: Patching, path: Path) -> Node:
    if isinstance(below, Mapping) and isinstance(value, Mapping):
        return merge(below, value, how, path)
    if isinstance(below, Sequence) and isinstance(value, Sequence):
        items, changes = below.by_id(), value.by_id()
        if items is not None and not value.items:
            how.problems.add("redundant", _place_of(value, how, path))
            return below
        if items is not None and changes is not None:
            return Sequence(tuple(_items(items, changes, how, path).values()), below.origin)
    if plain(below) == plain(value) and path[-1] != "id":
        how.problems.add("redundant", _place_of(value, how, path))
    return value


def _items(
    items: dict[str, Mapping], changes: dict[str, Mapping], how: Patching, path: Path
) -> dict[str, Mapping]:
    result = dict(items)
    for name, change in changes.items():
        if flag(change, "remove"):
            if result.pop(name, None) is None:
                _unknown(name, change, items, how, path)
            continue
        below = result.get(name)
        placed = "before" in change.entries or "after" in change.entries
        if below is None and not placed:
            _unknown(name, change, items, how, path)
            continue
        result[name] = bare(change) if below is None else merge(below, change, how, (*path, name))
        if placed:
            result = _place(result, name, change, how, path)
    return result


def _place(
    items: dict[str, Mapping], name: str, change: Mapping, how: Patching, path: Path
) -> dict[str, Mapping]:
    operator, *more = (key for key in change.entries if key in ("before", "after"))
    if more:
        second = change.keys[more[0]]
        place = Where(second.file, second.line, second.column, trail(how.unit, (*path, name)))
        how.problems.add("two-places", place, first=operator, second=more[0])
    target = change.text(operator) or ""
    rest = {key: value for key, value in items.items() if key != name}
    if target not in rest:
        place = replace(where(how.unit, change, (operator,)), trail=trail(how.unit, (*path, name)))
        how.problems.add(
            "unknown-object", place, id=target, list=operator, guess=suggestion(target, rest)
        )
        return items
    at = list(rest).index(target) + (operator == "after")
    ordered = list(rest.items())
    return dict([*ordered[:at], (name, items[name]), *ordered[at:]])


def _unknown(
    name: str, change: Mapping, items: dict[str, Mapping], how: Patching, path: Path
) -> None:
    place = _place_of(change, how, (*path, name), ("id",))
    if how.known((*path, name)):
        how.problems.add("orphan", place, id=name)
        return
    guess = suggestion(name, items)
    how.problems.add("unknown-object", place, id=name, list=path[-1], guess=guess)


def _place_of(node: Node, how: Patching, path: Path, inner: Path = ()) -> Where:
    return replace(where(how.unit, node, inner), trail=trail(how.unit, path))

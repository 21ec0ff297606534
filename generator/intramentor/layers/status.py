"""The bookkeeping of layers: what is translated or changed, against which base, and accepted."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from typing import Any

from intramentor.layers.merge import TERMS, address, flag
from intramentor.layers.names import by_id
from intramentor.layers.stack import Stack
from intramentor.layers.stacked import Stacked, value_of
from intramentor.load import Layer, Library, Mapping, Node, Sequence, plain
from intramentor.load.locks import Base, Lock, digest, kept
from intramentor.load.nodes import find, leaves
from intramentor.model.derive import OPERATORS
from intramentor.model.edition import DEFAULT_EDITION
from intramentor.model.walk import texts
from intramentor.problems import HandbookError, Problems, Where
from intramentor.writing import write_whole

STATES = ("ok", "unrecorded", "missing", "stale", "orphan", "redundant", "conflict")
Path = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Entry:
    """One text or value of a layer: its id path, its state, and the three texts that the state
    came from: the base as it is `now` and as it was when it was accepted (`then`; None if it
    never was), and the layer's `own`. `source` is the base as plain values, for translators. `now` is None where nothing can be accepted.
    """

    edition: str
    language: str
    path: str
    state: str
    now: Base | None
    then: Base | None = None
    own: Any = None
    file: str = ""
    line: int = 0
    source: Any = None

    @property
    def settles(self) -> bool:
        """Tell whether a company must choose between its text and a base that has changed."""
        return self.edition != DEFAULT_EDITION and self.state in ("stale", "conflict")


def status(library: Library, made: Stack) -> list[Entry]:
    """Return every text and value of the edition's own layers (the pack's: its
    translations) with its state, in the order of units and languages.
    """
    own = made.edition
    entries: list[Entry] = []
    for layer in (item for item in library.layers if item.edition == own):
        entries += _layer(library, made, layer)
    return entries


def _layer(library: Library, made: Stack, layer: Layer) -> Iterator[Entry]:
    languages = library.editions[made.edition].languages
    seen: set[str] = set()
    for unit in made.units.values():
        document = layer.documents.get(unit.id)
        node = document.node if document else None
        if unit.language == layer.language:
            if node is not None and document is not None and document.kind is None:
                yield from _patched(unit, node, layer)
        elif layer.language in languages or node is not None:
            yield from _translated(unit, node, layer, made.edition)
        seen.add(unit.id)
    for name, document in layer.documents.items():
        if name not in seen and document.kind is None and not flag(document.node, "remove"):
            yield _entry(layer, name, (), document.node, "orphan", None)
    yield from _named(made, layer, layer.language in languages)


def _named(made: Stack, layer: Layer, wanted: bool) -> Iterator[Entry]:
    """Judge a layer's names: as changes of the table below, and as the words that this
    language has for the names that the same level of the first language sets or changes.
    """
    table, source = made.names.get(layer.language), next(iter(made.names.values()), None)
    if table is None or source is None:
        return
    own, put = by_id(layer.terms), {}
    if source is not table and (wanted or own):
        levels = source.levels[source.language]
        now = by_id(source.node)
        put = {name: now[name] for name in by_id(levels[-1]) if name in now}
    for name, node in put.items():
        yield _translation(layer, TERMS, (TERMS, name), own.get(name), plain(node).get("styles"))
    if made.edition != DEFAULT_EDITION:
        changes = _patched(table, layer.terms, layer) if layer.terms is not None else ()
        yield from (entry for entry in changes if entry.path.split(".")[1] not in put)
    else:
        gone = (name for name in own if name not in put and address(TERMS, (TERMS, name)) in layer.lock)
        yield from (_entry(layer, TERMS, (TERMS, name), own[name], "orphan", None) for name in gone)


def _patched(unit: Stacked, patch: Mapping, layer: Layer) -> Iterator[Entry]:
    """Judge each value that a patch sets over the value below in the same language."""
    below = unit.levels[unit.language][0]
    if flag(patch, "remove"):
        yield _judged(layer, unit.id, ("remove",), patch, plain(below) if below else None, None)
        return
    for path, own in leaves(patch):
        if path[-1] in ("id", "before", "after", "replace"):
            continue
        target = path[:-1] if path[-1] == "remove" else path
        base = find(below, target) if below is not None else None
        if base is not None:
            value = None if path[-1] == "remove" else plain(own)
            if isinstance(base, Sequence) and base.by_id() and value == []:
                value = plain(base)  # no changes of a list of objects
            yield _judged(layer, unit.id, path, own, plain(base), value)
        elif address(unit.id, path) in layer.lock and find(unit.node, target) is not None:
            yield _judged(layer, unit.id, path, own, None, plain(own))  # gone below, kept by the patch
        elif find(unit.node, target) is None:
            yield _entry(layer, unit.id, path, own, "orphan", None)


def _judged(
    layer: Layer, unit: str, path: Path, own: Node, base: Any, value: Any
) -> Entry:
    now = _remembered(layer, base)
    then = layer.lock.get(address(unit, path))
    if value is not None and value == base:
        state = "redundant"
    elif then is None:
        state = "unrecorded"
    else:
        state = "ok" if then.hash == now.hash else "conflict"
    return _entry(layer, unit, path, own, state, now, base)


def _remembered(layer: Layer, base: Any) -> Base:
    """Return a base as this layer's lock is to hold it."""
    return Base(digest(base)) if layer.edition == DEFAULT_EDITION else kept(base)


def _translated(
    unit: Stacked, node: Mapping | None, layer: Layer, edition: str
) -> Iterator[Entry]:
    """Judge each text of a unit against the text that it translates or replaces.

    Of a unit that is not valid nothing is said: its texts are not known.
    """
    value = value_of(unit, unit.language, Problems())
    if value is None:
        return
    wanted: set[Path] = set()
    for path, text in texts(value):
        wanted.add(path)
        own = find(node, path) if node is not None else None
        source = [str(t) for t in text] if isinstance(text, tuple) else str(text)
        if edition == DEFAULT_EDITION or not unit.levels[unit.language][0]:
            yield _translation(layer, unit.id, path, own, source)
        else:
            yield from _edition_text(unit, layer, path, own, source)
    for path, own in leaves(node) if node is not None else ():
        if path[-1] not in ("id", *OPERATORS) and path not in wanted:
            yield _entry(layer, unit.id, path, own, "orphan", None)


def _translation(layer: Layer, unit: str, path: Path, own: Node | None, source: Any) -> Entry:
    now = _remembered(layer, source)
    then = layer.lock.get(address(unit, path))
    if own is None:
        state = "missing"
    elif then is None:
        state = "unrecorded"
    else:
        state = "ok" if then.hash == now.hash else "stale"
    return _entry(layer, unit, path, own, state, now, source)


def _edition_text(
    unit: Stacked, layer: Layer, path: Path, own: Node | None, source: Any
) -> Iterator[Entry]:
    """An edition's text in another language: a translation of its own patch where it has
    one, else a change of the pack's translation, else of the pack's source text.
    """
    patch = unit.levels[unit.language][1]
    if patch is not None and find(patch, path) is not None:
        yield _translation(layer, unit.id, path, own, source)
    elif own is not None:
        below = unit.levels[layer.language][0]
        base = find(below, path) if below is not None else None
        if base is None:
            yield _translation(layer, unit.id, path, own, source)
        else:
            yield _judged(layer, unit.id, path, own, plain(base), plain(own))


def _entry(
    layer: Layer, unit: str, path: Path, own: Node | None, state: str, now: Base | None, source: Any = None
) -> Entry:
    origin, key = own.origin if own is not None else None, address(unit, path)
    return Entry(
        layer.edition, layer.language, key, state, now, layer.lock.get(key),
        plain(own) if own is not None else None,
        origin.file if origin else "", origin.line if origin else 0,
        source,
    )


def accept(entries: list[Entry], ids: tuple[str, ...]) -> dict[tuple[str, str], Lock]:
    """Return the lock entries that accepting these ids writes, by (edition, language).

    An id is a path or the beginning of one: `my-routines` takes every text of that unit.
    """
    found: dict[tuple[str, str], Lock] = {}
    for entry in entries:
        hit = any(entry.path == name or entry.path.startswith(name + ".") for name in ids)
        if hit and entry.now is not None and entry.state != "missing":
            found.setdefault((entry.edition, entry.language), {})[entry.path] = entry.now
    return found


def refuse_elsewhere(library: Library, layer: Layer) -> None:
    """Raise `layer-elsewhere` for a layer of an installed pack, which is not the project's to change.

    Its lock, written into a company's repository, would make that repository look like a pack.
    """
    if library.pack != library.root and layer.edition == DEFAULT_EDITION:
        problems = Problems()
        problems.add("layer-elsewhere", Where(layer.folder), id=layer.edition)
        raise HandbookError(problems)


def write_lock(library: Library, layer: Layer, new: Lock, gone: Collection[str] = ()) -> str:
    """Add entries to a layer's lock and take out those that are `gone`, whole or not at all;
    return its path from the root. Raises `layer-elsewhere`.
    """
    refuse_elsewhere(library, layer)
    root = library.root
    path = root / layer.folder / "lock.json"
    left = {key: base for key, base in layer.lock.items() if key not in gone}
    lines = {key: base.written() for key, base in {**left, **new}.items()}
    text = json.dumps(lines, indent=0, sort_keys=True, ensure_ascii=False)
    write_whole(path, text + "\n")
    return path.relative_to(root).as_posix()

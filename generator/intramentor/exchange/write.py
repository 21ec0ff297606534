"""Put what was received into the project: texts into their files, bases into the lock."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from intramentor.exchange.edit import edited
from intramentor.exchange.items import Item, Value
from intramentor.exchange.receive import Received
from intramentor.layers.status import refuse_elsewhere, write_lock
from intramentor.load import Layer, Library, Mapping, plain
from intramentor.load.marks import parse
from intramentor.load.nodes import find
from intramentor.load.prose import parse_page
from intramentor.model.kinds import PROSE
from intramentor.problems import Problems
from intramentor.writing import schema_line, write_whole


@dataclass(frozen=True, slots=True)
class Written:
    """What writing changed: texts by file, and how many bases are newly in the lock."""

    files: dict[str, int]
    accepted: int


def write(library: Library, received: Received) -> Written:
    """Write received texts into the layer's files, then its lock; nothing where nothing changes.

    Raises `layer-elsewhere` where the layer is not of this project.
    """
    layer = library.layer(received.edition, received.language)
    fresh = {
        key: base for key, base in received.accepted.items() if layer is None or layer.lock.get(key) != base
    }
    if layer is None or not (received.texts or fresh):
        return Written({}, 0)
    refuse_elsewhere(library, layer)
    units: dict[str, list[tuple[Item, Value]]] = {}
    for item, value in received.texts:
        units.setdefault(item.unit.id, []).append((item, value))
    new = [_new(library, layer, texts) for texts in units.values()]
    for file, text in new:
        write_whole(library.root / file, text)
    waiting = {item.entry.path for item, _ in received.texts} - received.accepted.keys()
    if fresh or waiting & layer.lock.keys():
        write_lock(library, layer, fresh, waiting)
    counts = [len(texts) for texts in units.values()]
    return Written(dict(zip((file for file, _ in new), counts, strict=True)), len(fresh))


def _new(library: Library, layer: Layer, texts: list[tuple[Item, Value]]) -> tuple[str, str]:
    """Return a unit's file in the layer, and its text with the new texts in it."""
    unit = texts[0][0].unit
    document = layer.documents.get(unit.id)
    file = document.file if document else _file(layer, texts[0][0])
    page = file.endswith(".md")
    old = library.sources[file] if document else _begun(library.root, file, texts[0][0], page=page)
    put = {item.about.path: value for item, value in texts}
    new = edited(old, unit.node, put, page=page)
    problems = Problems()
    made = (parse_page if page else parse)(new, file, layer.language, problems)
    for path, value in put.items():
        found = find(made, path) if isinstance(made, Mapping) else None
        if found is None or plain(found) != value:
            raise AssertionError(f"{file}: {'.'.join(path)} came out otherwise than it was put in")
    return file, new


def _file(layer: Layer, item: Item) -> str:
    """Return where a unit's first translation goes: the same place in the layer's folder."""
    unit, prose = item.unit, item.unit.kind in PROSE
    base, _, language = layer.folder.rpartition("/")
    folder = f"{base.removesuffix('modules')}content/{language}" if prose else layer.folder
    return "/".join(part for part in (folder, unit.family, f"{unit.id}.{'md' if prose else 'yml'}") if part)


def _begun(root: Path, file: str, item: Item, *, page: bool) -> str:
    """Return the beginning of a file that is not there yet, with its schema for editors."""
    if page:
        return f"---\nid: {item.unit.id}\n---\n"
    schema = root / "schemas" / "translation" / f"{item.unit.kind}.json"
    return f"{schema_line(schema, root / file)}id: {item.unit.id}\n"

"""Read an edition's deliveries: one file each, validated, with the places of their keys."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from intramentor.load.files import find_files, relative
from intramentor.load.nodes import Mapping
from intramentor.load.validate import validate
from intramentor.model.delivery import Delivery
from intramentor.problems import Problems, Where


@dataclass(frozen=True, slots=True)
class Delivered:
    """A delivery, and the node that tells where its keys stand."""

    value: Delivery
    node: Mapping


class Reader(Protocol):
    """What reads the project's files."""

    root: Path
    problems: Problems

    def mapping(self, path: Path, lang: str) -> Mapping | None:
        """Return the keys that a file holds, or None with the problem noted."""


def read_deliveries(reader: Reader, folder: Path, lang: str) -> tuple[Delivered, ...]:
    """Return the deliveries in a folder, by their names; their texts are in `lang`. Notes what
    is wrong with a file.
    """
    found: list[Delivered] = []
    for path in sorted(find_files(folder, ".yml", reader.root, reader.problems)):
        node = reader.mapping(path, lang)
        value = validate(Delivery, node, path.stem, reader.problems) if node is not None else None
        if node is None or value is None:
            continue
        if value.id != path.stem:
            place = node.keys["id"]
            reader.problems.add(
                "file-name", Where(relative(path, reader.root), place.line), name=path.name, id=value.id,
                suffix="yml",
            )
        found.append(Delivered(value, node))
    return tuple(found)

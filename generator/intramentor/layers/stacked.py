"""One unit with all its layers laid, and its texts in a reader's language."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from intramentor.layers.merge import flag
from intramentor.load import Mapping, Node, Sequence, validate
from intramentor.load.nodes import find, where
from intramentor.model import KINDS
from intramentor.problems import Problems, Where

Levels = tuple[Mapping | None, ...]


@dataclass(frozen=True, slots=True)
class Stacked:
    """A unit with the layers that it is made of, from the pack up.

    `node` holds the structure and the texts of the source language; `levels` the layers'
    own nodes by language, one for each level (pack, edition).
    """

    id: str
    kind: str
    family: str
    language: str
    file: str
    node: Mapping
    levels: dict[str, Levels]
    # What `value_of` made for each language, and its problems: many stages ask for it.
    known: dict[str, tuple[Any | None, Problems]] = field(
        default_factory=dict, repr=False, compare=False
    )

    def localised(self, language: str) -> Mapping:
        """Return the node with each text in `language` where the layers have it.

        The text comes from the last layer that changed it; if that layer has it in the
        source language alone, it stays in the source language.
        """
        if language == self.language or not any(self.levels[language]):
            return self.node
        sources, texts = list(self.levels[self.language]), list(self.levels[language])
        found = _localise(self.node, list(sources), list(texts))
        assert isinstance(found, Mapping)
        return found


def value_of(unit: Stacked, language: str, problems: Problems) -> Any | None:
    """Return the typed unit in a language, or None with the problems noted."""
    if language not in unit.known:
        found = Problems()
        value = validate(KINDS[unit.kind], unit.localised(language), unit.id, found)
        unit.known[language] = value, found
    value, found = unit.known[language]
    problems.extend(found)
    return value


def place_of(unit: Stacked, path: tuple[str, ...] = ()) -> Where:
    """Return where a path of a unit stands in the files."""
    return where(unit.id, unit.node, path)


def _localise(node: Node, sources: list[Node | None], texts: list[Node | None]) -> Node:
    """Choose each leaf from the last level that changed it, in either language."""
    for level in range(len(sources) - 1, 0, -1):
        above = sources[level]
        if isinstance(above, Mapping) and flag(above, "replace"):
            sources[:level] = [None] * level
            texts[:level] = [None] * level
    if isinstance(node, Mapping):
        entries = {
            key: _localise(value, _children(sources, key), _children(texts, key))
            for key, value in node.entries.items()
        }
        return Mapping(entries, node.keys, node.origin)
    if isinstance(node, Sequence) and (items := node.by_id()) is not None:
        return Sequence(
            tuple(
                _localise(value, _children(sources, key), _children(texts, key))
                for key, value in items.items()
            ),
            node.origin,
        )
    return _chosen(node, sources, texts)


def _children(nodes: list[Node | None], key: str) -> list[Node | None]:
    return [None if node is None else find(node, (key,)) for node in nodes]


def _chosen(node: Node, sources: list[Node | None], texts: list[Node | None]) -> Node:
    for source, text in zip(reversed(sources), reversed(texts), strict=True):
        if text is not None and type(text) is type(node):
            return text
        if source is not None:
            return node
    return node

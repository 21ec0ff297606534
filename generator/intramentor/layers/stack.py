"""One edition's units with all layers laid, and their texts in a reader's language."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from intramentor.layers.choice import left_out
from intramentor.layers.merge import Patching, flag, match, merge
from intramentor.load import Document, Layer, Library, Mapping, Node, Sequence, validate
from intramentor.load.library import LANGUAGES
from intramentor.load.nodes import find, where
from intramentor.model import KINDS
from intramentor.model.derive import Mode, derive
from intramentor.model.edition import DEFAULT_EDITION
from intramentor.problems import Problems, Where, suggestion

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


@dataclass(frozen=True, slots=True)
class Stack:
    """All units of one edition by id."""

    edition: str
    units: dict[str, Stacked]
    removed: frozenset[str] = frozenset()  # ids of units that the edition leaves out


def stack(library: Library, edition: str) -> tuple[Stack, Problems]:
    """Lay the pack's and the edition's layers; notes what doesn't fit."""
    problems = Problems()
    names = [DEFAULT_EDITION] if edition == DEFAULT_EDITION else [DEFAULT_EDITION, edition]
    sources = _sources(library, names, problems)
    for name in names:
        for layer in (library.layer(name, language) for language in LANGUAGES):
            _check_documents(library, layer, sources, problems)
    units: dict[str, Stacked] = {}
    unwanted = left_out(library.editions[edition], sources)
    for source in (each for each in sources.values() if each.id not in unwanted):
        unit = _stacked(library, names, source, problems)
        if unit is not None:
            units[unit.id] = unit
    removed = frozenset(source for source in sources if source not in units)
    return Stack(edition, units, removed), problems


def _sources(library: Library, names: list[str], problems: Problems) -> dict[str, Document]:
    """Return the document of each unit that holds its kind."""
    found: dict[str, Document] = {}
    for layer in library.layers:
        if layer.edition not in names:
            continue
        for document in layer.documents.values():
            if document.kind is None:
                continue
            place = where(document.id, document.node, ("kind",))
            if document.kind not in KINDS:
                known = ", ".join(KINDS)
                guess = suggestion(document.kind, KINDS)
                problems.add("unknown-kind", place, value=document.kind, known=known, guess=guess)
            elif document.id in found:
                first = found[document.id].file
                problems.add("source-twice", place, id=document.id, first=first)
            else:
                found[document.id] = document
    return found


def _check_documents(
    library: Library, layer: Layer | None, sources: dict[str, Document], problems: Problems
) -> None:
    """Validate each patch and translation of a layer against its unit's type."""
    for document in layer.documents.values() if layer is not None else ():
        source = sources.get(document.id)
        if document.kind is not None or layer is None:
            continue
        if source is None:
            if document.id not in library.broken:
                _note_unknown(document, layer, sources, problems)
            continue
        mode: Mode = "patch" if document.language == source.language else "translation"
        validate(derive(KINDS[source.kind or ""], mode), document.node, document.id, problems)


def _note_unknown(
    document: Document, layer: Layer, sources: dict[str, Document], problems: Problems
) -> None:
    """Note a patch of a unit that isn't there: once it was, if the lock remembers it."""
    place = where(document.id, document.node, ("id",))
    if any(key.startswith(document.id + ".") for key in layer.lock):
        problems.add("orphan", place, id=document.id)
        return
    guess = suggestion(document.id, sources)
    problems.add("unknown-unit", place, id=document.id, guess=guess)


def _stacked(
    library: Library, names: list[str], source: Document, problems: Problems
) -> Stacked | None:
    levels: dict[str, Levels] = {}
    for language in LANGUAGES:
        layers = [library.layer(name, language) for name in names]
        documents = [layer.documents.get(source.id) if layer else None for layer in layers]
        levels[language] = tuple(document.node if document else None for document in documents)
    node: Mapping | None = None
    for name, level in zip(names, levels[source.language], strict=True):
        layer = library.layer(name, source.language)
        if level is None or layer is None:
            continue
        if flag(level, "remove"):
            return None
        node = level if node is None else merge(
            node, level, Patching(source.id, layer.lock, problems)
        )
        _match_texts(library, name, source, node, problems)
    assert node is not None
    kind = source.kind or ""
    return Stacked(source.id, kind, source.family, source.language, source.file, node, levels)


def _match_texts(
    library: Library, edition: str, source: Document, node: Mapping, problems: Problems
) -> None:
    """Note ids in one level's translations that the unit, laid up to there, does not have."""
    for language in LANGUAGES:
        layer = library.layer(edition, language)
        document = layer.documents.get(source.id) if layer and language != source.language else None
        if layer is not None and document is not None:
            match(node, document.node, Patching(source.id, layer.lock, problems))


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


def value_of(unit: Stacked, language: str, problems: Problems) -> Any | None:
    """Return the typed unit in a language, or None with the problems noted."""
    return validate(KINDS[unit.kind], unit.localised(language), unit.id, problems)


def place_of(unit: Stacked, path: tuple[str, ...] = ()) -> Where:
    """Return where a path of a unit stands in the files."""
    return where(unit.id, unit.node, path)



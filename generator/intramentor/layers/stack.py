"""One edition's units and names with all layers laid."""

from __future__ import annotations

from dataclasses import dataclass

from intramentor.layers.choice import left_out
from intramentor.layers.merge import Patching, flag, match, merge
from intramentor.layers.names import stack_names
from intramentor.layers.stacked import Levels, Stacked
from intramentor.load import Document, Layer, Library, Mapping, validate
from intramentor.load.library import LANGUAGES
from intramentor.load.nodes import where
from intramentor.model import KINDS
from intramentor.model.derive import Mode, derive
from intramentor.model.edition import DEFAULT_EDITION
from intramentor.problems import Problems, suggestion


@dataclass(frozen=True, slots=True)
class Stack:
    """All units of one edition by id, and its tables of names by language."""

    edition: str
    units: dict[str, Stacked]
    names: dict[str, Stacked]
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
    return Stack(edition, units, stack_names(library, names, problems), removed), problems


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

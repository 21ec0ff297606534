"""The tables of names are a layer like any other: laid, remembered, explained.

Each language has a table of its own, which an edition patches. Beside that the first
language's names are what the others put into their words: there one name with all its forms
is one text, since a translation has other cases, numbers and styles than its source.
"""

from __future__ import annotations

from intramentor.layers.merge import TERMS, Patching, merge
from intramentor.layers.stacked import Levels, Stacked
from intramentor.load import Layer, Library, Mapping, Sequence, validate
from intramentor.load.library import LANGUAGES
from intramentor.model.derive import derive
from intramentor.model.edition import DEFAULT_EDITION
from intramentor.model.terms import Terms
from intramentor.problems import Problems


def stack_names(library: Library, names: list[str], problems: Problems) -> dict[str, Stacked]:
    """Return the table of names of each language that has one, the layers `names` laid."""
    found: dict[str, Stacked] = {}
    for language in LANGUAGES:
        layers = [library.layer(name, language) for name in names]
        made = _stacked([layer for layer in layers if layer is not None], language, problems)
        if made is not None:
            found[language] = made
    return found


def _stacked(layers: list[Layer], language: str, problems: Problems) -> Stacked | None:
    node: Mapping | None = None
    for layer in layers:
        if layer.edition == DEFAULT_EDITION:
            node = layer.terms
        elif node is not None and layer.terms is not None:
            validate(derive(Terms, "patch"), layer.terms, TERMS, problems)
            node = merge(node, layer.terms, Patching(TERMS, layer.lock, problems))
    if node is None:
        return None
    levels: Levels = tuple(layer.terms for layer in layers)
    return Stacked(TERMS, TERMS, "", language, node.origin.file, node, {language: levels})


def by_id(table: Mapping | None) -> dict[str, Mapping]:
    """Return the names that a table holds, by their ids."""
    found = table.entries.get(TERMS) if table is not None else None
    return (found.by_id() or {}) if isinstance(found, Sequence) else {}

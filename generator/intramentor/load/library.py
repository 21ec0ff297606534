"""The project's folders become a Library: everything authored, nothing chosen yet."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from intramentor.load.bibliography import Reference, read_references
from intramentor.load.files import check_indent, read_text, relative
from intramentor.load.locks import Lock, read_lock
from intramentor.load.marks import parse
from intramentor.load.nodes import Mapping, Node
from intramentor.load.prose import parse_page
from intramentor.load.validate import validate
from intramentor.model import Edition
from intramentor.model.edition import DEFAULT_EDITION
from intramentor.problems import HandbookError, Problems, Where

LANGUAGES = ("en", "pl")


@dataclass(frozen=True, slots=True)
class Document:
    """One file of a layer: a unit, a patch of one, or a translation."""

    id: str
    file: str
    family: str
    language: str
    node: Mapping

    @property
    def kind(self) -> str | None:
        """Return the kind, when this is a unit and not a patch."""
        return self.node.text("kind")


@dataclass(frozen=True, slots=True)
class Layer:
    """A folder of patches in one language, with its lock. The pack's name is `handbook`."""

    edition: str
    language: str
    folder: str
    documents: dict[str, Document]
    terms: Mapping | None
    lock: Lock


@dataclass(frozen=True, slots=True)
class Library:
    """Everything authored. `sources` are the texts of the files, for showing places."""

    root: Path
    layers: tuple[Layer, ...]
    editions: dict[str, Edition]
    references: dict[str, Reference]
    sources: dict[str, str] = field(repr=False)

    def layer(self, edition: str, language: str) -> Layer | None:
        """Return the layer of an edition (or the pack) in a language."""
        for layer in self.layers:
            if (layer.edition, layer.language) == (edition, language):
                return layer
        return None


def load(root: Path) -> tuple[Library, Problems]:
    """Read the project at `root`; problems are collected, nothing is raised but
    `no-curriculum`, when there is nothing to read.
    """
    problems = Problems()
    if not (root / "modules").is_dir():
        problems.add("no-curriculum", Where(root.name or "."))
        raise HandbookError(problems)
    reader = _Reader(root, problems)
    layers = list(reader.layers(root, DEFAULT_EDITION))
    editions = {DEFAULT_EDITION: Edition(id=DEFAULT_EDITION)}
    for folder in sorted((root / "editions").glob("*/edition.yml")):
        edition = reader.edition(folder)
        if edition is not None:
            editions[edition.id] = edition
            layers += reader.layers(folder.parent, edition.id)
    references = read_references(reader.node(root / "modules" / "sources.yml", "en"), problems)
    return Library(root, tuple(layers), editions, references, reader.sources), problems


class _Reader:
    """Reads files once and remembers their texts."""

    def __init__(self, root: Path, problems: Problems) -> None:
        self.root, self.problems = root, problems
        self.sources: dict[str, str] = {}

    def node(self, path: Path, lang: str) -> Node | None:
        if not path.exists() and not path.is_symlink():
            return None
        text = read_text(path, self.root, self.problems)
        if text is None:
            return None
        name = relative(path, self.root)
        self.sources[name] = text
        if path.suffix == ".md":
            return parse_page(text, name, lang, self.problems)
        if not check_indent(text, name, self.problems):
            return None
        return parse(text, name, lang, self.problems)

    def edition(self, path: Path) -> Edition | None:
        node = self.node(path, "en")
        if not isinstance(node, Mapping):
            return None
        edition = validate(Edition, node, "edition", self.problems)
        if edition is not None and edition.id != path.parent.name:
            self.problems.add(
                "edition-id", Where(relative(path, self.root)), folder=path.parent.name,
                id=edition.id,
            )
        return edition

    def layers(self, base: Path, edition: str) -> Iterator[Layer]:
        for language in LANGUAGES:
            folder = base / "modules" / language
            documents: dict[str, Document] = {}
            for path in self._files(folder, base / "content" / language):
                self._document(path, folder, language, documents)
            terms = self.node(folder / "terms.yml", language)
            yield Layer(
                edition, language, relative(folder, self.root), documents,
                terms if isinstance(terms, Mapping) else None,
                read_lock(folder / "lock.json", self.root, self.problems),
            )

    def _files(self, units: Path, prose: Path) -> Iterator[Path]:
        yield from sorted(p for p in units.rglob("*.yml") if p != units / "terms.yml")
        yield from sorted(prose.rglob("*.md"))

    def _document(
        self, path: Path, folder: Path, language: str, documents: dict[str, Document]
    ) -> None:
        node, name = self.node(path, language), relative(path, self.root)
        if node is None:
            return
        if not isinstance(node, Mapping):
            self.problems.add("not-a-mapping", Where(name))
            return
        unit = node.text("id")
        if unit is None:
            self.problems.add("missing-key", Where(name), key="id", about="")
            return
        if not self._is_free(unit, node, documents):
            return
        if unit != path.stem:
            self.problems.add(
                "file-name", Where(name, node.keys["id"].line), name=path.name, id=unit[:80],
                suffix=path.suffix[1:],
            )
        family = "" if path.parent == folder else path.parent.name
        documents[unit] = Document(unit, name, family, language, node)

    def _is_free(self, unit: str, node: Mapping, documents: dict[str, Document]) -> bool:
        for other in documents.values():
            if other.id.lower() == unit.lower():
                place = node.keys["id"]
                self.problems.add(
                    "duplicate-id", Where(place.file, place.line, place.column), id=unit,
                    first=other.file,
                )
                return False
        return True

"""The project's folders become a Library: everything authored, nothing chosen yet."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from intramentor.load.bibliography import Reference, read_references
from intramentor.load.deliveries import Delivered, read_deliveries
from intramentor.load.files import (
    check_indent,
    find_files,
    folders,
    is_there,
    read_text,
    relative,
)
from intramentor.load.locks import Lock, read_lock
from intramentor.load.marks import parse
from intramentor.load.nodes import Mapping, Node, plain
from intramentor.load.prose import parse_page
from intramentor.load.validate import validate
from intramentor.model import Brand, Edition
from intramentor.model.edition import DEFAULT_EDITION
from intramentor.problems import HandbookError, Problem, Problems, Where

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
class Branding:
    """An edition's `_brand.yml`: what it says, with its places, and the folder of its files."""

    brand: Brand
    node: Mapping
    folder: Path


@dataclass(frozen=True, slots=True)
class Library:
    """Everything authored. `sources` are the texts of the files, for showing places."""

    root: Path
    pack: Path
    layers: tuple[Layer, ...]
    editions: dict[str, Edition]
    references: dict[str, Reference]
    sources: dict[str, str] = field(repr=False)
    broken: frozenset[str] = frozenset()  # ids of units whose files can't be read
    settings: dict[str, Mapping] = field(default_factory=dict, repr=False)  # edition.yml by id
    brands: dict[str, Branding] = field(default_factory=dict, repr=False)
    deliveries: dict[str, tuple[Delivered, ...]] = field(default_factory=dict)  # by edition

    def layer(self, edition: str, language: str) -> Layer | None:
        """Return the layer of an edition (or the pack) in a language."""
        for layer in self.layers:
            if (layer.edition, layer.language) == (edition, language):
                return layer
        return None


@dataclass(frozen=True, slots=True)
class Pack:
    """What lies below every edition, read once for many of them."""

    root: Path
    layers: tuple[Layer, ...]
    references: dict[str, Reference]
    sources: dict[str, str] = field(repr=False)
    broken: frozenset[str]
    problems: tuple[Problem, ...]


def read_pack(root: Path, installed: Path | None = None) -> Pack:
    """Read the pack of the project at `root`: its own, or the `installed` one where the project
    holds editions alone. Raises `no-curriculum` when there is nothing to read.
    """
    problems = Problems()
    pack = root if (root / "modules").is_dir() else installed
    if pack is None or not (pack == root or (root / "editions").is_dir()):
        problems.add("no-curriculum", Where(root.name or "."))
        raise HandbookError(problems)
    reader = _Reader(pack, problems)
    layers = tuple(reader.layers(pack, DEFAULT_EDITION))
    references = read_references(reader.node(pack / "modules" / "sources.yml", "en"), problems)
    return Pack(
        pack, layers, references, reader.sources, frozenset(reader.broken), tuple(problems)
    )


def load(root: Path, pack: Pack, only: str | None = None) -> tuple[Library, Problems]:
    """Read the editions of the project at `root`, all or `only` one, above the pack.

    Problems are collected, those of the pack first.
    """
    problems = Problems(pack.problems)
    layers = list(pack.layers)
    reader = _Reader(root, problems)
    editions = {DEFAULT_EDITION: Edition(id=DEFAULT_EDITION)}
    deliveries: dict[str, tuple[Delivered, ...]] = {}
    for path in reader.edition_files(only):
        edition = reader.edition(path)
        if edition is not None:
            editions[edition.id] = edition
            layers += reader.layers(path.parent, edition.id)
            deliveries[edition.id] = read_deliveries(
                reader, path.parent / "deliveries", edition.languages[0]
            )
    sources = {**pack.sources, **reader.sources}
    broken = frozenset(pack.broken | reader.broken)
    return Library(
        root, pack.root, tuple(layers), editions, pack.references, sources, broken,
        reader.settings, reader.brands, deliveries,
    ), problems


class _Reader:
    """Reads files once and remembers their texts."""

    def __init__(self, root: Path, problems: Problems) -> None:
        self.root, self.problems = root, problems
        self.sources: dict[str, str] = {}
        self.broken: set[str] = set()
        self.settings: dict[str, Mapping] = {}
        self.brands: dict[str, Branding] = {}

    def node(self, path: Path, lang: str) -> Node | None:
        if not is_there(path):
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

    def mapping(self, path: Path, lang: str) -> Mapping | None:
        """Return the keys that a file holds; notes `not-a-mapping` where it has none."""
        before = len(self.problems)
        node = self.node(path, lang)
        if isinstance(node, Mapping):
            return node
        name = relative(path, self.root)
        if name in self.sources and len(self.problems) == before:
            self.problems.add("not-a-mapping", Where(name))
        return None

    def edition_files(self, only: str | None) -> list[Path]:
        """Return the `edition.yml` of each folder of editions; notes where it is missing."""
        found: list[Path] = []
        for inner in folders(self.root / "editions", self.root, self.problems):
            if only not in (None, inner.name):
                continue
            path = inner / "edition.yml"
            if is_there(path):
                found.append(path)
            else:
                self.problems.add("edition-missing", Where(relative(inner, self.root)))
        return found

    def edition(self, path: Path) -> Edition | None:
        node = self.mapping(path, "en")
        if node is None:
            return None
        edition = validate(Edition, node, "edition", self.problems)
        taken = edition is not None and edition.id == DEFAULT_EDITION
        if edition is None:
            return None
        if edition.id == path.parent.name and not taken:
            self.settings[edition.id] = node
            self._brand(path.parent, edition.id)
            return edition
        folder, place = path.parent.name, node.keys["id"]
        self.problems.add(
            "duplicate-id" if taken else "edition-id", Where(place.file, place.line, place.column),
            id=edition.id, **({"first": "modules"} if taken else {"folder": folder}),
        )
        return None

    def _brand(self, folder: Path, edition: str) -> None:
        node = self.mapping(folder / "_brand.yml", "en")
        brand = validate(Brand, node, "brand", self.problems) if node is not None else None
        if node is not None and brand is not None:
            self.brands[edition] = Branding(brand, node, folder)

    def layers(self, base: Path, edition: str) -> Iterator[Layer]:
        for language in LANGUAGES:
            folder = base / "modules" / language
            documents: dict[str, Document] = {}
            taken = {"terms": relative(folder / "terms.yml", self.root)}  # id → its file
            found = [(path, self._unit(path, language)) for path in self._files(folder, base / "content" / language)]
            # Files named after their unit come first: of two equal ids the copy is to blame.
            for path, node in sorted(found, key=lambda pair: _id(pair[1]) != pair[0].stem):
                document = self._document(path, node, folder, taken) if node is not None else None
                if document is not None:
                    documents[document.id] = document
            before = len(self.problems)
            terms = self.mapping(folder / "terms.yml", language)
            if len(self.problems) > before:
                self.broken.add("terms")
            yield Layer(
                edition, language, relative(folder, self.root), documents, terms,
                read_lock(folder / "lock.json", self.root, self.problems),
            )

    def _files(self, units: Path, prose: Path) -> Iterator[Path]:
        found = find_files(units, ".yml", self.root, self.problems)
        yield from sorted(path for path in found if path != units / "terms.yml")
        yield from sorted(find_files(prose, ".md", self.root, self.problems))

    def _unit(self, path: Path, language: str) -> Mapping | None:
        """Return what a file holds, if it has an id; else note what is wrong."""
        node = self.mapping(path, language)
        if node is not None and node.text("id") is None:
            self._note_id(node, relative(path, self.root))
            node = None
        if node is None:
            self.broken.add(path.stem)
        return node

    def _document(
        self, path: Path, node: Mapping, folder: Path, taken: dict[str, str]
    ) -> Document | None:
        """Return the document of a file; notes what its id or its name has against it."""
        name, unit = relative(path, self.root), _id(node)
        if not self._is_free(unit, node, taken):
            self.broken.add(unit)
            return None
        if unit != path.stem:
            self.problems.add(
                "file-name", Where(name, node.keys["id"].line), name=path.name, id=unit[:80],
                suffix=path.suffix[1:],
            )
        family = "" if path.parent == folder else path.parent.name
        return Document(unit, name, family, folder.name, node)

    def _note_id(self, node: Mapping, name: str) -> None:
        held = node.entries.get("id")
        if held is None:
            self.problems.add("missing-key", Where(name), key="id", about="")
            return
        at = held.origin
        self.problems.add("bad-id", Where(at.file, at.line, at.column), value=str(plain(held))[:60])

    def _is_free(self, unit: str, node: Mapping, taken: dict[str, str]) -> bool:
        """Note an id that another unit of the layer, or its table of names, has already."""
        place = node.keys["id"]
        first = taken.setdefault(unit.lower(), place.file)
        if first != place.file:
            self.problems.add(
                "duplicate-id", Where(place.file, place.line, place.column), id=unit, first=first
            )
        return first == place.file


def _id(node: Mapping | None) -> str:
    return (node.text("id") or "") if node is not None else ""

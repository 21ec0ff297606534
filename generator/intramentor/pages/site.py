"""The Site: pages with uri, text and where they come from; sections of the navigation."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from intramentor.brand import Look
from intramentor.compose import Handbook, Piece, Swap
from intramentor.model import Edition
from intramentor.model.training import TRAINING
from intramentor.pages.downloads import downloads, link
from intramentor.pages.kept import Kept
from intramentor.pages.links import NOTES, Linker, citing, short, uri_of
from intramentor.pages.paths import Path as RolePath
from intramentor.pages.paths import paths
from intramentor.pages.pictures import draw
from intramentor.pages.text import FILTERS, curly, marked, plain_text
from intramentor.pages.wording import Wording, scripts
from intramentor.plan import cut_line, slot_minutes

_TEMPLATES = Path(__file__).with_name("templates")


@dataclass(frozen=True, slots=True)
class Page:
    """One page: its path in the folder, its title, its Markdown, the file it was made from."""

    uri: str
    title: str
    text: str
    source: str


@dataclass(frozen=True, slots=True)
class Section:
    """A heading of the navigation and the pages below it."""

    title: str
    pages: tuple[Page, ...]


@dataclass(frozen=True, slots=True)
class Site:
    """Everything that a sink needs to write one site.

    Where names are bound late, `names` says what stands for each token in titles, texts and words.
    `swaps` are words of the pack that must not stand in it, save on the pages `quoting`.
    """

    edition: str
    language: str
    languages: tuple[str, ...]
    view: str
    name: str
    words: dict[str, str]
    names: dict[str, str]
    home: Page
    sections: tuple[Section, ...]
    roles: dict[str, str]
    settings: Edition
    swaps: tuple[Swap, ...]
    quoting: frozenset[str]
    look: Look = field(repr=False)
    apart: tuple[Page, ...] = ()

    @property
    def pages(self) -> Iterator[Page]:
        """Yield every page, the start page first, those outside the navigation last."""
        yield self.home
        for section in self.sections:
            yield from section.pages
        yield from self.apart


@cache
def environment(folder: Path = _TEMPLATES, escape: bool = False) -> Environment:
    """Return the templates of a folder; those that write Markdown escape nothing by themselves."""
    made = Environment(
        loader=FileSystemLoader(folder), undefined=StrictUndefined, trim_blocks=True,
        lstrip_blocks=True, keep_trailing_newline=True, autoescape=escape,  # noqa: S701 - Markdown
    )
    made.filters.update(FILTERS)
    return made


def render(handbook: Handbook, with_downloads: bool = False) -> Site:
    """Return the handbook's site; its pages offer files only if these are made too."""
    writer = _Writer.of(handbook, with_downloads)
    roles = tuple(writer.path(path) for path in writer.paths)
    families = tuple(
        Section(plain_text(family.title), tuple(writer.unit(p) for p in family.units))
        for family in handbook.families
    )
    start = Section(writer.words("paths"), roles)
    return Site(
        edition=handbook.edition,
        language=handbook.language,
        languages=handbook.languages,
        view=handbook.view,
        name=handbook.name,
        words=scripts(handbook.language, handbook.roles),
        names={key: curly(name) for key, name in handbook.names.items()},
        home=writer.unit(Piece(handbook.contents, "", "", untranslated=False)),
        sections=(start, *families) if roles else families,
        apart=(writer.notes(),),
        roles=handbook.roles,
        settings=handbook.settings,
        swaps=handbook.swaps,
        quoting=frozenset(
            uri_of(piece) for piece in handbook.pieces
            if piece.kind == "sources" or piece.id in handbook.settings.own_words_on
        ),
        look=handbook.look,
    )


@dataclass(frozen=True, slots=True)
class _Writer:
    """Writes the pages of one handbook: what all of their templates know, worked out once."""

    handbook: Handbook
    linker: Linker
    words: Wording
    paths: tuple[RolePath, ...]
    kept: Kept
    units: dict[str, Piece]
    with_downloads: bool

    @classmethod
    def of(cls, handbook: Handbook, with_downloads: bool) -> _Writer:
        """Prepare to write a handbook."""
        words = Wording(handbook.language, handbook.roles)
        units = {piece.id: piece for piece in handbook.pieces}
        return cls(handbook, Linker.of(handbook), words, paths(handbook), Kept.of(handbook), units, with_downloads)

    def unit(self, piece: Piece) -> Page:
        """Return a unit's page."""
        kind = "training" if piece.kind in TRAINING else piece.kind
        uri = uri_of(piece)
        offered = tuple(downloads(piece, self.units, self.words, self.handbook.view)) if self.with_downloads else ()
        text = self._text(kind, uri, unit=piece.value, piece=piece, downloads=offered)
        return Page(uri, plain_text(piece.value.title), text, piece.source)

    def path(self, path: RolePath) -> Page:
        """Return the page of a role's path."""
        title = self.words("role_" + path.role)
        source = path.format.source if path.format else ""
        return Page(path.uri, title, self._text("path", path.uri, path=path), source)

    def notes(self) -> Page:
        """Return the page of everything that the reader keeps on the device."""
        return Page(NOTES, self.words("notes_title"), self._text("notes", NOTES), "")

    def _text(self, template: str, uri: str, **own: Any) -> str:
        book = self.handbook
        context: dict[str, Any] = {
            "book": book,
            "units": self.units,
            "paths": self.paths,
            "w": self.words,
            "t": lambda text: self.linker.resolve(marked(text, book.language), uri),
            "cited": lambda name: short(book.references[name], book.language),
            "to": lambda target: self.linker.to(target, uri),
            "address": lambda target: self.linker.address(target, uri),
            "download": lambda name: link(name, uri),
            "downloads": (),
            "kept": self.kept,
            "has": self.linker.places.__contains__,
            "citing": lambda: citing(book),
            "draw": lambda name, plan=None: draw(name, book, plan),
            "minutes_of": slot_minutes,
            "cut_line": cut_line,
            "facilitating": book.view == "facilitator",
        }
        text = environment().get_template(f"{template}.md").render(context | own)
        if terms := self.linker.terms(text, uri):
            text += environment().get_template("_terms.md").render(context, terms=terms)
        return _squeeze(text)


def _squeeze(text: str) -> str:
    """Return the text with at most one blank line in a row."""
    lines: list[str] = []
    for line in text.split("\n"):
        if line.strip() or (lines and lines[-1]):
            lines.append(line.rstrip())
    return "\n".join(lines).strip("\n") + "\n"

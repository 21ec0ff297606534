"""The Site: pages with uri, text and where they come from; sections of the navigation."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from intramentor.compose import Handbook, Piece
from intramentor.pages.links import Linker, short, uri_of
from intramentor.pages.text import FILTERS, marked, plain_text
from intramentor.pages.wording import Wording
from intramentor.plan import slot_minutes

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
    """Everything that a sink needs to write one site."""

    edition: str
    language: str
    languages: tuple[str, ...]
    view: str
    name: str
    home: Page
    sections: tuple[Section, ...]

    @property
    def pages(self) -> Iterator[Page]:
        """Yield every page, the start page first."""
        yield self.home
        for section in self.sections:
            yield from section.pages


@cache
def environment() -> Environment:
    """Return the templates; they write Markdown, so nothing is escaped by itself."""
    made = Environment(
        loader=FileSystemLoader(_TEMPLATES), undefined=StrictUndefined, trim_blocks=True,
        lstrip_blocks=True, keep_trailing_newline=True, autoescape=False,  # noqa: S701 - Markdown
    )
    made.filters.update(FILTERS)
    return made


def render(handbook: Handbook) -> Site:
    """Return the handbook's site."""
    linker = Linker.of(handbook)
    sections = tuple(
        Section(plain_text(family.title), tuple(_page(handbook, linker, p) for p in family.units))
        for family in handbook.families
    )
    return Site(
        edition=handbook.edition,
        language=handbook.language,
        languages=handbook.languages,
        view=handbook.view,
        name=handbook.name,
        home=_home(handbook, linker),
        sections=sections,
    )


def _home(handbook: Handbook, linker: Linker) -> Page:
    piece = Piece(handbook.contents, "", "", untranslated=False)
    return _page(handbook, linker, piece)


def _page(handbook: Handbook, linker: Linker, piece: Piece) -> Page:
    uri = uri_of(piece)
    units = {p.id: p for p in handbook.pieces}
    context: dict[str, Any] = {
        "unit": piece.value,
        "piece": piece,
        "book": handbook,
        "units": units,
        "w": Wording(handbook.language, handbook.roles),
        "t": lambda text: linker.resolve(marked(text, handbook.language), uri),
        "cited": lambda name: short(handbook.references[name], handbook.language),
        "to": lambda target: linker.to(target, uri),
        "has": linker.places.__contains__,
        "minutes_of": slot_minutes,
        "facilitating": handbook.view == "facilitator",
    }
    kind = "training" if piece.kind in ("lesson", "workshop") else piece.kind
    text = environment().get_template(f"{kind}.md").render(context)
    return Page(uri, plain_text(piece.value.title), _squeeze(text), piece.source)


def _squeeze(text: str) -> str:
    """Return the text with at most one blank line in a row."""
    lines: list[str] = []
    for line in text.split("\n"):
        if line.strip() or (lines and lines[-1]):
            lines.append(line.rstrip())
    return "\n".join(lines).strip("\n") + "\n"



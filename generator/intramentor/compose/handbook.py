"""The Handbook: one edition, one language, one view; no choice is left after this."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from intramentor.brand import Look, own_look
from intramentor.compose.numbers import with_numbers
from intramentor.compose.swaps import Swap, swaps
from intramentor.compose.terms import Names, check_forms
from intramentor.layers import Stack, Stacked
from intramentor.layers.stacked import place_of, value_of
from intramentor.load import Library, trail, validate
from intramentor.load.bibliography import Reference
from intramentor.model import Contents, Delivery, Edition, Format
from intramentor.model.base import ROLES, Text
from intramentor.model.edition import DEFAULT_EDITION
from intramentor.model.terms import Terms
from intramentor.model.walk import rebuild, texts, without
from intramentor.plan import Calendar, Meeting, calendar, has_days
from intramentor.problems import Problems, Where


@dataclass(frozen=True, slots=True)
class Piece:
    """A unit in the handbook: its value, its family, and whether a text is untranslated."""

    value: Any
    family: str
    source: str
    untranslated: bool

    @property
    def id(self) -> str:
        """Return the unit's id."""
        return str(self.value.id)

    @property
    def kind(self) -> str:
        """Return the unit's kind."""
        return str(self.value.kind)


@dataclass(frozen=True, slots=True)
class Family:
    """A heading of the navigation and the units below it."""

    id: str
    title: Text
    summary: Text
    units: tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class Handbook:
    """One company, one language, one view."""

    edition: str
    language: str
    languages: tuple[str, ...]
    view: str
    name: str
    roles: dict[str, str]
    contents: Contents
    families: tuple[Family, ...]
    references: dict[str, Reference] = field(repr=False)
    names: dict[str, str] = field(repr=False)
    settings: Edition
    swaps: tuple[Swap, ...] = ()
    look: Look = field(default_factory=own_look, repr=False)
    calendars: tuple[Calendar, ...] = ()

    def dates(self, unit: str) -> tuple[tuple[Delivery, Meeting], ...]:
        """Return when a unit is held in each delivery of the edition, in order of time."""
        found = ((one.delivery, meeting) for one in self.calendars for meeting in one.of(unit))
        return tuple(sorted(found, key=lambda pair: (pair[1].date, pair[1].start, pair[0].id)))

    @property
    def pieces(self) -> Iterator[Piece]:
        """Yield every unit in the order of the contents."""
        for family in self.families:
            yield from family.units


CONTENTS, TERMS = "contents", "terms"


def compose(
    library: Library, made: Stack, language: str, view: str, late: bool = False
) -> tuple[Handbook | None, Problems]:
    """Return the handbook of an edition's stack in a language, for a view.

    Notes what can't be resolved; None if there are no contents or no names to work with.
    With `late`, names stay tokens in the texts, and the handbook knows what stands for each.
    """
    problems = Problems()
    bound: dict[str, str] | None = {} if late else None
    wanted = sorted({language, *_languages(made)})
    tables = {each: _names(library, made, each, problems, bound) for each in wanted}
    names = tables[language]
    if names is None:
        return None, problems
    found = (_piece(unit, language, view, tables, made.removed, problems) for unit in made.units.values())
    pieces = {piece.id: piece for piece in found if piece is not None}
    contents = next((p for p in pieces.values() if p.kind == CONTENTS), None)
    if contents is None:
        _note_contents(library, made, problems)
        return None, problems
    families = tuple(_families(contents.value, pieces, made, problems))
    handbook = Handbook(
        edition=made.edition,
        language=language,
        languages=library.editions[made.edition].languages,
        view=view,
        name=names.plain("programme", "name") or names.plain("programme"),
        roles={role: names.role(role) for role in ROLES},
        contents=contents.value,
        families=families,
        references=library.references,
        names=bound or {},
        settings=library.editions[made.edition],
        swaps=tuple(_swaps(library, made.edition, tables)),
        calendars=tuple(_calendars(library, made.edition, pieces)),
    )
    return handbook, problems


def _calendars(library: Library, edition: str, pieces: dict[str, Piece]) -> Iterator[Calendar]:
    """Yield the dates of each delivery that can be held: its format and its days are sound."""
    units = {name: piece.value for name, piece in pieces.items()}
    for one in library.deliveries.get(edition, ()):
        form = units.get(one.value.format)
        if isinstance(form, Format) and has_days(one.value):
            yield calendar(one.value, form, units)


def _note_contents(library: Library, made: Stack, problems: Problems) -> None:
    """Note that there are no contents, unless they are there and broken."""
    tried = any(unit.kind == CONTENTS for unit in made.units.values())
    if not tried and CONTENTS not in library.broken:
        problems.add("no-contents", Where("modules"))


def _names(
    library: Library, made: Stack, language: str, problems: Problems, late: dict[str, str] | None
) -> Names | None:
    table = made.names.get(language)
    if table is None:
        if TERMS not in library.broken:
            problems.add("no-terms", Where(f"modules/{language}"), language=language)
        return None
    terms = validate(Terms, table.node, table.id, problems)
    if terms is None:
        return None
    check_forms(terms, problems)
    settings = library.editions[made.edition]
    terms = with_numbers(terms, settings, language)
    return Names(language, settings.role_forms, terms, library.sources, late)


def _swaps(library: Library, edition: str, tables: dict[str, Names | None]) -> Iterator[Swap]:
    """Yield the names that the edition changed, in each language that its texts can be in."""
    for language, names in tables.items() if edition != DEFAULT_EDITION else ():
        layer = library.layer(DEFAULT_EDITION, language)
        node = layer.terms if layer else None
        pack = validate(Terms, node, TERMS, Problems()) if node is not None else None
        if pack is not None and names is not None:
            yield from swaps(pack, names.terms, names.style, language)


def _languages(made: Stack) -> set[str]:
    """Return the languages that texts of this edition can be in."""
    return {unit.language for unit in made.units.values()}


def _piece(
    unit: Stacked,
    language: str,
    view: str,
    tables: dict[str, Names | None],
    removed: frozenset[str],
    problems: Problems,
) -> Piece | None:
    value = value_of(unit, language, problems)
    if value is None:
        return None
    foreign = any(_lang(text) != language for _, text in texts(value))

    def resolve(text: Text) -> Text:
        names = tables.get(text.lang)
        return names.resolve(text, trail(unit.id, ()), problems) if names else text

    return Piece(without(rebuild(value, view, resolve), removed), unit.family, unit.file, foreign)


def _lang(text: Text | tuple[Text, ...]) -> str:
    return text[0].lang if isinstance(text, tuple) else text.lang


def _families(
    contents: Contents, pieces: dict[str, Piece], made: Stack, problems: Problems
) -> Iterator[Family]:
    """Yield the families in order; units that no family lists follow in their folder's."""
    listed = {member.id for family in contents.families for member in family.units}
    known = {family.id for family in contents.families}
    for piece in pieces.values():
        if piece.kind != "contents" and piece.id not in listed and piece.family not in known:
            place = place_of(made.units[piece.id], ("id",))
            problems.add("unknown-family", place, family=piece.family)
    for family in contents.families:
        ordered = [pieces[m.id] for m in family.units if m.id in pieces]
        rest = [
            p
            for p in sorted(pieces.values(), key=lambda item: item.id)
            if p.family == family.id and p.id not in listed
        ]
        units = tuple(_at_home(piece, family.id) for piece in (*ordered, *rest))
        if units:
            yield Family(family.id, family.title, family.summary, units)


def _at_home(piece: Piece, family: str) -> Piece:
    return Piece(piece.value, family, piece.source, piece.untranslated)



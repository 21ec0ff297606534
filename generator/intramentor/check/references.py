"""Everything that points somewhere points at something: units, worksheets, sources, links."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice
from typing import Any

from intramentor.layers import Stack
from intramentor.layers.stacked import Stacked, place_of
from intramentor.load import Library, Mapping, spot, trail
from intramentor.load.nodes import find, scalars
from intramentor.model.base import Text
from intramentor.model.walk import is_optional, records, references
from intramentor.problems import Problems, suggestion

Values = dict[str, Any]
CITATION = re.compile(r"\[@([^\]\s]{1,200})\]")
LIMIT = 500  # dead links of one text
LINK = re.compile(r"\]\(id:([^)\s]{0,200})\)")
# The lists whose objects have an anchor on their unit's page.
ANCHORED = (
    "activities", "agenda", "fields", "goes_wrong", "parts", "self_check", "stages", "steps", "tasks",
    "terms",
)


def check_references(library: Library, made: Stack, values: Values, problems: Problems) -> None:
    """Note references to what isn't there, circles, and ids taken twice."""
    for unit, value in values.items():
        for path, record in records(value):
            for name, what in references(type(record)):
                _check_field(library, made, unit, (path, record, name, what), problems)
    _check_circles(made, values, problems)
    _check_shared_ids(made, values, problems)
    for stacked in made.units.values():
        for path, text in _texts(stacked):
            _check_text(library, made, stacked.id, path, text, problems)


def _check_field(
    library: Library, made: Stack, unit: str, field: tuple[Any, ...], problems: Problems
) -> None:
    path, record, name, what = field
    if what == "activity":  # of another unit: see sums
        return
    held = getattr(record, name)
    many = isinstance(held, tuple)
    for index, reference in enumerate(held if many else (held,)):
        target = reference.partition(".")[0] if isinstance(reference, str) else None
        if target is None or (target in made.removed and _can_go(record, name)):
            continue
        at = (*path, name, str(index)) if many else (*path, name)
        known = _known(library, made, unit, what)
        place = place_of(made.units[unit], at)
        if reference not in known and target not in library.broken:
            guess = suggestion(reference, known)
            problems.add("unknown-reference", place, what=what, id=reference, guess=guess)
        elif what in ("worksheet", "unit") and reference in made.units:
            kind = made.units[reference].kind
            if kind == "contents" or what not in ("unit", kind):
                problems.add("wrong-reference", place, id=reference, kind=kind, what=what)


def _can_go(record: Any, name: str) -> bool:
    """Tell whether a reference to a unit that is left out can be left out with it."""
    return name in ("id", "answer") or isinstance(getattr(record, name), tuple) or is_optional(type(record), name)


def _known(library: Library, made: Stack, unit: str, what: str) -> list[str] | dict[str, Any]:
    if what == "source":
        return library.references
    if what == "objective":
        objectives = find(made.units[unit].node, ("objectives",))
        return list(getattr(objectives, "by_id", dict)() or {})
    return answers(made) if what == "answer" else made.units


def answers(made: Stack) -> list[str]:
    """Return what can be answered on the worksheets: `worksheet.field`."""
    sheets = [unit for unit in made.units.values() if unit.kind == "worksheet"]
    return [
        f"{sheet.id}.{field}"
        for sheet in sheets
        for field in getattr(sheet.node.entries.get("fields"), "by_id", dict)() or {}
    ]


def _texts(unit: Stacked) -> Iterator[tuple[tuple[str, ...], Text]]:
    """Yield every authored text of a unit's layers, in each language."""
    for levels in unit.levels.values():
        for node in levels:
            for path, scalar in scalars(node) if node is not None else ():
                if isinstance(scalar.value, Text) and "]" in scalar.value:
                    yield path, scalar.value


def _check_text(
    library: Library,
    made: Stack,
    unit: str,
    path: tuple[str, ...],
    text: Text,
    problems: Problems,
) -> None:
    lost = (f for f in CITATION.finditer(text) if f[1] not in library.references)
    for found in islice(lost, LIMIT):
        where = spot(text, found[0], found.start(), library.sources, trail(unit, path))
        guess = suggestion(found[1], library.references)
        problems.add("unknown-reference", where, what="source", id=found[1], guess=guess)
    dead = (
        f
        for f in LINK.finditer(text)
        if f[1].partition(".")[0] not in made.removed and not target_exists(made, f[1])
    )
    for found in islice(dead, LIMIT):
        where = spot(text, found[0], found.start(), library.sources, trail(unit, path))
        if found[1] in made.units:
            kind = made.units[found[1]].kind
            problems.add("wrong-reference", where, id=found[1], kind=kind, what="unit")
        elif found[1].split(".")[0] not in library.broken:
            guess = suggestion(found[1], [*made.units, *glossary_terms(made)])
            problems.add("unknown-reference", where, what="object", id=found[1], guess=guess)


def target_exists(made: Stack, target: str) -> bool:
    """Tell whether `id:` can lead to a unit's page, an object shown on it, or a glossary term.

    The start page is not a page of a unit: nothing links to it by id.
    """
    unit, *inner = target.split(".")
    if unit not in made.units:
        return target in glossary_terms(made)
    stacked = made.units[unit]
    if stacked.kind == "contents":
        return False
    return _shows(stacked.node, inner)


def _shows(node: Mapping, path: list[str]) -> bool:
    """Tell whether the lists that are shown with anchors lead to an object by these ids."""
    if not path:
        return True
    for key in ANCHORED:
        items: dict[str, Mapping] = getattr(node.entries.get(key), "by_id", dict)() or {}
        if path[0] in items:
            return _shows(items[path[0]], path[1:])
    return False


def glossary_terms(made: Stack) -> list[str]:
    """Return the ids of the glossary's terms."""
    glossaries = [unit for unit in made.units.values() if unit.kind == "glossary"]
    found: list[str] = []
    for unit in glossaries:
        terms = unit.node.entries.get("terms")
        found += list(getattr(terms, "by_id", dict)() or {})
    return found


def _check_shared_ids(made: Stack, values: Values, problems: Problems) -> None:
    for unit in (u for u in made.units.values() if u.kind == "glossary"):
        for term in getattr(values.get(unit.id), "terms", ()):
            if term.id in made.units:
                place = place_of(unit, ("terms", term.id, "id"))
                problems.add("duplicate-id", place, id=term.id, first=made.units[term.id].file)


def _check_circles(made: Stack, values: Values, problems: Problems) -> None:
    needs = {unit: getattr(value, "prerequisites", ()) for unit, value in values.items()}
    done: set[str] = set()
    for start, first in needs.items():
        path = [start]
        stack = [iter(first)]
        while stack:
            following = next(stack[-1], None)
            if following is None:
                stack.pop()
                done.add(path.pop())
            elif following in path:
                circle = " → ".join([*path[path.index(following) :], following])
                place = place_of(made.units[path[-1]], ("prerequisites",))
                problems.add("circle", place, circle=circle)
            elif following in needs and following not in done:
                path.append(following)
                stack.append(iter(needs[following]))

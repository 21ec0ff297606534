"""Ways through the handbook: what nobody comes to, and what can't have happened yet."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from intramentor.check.passages import Sheet
from intramentor.layers import Stack
from intramentor.layers.stacked import place_of
from intramentor.load import Library, Mapping, Node, Scalar, Sequence, spot, trail
from intramentor.model import Format, Session
from intramentor.problems import Problems

DAYS = 70  # the medians of 66 [lally-2010] and of 59–66 days [singh-2024], rounded up to weeks
CLOSING = "closing"
ROOTS = ("contents", "format", "page", "glossary", "sources")
_LINK = re.compile(r"\]\(id:([a-z0-9-]+)")
_REFERENCES = ("prerequisites", "worksheet", "worksheets")
_SENTENCE = re.compile(r"[^.!?\n]*(?:\n(?!\n)[^.!?\n]*)*[.!?]?")
_HABIT = re.compile(r"\b(?:habits?\b|nawyk\w*)", re.IGNORECASE)
_CHANGED = re.compile(
    r"\b(?:chang\w+|form(?:s|ed|ing)?|buil[dt]\w*|br(?:ea|o)k\w*|new|becom\w+|stick\w*|stuck|kept|last\w*|h[eo]ld\w*"
    r"|zmieni\w+|zmian\w+|powsta\w+|utrwal\w+|wyr[oa]b\w+|zbud\w+|budu\w+|now[yey]\w*|nabier\w+|wchodz\w+|wejd\w+|zosta\w+)\b",
    re.IGNORECASE,
)
# What takes the claim back: no claim, a plan, a question.
_NO_CLAIM = re.compile(
    r"\b(?:no|not|never|nothing|nobody|none|cannot|without|whether|plan\w*|before|too early|least"
    r"|nie|bez|żad\w+|nikt|czy|zaplan\w+|zanim|za wcześnie|co najmniej|minimum)\b|n['’]t\b|\?",
    re.IGNORECASE,
)


def check_reach(
    library: Library, made: Stack, read: list[Sheet], values: dict[str, Any], problems: Problems
) -> None:
    """Note units that no way leads to, worksheets without use, habit claims that come too soon."""
    for value in values.values():
        if isinstance(value, Format):
            texts = [each for each in read if each.unit == value.id]
            _check_habit(library, texts, _days(value, values), problems)
    if not _has_loose_ends(library, made, values, problems):
        _check_ways(made, read, problems)


def _has_loose_ends(
    library: Library, made: Stack, values: dict[str, Any], problems: Problems
) -> bool:
    """Tell whether a way may be missing only because something else is to be mended first."""
    dangling = any(p.code in ("unknown-reference", "wrong-reference", "bad-link") for p in problems)
    no_contents = not any(unit.kind == "contents" for unit in made.units.values())
    return dangling or no_contents or bool(library.broken) or len(values) < len(made.units)


def _check_ways(made: Stack, read: list[Sheet], problems: Problems) -> None:
    ways = {unit.id: set(_references(unit.node)) for unit in made.units.values()}
    for each in read:
        for passage in each.passages:
            if "](id:" in passage.text:
                ways[each.unit].update(_LINK.findall(passage.text))
    for name, targets in ways.items():
        targets.discard(name)
    used = set().union(*(ways[unit.id] for unit in made.units.values() if unit.kind != "contents"))
    reached = _reached(made, ways)
    for unit in made.units.values():
        if unit.kind == "worksheet" and unit.id not in used:
            problems.add("worksheet-unused", place_of(unit, ("id",)), id=unit.id)
        elif unit.kind not in ROOTS and unit.id not in reached:
            problems.add("unit-unreached", place_of(unit, ("id",)), id=unit.id)


def _references(node: Node) -> Iterator[str]:
    if isinstance(node, Sequence):
        for item in node.items:
            if not isinstance(item, Scalar):
                yield from _references(item)
    elif isinstance(node, Mapping):
        for key, value in node.entries.items():
            if key in _REFERENCES:
                items = value.items if isinstance(value, Sequence) else (value,)
                yield from (str(item.value) for item in items if isinstance(item, Scalar))
            elif key == "units" and isinstance(value, Sequence):
                yield from value.by_id() or ()
            elif not isinstance(value, Scalar):
                yield from _references(value)


def _reached(made: Stack, ways: dict[str, set[str]]) -> set[str]:
    """Return what can be come to from the contents, the formats and the pages."""
    left = [unit.id for unit in made.units.values() if unit.kind in ROOTS]
    reached = set(left)
    while left:
        new = ways.get(left.pop(), set()) - reached
        reached |= new
        left += new
    return reached


def _check_habit(
    library: Library, texts: list[Sheet], days: int | None, problems: Problems
) -> None:
    if days is None or days >= DAYS:
        return
    for each in texts:
        for passage in each.passages:
            for found in _HABIT.finditer(passage.text):
                if _is_claim(passage.text, found.start()):
                    way = trail(each.unit, passage.path)
                    where = spot(passage.text, found[0], found.start(), library.sources, way)
                    problems.add("habit-too-soon", where, days=days, least=DAYS)


def _days(value: Format, values: dict[str, Any]) -> int | None:
    """Return the days from the first experiment to the closing, if a format has both."""
    weeks = [(slot.id, slot.week) for stage in value.stages for slot in stage.units if slot.week]
    first = [week for unit, week in weeks if _has_experiment(values.get(unit))]
    last = [week for unit, week in weeks if unit == CLOSING]
    return 7 * (max(last) - min(first)) if first and last else None


def _has_experiment(value: Any) -> bool:
    return isinstance(value, Session) and value.first_experiment


def _is_claim(text: str, at: int) -> bool:
    """Tell whether the sentence says that a habit has changed, or that it will."""
    for sentence in _SENTENCE.finditer(text):
        if sentence.start() <= at < sentence.end():
            return bool(_CHANGED.search(sentence[0])) and not _NO_CLAIM.search(sentence[0])
    return False

"""What is written in an edition's layers: each text with its unit, its place and its readers."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, fields, is_dataclass
from functools import cache
from itertools import islice
from typing import Any, NamedTuple, get_args, get_type_hints

from intramentor.layers import Stack
from intramentor.layers.stacked import Stacked
from intramentor.load import Library, Mapping, Node, Scalar, spot, trail
from intramentor.model import KINDS
from intramentor.model.base import Text
from intramentor.model.derive import has_text
from intramentor.problems import Problems

LIMIT = 50  # findings of one rule in one file: more than anybody reads
BLOT, NAME = "·", "x"
VERBATIM = "listings"  # lines that pages show as they are, each sign escaped
# What is no wording: blanks of a skeleton, names, the targets of links, citations, addresses.
MASK = re.compile(
    r"\[\[[^\]]{0,300}\]\]|\$\{[^}\n]{0,200}\}|\]\([^)\s]{0,300}\)|\[@[^\]\s]{0,200}\]|https?://\S+|\{#[a-z0-9-]{0,200}\}"
)


class Passage(NamedTuple):
    """One authored text of a unit, with its path of keys and ids."""

    path: tuple[str, ...]
    text: Text
    low: str  # the same in small letters, to look for beginnings of words quickly
    hidden: bool  # for the facilitator alone


@dataclass(frozen=True, slots=True)
class Sheet:
    """The texts of one file; `own` tells whether it is the edition's, not the pack's below it.

    `plain` has all of them, masked; `low` the same in small letters. A rule looks there first, and at the single texts where it finds something.
    """

    unit: str
    kind: str
    language: str
    own: bool
    passages: tuple[Passage, ...]
    plain: str
    low: str


class Finding(NamedTuple):
    """What a rule found: in which text, at which sign, the word to show it at."""

    passage: Passage
    at: int
    token: str
    code: str
    facts: dict[str, Any]


Rule = Callable[[Sheet], Iterator[Finding]]


def sheets(made: Stack) -> list[Sheet]:
    """Return the texts of every file of an edition's layers."""
    return [
        sheet(unit, language, node, own=level == len(levels) - 1)
        for unit in made.units.values()
        for language, levels in unit.levels.items()
        for level, node in enumerate(levels)
        if node is not None
    ]


def sheet(unit: Stacked, language: str, node: Node, *, own: bool) -> Sheet:
    """Return the texts of a node of a unit."""
    found = tuple(passages(node))
    plain = masked("".join(f"\n\n{passage.text}" for passage in found)) if own else ""
    return Sheet(unit.id, unit.kind, language, own, found, plain, plain.lower())


def masked(text: str) -> str:
    """Return a text of the same length: what is no wording blotted out, each name one word."""
    return MASK.sub(lambda found: (NAME if found[0][0] == "$" else BLOT) * len(found[0]), text)


def passages(node: Node, path: tuple[str, ...] = (), *, hidden: bool = False) -> Iterator[Passage]:
    """Yield each text below a node that people read: no ids, no choices from a list."""
    spoken, reserved = _keys()
    if isinstance(node, Scalar):
        if isinstance(node.value, Text):
            yield Passage(path, node.value, node.value.lower(), hidden)
    elif isinstance(node, Mapping):
        for key, value in node.entries.items():
            if key in spoken and key != VERBATIM:
                yield from passages(value, (*path, key), hidden=hidden or key in reserved)
    else:
        for index, item in enumerate(node.items):
            name = item.text("id") if isinstance(item, Mapping) else None
            yield from passages(item, (*path, name or str(index)), hidden=hidden)


@cache
def _keys() -> tuple[frozenset[str], frozenset[str]]:
    """Return the keys that hold or lead to texts, and those of the facilitator alone."""
    spoken, reserved, done = set(), set(), set()
    left: list[Any] = list(KINDS.values())
    while left:
        hint = left.pop()
        if not isinstance(hint, type) or not is_dataclass(hint):
            left += get_args(hint)
        elif hint not in done:
            done.add(hint)
            hints = get_type_hints(hint, include_extras=True)
            left += hints.values()
            spoken |= {name for name, inner in hints.items() if has_text(inner)}
            reserved |= {f.name for f in fields(hint) if f.metadata.get("view") == "facilitator"}
    return frozenset(spoken), frozenset(reserved)


def report(
    library: Library, sheet: Sheet, rules: tuple[Rule, ...], problems: Problems
) -> None:
    """Note what the rules find in a sheet."""
    for rule in rules:
        for found in islice(rule(sheet), LIMIT):
            way = trail(sheet.unit, found.passage.path)
            where = spot(found.passage.text, found.token, found.at, library.sources, way)
            problems.add(found.code, where, **found.facts)

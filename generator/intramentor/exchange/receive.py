"""A translated PO file against the project as it is now: what is taken over, and what is not."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from intramentor.exchange.catalogue import Exchange, Message
from intramentor.exchange.export import NAME
from intramentor.exchange.items import Item, Value, items, joined, lines_of, parted
from intramentor.layers import Stack
from intramentor.load import Library, trail
from intramentor.load.files import control
from intramentor.load.locks import Lock
from intramentor.problems import Problem, Problems, Where, suggestion
from intramentor.problems.values import problem

# What a translation must keep, and what it is called in the message.
_KEPT = {
    "name": NAME, "link": re.compile(r"\]\(id:([^)\s]+)\)"), "source": re.compile(r"\[@([^\]\s]+)\]"),
}


@dataclass(frozen=True, slots=True)
class Received:
    """What a PO file brings: `texts` that differ from the layer's own, `accepted` bases by
    address, the places that are `skipped` because they are fuzzy.
    """

    edition: str
    language: str
    texts: list[tuple[Item, Value]] = field(default_factory=list)
    accepted: Lock = field(default_factory=dict)
    skipped: list[tuple[Where, str]] = field(default_factory=list)


def receive(library: Library, made: Stack, exchange: Exchange, file: str, problems: Problems) -> Received:
    """Return what is taken over from a PO file.

    A message with an error is left out, the others are not. What keeps not the same names,
    links and sources is taken over with a warning and not accepted: somebody must say that it is meant.
    """
    known = {item.entry.path: item for item in items(library, made, exchange.language)}
    received = Received(exchange.edition, exchange.language)
    for message in exchange.messages:
        item = known.get(message.context)
        way = trail(item.unit.id, item.about.path) if item is not None else ""
        where = Where(file, message.line, 1, way)
        if item is None:
            problems.add("po-unknown", where, id=message.context, guess=suggestion(message.context, known))
        elif message.source != joined(item.source):
            problems.add("po-outdated", where, id=message.context)
        elif message.fuzzy:
            received.skipped.append((where, message.context))
        elif message.text.strip():
            _take(item, message, where, received, problems)
    return received


def _take(item: Item, message: Message, where: Where, received: Received, problems: Problems) -> None:
    value = parted(_trimmed(message.text, joined(item.source)), item.source)
    if value is None:
        problems.add("po-list", where)
        return
    found = list(_wrong(item, value, where)) if value != item.entry.own else []
    problems.extend(found)
    if any(each.severity == "error" for each in found):
        return
    if value != item.entry.own:
        received.texts.append((item, value))
    if not found and item.entry.now is not None:
        received.accepted[item.entry.path] = item.entry.now


def _wrong(item: Item, value: Value, where: Where) -> Iterator[Problem]:
    """Yield what a new translation has against it."""
    text, source = joined(value), joined(item.source)
    if what := control(text):
        yield problem("character", where, what=what)
    if item.about.one_line and any("\n" in line for line in lines_of(value)):
        yield problem("po-line", where)
    if isinstance(value, list) and not all(line.strip() for line in value):
        yield problem("po-list", where)
    for what, pattern in _KEPT.items():
        here, there = ({hit.lower() for hit in pattern.findall(each)} for each in (text, source))
        if here != there:
            lost, new = (", ".join(sorted(one)) or "–" for one in (there - here, here - there))
            yield problem("po-differs", where, what=what, lost=lost, new=new)


def _trimmed(text: str, source: str) -> str:
    """Return a text without the line ends that an editor put around it and its source has not."""
    if not source.startswith("\n"):
        text = text.lstrip("\n")
    return text if source.endswith("\n") else text.rstrip("\n")

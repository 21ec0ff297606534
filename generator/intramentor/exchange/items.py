"""What is translated from one language into another, text by text, as translators see it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from intramentor.layers import Entry, Stack, Stacked, status
from intramentor.layers.merge import address
from intramentor.layers.stacked import value_of
from intramentor.load import Library
from intramentor.model.walk import Told, told
from intramentor.problems import Problems

Value = str | list[str]
FIRST, NEXT = "- ", "  "


@dataclass(frozen=True, slots=True)
class Item:
    """One text to translate: its unit, what the types say about it, and its state in the layer."""

    unit: Stacked
    about: Told
    entry: Entry

    @property
    def source(self) -> Value:
        """Return the text that is translated."""
        return _plain(self.about)


def items(library: Library, made: Stack, language: str) -> list[Item]:
    """Return what an edition translates into `language`, in the order of units and fields.

    What an edition words anew in the language itself is no translation and is left out, as
    are the tables of names: they have forms, not sentences.
    """
    known = {entry.path: entry for entry in status(library, made) if entry.language == language}
    found: list[Item] = []
    for unit in (each for each in made.units.values() if each.language != language):
        value = value_of(unit, unit.language, Problems())
        for about in told(value):
            entry = known.get(address(unit.id, about.path))
            if entry is not None and entry.source == _plain(about):
                found.append(Item(unit, about, entry))
    return found


def _plain(about: Told) -> Value:
    return [str(text) for text in about.text] if isinstance(about.text, tuple) else str(about.text)


def joined(value: Value) -> str:
    """Return a value as one text: of a list each item after `- `, its further lines indented."""
    if isinstance(value, str):
        return value
    lines: list[str] = []
    for item in value:
        first, *more = item.split("\n")
        lines += [FIRST + first, *(NEXT + line if line else "" for line in more)]
    return "\n".join(lines)


def parted(text: str, like: Value) -> Value | None:
    """Return the value that a text stands for, a list where `like` is one; None if it isn't a list."""
    if isinstance(like, str):
        return text
    found: list[str] = []
    for line in text.split("\n"):
        if line.startswith(FIRST):
            found.append(line[len(FIRST):])
        elif found and (line.startswith(NEXT) or not line):
            found[-1] += "\n" + line[len(NEXT):]
        else:
            return None
    return found


def lines_of(value: Value) -> Sequence[str]:
    """Return the texts of a value: those of a list, or the one."""
    return [value] if isinstance(value, str) else value

"""Walk records by their types: every text of a unit, with its path of ids."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import fields, is_dataclass, replace
from typing import Any, NamedTuple, get_args, get_type_hints

from intramentor.model.base import OneLine, Text, remember

Path = tuple[str, ...]


@remember
def names(cls: Any) -> tuple[str, ...]:
    """Return the names of a record's fields, in order."""
    return tuple(field.name for field in fields(cls))


@remember
def references(cls: Any) -> tuple[tuple[str, str], ...]:
    """Return the fields of a record that hold ids of other objects: (name, what)."""
    return tuple((f.name, f.metadata["of"]) for f in fields(cls) if "of" in f.metadata)


@remember
def reserved(cls: Any, view: str) -> tuple[str, ...]:
    """Return the fields of a record that are for the facilitator alone, unless `view` is."""
    if view == "facilitator":
        return ()
    return tuple(f.name for f in fields(cls) if f.metadata.get("view") == "facilitator")


def is_optional(cls: Any, name: str) -> bool:
    """Tell whether a field of a record may be left out."""
    return any(f.name == name and f.default is None for f in fields(cls))


def key(value: Any, index: int) -> str:
    """Return what addresses a list's item: its id, else its index."""
    return str(getattr(value, "id", index))


def is_text_list(value: Any) -> bool:
    """Tell whether a value is a list of plain texts, which is one text."""
    return isinstance(value, tuple) and bool(value) and isinstance(value[0], Text)


def texts(value: Any, path: Path = ()) -> Iterator[tuple[Path, Text | tuple[Text, ...]]]:
    """Yield each text of a record with its path; a list of plain texts is one text."""
    if isinstance(value, Text) or is_text_list(value):
        yield path, value
    elif isinstance(value, tuple):
        for index, item in enumerate(value):
            yield from texts(item, (*path, key(item, index)))
    elif is_dataclass(value):
        for name in names(type(value)):
            yield from texts(getattr(value, name), (*path, name))


def records(value: Any, path: Path = ()) -> Iterator[tuple[Path, Any]]:
    """Yield each record inside a record, itself first, with its path."""
    if isinstance(value, tuple):
        for index, item in enumerate(value):
            yield from records(item, (*path, key(item, index)))
    elif is_dataclass(value):
        yield path, value
        for name in names(type(value)):
            yield from records(getattr(value, name), (*path, name))


def rebuild(value: Any, view: str, change: Callable[[Text], Text]) -> Any:
    """Return a record for `view` with `change` applied to each text that stays."""
    if isinstance(value, Text):
        return change(value)
    if isinstance(value, tuple):
        return tuple(rebuild(item, view, change) for item in value)
    if not is_dataclass(value):
        return value
    hidden = reserved(type(value), view)
    new = {
        name: None if name in hidden else rebuild(getattr(value, name), view, change)
        for name in names(type(value))
    }
    return replace(value, **new)  # type: ignore[type-var]


def without(value: Any, gone: frozenset[str]) -> Any:
    """Return a record without references to units and worksheets that an edition left out."""
    if isinstance(value, tuple):
        return tuple(without(item, gone) for item in value if not _stands_for(item, gone))
    if not is_dataclass(value) or not gone:
        return value
    new = {name: without(getattr(value, name), gone) for name in names(type(value))}
    for name, what in references(type(value)):
        held = getattr(value, name)
        if what in ("unit", "worksheet"):
            new[name] = _kept(held, gone)
    return replace(value, **new)  # type: ignore[type-var]


def _kept(held: Any, gone: frozenset[str]) -> Any:
    if isinstance(held, tuple):
        return tuple(one for one in held if one not in gone)
    return None if held in gone else held


def _stands_for(item: Any, gone: frozenset[str]) -> bool:
    """Tell whether a record is nothing but the place of a unit, or of its answer, that is gone."""
    known = references(type(item)) if is_dataclass(item) else ()
    if ("answer", "answer") in known:
        return item.answer.partition(".")[0] in gone
    return ("id", "unit") in known and getattr(item, "id", None) in gone


def audiences(value: Any, inside: bool = False) -> Iterator[tuple[bool, str]]:
    """Yield each text of a record, with whether it is for the facilitator alone."""
    if isinstance(value, Text):
        yield inside, value
    elif isinstance(value, tuple):
        for item in value:
            yield from audiences(item, inside)
    elif is_dataclass(value):
        hidden = reserved(type(value), "participant")
        for name in names(type(value)):
            yield from audiences(getattr(value, name), inside or name in hidden)


class Told(NamedTuple):
    """A text of a record with its path, and what the types say about its field: what stands
    there, whether it is for the facilitator alone, whether each text is one line.
    """

    path: Path
    text: Text | tuple[Text, ...]
    about: str
    hidden: bool
    one_line: bool


def told(value: Any) -> Iterator[Told]:
    """Yield each text of a record as `texts` does, with what is said about its field."""
    return _told(value, Told((), (), "", hidden=False, one_line=False))


def _told(value: Any, so_far: Told) -> Iterator[Told]:
    if isinstance(value, Text) or is_text_list(value):
        yield so_far._replace(text=value)
    elif isinstance(value, tuple):
        for index, item in enumerate(value):
            yield from _told(item, so_far._replace(path=(*so_far.path, key(item, index))))
    elif is_dataclass(value):
        hidden = reserved(type(value), "participant")
        for field in fields(value):
            yield from _told(getattr(value, field.name), so_far._replace(
                path=(*so_far.path, field.name), about=field.metadata.get("description", ""),
                hidden=so_far.hidden or field.name in hidden,
                one_line=field.name in one_liners(type(value)),
            ))


@remember
def one_liners(cls: Any) -> frozenset[str]:
    """Return the fields of a record whose texts must each stand on one line."""
    return frozenset(
        name for name, hint in get_type_hints(cls, include_extras=True).items() if _is_line(hint)
    )


def _is_line(hint: Any) -> bool:
    return hint is OneLine or any(_is_line(part) for part in (*get_args(hint), *getattr(hint, "__metadata__", ())))

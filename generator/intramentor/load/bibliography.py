"""`modules/sources.yml`: CSL YAML as reference managers export it."""

from __future__ import annotations

import re
from dataclasses import dataclass

from intramentor.load.nodes import Mapping, Node, Scalar, Sequence
from intramentor.model.base import ID_PATTERN
from intramentor.problems import Problems, Where

# What is printed in Markdown or HTML, and what may not stand in it.
_PLAIN = re.compile(r"<(?![\d=]|\s+[^\s\[]|$)|[`{}\\]|\n|&#")
_NAME = re.compile(r"[<>`{}\[\]*_\\]|\n|&#")
_YEAR = re.compile(r"[\w. -]*")
_ADDRESS = re.compile(r"https?://[^\s\"'<>\\^`{|}]+")
_DOI = re.compile(r"10\.[^\s\"'<>\\^`{|}]+")
_TEXTS = ("container-title", "volume", "issue", "page", "publisher", "title")


@dataclass(frozen=True, slots=True)
class Reference:
    """One source: what is needed to print it, cite it and link it."""

    id: str
    authors: tuple[tuple[str, str], ...]
    year: str
    title: str
    container: str = ""
    volume: str = ""
    issue: str = ""
    page: str = ""
    doi: str = ""
    url: str = ""
    publisher: str = ""


def read_references(node: Node | None, problems: Problems) -> dict[str, Reference]:
    """Return the references by id; notes `bad-source` and `duplicate-id`."""
    entries = node.entries.get("references") if isinstance(node, Mapping) else node
    if node is not None and not isinstance(entries, Sequence):
        problems.add("bad-source", _place(node), key="`references`")
    found: dict[str, Reference] = {}
    first: dict[str, int] = {}
    for item in entries.items if isinstance(entries, Sequence) else ():
        place = _place(item)
        if not isinstance(item, Mapping) or not _text(item, "id"):
            problems.add("bad-source", place, key="`id`")
            continue
        reference = _reference(item, place, problems)
        if (name := reference.id.lower()) in first:
            taken = f"{place.file}:{first[name]}"
            problems.add("duplicate-id", place, id=reference.id[:80], first=taken)
        first.setdefault(name, place.line)
        found[reference.id] = reference
    return found


def _place(node: Node) -> Where:
    return Where(node.origin.file, node.origin.line, node.origin.column)


def _reference(item: Mapping, place: Where, problems: Problems) -> Reference:
    authors = tuple(_authors(item.entries.get("author")))
    for key, missing in (("`title`", not _text(item, "title")), ("`author`", not authors)):
        if missing:
            problems.add("bad-source", place, key=key)
    _check_texts(item, problems)
    return Reference(
        id=_text(item, "id"), authors=authors or (("?", ""),), year=_year(item),
        title=_text(item, "title"), container=_text(item, "container-title"),
        volume=_text(item, "volume"), issue=_text(item, "issue"), page=_text(item, "page"),
        doi=_text(item, "DOI"), url=_text(item, "URL"), publisher=_text(item, "publisher"),
    )


def _check_texts(item: Mapping, problems: Problems) -> None:
    """Note what can't be printed or linked: pages show these texts as they stand."""
    if not re.fullmatch(ID_PATTERN, _text(item, "id")):
        problems.add("bad-id", _place(item.entries["id"]), value=_text(item, "id")[:60])
    for key in _TEXTS:
        if found := _PLAIN.search(_text(item, key)):
            problems.add("source-text", _place(item.entries[key]), key=key, found=found[0])
    for key, pattern in (("URL", _ADDRESS), ("DOI", _DOI)):
        value = _text(item, key)
        if value and not pattern.fullmatch(value):
            problems.add("source-address", _place(item.entries[key]), key=key, found=value[:80])
    if not _YEAR.fullmatch(_year(item)):
        problems.add("source-text", _place(item.entries["issued"]), key="issued", found=_year(item)[:40])
    for one in _people(item.entries.get("author")):
        for key in ("family", "given", "literal"):
            if found := _NAME.search(_text(one, key)):
                problems.add("source-text", _place(one.entries[key]), key=key, found=found[0])


def _text(item: Mapping, key: str) -> str:
    node = item.entries.get(key)
    return str(node.value) if isinstance(node, Scalar) and node.value is not None else ""


def _people(node: Node | None) -> list[Mapping]:
    return [n for n in node.items if isinstance(n, Mapping)] if isinstance(node, Sequence) else []


def _authors(node: Node | None) -> list[tuple[str, str]]:
    return [
        (_text(one, "family") or _text(one, "literal"), _text(one, "given"))
        for one in _people(node)
        if _text(one, "family") or _text(one, "literal")
    ]


def _year(item: Mapping) -> str:
    issued = item.entries.get("issued")
    while isinstance(issued, Sequence) and issued.items:
        issued = issued.items[0]
    if isinstance(issued, Mapping):
        return _text(issued, "year") or _first(issued.entries.get("date-parts"))
    return str(issued.value)[:4] if isinstance(issued, Scalar) else ""


def _first(node: Node | None) -> str:
    while isinstance(node, Sequence) and node.items:
        node = node.items[0]
    return str(node.value) if isinstance(node, Scalar) else ""

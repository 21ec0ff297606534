"""`modules/sources.yml`: CSL YAML as reference managers export it."""

from __future__ import annotations

from dataclasses import dataclass

from intramentor.load.nodes import Mapping, Node, Scalar, Sequence
from intramentor.problems import Problems, Where


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
    found: dict[str, Reference] = {}
    for item in entries.items if isinstance(entries, Sequence) else ():
        place = Where(item.origin.file, item.origin.line, item.origin.column)
        if not isinstance(item, Mapping) or not item.text("id"):
            problems.add("bad-source", place, key="`id`")
            continue
        reference = _reference(item, place, problems)
        if reference.id in found:
            problems.add("duplicate-id", place, id=reference.id, first=place.file)
        found[reference.id] = reference
    return found


def _reference(item: Mapping, place: Where, problems: Problems) -> Reference:
    authors = tuple(_authors(item.entries.get("author")))
    for key, missing in (("`title`", not _text(item, "title")), ("`author`", not authors)):
        if missing:
            problems.add("bad-source", place, key=key)
    return Reference(
        id=_text(item, "id"), authors=authors or (("?", ""),), year=_year(item),
        title=_text(item, "title"), container=_text(item, "container-title"),
        volume=_text(item, "volume"), issue=_text(item, "issue"), page=_text(item, "page"),
        doi=_text(item, "DOI"), url=_text(item, "URL"), publisher=_text(item, "publisher"),
    )


def _text(item: Mapping, key: str) -> str:
    node = item.entries.get(key)
    return str(node.value) if isinstance(node, Scalar) and node.value is not None else ""


def _authors(node: Node | None) -> list[tuple[str, str]]:
    people = [n for n in node.items if isinstance(n, Mapping)] if isinstance(node, Sequence) else []
    return [
        (_text(one, "family") or _text(one, "literal"), _text(one, "given"))
        for one in people
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

"""What a unit's page offers to download: the names of its files, and what they are."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from intramentor.compose import Piece
from intramentor.model.training import TRAINING
from intramentor.model.walk import records, references
from intramentor.pages.wording import Wording

FOLDER = "downloads"
PAIR = ("mentor", "mentee")


@dataclass(frozen=True, slots=True)
class Download:
    """Something to download: its title, its files' name without a suffix, and their kinds."""

    title: str
    name: str
    forms: tuple[str, ...] = ("pdf", "docx")


def worksheets(value: Any) -> tuple[str, ...]:
    """Return the ids of the worksheets that a unit uses, in the order in which it does."""
    found: dict[str, None] = {}
    for _, record in records(value):
        for name, what in references(type(record)):
            held = getattr(record, name)
            if what == "worksheet" and held:
                found |= dict.fromkeys(held if isinstance(held, tuple) else (held,))
    return tuple(found)


def downloads(piece: Piece, units: Mapping[str, Piece], words: Wording, view: str) -> Iterator[Download]:
    """Yield what there is for a unit: to run it for facilitators, then its own sheets and its worksheets."""
    if piece.kind in TRAINING and view == "facilitator":
        yield Download(words("guide"), f"{piece.id}-guide", ("pdf",))
        yield Download(words("slides"), f"{piece.id}-slides", ("pptx",))
        yield Download(words("materials_list"), f"{piece.id}-materials")
    if piece.kind == "session":
        for role in PAIR:
            yield Download(words("session_sheet", role=words.roles[role]), f"{piece.id}-{role}")
    for name in (piece.id,) if piece.kind == "worksheet" else worksheets(piece.value):
        yield Download(units[name].value.title, name)


def link(name: str, page: str) -> str:
    """Return the link from a page to a file to download; a page's address is a folder."""
    up = 0 if page == "index.md" else page.count("/") + 1
    return f"{'../' * up}{FOLDER}/{name}"

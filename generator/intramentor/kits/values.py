"""Papers and decks: what stands in each, whatever it is written as."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Layout = Literal["title", "section", "agenda", "points", "activity", "question"]


@dataclass(frozen=True, slots=True)
class Paper:
    """A document to print, to fill in or to restyle.

    `name` is its file's name without a suffix, `body` HTML of a few plain elements, `kind` the
    template it was made from. `running` says at the head of each page what it is, `foot` at its
    foot for whom; `forms` are the kinds of file it is written as.
    """

    name: str
    language: str
    kind: str
    title: str
    running: str
    foot: str
    body: str
    forms: tuple[Literal["pdf", "docx"], ...] = ("pdf", "docx")


@dataclass(frozen=True, slots=True)
class Slide:
    """One slide: few words, and in the notes what to say, as HTML.

    `minutes` is what its timer counts, 0 for none; `lead` is a line beside the title, `beside`
    what stands beside each line.
    """

    layout: Layout
    title: str
    lead: str = ""
    lines: tuple[str, ...] = ()
    beside: tuple[str, ...] = ()
    notes: str = ""
    minutes: int = 0


@dataclass(frozen=True, slots=True)
class Deck:
    """Slides for one unit; the facilitator's notes are in it."""

    name: str
    language: str
    title: str
    slides: tuple[Slide, ...]
    timer: str

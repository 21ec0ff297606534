"""The kinds of unit, and the record of each."""

from __future__ import annotations

from typing import Any

from intramentor.model.guides import Area, Guide
from intramentor.model.handbook import Contents, Format, Glossary, Page, Sources
from intramentor.model.perspective import Perspective
from intramentor.model.session import Session
from intramentor.model.training import Training
from intramentor.model.worksheet import Worksheet

Unit = (
    Training
    | Session
    | Perspective
    | Area
    | Guide
    | Worksheet
    | Page
    | Sources
    | Glossary
    | Contents
    | Format
)

KINDS: dict[str, type[Any]] = {
    "lesson": Training,
    "workshop": Training,
    "session": Session,
    "perspective": Perspective,
    "area": Area,
    "guide": Guide,
    "worksheet": Worksheet,
    "format": Format,
    "glossary": Glossary,
    "contents": Contents,
    "page": Page,
    "sources": Sources,
}
PROSE = ("page", "sources")

"""The path of each role: the programme's units for it, stage by stage, and what else is there."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from intramentor.compose import Handbook, Piece
from intramentor.model.base import ROLES
from intramentor.model.training import TRAINING

# What is read or filled in beside the programme, not a step of it.
_BESIDE = ("worksheet", "page", "format", "glossary", "sources")


@dataclass(frozen=True, slots=True)
class Step:
    """A unit on a path, as its format plans it.

    `prepare` is how many minutes the path's role prepares it, 0 for nothing. Steps that share a
    `choice` are alternatives: one of them is enough. A step `again` is a unit that stood earlier
    on the path.
    """

    piece: Piece
    minutes: int
    prepare: int
    week: int | None
    choice: str
    again: bool

    @property
    def id(self) -> str:
        """Return the unit's id."""
        return self.piece.id


@dataclass(frozen=True, slots=True)
class Part:
    """A heading of a path and the steps below it."""

    id: str
    title: str
    steps: tuple[Step, ...]


@dataclass(frozen=True, slots=True)
class Path:
    """What one role does in the programme, in order, and what else is for it.

    `format` is the programme format that the path follows: the first one in the contents, so an
    edition changes it by moving another format before it.
    """

    role: str
    format: Piece | None
    parts: tuple[Part, ...]
    more: tuple[Part, ...]

    @property
    def uri(self) -> str:
        """Return the path of the role's page inside the site's folder."""
        return f"paths/{self.role}.md"

    @property
    def steps(self) -> tuple[Step, ...]:
        """Return each unit's first step, in order."""
        return tuple(step for part in self.parts for step in part.steps if not step.again)

    @property
    def count(self) -> int:
        """Return how many steps there are to do; alternatives count as one."""
        return len({step.choice or step.id for step in self.steps})

    @property
    def minutes(self) -> int:
        """Return the minutes of all steps; of alternatives those of the longest."""
        longest: dict[str, int] = {}
        for part in self.parts:
            for step in part.steps:
                key = step.choice or f"{step.id} {step.week}"
                longest[key] = max(longest.get(key, 0), step.minutes)
        return sum(longest.values())

    @property
    def prepared(self) -> list[int]:
        """Return for each session how many minutes the role prepares it."""
        return [step.prepare for step in self.steps if step.prepare]

    def leads_to(self, unit: str) -> bool:
        """Tell whether a unit stands anywhere on the path."""
        return any(step.id == unit for part in (*self.parts, *self.more) for step in part.steps)

    def after(self, unit: str) -> Step | None:
        """Return the step that follows a unit's, None after the last and for what is beside the path."""
        found = next((step for step in self.steps if step.id == unit), None)
        if found is None:
            return None
        rest = self.steps[self.steps.index(found) + 1 :]
        return next((step for step in rest if not found.choice or step.choice != found.choice), None)


def paths(handbook: Handbook) -> tuple[Path, ...]:
    """Return the path of each role that has something to do in a handbook."""
    chosen = next((piece for piece in handbook.pieces if piece.kind == "format"), None)
    made = (_path(handbook, role, chosen) for role in ROLES)
    return tuple(path for path in made if path.parts)


def _path(handbook: Handbook, role: str, chosen: Piece | None) -> Path:
    seen: set[str] = set()
    parts = tuple(part for part in _parts(handbook, role, chosen, seen) if part.steps)
    more = tuple(part for part in _families(handbook, role, seen, _everything) if part.steps)
    return Path(role, chosen, parts, more)


def _parts(handbook: Handbook, role: str, chosen: Piece | None, seen: set[str]) -> Iterator[Part]:
    """Yield a role's guides by family, then the stages of the format; without one its families."""
    if chosen is None:
        yield from _families(handbook, role, seen, _step_of_its_own)
        return
    yield from _families(handbook, role, seen, _guide)
    pieces = {piece.id: piece for piece in handbook.pieces}
    for stage in chosen.value.stages:
        steps = _stage(stage, pieces, role, seen)
        yield Part(stage.id, stage.title, tuple(steps))


def _stage(stage: Any, pieces: dict[str, Piece], role: str, seen: set[str]) -> Iterator[Step]:
    areas = [slot.id for slot in stage.units if pieces[slot.id].kind == "area"]
    for slot in stage.units:
        piece = pieces[slot.id]
        if concerns(piece, role):
            choice = stage.id if slot.id in areas and len(areas) > 1 else ""
            minutes = slot.minutes or piece.value.minutes
            yield Step(piece, minutes, _prepares(piece, role), slot.week, choice, slot.id in seen)
            seen.add(slot.id)


def _families(handbook: Handbook, role: str, seen: set[str], wanted: Any) -> Iterator[Part]:
    """Yield the families with those of their units that are wanted, for the role and not yet seen."""
    for family in handbook.families:
        found = [p for p in family.units if p.id not in seen and wanted(p, role)]
        seen.update(piece.id for piece in found)
        steps = (Step(p, getattr(p.value, "minutes", 0), _prepares(p, role), None, "", again=False) for p in found)
        yield Part(family.id, family.title, tuple(steps))


def _prepares(piece: Piece, role: str) -> int:
    """Return how many minutes a role prepares a session; 0 for every other unit."""
    if piece.kind != "session" or role not in ("mentor", "mentee"):
        return 0
    return sum(one.minutes for one in getattr(piece.value.preparation, role))


def concerns(piece: Piece, role: str) -> bool:
    """Tell whether a unit names the role as its audience, or is run by it."""
    if role == "facilitator" and piece.kind in TRAINING:
        return True
    return role in getattr(piece.value, "audience", ())


def _guide(piece: Piece, role: str) -> bool:
    return piece.kind == "guide" and concerns(piece, role)


def _step_of_its_own(piece: Piece, role: str) -> bool:
    return piece.kind not in _BESIDE and concerns(piece, role)


def _everything(piece: Piece, role: str) -> bool:
    """Tell whether a unit is for the role, or for everybody."""
    if piece.kind == "format":
        return role in ("organiser", "facilitator")
    return concerns(piece, role) or not getattr(piece.value, "audience", ())

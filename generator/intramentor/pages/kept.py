"""Answers that a worksheet keeps, shown where they are needed again."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from intramentor.compose import Handbook, Piece
from intramentor.model.training import TRAINING
from intramentor.model.walk import records
from intramentor.model.worksheet import Shown
from intramentor.pages.text import plain_text

PROGRAMME = "programme"


@dataclass(frozen=True, slots=True)
class Answer:
    """One answer to show: which copy's, and the field it was given to."""

    place: str
    field: Any


@dataclass(frozen=True, slots=True)
class Kept:
    """Knows the worksheets of a handbook and the order of its sessions."""

    handbook: Handbook
    readers: dict[str, list[Piece]]

    @classmethod
    def of(cls, handbook: Handbook) -> Kept:
        """Find out once which units show an answer of which worksheet."""
        readers: dict[str, list[Piece]] = {}
        for piece in handbook.pieces:
            shown = (record for _, record in records(piece.value) if isinstance(record, Shown))
            for sheet in dict.fromkeys(record.answer.partition(".")[0] for record in shown):
                readers.setdefault(sheet, []).append(piece)
        return cls(handbook, readers)

    def sessions(self) -> tuple[Piece, ...]:
        """Return the sessions in their order."""
        return self._of_kind("session")

    def courses(self) -> tuple[Piece, ...]:
        """Return the lessons and workshops, which use worksheets too."""
        return self._of_kind(*TRAINING)

    def worksheets(self) -> tuple[Piece, ...]:
        """Return the worksheets in their order."""
        return self._of_kind("worksheet")

    def order(self) -> list[list[str]]:
        """Return id and title of each session, for the script that looks for the last one before."""
        return [[piece.id, plain_text(piece.value.title)] for piece in self.sessions()]

    def groups(self, shows: tuple[Shown, ...]) -> list[tuple[Any, list[Answer]]]:
        """Return the answers to show under the worksheet that each was given on."""
        sheets = {piece.id: piece.value for piece in self.worksheets()}
        made: dict[str, list[Answer]] = {}
        for shown in shows:
            sheet, _, name = shown.answer.partition(".")
            fields = {field.id: field for field in sheets[sheet].fields} if sheet in sheets else {}
            if name in fields:
                copy = PROGRAMME if sheets[sheet].scope == PROGRAMME else shown.session
                made.setdefault(sheet, []).append(Answer(f"{copy}/{sheet}/{name}", fields[name]))
        return [(sheets[sheet], answers) for sheet, answers in made.items()]

    def users(self, sheet: str) -> list[Piece]:
        """Return the units that show an answer of a worksheet."""
        return self.readers.get(sheet, [])

    def _of_kind(self, *kinds: str) -> tuple[Piece, ...]:
        return tuple(piece for piece in self.handbook.pieces if piece.kind in kinds)

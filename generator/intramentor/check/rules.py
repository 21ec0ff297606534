"""What makes a unit usable: answers, logs, dates, blanks, texts cut by a comment."""

from __future__ import annotations

import datetime as dt
import re
from typing import Any

from intramentor.check.references import CITATION
from intramentor.layers import Stack
from intramentor.layers.stacked import place_of
from intramentor.load import Library, spot, trail
from intramentor.load.nodes import scalars
from intramentor.model import Session, Training, Worksheet
from intramentor.model.base import Text
from intramentor.model.walk import records, texts
from intramentor.model.worksheet import Shown
from intramentor.problems import Problems, Where

LOG_LINES = 5
BLANK = re.compile(r"\[\[[^\]]{0,200}\]\]")
_COMMENT = re.compile(r"[ \t]+#")
_NUMBER = re.compile(r"[ \t]+#[^\s#!]")  # beside one word a comment is a comment, `#1` is not


def check_units(
    library: Library, made: Stack, values: dict[str, Any], problems: Problems
) -> None:
    """Apply each rule to each unit."""
    for unit, value in values.items():
        _check_date(made, unit, value, problems)
        if isinstance(value, Training):
            _check_answers(made, value, problems)
        if isinstance(value, Session):
            _check_log(made, value, values, problems)
        if isinstance(value, Session | Worksheet):
            _check_shown(made, value, values, problems)
        _check_listed(library, unit, value, problems)
    _check_scalars(library, made, problems)


def _check_date(made: Stack, unit: str, value: Any, problems: Problems) -> None:
    date = getattr(value, "reviewed", None)
    try:
        if date is not None:
            dt.date.fromisoformat(date)
    except ValueError:
        problems.add("bad-date", place_of(made.units[unit], ("reviewed",)), value=str(date)[:40])


def _check_answers(made: Stack, value: Training, problems: Problems) -> None:
    for question in value.self_check:
        right = [option.correct for option in question.options]
        if all(right) or not any(right):
            place = place_of(made.units[value.id], ("self_check", question.id, "options"))
            problems.add("answers", place)


def _check_log(
    made: Stack, value: Session, values: dict[str, Any], problems: Problems
) -> None:
    log = values.get(value.log.worksheet)
    if isinstance(log, Worksheet) and len(log.fields) > LOG_LINES:
        place = place_of(made.units[value.id], ("log", "worksheet"))
        problems.add("log-lines", place, id=log.id, count=len(log.fields))


def _check_shown(
    made: Stack, value: Session | Worksheet, values: dict[str, Any], problems: Problems
) -> None:
    """Note an answer to show of which no copy, or no single copy, can be meant."""
    for path, shown in records(value):
        if not isinstance(shown, Shown):
            continue
        sheet = values.get(shown.answer.partition(".")[0])
        scope = sheet.scope if isinstance(sheet, Worksheet) else None
        place = place_of(made.units[value.id], (*path, "answer"))
        if scope == "programme" and shown.session != "this":
            problems.add("shown-previous", place, id=shown.answer)
        if scope == "session" and getattr(value, "scope", None) == "programme":
            problems.add("shown-session", place, id=shown.answer)


def _check_listed(library: Library, unit: str, value: Any, problems: Problems) -> None:
    """Note a citation that the unit's sources don't name, where the kind has sources."""
    listed = getattr(value, "sources", None)
    for path, text in texts(value) if listed is not None else ():
        for one in text if isinstance(text, tuple) else (text,):
            for found in CITATION.finditer(one):
                if found[1] in library.references and found[1] not in (listed or ()):
                    where = spot(one, found[0], found.start(), library.sources, trail(unit, path))
                    problems.add("citation-unlisted", where, id=found[1])


def _check_scalars(library: Library, made: Stack, problems: Problems) -> None:
    """Note blanks of a skeleton, and plain texts that a comment cuts."""
    for unit in made.units.values():
        for levels in unit.levels.values():
            for node in levels:
                for path, scalar in scalars(node) if node is not None else ():
                    if isinstance(scalar.value, Text):
                        _check_scalar(library, (unit.id, path), scalar.value, problems)


def _check_scalar(
    library: Library, way: tuple[str, tuple[str, ...]], text: Text, problems: Problems
) -> None:
    for found in BLANK.finditer(text):
        where = spot(text, found[0], found.start(), library.sources, trail(*way))
        problems.add("blank", where, found=found[0])
    origin = text.origin
    if origin is None or not origin.end:
        return
    source = library.sources.get(origin.file, "")
    after = source[origin.end : source.find("\n", origin.end)]
    cut = _COMMENT.match(after) if " " in text else _NUMBER.match(after)
    if cut and source[origin.start] not in "|>\"'":
        line = source.count("\n", 0, origin.end) + 1
        column = origin.end - source.rfind("\n", 0, origin.end)
        problems.add("yaml-comment", Where(origin.file, line, column, trail(*way)), kept=text[-40:])

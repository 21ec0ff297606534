"""What makes training teach: objectives that can be seen and are served, debriefs, sources."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from intramentor.check.passages import Finding, Sheet, masked
from intramentor.layers import Stack
from intramentor.layers.stacked import place_of
from intramentor.model import Area, Training
from intramentor.model.training import TRAINING
from intramentor.problems import Problems

_UNSEEN = {
    "en": re.compile(
        r"(?:to |you (?:will |can )?|be able to )?(know|understand|be(?:come)? (?:more )?(?:aware|familiar|conscious)"
        r"|appreciate|learn(?! to)|grasp|realise|realize|internalise|feel|believe|gain|develop an? (?:sense|understanding))\b",
        re.IGNORECASE,
    ),
    "pl": re.compile(
        r"(?:będziesz )?((?:z?rozumie\w*|wiedzieć|wiesz|wie|znać|znasz|zna|pozna(?:sz|ć|je|jesz|wać)|docenia?\w*|orientuje\w*|przyswo\w*"
        r"|uświad[oa]m\w*|(?:masz|mieć|ma) świadomość|(?:być|jesteś|jest|będziesz) (?:bardziej )?świadom\w*|dowie\w* się|czuje\w*)(?!\w))",
        re.IGNORECASE,
    ),
}
_DIGIT = re.compile(r"\d+(?:[.,–]\d+)*")


def unseen_objectives(sheet: Sheet) -> Iterator[Finding]:
    """Find objectives that begin with something that nobody can observe."""
    if sheet.kind not in TRAINING:
        return
    for passage in sheet.passages:
        if passage.path[0] == "objectives":
            found = _UNSEEN[sheet.language].match(passage.text)
            if found:
                yield Finding(passage, found.start(1), found[1].split()[0], "objective-verb", {"found": found[1]})


def unsourced_numbers(sheet: Sheet) -> Iterator[Finding]:
    """Find a number in a perspective's evidence that no citation backs."""
    if sheet.kind != "perspective":
        return
    for passage in sheet.passages:
        if passage.path[0] == "evidence" and "[@" not in passage.text:
            found = _DIGIT.search(masked(passage.text))
            if found:
                yield Finding(passage, found.start(), found[0], "number-unsourced", {"found": found[0]})


def check_training(made: Stack, values: dict[str, Any], problems: Problems) -> None:
    """Note objectives that nothing serves, and activities and tasks without a debrief."""
    for unit, value in values.items():
        if isinstance(value, Training):
            _check_served(made, unit, value, problems)
            _check_debriefs(made, unit, "activities", value.activities, problems)
        if isinstance(value, Area):
            _check_debriefs(made, unit, "tasks", value.tasks, problems)


def _check_served(made: Stack, unit: str, value: Training, problems: Problems) -> None:
    served = {one for activity in value.activities for one in activity.serves}
    served |= {one for question in value.self_check for one in question.serves}
    known = {objective.id for objective in value.objectives}
    for objective in value.objectives if served <= known else ():  # a misspelt id is noted as such
        if objective.id not in served:
            place = place_of(made.units[unit], ("objectives", objective.id, "id"))
            problems.add("objective-unserved", place, id=objective.id)


def _check_debriefs(
    made: Stack, unit: str, key: str, parts: tuple[Any, ...], problems: Problems
) -> None:
    for part in parts:
        if not part.debrief:
            place = place_of(made.units[unit], (key, part.id, "debrief"))
            problems.add("no-debrief", place, id=part.id)

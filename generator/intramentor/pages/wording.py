"""The pages' and the scripts' own words, in the language of the handbook."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import yaml

from intramentor.pages.text import capital

LONG = 120  # minutes from which hours are easier to read
_ROLE = re.compile(r"\{(\w+)\}")
_SHORT = re.compile(r"(?<![^\s(„])([aiouwz]) (?=\S)", re.IGNORECASE)  # no Polish line ends with these
_FOLDER = Path(__file__).with_name("wording")


@cache
def table(language: str, part: str = "") -> dict[str, str]:
    """Return all words of a language by key: the pages' own, or those of a `part`, one file for each area."""
    found: dict[str, str] = {}
    for path in sorted((_FOLDER / language / part).glob("*.yml")):
        found |= yaml.load(path.read_text(encoding="utf-8"), yaml.CSafeLoader) or {}
    return {key: _SHORT.sub("\\1\u00a0", text) for key, text in found.items()} if language == "pl" else found


def scripts(language: str, roles: dict[str, str]) -> dict[str, str]:
    """Return the words of the scripts with the roles' names put in; %n% and the like stay."""
    return {key: _ROLE.sub(lambda found: _named(found[1], roles), text) for key, text in table(language, "scripts").items()}


def _named(name: str, roles: dict[str, str]) -> str:
    plain = roles[name.lower()]
    return plain if name.islower() else capital(plain)


@dataclass(frozen=True, slots=True)
class Wording:
    """Words with the roles' names put in."""

    language: str
    roles: dict[str, str]

    def __call__(self, key: str, **values: object) -> str:
        """Return the word under a key; an unknown key is our own mistake."""
        minutes = values.get("n")
        if key == "minutes" and isinstance(minutes, int) and minutes >= LONG:
            key, values = ("hours", {"h": minutes // 60, "n": minutes % 60})
            key = key if minutes % 60 else "whole_hours"
        text = table(self.language)[key].format(**self.roles, **values)
        return capital(text) if table(self.language)[key][0] == "{" else text

"""The pages' own words, in the language of the handbook."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path

import yaml

LONG = 120  # minutes from which hours are easier to read
_FOLDER = Path(__file__).with_name("wording")


@cache
def table(language: str) -> dict[str, str]:
    """Return all words of a language by key."""
    text = (_FOLDER / f"{language}.yml").read_text(encoding="utf-8")
    found: dict[str, str] = yaml.load(text, yaml.CSafeLoader)
    return found


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
        return text[0].upper() + text[1:] if table(self.language)[key][0] == "{" else text

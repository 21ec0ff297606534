"""Every code, its severity, and what it says in English and Polish."""

from __future__ import annotations

from dataclasses import dataclass

from intramentor.problems import (
    texts_editions,
    texts_layers,
    texts_plans,
    texts_translation,
    texts_units,
    texts_wording,
    texts_yaml,
)


@dataclass(frozen=True, slots=True)
class Saying:
    """Message (what is wrong) and hint (what to write instead)."""

    message: str
    hint: str


@dataclass(frozen=True, slots=True)
class Entry:
    """A code, whether it stops a build, and its two sayings."""

    code: str
    severity: str
    en: Saying
    pl: Saying

    def say(self, lang: str) -> Saying:
        """Return the saying in `lang`, English when there is no such language."""
        return self.pl if lang == "pl" else self.en


def _entries() -> dict[str, Entry]:
    texts = (texts_yaml, texts_units, texts_plans, texts_wording, texts_layers, texts_editions, texts_translation)
    rows = (row for each in texts for row in each.ROWS)
    return {
        code: Entry(code, severity, Saying(*en), Saying(*pl)) for code, severity, en, pl in rows
    }


CATALOGUE: dict[str, Entry] = _entries()

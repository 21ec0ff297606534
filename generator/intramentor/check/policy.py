"""What an edition wants done about texts that are missing or outdated."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace

from intramentor.layers import Stack, status
from intramentor.layers.status import Entry
from intramentor.load import Library
from intramentor.load.nodes import where
from intramentor.model.edition import DEFAULT_EDITION
from intramentor.problems import Problems, Where

_STATES = {"missing": ("missing",), "stale": ("stale", "conflict")}
_LOST = "orphan"  # a change whose base is gone; `merge` warns of it, here it may be refused


def check_policy(library: Library, made: Stack, problems: Problems) -> None:
    """Note each unit with missing or outdated texts, as the edition's policies say."""
    edition = library.editions[made.edition]
    policies = {"missing": edition.missing, "stale": edition.stale}
    if set(policies.values()) == {"fallback"}:
        return
    entries = list(_entries(library, made))
    for what, policy in policies.items():
        if policy == "fallback":
            continue
        code = f"text-{what}" if policy == "warn" else f"text-{what}-refused"
        counts = Counter(
            (entry.path.split(".")[0], entry.language)
            for entry in entries if entry.state in _STATES[what]
        )
        for (unit, language), count in counts.items():
            if unit in made.units:
                place = where(unit, made.units[unit].node, ("id",))
                problems.add(code, place, count=count, language=language, id=unit)
    if edition.stale == "fail":
        for entry in (each for each in entries if (each.edition, each.state) == (made.edition, _LOST)):
            problems.add("orphan-refused", Where(entry.file, entry.line), id=entry.path)


def _entries(library: Library, made: Stack) -> Iterator[Entry]:
    """Yield the states of the edition's texts, and those of the pack's translations below."""
    own = status(library, made)
    yield from own
    if made.edition == DEFAULT_EDITION:
        return
    said = {(entry.language, entry.path) for entry in own}
    languages = library.editions[made.edition].languages
    for entry in status(library, replace(made, edition=DEFAULT_EDITION)):
        if entry.language in languages and (entry.language, entry.path) not in said:
            yield entry

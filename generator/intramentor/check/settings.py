"""What `edition.yml` names must be there, and be said in each language of the edition."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from intramentor.layers import Stack
from intramentor.load import Library
from intramentor.load.nodes import where
from intramentor.model import Edition
from intramentor.model.edition import DEFAULT_EDITION, Words
from intramentor.problems import Problems, Where, suggestion

Path = tuple[str, ...]


def check_settings(library: Library, made: Stack, problems: Problems) -> None:
    """Note units that don't exist, what is no format, and lines that a language lacks."""
    edition = library.editions[made.edition]
    if edition.id not in library.settings:
        return
    named = {"formats": edition.formats, "leave_out": edition.leave_out, "own_words_on": edition.own_words_on}
    kinds = _kinds(library, edition)
    for key, names in named.items():
        _check_units(library, edition, key, names, kinds, problems)
    lines: list[tuple[Path, Words | None]] = [(("legal",), edition.legal)]
    lines += [(("forms", form.id, "title"), form.title) for form in edition.forms]
    for path, words in lines:
        for language in edition.languages if words is not None else ():
            if words is not None and not words.say(language):
                about = f"The edition has the language `{language}`."
                problems.add("missing-key", _place(library, edition, path), key=language, about=about)


def _kinds(library: Library, edition: Edition) -> dict[str, str]:
    """Return the kind of each unit of the pack and of the edition, left out or not."""
    return {
        document.id: document.kind
        for layer in library.layers if layer.edition in (DEFAULT_EDITION, edition.id)
        for document in layer.documents.values() if document.kind is not None
    }


def _check_units(
    library: Library, edition: Edition, key: str, names: Iterable[str],
    kinds: dict[str, str], problems: Problems,
) -> None:
    what = "format" if key == "formats" else "unit"
    known = [name for name, kind in kinds.items() if what == "unit" or kind == "format"]
    for index, name in enumerate(names):
        place = _place(library, edition, (key, str(index)))
        if name not in kinds and name not in library.broken:
            guess = suggestion(name, known)
            problems.add("unknown-reference", place, what=what, id=name, guess=guess)
        elif name in kinds and (kinds[name] == "contents" or what not in ("unit", kinds[name])):
            problems.add("wrong-reference", place, id=name, kind=kinds[name], what=what)


def _place(library: Library, edition: Edition, path: Path) -> Where:
    found = where(edition.id, library.settings[edition.id], path)
    return replace(found, trail=found.trail.partition(" › ")[2])

"""Which words of the pack an edition has put its own in place of."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, fields

from intramentor.model.terms import DEFAULT_FORM, Forms, Name, Style, Terms

_PARTICIPLE = re.compile(r"\w+ąc(?:y|ego|emu|ym|ych|ymi|a|ej|ą|e)")


@dataclass(frozen=True, slots=True)
class Swap:
    """A name that the edition changed: its id, the edition's word, the pack's in every form."""

    name: str
    own: str
    words: tuple[str, ...]


def swaps(pack: Terms, own: Terms, style: str, language: str) -> tuple[Swap, ...]:
    """Return the names whose forms in the edition's style are not the pack's.

    A form of the pack that the edition uses too, for whatever name, is nobody's mistake. A
    participle alone is no name either: „prowadzący zajęcia” are whoever leads them.
    """
    mine = {name.id: name for name in own.terms}
    kept = {form.casefold() for name in own.terms for form in _forms(_style(name, style))}
    found = []
    for name in pack.terms:
        now = _style(mine[name.id], style) if name.id in mine else None
        if now is None or set(_forms(now)) == set(_forms(_style(name, style))):
            continue
        words = {form for one in fields(name.styles) for form in _forms(getattr(name.styles, one.name))}
        gone = sorted(word for word in words if word.casefold() not in kept and not _PARTICIPLE.fullmatch(word))
        if gone:
            plain = now.singular.name or getattr(now.singular, DEFAULT_FORM[language])
            found.append(Swap(name.id, str(plain or ""), tuple(gone)))
    return tuple(found)


def _style(name: Name, style: str) -> Style | None:
    found: Style | None = getattr(name.styles, style)
    return found or name.styles.any


def _forms(style: Style | None) -> Iterator[str]:
    for forms in (style.singular, style.plural) if style is not None else ():
        yield from (str(v) for f in fields(Forms) if forms and (v := getattr(forms, f.name)))

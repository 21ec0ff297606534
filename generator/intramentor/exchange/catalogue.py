"""Gettext's PO as values. Only this module knows Babel."""

from __future__ import annotations

import io
import re
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo
from babel.messages.pofile import PoFileError, read_po, write_po

from intramentor.problems import Problems, Where

# The dates of making would differ in each export of the same texts; an address is not known.
_BLANK = re.compile(r'^"(POT-Creation-Date|PO-Revision-Date|Report-Msgid-Bugs-To): .*\\n"\n', re.MULTILINE)
# Babel guesses these from percent signs and braces; here they mean nothing.
_GUESSED = {"python-format", "python-brace-format"}


@dataclass(frozen=True, slots=True)
class Message:
    """One text of a PO file: id path, source, translation; with its line when it was read."""

    context: str
    source: str
    text: str
    fuzzy: bool = False
    previous: str = ""
    comments: tuple[str, ...] = ()
    place: tuple[str, int] | None = None
    line: int = 0


@dataclass(frozen=True, slots=True)
class Exchange:
    """What one PO file holds: the edition and the language, and their messages."""

    edition: str
    language: str
    messages: tuple[Message, ...]


def written(exchange: Exchange, comment: str, version: str) -> str:
    """Return a PO file; equal texts give equal bytes."""
    catalogue = Catalog(
        locale=exchange.language, header_comment=comment, project=exchange.edition, version=version,
        fuzzy=False,
    )
    for each in exchange.messages:
        made = catalogue.add(
            each.source, each.text, context=each.context, auto_comments=each.comments,
            flags=["fuzzy"] if each.fuzzy else [], previous_id=each.previous,
            locations=[each.place] if each.place else [],
        )
        made.flags -= _GUESSED
    raw = io.BytesIO()
    write_po(raw, catalogue, width=0, include_previous=True)
    return _BLANK.sub("", raw.getvalue().decode())


def read(path: Path, shown: str, known: Iterable[str], problems: Problems) -> Exchange | None:
    """Return what a PO file holds, or None with the problem noted at `shown`.

    Its header must name one of the `known` editions and a language. Raises OSError.
    """
    try:
        catalogue = read_po(io.BytesIO(path.read_bytes()), ignore_obsolete=True, abort_invalid=True)
    except PoFileError as error:
        problems.add("po-unreadable", Where(shown, error.lineno + 1))
        return None
    except (ValueError, LookupError):  # not in its encoding, or a header that makes no sense
        problems.add("po-unreadable", Where(shown))
        return None
    if catalogue.project not in known or catalogue.locale is None:
        problems.add("po-header", Where(shown), known=", ".join(known))
        return None
    found = (
        Message(
            str(each.context or ""), str(each.id), str(each.string).replace("\r\n", "\n"),
            fuzzy=each.fuzzy, line=each.lineno or 1,
        )
        for each in catalogue if each.id
    )
    return Exchange(str(catalogue.project), catalogue.locale.language, tuple(found))


def compiled(path: Path) -> bytes:
    """Return a catalogue of Polish texts as gettext reads it."""
    made = io.BytesIO()
    with path.open("rb") as source:
        write_mo(made, read_po(source, locale="pl"))
    return made.getvalue()

"""A changed base beside the company's text: three texts to choose from, for terminal and ticket."""

from __future__ import annotations

import re
import textwrap
from collections.abc import Iterator
from difflib import SequenceMatcher
from gettext import gettext as _
from itertools import zip_longest
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from intramentor.layers import Entry
    from intramentor.load.locks import Base

WIDE = 100  # columns of a terminal from which three texts fit side by side
_LONG, _AROUND = 24, 2  # lines of a base that are shown whole, else those around its changes
_GAP = " │ "
_MARKS = re.compile(r"([\\`*_{}\[\]()<>|$~#!-])")


def three(entry: Entry, width: int) -> Iterator[str]:
    """Yield the lines that show a conflict in a terminal of `width` columns, and how to settle it."""
    columns = _columns(entry)
    if width >= WIDE:
        room = (width - 2 - 2 * len(_GAP)) // 3
        cells = [[label, "─" * room, *_wrapped(lines, room)] for label, lines in columns]
        for row in zip_longest(*cells, fillvalue=""):
            yield "  " + _GAP.join(f"{cell:{room}}" for cell in row).rstrip()
    else:
        for label, lines in columns:
            yield f"  {label}:"
            yield from (f"    {line}".rstrip() for line in _wrapped(lines, max(20, width - 4)))
    yield from (f"  → {way} {what}" for way, what in _ways(entry))


def table(entry: Entry) -> Iterator[str]:
    """Yield the same as Markdown: a table that shows the texts as they are written."""
    columns = _columns(entry)
    yield "| " + " | ".join(label for label, _lines in columns) + " |"
    yield "|" + " --- |" * len(columns)
    yield "| " + " | ".join("<br>".join(map(literal, lines)) for _label, lines in columns) + " |"
    yield ""
    yield from (f"- {way} `{what}`" for way, what in _ways(entry))


def literal(text: str) -> str:
    """Return a text so that Markdown shows it letter by letter: no mark-up, no mention of anybody."""
    return _MARKS.sub(r"\\\1", text.replace("&", "&amp;")).replace("@", "&#64;")


def _ways(entry: Entry) -> tuple[tuple[str, str], ...]:
    """Return how the conflict can be settled: what one wants, and the command or the place for it."""
    command = f"intramentor accept {entry.path} --edition {entry.edition} --language {entry.language}"
    return (
        (_("Keep your text:"), command),
        (_("Take that of the pack, remove yours:"), f"{entry.file}:{entry.line}"),
    )


def _columns(entry: Entry) -> tuple[tuple[str, list[str]], ...]:
    then, now = _base(entry.then), _base(entry.now)
    if max(len(then), len(now)) > _LONG:
        then, now = _around_changes(then, now)
    return (
        (_("When accepted"), then), (_("Now"), now),
        (_("Yours"), [_("(left out)")] if entry.path.endswith(".remove") else said(entry.own)),
    )


def _base(base: Base | None) -> list[str]:
    if base is None or not base.kept:
        return [_("(not kept: an earlier version of intramentor noted its hash alone)")]
    return [_("(nothing)")] if base.value is None else said(base.value)


def said(value: Any) -> list[str]:
    """Return a value as lines for a reader: a text as it is, lists and maps indented."""
    if isinstance(value, dict):
        return [line for key, inner in value.items() for line in _under(f"{key}:", said(inner), inner)]
    if isinstance(value, list):
        return [line for item in value for line in _item(said(item))]
    if isinstance(value, bool):
        return ["true" if value else "false"]
    return str(value).splitlines() or [""]


def _under(key: str, lines: list[str], inner: Any) -> list[str]:
    if len(lines) == 1 and not isinstance(inner, (dict, list)):
        return [f"{key} {lines[0]}"]
    return [key, *(f"  {line}" for line in lines)]


def _item(lines: list[str]) -> list[str]:
    first, *rest = lines or [""]
    return [f"- {first}", *(f"  {line}" for line in rest)]


def _around_changes(then: list[str], now: list[str]) -> tuple[list[str], list[str]]:
    """Return the lines of two long bases that differ, with a few around them."""
    before: list[str] = []
    after: list[str] = []
    for group in SequenceMatcher(None, then, now, autojunk=False).get_grouped_opcodes(_AROUND):
        (_tag, start, _end, first, _last), (_tag2, _start, end, _first, last) = group[0], group[-1]
        before += ["…", *then[start:end], "…"]
        after += ["…", *now[first:last], "…"]
    return before, after


def _wrapped(lines: list[str], room: int) -> list[str]:
    made: list[str] = []
    for line in lines:
        indent = " " * (len(line) - len(line.lstrip(" -")))  # under the text of a list's item
        made += textwrap.wrap(
            line, room, subsequent_indent=indent[: room // 2], break_on_hyphens=False
        ) or [""]
    return made

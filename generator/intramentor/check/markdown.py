"""Trainers' text: paragraphs, lists, tables, emphasis, links, admonitions, details, `{#id}`.

Anything else is a problem at its place. The rules look at lines and at tokens, with no
regard to context: `<` before a letter is refused wherever it stands, so no parser that
comes later can see HTML where this one saw none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from intramentor.layers import Stack
from intramentor.load import Library, spot, trail
from intramentor.load.nodes import scalars
from intramentor.model.base import Text
from intramentor.model.kinds import PROSE
from intramentor.problems import Problems

Finding = tuple[int, str, str, dict[str, Any]]

_HTML = re.compile(r"<(?=[A-Za-z/!?])[^\n>]{0,60}>?|&#|&(?=[A-Za-z]{2,12};)")
_IMAGE = re.compile(r"!\[")
_ATTRIBUTE = re.compile(r"(?<!\$)\{[^\n}]*\}?")
_STABLE_ID = re.compile(r"\{#[a-z0-9]+(-[a-z0-9]+)*\}")
_INLINE_LINK = re.compile(r"\]\(\s*<?([^)\s>]*)")
_REFERENCE_LINK = re.compile(r"\]\s?\[[^\]@]|^ {0,3}\[[^\]]+\]:", re.MULTILINE)
_ALLOWED_LINK = re.compile(r"(id:[a-z0-9.-]+|https?://[^\s\"'<>\\^`{|}]+|mailto:[^\s\"'<>\\]+@[^\s\"'<>\\]+)")
_HEADING = re.compile(r"^ {0,3}(#{1,6})\s.*$|^ {0,3}(#{1,6})[^\s#].*$", re.MULTILINE)
_NAME = re.compile(r"\$\{[^{}\n]*\}")
_BLOCKS = (
    (re.compile(r"^\s*(```|~~~)", re.MULTILINE), "code"),
    (re.compile(r"`"), "code"),
    (re.compile(r"^ {0,3}>", re.MULTILINE), "quote"),
    (re.compile(r"^ {0,3}([-*_])( *\1){2,} *$", re.MULTILINE), "rule"),
    (re.compile(r"^ {0,3}=+ *$", re.MULTILINE), "underlined heading"),
    (re.compile(r"\[TOC\]"), "[TOC]"),
    (re.compile(r"^\s*-+8<-+", re.MULTILINE), "snippet"),
    (re.compile(r"^(!!!|\?\?\?\+?) (?!(note|tip|warning|example)( \"[^\"\n]*\")?\s*$).*$", re.MULTILINE), "admonition of another form"),
    (re.compile(r"^\*\[[^\]]+\]:", re.MULTILINE), "abbreviation"),
    (re.compile(r"\[\^"), "footnote"),
)


def check_markdown(library: Library, made: Stack, problems: Problems) -> None:
    """Note what may not stand in any text of the edition's layers."""
    for unit in made.units.values():
        for levels in unit.levels.values():
            for node in levels:
                for path, scalar in scalars(node) if node is not None else ():
                    if isinstance(scalar.value, Text):
                        prose = unit.kind in PROSE and path == ("body",)
                        _check(library, trail(unit.id, path), scalar.value, prose, problems)


def _check(library: Library, way: str, text: Text, prose: bool, problems: Problems) -> None:
    for at, token, code, facts in (*_tokens(text), *_links(text), *_headings(text, prose)):
        where = spot(text, token, at, library.sources, way)
        problems.add(code, where, **facts)


def _tokens(text: str) -> Iterator[Finding]:
    for found in _HTML.finditer(text):
        yield found.start(), found[0], "markdown-html", {"found": found[0][:60]}
    for found in _IMAGE.finditer(text):
        yield found.start(), found[0], "markdown-image", {}
    masked = _NAME.sub(lambda m: "x" * len(m[0]), text)
    for found in _ATTRIBUTE.finditer(masked):
        if not _STABLE_ID.fullmatch(found[0]):
            yield found.start(), found[0], "markdown-attribute", {"found": found[0][:60]}
    for pattern, what in _BLOCKS:
        for found in pattern.finditer(text):
            yield found.start(), found[0].strip("\n"), "markdown-block", {"what": what}


def _links(text: str) -> Iterator[Finding]:
    for found in _INLINE_LINK.finditer(text):
        if not _ALLOWED_LINK.fullmatch(found[1]):
            yield found.start(), found[0], "bad-link", {"target": found[1][:80]}
    for found in _REFERENCE_LINK.finditer(text):
        yield found.start(), found[0], "bad-link", {"target": found[0][:80].strip()}


def _headings(text: str, prose: bool) -> Iterator[Finding]:
    for found in _HEADING.finditer(text):
        hashes = found[1] or found[2]
        if not prose or len(hashes) < 2 or found[1] is None:
            yield found.start(), found[0], "markdown-block", {"what": "heading"}
        elif not _STABLE_ID.search(found[0]):
            yield found.start(), found[0], "heading-id", {}

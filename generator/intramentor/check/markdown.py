"""Trainers' text: paragraphs, lists, tables, emphasis, links, admonitions, details, `{#id}`.

Anything else is a problem at its place. The rules look at lines and at tokens, with no
regard to context: `<` before a letter is refused wherever it stands, so no parser that
comes later can see HTML where this one saw none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice
from typing import Any

from intramentor.check.passages import VERBATIM
from intramentor.layers import Stack
from intramentor.load import Library, Mapping, spot, trail
from intramentor.load.nodes import scalars
from intramentor.model.base import Text
from intramentor.model.kinds import PROSE
from intramentor.problems import Problems, Where

Finding = tuple[int, str, str, dict[str, Any]]

_NOT_PLAIN = re.compile(r"[^\w’' -]")
LIMIT = 50  # findings in one text: more than anybody reads
# `<` that a parser could take for HTML, also after a name is put in or `plain` takes marks out.
_HTML = re.compile(
    r"<(?=[A-Za-z/!?*_\[\]\\$]|\s+\[|[^<>\s]*@)[^\n>]{0,60}>?|&#|&(?=[0-9A-Za-z]{2,32};)"
)
_IMAGE = re.compile(r"!\[")
_ATTRIBUTE = re.compile(r"(?<!\$)\{[^\n}]*\}?")
_STABLE_ID = re.compile(r"\{#[a-z0-9]+(-[a-z0-9]+)*\}")
_LINK = re.compile(r"\]\((?:((?:[^()\s]|\([^()\s]{0,500}\)){0,2000})\))?")
_REFERENCE_LINK = re.compile(r"\]\s?\[[^\]@]")
_DEFINITION = re.compile(r"\[@[^\]\s]{1,200}\]|(\]:)")
_CITATION = re.compile(r"\[@(?:([^\]\s,;]{1,200})\])?")
_ALLOWED_LINK = re.compile(r"(id:[a-z0-9.-]{1,200}|https?://[^\s\"'<>\\^`{|}]+|mailto:[^\s\"'<>\\]+@[^\s\"'<>\\]+)")
# One line that begins with a letter or a quote and has no sign that any rule looks for:
# most texts are like that, and passed over for speed.
_PLAIN = re.compile(r"(?:[^\W\d_]|[“„])[\w \u00a0’',.;:!?“”„»«()–…/%+-]*")
_NAME = re.compile(r"\$\{[^{}\n]*\}")
# A block can begin inside an item of a list, at any depth.
_LEAD = r"^[ \t]*(?:(?:[-*+]|\d{1,9}[.)])[ \t]+){0,8}"
_HEADING = re.compile(_LEAD + r"#.*$", re.MULTILINE)
_OWN_HEADING = re.compile(r"#{2,6}[ \t]")
_HEADING_ID = re.compile(r" (\{#[a-z0-9]+(?:-[a-z0-9]+)*\})[ \t]*$")
_BLOCKS = tuple(
    (re.compile(pattern, re.MULTILINE), what)
    for pattern, what in (
        (_LEAD + r"(```|~~~)", "code"),
        (r"`", "code"),
        (_LEAD + r">", "quote"),
        (_LEAD + r"([-*_])([ \t]*\1){2,}[ \t]*$", "rule"),
        (_LEAD + r"(=+|--?)[ \t]*$", "underlined heading"),
        (r"\[TOC\]", "[TOC]"),
        (_LEAD + r"-+8<-+", "snippet"),
        (
            r"^(?![ ]*(?:!!!|\?\?\?\+?) (?:note|tip|warning|example)(?: \"[^\"\n]*\")? *$)"
            + _LEAD[1:] + r"(!!!|\?\?\?).*$",
            "admonition of another form",
        ),
        (r"\[\^", "footnote"),
        (r"^[ \t]*\|[ \t]*\|[^\n]*\n[ \t]*\|[ \t]*:?-{2,}", "column without a heading"),
    )
)
_OPENS = re.compile(r"[ ]{0,3}(?:[-*+]|\d+\.)[ ]|!!!|\?\?\?")


def check_markdown(library: Library, made: Stack, problems: Problems) -> None:
    """Note what may not stand in any text of the edition's layers."""
    for unit in made.units.values():
        for levels in unit.levels.values():
            for node in levels:
                for path, scalar in scalars(node) if node is not None else ():
                    if isinstance(scalar.value, Text) and VERBATIM not in path:
                        prose = unit.kind in PROSE and path == ("body",)
                        _check(library, (unit.id, path), scalar.value, prose, problems)
    for layer in library.layers:
        if layer.terms is not None:
            _check_particles(layer.terms, problems)


def _check_particles(terms: Mapping, problems: Problems) -> None:
    """Note a word before a name that is not plain: it stands in texts as it is."""
    for path, scalar in scalars(terms):
        found = _NOT_PLAIN.search(str(scalar.value)) if "particles" in path else None
        if found:
            at = scalar.origin
            way = trail("terms", path)
            problems.add("term-not-plain", Where(at.file, at.line, at.column, way), found=found[0])


def _check(
    library: Library,
    way: tuple[str, tuple[str, ...]],
    text: Text,
    prose: bool,
    problems: Problems,
) -> None:
    for at, token, code, facts in islice(findings(text, prose=prose), LIMIT):
        where = spot(text, token, at, library.sources, trail(*way))
        problems.add(code, where, **facts)


def findings(text: str, *, prose: bool) -> Iterator[Finding]:
    """Yield what may not stand in a text: (offset, token, code, facts).

    `prose` is the body of a page: it may have headings.
    """
    if _PLAIN.fullmatch(text):
        return
    yield from _tokens(text)
    yield from _blocks(text)
    yield from _links(text)
    yield from _headings(text, prose)


def _tokens(text: str) -> Iterator[Finding]:
    for found in _HTML.finditer(text):
        yield found.start(), found[0], "markdown-html", {"found": found[0][:60]}
    for found in _IMAGE.finditer(text):
        yield found.start(), found[0], "markdown-image", {}
    masked = _NAME.sub(lambda m: "x" * len(m[0]), text)
    for found in _ATTRIBUTE.finditer(masked):
        if not _STABLE_ID.fullmatch(found[0]):
            yield found.start(), found[0], "markdown-attribute", {"found": found[0][:60]}


def _blocks(text: str) -> Iterator[Finding]:
    for pattern, what in _BLOCKS:
        for found in pattern.finditer(text):
            yield found.start(), found[0].strip("\n"), "markdown-block", {"what": what}
    inside, before, at = False, "", 0
    for line in text.split("\n"):
        deep = line.startswith(("    ", "\t"))
        if deep and not before.strip() and not inside and line.strip():
            yield at, line, "markdown-block", {"what": "code"}
        if line.strip() and not deep:
            inside = bool(_OPENS.match(line)) or (inside and bool(before.strip()))
        before, at = line, at + len(line) + 1


def _links(text: str) -> Iterator[Finding]:
    for found in _LINK.finditer(text):
        if found[1] is None or not _ALLOWED_LINK.fullmatch(found[1]):
            target = text[found.start() + 2 :][:80].split(")", maxsplit=1)[0] if found[1] is None else found[1][:80]
            yield found.start(), found[0], "bad-link", {"target": target}
    for found in _REFERENCE_LINK.finditer(text):
        yield found.start(), found[0], "bad-link", {"target": found[0].strip()}
    for found in _DEFINITION.finditer(text):
        if found[1]:
            yield found.start(), found[0], "bad-link", {"target": found[0]}
    for found in _CITATION.finditer(text):
        if found[1] is None:
            shown = text[found.start() :][:60].split("]", maxsplit=1)[0]
            yield found.start(), found[0], "bad-citation", {"found": shown}


def _headings(text: str, prose: bool) -> Iterator[Finding]:
    taken: set[str] = set()
    for found in _HEADING.finditer(text):
        named = _HEADING_ID.search(found[0])
        if not prose or not _OWN_HEADING.match(found[0]):
            yield found.start(), found[0], "markdown-block", {"what": "heading"}
        elif named is None:
            yield found.start(), found[0], "heading-id", {}
        elif named[1] in taken:
            yield found.start() + named.start(1), named[1], "duplicate-id", {"id": named[1], "first": "##"}
        taken.add(named[1] if named else "")

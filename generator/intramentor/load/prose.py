"""A Markdown page with a YAML head becomes the same node that a YAML unit would be."""

from __future__ import annotations

import re

from intramentor.load.files import check_indent
from intramentor.load.marks import parse
from intramentor.load.nodes import Mapping, Node, Scalar
from intramentor.model.base import Origin, Text
from intramentor.problems import Problems, Where

HEAD = re.compile(r"---[ \t]*\n(.*?)^---[ \t]*(?:\n|\Z)", re.DOTALL | re.MULTILINE)


def parse_page(text: str, file: str, lang: str, problems: Problems) -> Node | None:
    """Return a page's head with its text under `body`; notes `no-head`."""
    head = HEAD.match(text)
    if head is None:
        problems.add("no-head", Where(file))
        return None
    if not check_indent(head[1], file, problems, first_line=2):
        return None
    node = parse(head[1], file, lang, problems, (head.start(1), 1))
    if not isinstance(node, Mapping):
        return node
    return _with_body(node, text, head.end(), (file, lang), problems)


def _with_body(
    node: Mapping, text: str, start: int, where: tuple[str, str], problems: Problems
) -> Mapping:
    file, lang = where
    value = text[start:].strip("\n")
    if (written := node.keys.get("body")) is not None:
        problems.add("body-in-head", Where(file, written.line, written.column))
    if not value or written is not None:
        return node
    start = text.index(value, start)
    origin = Origin(file, text.count("\n", 0, start) + 1, 1, start, start + len(value))
    body = Scalar(Text(value, lang, origin), origin)
    return Mapping({**node.entries, "body": body}, {**node.keys, "body": origin}, node.origin)

"""YAML to marked nodes, over PyYAML's events.

Stock PyYAML reads `12:30` as 750 and `no` as false, takes the last of two equal keys in
silence and overflows the stack at 100,000 open brackets. Here only true, false, plain
integers and decimals are typed; depth is bounded; anchors, aliases and tags are refused;
every key and value keeps its place. Nothing is recursive.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import yaml

from intramentor.load.files import control
from intramentor.load.nodes import Mapping, Node, Scalar, Sequence
from intramentor.load.reasons import reason
from intramentor.model.base import Origin, Text
from intramentor.model.derive import every_key
from intramentor.problems import Problems, Where

DEPTH_LIMIT = 40
DIGITS_LIMIT = 15
REPEATED_LIMIT = 50
_Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_INTEGER = re.compile(r"-?(0|[1-9][0-9]*)")
_DECIMAL = re.compile(r"-?(0|[1-9][0-9]*)\.[0-9]+")
_NAME_IN_FLOW = re.compile(r"(?:^|[:-] )\s*[{\[].*\$\{")
_FIRST = re.compile(r"(?:^|[:-] )\s*(\[[^\]]*\](?=\()|[@`%]|\"[^\"]*\"(?=\s*[^\s#:])|'[^']*'(?=\s*[^\s#:]))")
# A double-quoted text, closed, with more text after it.
_QUOTED = re.compile(r"\s*(?:- )?(?:[a-z_]+:\s+)?(\"(?:[^\"\\]|\\.)*\")(?=\s*[^\s#:,}\]])")
_OPENED = re.compile(r"\s*(?:- )?(?:[a-z_]+:\s+)?(\")[^\"]*$")
_CONTENT = re.compile(r"\s*[^\s#]")
_NO_SPACE = re.compile(r"\s*(?:- )?([a-z_]+:)[^\s:/]\S*\s*$")
_NO_COLON = re.compile(r"\s*(?:- )?([a-z_]+)(?:\s|$)")


@dataclass(slots=True)
class _Open:
    """A mapping or sequence that is still being read."""

    origin: Origin
    flow: bool
    is_map: bool
    entries: dict[str, Node] = field(default_factory=dict)
    keys: dict[str, Origin] = field(default_factory=dict)
    items: list[Node] = field(default_factory=list)
    key: Scalar | None = None

    def close(self) -> Node:
        if self.is_map:
            return Mapping(self.entries, self.keys, self.origin)
        return Sequence(tuple(self.items), self.origin)


class _RefusedError(Exception):
    """Reading stops here; the problem is noted."""


def parse(
    text: str, file: str, lang: str, problems: Problems, offset: tuple[int, int] = (0, 0)
) -> Node | None:
    """Return the node that a YAML text holds, or None with the problems noted.

    `offset` is (characters, lines) before the text, where it is the head of a page.
    """
    reader = _Reader(text, file, lang, problems, offset)
    try:
        return reader.read()
    except _RefusedError:
        return None
    except yaml.YAMLError as error:
        reader.note_syntax(error)
        return None
    except UnicodeEncodeError as error:  # half of a pair: no file holds one, a caller's text may
        problems.add("character", Where(file), what=f"U+{ord(text[error.start]):04X}")
        return None


class _Reader:
    """Builds nodes from events with a stack of its own."""

    def __init__(
        self, text: str, file: str, lang: str, problems: Problems, offset: tuple[int, int]
    ) -> None:
        self.text, self.file, self.lang, self.problems = text, file, lang, problems
        self.before, self.lines_before = offset
        self.stack: list[_Open] = []
        self.root: Node | None = None
        self.repeated = 0

    def read(self) -> Node | None:
        for event in self._events():
            if isinstance(event, yaml.ScalarEvent):
                self._put(self._scalar(event))
            elif isinstance(event, (yaml.MappingStartEvent, yaml.SequenceStartEvent)):
                self._open(event)
            elif isinstance(event, (yaml.MappingEndEvent, yaml.SequenceEndEvent)):
                self._put(self._closed())
            elif isinstance(event, yaml.AliasEvent):
                self._refuse("yaml-anchor", event.start_mark)
            elif isinstance(event, yaml.DocumentStartEvent) and self.root is not None:
                self._refuse("yaml-documents", event.start_mark)
        return self.root

    def _events(self) -> Iterator[Any]:
        yield from yaml.parse(self.text, Loader=_Loader)

    def _origin(self, mark: Any, end: Any) -> Origin:
        return Origin(
            self.file,
            mark.line + 1 + self.lines_before,
            mark.column + 1,
            mark.index + self.before,
            end.index + self.before,
        )

    def _where(self, mark: Any) -> Where:
        return Where(self.file, mark.line + 1 + self.lines_before, mark.column + 1)

    def _refuse(self, code: str, mark: Any, **facts: object) -> None:
        self.problems.add(code, self._where(mark), **facts)
        raise _RefusedError

    def _check(self, event: Any) -> None:
        if event.anchor is not None:
            self._refuse("yaml-anchor", event.start_mark)
        if event.tag is not None:
            self._refuse("yaml-tag", event.start_mark)

    def _open(self, event: Any) -> None:
        self._check(event)
        if len(self.stack) >= DEPTH_LIMIT:
            self._refuse("yaml-depth", event.start_mark, limit=DEPTH_LIMIT)
        is_map = isinstance(event, yaml.MappingStartEvent)
        origin = self._origin(event.start_mark, event.end_mark)
        self.stack.append(_Open(origin, bool(event.flow_style), is_map))

    def _closed(self) -> Node:
        """Return the node just read; texts in […] are cut at each comma, so they are refused."""
        top = self.stack.pop()
        cut = [n for n in top.items if isinstance(n, Scalar) and self._is_cut(n)]
        if top.flow and cut and len(top.items) > 1:
            place = Where(self.file, cut[0].origin.line, cut[0].origin.column)
            self.problems.add("yaml-flow-text", place, count=len(top.items))
        return top.close()

    def _is_cut(self, node: Scalar) -> bool:
        first = self.text[node.origin.start - self.before : node.origin.end - self.before][:1]
        return isinstance(node.value, str) and " " in node.value and first not in ('"', "'")

    def _put(self, node: Node) -> None:
        if not self.stack:
            self.root = node
            return
        top = self.stack[-1]
        if not top.is_map:
            top.items.append(node)
        elif top.key is None:
            top.key = self._key(node)
        else:
            self._entry(top, top.key, node)
            top.key = None

    def _key(self, node: Node) -> Scalar:
        if isinstance(node, Scalar) and node.value is not None:
            return node
        code = "yaml-flow-name" if self._in_name(node.origin) else "yaml-syntax"
        place = Where(self.file, node.origin.line, node.origin.column)
        self.problems.add(code, place, reason="a key must be a plain word")
        raise _RefusedError

    def _in_name(self, origin: Origin) -> bool:
        start = origin.start - self.before
        return self.text[max(0, start - 1) : start] == "$"

    def _entry(self, top: _Open, key: Scalar, node: Node) -> None:
        name = str(key.value)
        place = Where(self.file, key.origin.line, key.origin.column)
        empty = isinstance(node, Scalar) and node.value is None
        if top.flow and empty and node.origin.start == node.origin.end and name != "$":
            self.problems.add("yaml-flow-comma", place, lost=name)
            return
        if name in top.entries:
            self.problems.add("duplicate-key", place, key=name, first=top.keys[name].line)
            self.repeated += 1
            if self.repeated == REPEATED_LIMIT:
                raise _RefusedError
            return
        top.entries[name] = node
        top.keys[name] = key.origin

    def _scalar(self, event: Any) -> Scalar:
        self._check(event)
        origin = self._origin(event.start_mark, event.end_mark)
        if what := control(event.value):
            self.problems.add("character", self._where(event.start_mark), what=what)
        if event.style not in (None, ""):
            return Scalar(Text(event.value, self.lang, origin), origin)
        return Scalar(self._typed(event.value, event.start_mark, origin), origin)

    def _typed(self, value: str, mark: Any, origin: Origin) -> Text | int | float | bool | None:
        if value in ("", "~", "null"):
            return None
        if value in ("true", "false"):
            return value == "true"
        number = _INTEGER.fullmatch(value) or _DECIMAL.fullmatch(value)
        if number and len(value) > DIGITS_LIMIT:
            self._refuse("yaml-number", mark, digits=len(value))
        if number:
            return float(value) if "." in value else int(value)
        return Text(value, self.lang, origin)

    def note_syntax(self, error: yaml.YAMLError) -> None:
        """Say what a YAML error most probably means."""
        mark = getattr(error, "problem_mark", None)
        said = str(getattr(error, "problem", None) or getattr(error, "reason", None))
        context = str(getattr(error, "context", None) or "")
        if mark is None:
            self.problems.add("yaml-syntax", self._position(error), reason=reason(said))
            return
        lines = self.text.split("\n")
        line = lines[mark.line] if mark.line < len(lines) else ""
        place = self._where(mark)
        if (quote := _closed_early(line)) is not None:
            self.problems.add("yaml-quote", Where(self.file, place.line, quote + 1))
        elif _NAME_IN_FLOW.search(line):
            self.problems.add("yaml-flow-name", place)
        elif first := _FIRST.search(line):
            place = Where(self.file, place.line, first.start(1) + 1)
            self.problems.add("yaml-first", place, found=first[1][:1])
        elif "mapping values are not allowed" in said:
            self.problems.add("yaml-colon", place)
        elif any(word in f"{said} {context}" for word in ("alias", "anchor")):
            self.problems.add("yaml-anchor", self._where(getattr(error, "context_mark", None) or mark))
        elif re.search(r"\btag\b(?! directive)", f"{said} {context}"):
            self.problems.add("yaml-tag", place)
        elif (opened := _left_open(lines, mark.line)) is not None:
            place = Where(self.file, opened[0] + 1 + self.lines_before, opened[1] + 1)
            self.problems.add("yaml-unclosed", place)
        elif (likely := _likely(lines, mark.line)) is not None:
            code, number, column = likely
            self.problems.add(code, Where(self.file, number + 1 + self.lines_before, column + 1))
        else:
            self.problems.add("yaml-syntax", place, reason=reason(said, context))

    def _position(self, error: yaml.YAMLError) -> Where:
        at = getattr(error, "position", 0) or 0
        before = self.text[:at] if isinstance(at, int) else ""
        line = before.count("\n") + 1 + self.lines_before
        return Where(self.file, line, len(before) - before.rfind("\n"))


def _closed_early(line: str) -> int | None:
    """Return where a double-quoted text ends before its line does, else None."""
    found = _QUOTED.match(line)
    return found.end(1) - 1 if found else None


def _left_open(lines: list[str], at: int) -> tuple[int, int] | None:
    """Return the last quote up to line `at` that opens a text and is not closed on its line."""
    for number in range(min(at, len(lines) - 1), -1, -1):
        if found := _OPENED.match(lines[number]):
            return number, found.start(1)
    return None


def _likely(lines: list[str], at: int) -> tuple[str, int, int] | None:
    """Return the fault that most probably made line `at` unreadable, and its place.

    Looks at that line and the two before it that hold anything.
    """
    near = [n for n in range(min(at, len(lines) - 1), -1, -1) if _CONTENT.match(lines[n])][:3]
    for number in near:
        bare = _NO_COLON.match(lines[number])
        found = _NO_SPACE.match(lines[number]) or (bare if bare and bare[1] in every_key() else None)
        if found:
            return "yaml-key", number, found.start(1)
    for number in near[:2]:
        if (indent := len(lines[number]) - len(lines[number].lstrip(" "))) % 2:
            return "yaml-step", number, indent
    return None

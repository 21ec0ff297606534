"""Put texts into a YAML file in place: comments, order and the way of writing stay.

Only this module knows ruamel.yaml. It reads what `load` has read already, so what that
refuses (anchors, tags, depth) does not come here.
"""

from __future__ import annotations

import io
import re
import textwrap
from typing import Any

from ruamel.yaml import YAML
from ruamel.yaml.comments import CommentedMap, CommentedSeq
from ruamel.yaml.scalarstring import (
    DoubleQuotedScalarString,
    FoldedScalarString,
    LiteralScalarString,
)

from intramentor.exchange.items import Value
from intramentor.load import Mapping, Node, Sequence
from intramentor.load.prose import HEAD

Path = tuple[str, ...]
WIDTH, ENDLESS = 118, 100_000
LONG, FOLD = 90, 100
_FOLDABLE = re.compile(r"[^\s]+(?: [^\s]+)*")


def edited(text: str, source: Mapping, texts: dict[Path, Value], *, page: bool) -> str:
    """Return a file's text with `texts` put in by their paths of keys and ids.

    What is not there yet is added in the order of `source`, the unit that is translated. Of a
    `page` the path `body` is what stands below its head.
    """
    if not page:
        return _yaml(text, source, texts)
    head = HEAD.match(text)
    assert head is not None
    rest = {path: value for path, value in texts.items() if path != ("body",)}
    new = _yaml(head[1], source, rest) if rest else head[1]
    body = text[head.end():]
    if ("body",) in texts:
        body = f"\n{texts['body',]}\n"
    return f"---\n{new}---\n{body}"


def _yaml(text: str, source: Mapping, texts: dict[Path, Value]) -> str:
    engine = next((one for one in map(_engine, (WIDTH, ENDLESS)) if _dump(one, one.load(text)) == text), None)
    engine = engine or _engine(WIDTH)
    root = engine.load(text)
    for path, value in texts.items():
        _put(root, source, path, value, 0)
    return _dump(engine, root)


def _engine(width: int) -> YAML:
    """Return a reader and writer that leaves alone what it can."""
    engine = YAML()
    engine.preserve_quotes, engine.width, engine.allow_unicode = True, width, True
    engine.indent(mapping=2, sequence=4, offset=2)
    return engine


def _dump(engine: YAML, root: Any) -> str:
    made = io.StringIO()
    engine.dump(root, made)
    return made.getvalue()


def _put(node: Any, source: Node, path: Path, value: Value, depth: int) -> None:
    """Put a value at a path below a node that mirrors `source`."""
    key, *rest = path
    if isinstance(source, Mapping):
        below = source.entries[key]
        if not rest:
            _assign(node, key, value, depth, list(source.entries))
            return
        if node.get(key) is None:
            node.pop(key, None)
            empty: Any = CommentedSeq() if isinstance(below, Sequence) else CommentedMap()
            node.insert(_position(list(node), list(source.entries), key), key, empty)
        _put(node[key], below, tuple(rest), value, depth + 1)
        return
    assert isinstance(source, Sequence)
    items = source.by_id() or {}
    there = [str(item["id"]) for item in node]
    if key not in there:
        at = _position(there, list(items), key)
        node.insert(at, CommentedMap(id=key))
        there.insert(at, key)
    _put(node[there.index(key)], items[key], tuple(rest), value, depth + 1)


def _position(there: list[str], order: list[str], key: str) -> int:
    """Return where a key goes among those that are there, after what comes before it in order."""
    before = set(order[: order.index(key)])
    return max((index + 1 for index, one in enumerate(there) if one in before), default=0)


def _assign(node: CommentedMap, key: str, value: Value, depth: int, order: list[str]) -> None:
    old = node.get(key)
    if isinstance(value, str):
        new: Any = _styled(value, old, depth)
    elif isinstance(old, CommentedSeq):
        _refill(old, value, depth)
        return
    else:
        new = CommentedSeq(_styled(one, None, depth + 1) for one in value)
    if key in node:
        node[key] = new
    else:
        node.insert(_position(list(node), order, key), key, new)


def _refill(old: CommentedSeq, value: list[str], depth: int) -> None:
    """Give a list new items. What stands below the last belongs to what follows and stays there."""
    while len(old) > len(value):
        del old[len(old) - 2]
    last = len(old) - 1
    for index, one in enumerate(value):
        if index > last:
            old.append(_styled(one, None, depth + 1))
        elif str(old[index]) != one:
            old[index] = _styled(one, old[index], depth + 1)
    if len(value) - 1 > last and last in old.ca.items:
        old.ca.items[len(value) - 1] = old.ca.items.pop(last)


def _styled(value: str, old: Any, depth: int) -> Any:
    """Return a text in the way that the old one was written, as far as it can be."""
    if "\n" in value or (isinstance(old, LiteralScalarString) and value == value.strip()):
        new = _literal(value)
    elif _FOLDABLE.fullmatch(value) and (len(value) > LONG or isinstance(old, FoldedScalarString)):
        new = FoldedScalarString(value)
        new.fold_pos = _folds(value, FOLD - 2 * depth)
    else:
        return DoubleQuotedScalarString(value) if isinstance(old, DoubleQuotedScalarString) else value
    if getattr(old, "comment", None) is not None:
        new.comment = old.comment  # what stands below a block belongs to it here
    return new


def _literal(value: str) -> Any:
    """Return a text of several lines as a block; in quotes where a block could not hold it."""
    blank = any(line != line.rstrip(" ") for line in value.split("\n")) or value[:1] in " \n" or value.endswith("\n\n")
    return DoubleQuotedScalarString(value) if blank or "\t" in value else LiteralScalarString(value)


def _folds(value: str, width: int) -> list[int]:
    """Return the spaces at which a long text is folded."""
    found, at = [], 0
    for line in textwrap.wrap(value, width, break_long_words=False, break_on_hyphens=False)[:-1]:
        at += len(line)
        found.append(at)
        at += 1
    return found

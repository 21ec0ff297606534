"""A layer's lock: for each text, the base that it was made against.

The lock of a company's edition holds the bases themselves, `{"base": …}`: the pack below it is an
installed package whose earlier version is nowhere to be had, and a conflict can be judged only
beside the text that was accepted. The pack's own translations hold hashes: their bases are in the
same repository. An edition's lock may hold hashes too, from before bases were kept.
"""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from intramentor.load.files import is_there, read_text, relative
from intramentor.problems import Problems, Where

_BASE = "base"


@dataclass(frozen=True, slots=True)
class Base:
    """What a lock remembers of one base: its hash, and the base itself if it is `kept`."""

    hash: str
    value: Any = None
    kept: bool = False

    def written(self) -> str | dict[str, Any]:
        """Return the base as a lock's file holds it."""
        return {_BASE: self.value} if self.kept else self.hash


Lock = dict[str, Base]


def digest(value: Any) -> str:
    """Return the short hash by which a lock remembers a base."""
    text = json.dumps(value, ensure_ascii=False, sort_keys=True)
    return hashlib.sha256(text.encode()).hexdigest()[:16]


def kept(value: Any) -> Base:
    """Return a base that is remembered whole."""
    return Base(digest(value), value, kept=True)


def read_lock(path: Path, root: Path, problems: Problems) -> Lock:
    """Return a lock's entries, path of ids → base; none where there is no lock."""
    if not is_there(path):
        return {}
    text = read_text(path, root, problems)
    if text is None:
        return {}
    name = relative(path, root)
    try:
        found = json.loads(text)
        if isinstance(found, dict) and all(_fits(value) for value in found.values()):
            return {key: _base(value) for key, value in found.items()}
    except json.JSONDecodeError as error:
        place = Where(name, error.lineno, error.colno)
        problems.add("lock-unreadable", place, reason="not JSON")
        return {}
    except (ValueError, RecursionError):  # a number of 5,000 digits, 100,000 brackets, half a character
        pass
    problems.add("lock-unreadable", Where(name), reason="not a table")
    return {}


def _fits(entry: Any) -> bool:
    return isinstance(entry, str) or (isinstance(entry, dict) and list(entry) == [_BASE])


def _base(entry: Any) -> Base:
    return Base(entry) if isinstance(entry, str) else kept(entry[_BASE])

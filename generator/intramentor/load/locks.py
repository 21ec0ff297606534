"""A layer's lock: for each text, a hash of the base that it was made against."""

from __future__ import annotations

import json
from pathlib import Path

from intramentor.load.files import is_there, read_text, relative
from intramentor.problems import Problems, Where

Lock = dict[str, str]


def read_lock(path: Path, root: Path, problems: Problems) -> Lock:
    """Return a lock's entries, path of ids → hash; none where there is no lock."""
    if not is_there(path):
        return {}
    text = read_text(path, root, problems)
    if text is None:
        return {}
    name = relative(path, root)
    try:
        found = json.loads(text)
    except json.JSONDecodeError as error:
        place = Where(name, error.lineno, error.colno)
        problems.add("lock-unreadable", place, reason="not JSON")
        return {}
    except (ValueError, RecursionError):  # a number of 5,000 digits, 100,000 brackets
        problems.add("lock-unreadable", Where(name), reason="not a table")
        return {}
    if not isinstance(found, dict) or not all(isinstance(v, str) for v in found.values()):
        problems.add("lock-unreadable", Where(name), reason="not a table")
        return {}
    return found

"""A layer's lock: for each text, a hash of the base that it was made against."""

from __future__ import annotations

import json
from pathlib import Path

from intramentor.load.files import read_text, relative
from intramentor.problems import Problems, Where

Lock = dict[str, str]


def read_lock(path: Path, root: Path, problems: Problems) -> Lock:
    """Return a lock's entries, path of ids → hash; none where there is no lock."""
    if not path.exists():
        return {}
    text = read_text(path, root, problems)
    if text is None:
        return {}
    try:
        found = json.loads(text)
    except ValueError as error:
        problems.add("lock-unreadable", Where(relative(path, root)), reason=error)
        return {}
    if not isinstance(found, dict) or not all(isinstance(v, str) for v in found.values()):
        problems.add("lock-unreadable", Where(relative(path, root)), reason="not a table")
        return {}
    return found

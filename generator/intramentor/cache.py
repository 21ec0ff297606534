"""What was worked out once and need not be again: one file for each result, named by a hash of all that decides it.

The folder is this machine's, below XDG_CACHE_HOME (else ~/.cache); it may be removed at any time.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
import os
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

_DAY = 60 * 60 * 24  # seconds


def folder() -> Path:
    """Return where this machine keeps results."""
    base = os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache"
    return Path(base) / "intramentor"


def place(kind: str, *decisive: str) -> Path:
    """Return where the result of a kind of work is kept that these texts decide."""
    name = hashlib.sha256("\0".join(decisive).encode()).hexdigest()
    return folder() / kind / name[:2] / name[2:]


def recall(at: Path) -> Any | None:
    """Return what is kept at a place, or None; what is recalled is not swept away soon."""
    try:
        found = json.loads(at.read_text(encoding="utf-8"))
        os.utime(at)
    except (OSError, ValueError):  # a damaged file, in its letters or in its JSON
        return None
    return found


def keep(at: Path, value: Any) -> None:
    """Keep a value as `keep_file` keeps a file."""
    keep_file(at, json.dumps(value, ensure_ascii=False).encode())


def recall_file(at: Path) -> bytes | None:
    """Return the file that is kept at a place, or None; what is recalled is not swept away soon."""
    try:
        found = at.read_bytes()
        os.utime(at)
    except OSError:
        return None
    return found


def keep_file(at: Path, raw: bytes) -> None:
    """Keep a file whole or not at all: others may be reading and writing the same. A full disk keeps none."""
    part = at.with_name(f"{at.name}.{os.getpid()}")
    try:
        at.parent.mkdir(parents=True, exist_ok=True)
        part.write_bytes(raw)
        part.replace(at)
    except OSError:
        part.unlink(missing_ok=True)


def kept(at: Path, make: Callable[[], bytes]) -> bytes:
    """Return the file that is kept at a place; one that isn't is made and kept."""
    raw = recall_file(at)
    if raw is None:
        raw = make()
        keep_file(at, raw)
    return raw


def sweep(days: int = 60) -> None:
    """Forget what nobody has asked for in so many days."""
    oldest = time.time() - days * _DAY
    for at in folder().glob("*/??/*"):
        with contextlib.suppress(FileNotFoundError):  # another build sweeps too, or has just put its own in place
            if at.stat().st_mtime < oldest:
                at.unlink()

"""What was made before is not made again: files kept by the hash of what they were made from."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Callable, Iterable
from pathlib import Path

from intramentor.engine import cache_folder, sweep


def key_of(parts: Iterable[bytes]) -> str:
    """Return what names a thing that is made from these parts, in their order."""
    digest = hashlib.sha256()
    for part in parts:
        digest.update(len(part).to_bytes(8, "big"))
        digest.update(part)
    return digest.hexdigest()


def known(key: str) -> bytes | None:
    """Return what was kept under a key, None if nothing was."""
    place = _place(key)
    try:
        raw = place.read_bytes()
    except FileNotFoundError:
        return None
    os.utime(place)
    return raw


def keep(key: str, raw: bytes) -> None:
    """Keep a file whole or not at all: others may be reading and writing the same."""
    place = _place(key)
    place.parent.mkdir(parents=True, exist_ok=True)
    part = place.with_name(f"{place.name}.{os.getpid()}")
    part.write_bytes(raw)
    part.replace(place)


def kept(key: str, make: Callable[[], bytes]) -> bytes:
    """Return what is kept under a key; what isn't is made and kept."""
    raw = known(key)
    if raw is None:
        raw = make()
        keep(key, raw)
    return raw


def forget_old() -> None:
    """Forget what nobody has asked for in sixty days."""
    sweep(_folder())


def _folder() -> Path:
    return cache_folder().with_name("papers")


def _place(key: str) -> Path:
    return _folder() / key[:2] / key[2:]

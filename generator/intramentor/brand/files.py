"""The brand's files, logos and fonts, read whole and judged by what they hold."""

from __future__ import annotations

import io
import stat
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from fontTools.ttLib import TTFont, TTLibError  # type: ignore[import-untyped]
from PIL import Image

from intramentor.brand.svg import danger
from intramentor.problems import Problems, Where

LIMITS = {".svg": 200_000, ".png": 500_000, ".woff2": 500_000}
_MAGIC = {".png": b"\x89PNG\r\n\x1a\n", ".woff2": b"wOF2"}
_SIDE = 4096  # pixels of a logo's longer side
LETTERS = {"en": "", "pl": "ąćęłńóśźżĄĆĘŁŃÓŚŹŻ„”"}


@dataclass(frozen=True, slots=True)
class Asset:
    """A file of the brand: its path in the site, and its bytes."""

    path: str
    raw: bytes


def read(folder: Path, name: str, kinds: tuple[str, ...], where: Where, problems: Problems) -> bytes | None:
    """Return the bytes of a file below `folder`, or None with what is wrong noted."""
    suffix = PurePosixPath(name).suffix.lower()
    if suffix not in kinds:
        problems.add("brand-file-kind", where, file=name, known=", ".join(kinds))
        return None
    raw = _bytes(folder, name, LIMITS[suffix], where, problems)
    if raw is None:
        return None
    found = _JUDGES[suffix](raw)
    if found:
        problems.add(found[0], where, file=name, found=found[1])
        return None
    return raw


def _bytes(folder: Path, name: str, limit: int, where: Where, problems: Problems) -> bytes | None:
    path = folder / name
    try:
        inside = path.resolve(strict=True).is_relative_to(folder.resolve())
        if not inside or PurePosixPath(name).is_absolute():
            problems.add("brand-file-outside", where, file=name)
            return None
        found = path.stat()
        if not stat.S_ISREG(found.st_mode):
            problems.add("brand-file-missing", where, file=name)
            return None
        if found.st_size > limit:
            problems.add("brand-file-large", where, file=name, size=found.st_size, limit=limit)
            return None
        return path.read_bytes()
    except (OSError, ValueError, RuntimeError):
        problems.add("brand-file-missing", where, file=name)
        return None


def _svg(raw: bytes) -> tuple[str, str] | None:
    found = danger(raw)
    return ("logo-unsafe", found) if found else None


def _png(raw: bytes) -> tuple[str, str] | None:
    if not raw.startswith(_MAGIC[".png"]):
        return "brand-file-broken", "PNG"
    try:
        with Image.open(io.BytesIO(raw), formats=["PNG"]) as picture:
            if max(picture.size) > _SIDE:
                return "brand-file-broken", f"PNG {picture.width} × {picture.height} > {_SIDE}"
            picture.load()
    except (OSError, SyntaxError, ValueError, Image.DecompressionBombError):
        return "brand-file-broken", "PNG"
    return None


def _woff2(raw: bytes) -> tuple[str, str] | None:
    return None if raw.startswith(_MAGIC[".woff2"]) and letters(raw) else ("brand-file-broken", "WOFF2")


def letters(font: bytes) -> frozenset[str]:
    """Return the letters that a font has; none if it can't be read."""
    try:
        table = TTFont(io.BytesIO(font), lazy=True).getBestCmap()
    except (TTLibError, OSError, ValueError, KeyError, AssertionError, EOFError):
        return frozenset()
    return frozenset(map(chr, table or {}))


_JUDGES: dict[str, Callable[[bytes], tuple[str, str] | None]] = {".svg": _svg, ".png": _png, ".woff2": _woff2}

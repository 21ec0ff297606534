"""Read a file of the project, or say why not."""

from __future__ import annotations

import codecs
import re
from pathlib import Path

from intramentor.problems import Problems, Where

SIZE_LIMIT = 1_000_000
_INDENT = re.compile(r"^ *([\t\u00a0\u2007\u202f\u3000])", re.MULTILINE)
_BOMS = ((codecs.BOM_UTF16_LE, "UTF-16"), (codecs.BOM_UTF16_BE, "UTF-16"))


def read_text(path: Path, root: Path, problems: Problems) -> str | None:
    """Return a file's text without its BOM and with plain line ends.

    Notes `file-unreadable`, `file-outside`, `file-too-large` or `file-encoding`.
    """
    name = relative(path, root)
    try:
        if not path.resolve(strict=True).is_relative_to(root.resolve()):
            problems.add("file-outside", Where(name))
            return None
        if (size := path.stat().st_size) > SIZE_LIMIT:
            problems.add("file-too-large", Where(name), size=size, limit=SIZE_LIMIT)
            return None
        raw = path.read_bytes()
    except (OSError, RuntimeError) as error:
        problems.add("file-unreadable", Where(name), reason=getattr(error, "strerror", error))
        return None
    return _decode(raw, name, problems)


def relative(path: Path, root: Path) -> str:
    """Return a path as it is shown: from the project's root, with slashes."""
    return path.relative_to(root).as_posix() if path.is_relative_to(root) else path.as_posix()


def _decode(raw: bytes, name: str, problems: Problems) -> str | None:
    for mark, guessed in _BOMS:
        if raw.startswith(mark):
            problems.add("file-encoding", Where(name), guessed=guessed)
            return None
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        before = raw[: error.start].decode("utf-8", "replace")
        line = before.count("\n") + 1
        column = len(before) - before.rfind("\n")
        problems.add("file-encoding", Where(name, line, column), guessed="Windows-1250")
        return None
    if "\0" in text:
        problems.add("file-encoding", Where(name), guessed="UTF-16")
        return None
    return text.replace("\r\n", "\n").replace("\r", "\n")


def check_indent(text: str, name: str, problems: Problems, first_line: int = 1) -> bool:
    """Note the first line indented with a tab or a no-break space; tell whether all is well."""
    found = _INDENT.search(text)
    if found is None:
        return True
    line = text.count("\n", 0, found.start(1)) + first_line
    column = found.start(1) - text.rfind("\n", 0, found.start(1))
    what = "tab" if found[1] == "\t" else f"U+{ord(found[1]):04X}"
    problems.add("yaml-indent", Where(name, line, column), what=what)
    return False

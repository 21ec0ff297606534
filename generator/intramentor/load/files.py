"""Find the files of the project and read them, or say why not."""

from __future__ import annotations

import codecs
import errno
import os
import re
import stat
from collections.abc import Iterator
from pathlib import Path

from intramentor.problems import Problems, Where

_ALIKE = {".yml": (".yml", ".yaml"), ".md": (".md", ".markdown")}
SIZE_LIMIT = 1_000_000
_INDENT = re.compile(r"^ *([\t\u00a0\u2007\u202f\u3000])", re.MULTILINE)
_BOMS = ((codecs.BOM_UTF16_LE, "UTF-16"), (codecs.BOM_UTF16_BE, "UTF-16"))
# The system's reasons in words that `problems.words` has in Polish.
_REASONS = {
    errno.EACCES: "Permission denied", errno.EISDIR: "Is a directory",
    errno.ELOOP: "Too many levels of symbolic links", errno.ENOENT: "No such file or directory",
}
# What no keyboard makes and no reader sees; U+2028 and the like would end a line for some.
_CONTROL = re.compile("[\x00-\x08\x0b-\x0d\x0e-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]")


def find_files(folder: Path, suffix: str, root: Path, problems: Problems) -> Iterator[Path]:
    """Yield the files below a folder by suffix, in a fixed order, whatever lies there.

    Links to folders are not followed: they may run in a circle or leave the project.
    """

    def unreadable(error: OSError) -> None:
        if not isinstance(error, FileNotFoundError):
            _note_unreadable(Path(error.filename), root, error, problems)

    for name, folders, files in os.walk(folder, onerror=unreadable):
        folders.sort()
        for inner in (Path(name, each) for each in folders):
            if inner.is_symlink():
                problems.add("folder-link", Where(relative(inner, root)))
            elif inner.suffix == suffix:
                reason = "Is a directory"
                problems.add("file-unreadable", Where(relative(inner, root)), reason=reason)
        for each in sorted(files):
            if each.endswith(suffix):
                yield Path(name, each)
            elif each.lower().endswith(_ALIKE[suffix]):
                problems.add("file-suffix", Where(relative(Path(name, each), root)), suffix=suffix)


def is_there(path: Path) -> bool:
    """Tell whether there is something to read, or to say of that it can't be read."""
    try:
        path.lstat()
    except (FileNotFoundError, NotADirectoryError):
        return False
    except OSError:
        return True
    return True


def folders(folder: Path, root: Path, problems: Problems) -> list[Path]:
    """Return the folders in a folder, links to folders too, in a fixed order."""
    try:
        found = sorted(path for path in folder.iterdir() if not path.name.startswith("."))
        return [path for path in found if path.is_dir()]
    except (FileNotFoundError, NotADirectoryError):
        return []
    except OSError as error:
        _note_unreadable(folder, root, error, problems)
        return []


def read_text(path: Path, root: Path, problems: Problems) -> str | None:
    """Return a file's text without its BOM and with plain line ends.

    Notes `file-unreadable`, `file-outside`, `file-too-large`, `file-encoding`, `character`.
    """
    name = relative(path, root)
    try:
        if not path.resolve(strict=True).is_relative_to(root.resolve()):
            problems.add("file-outside", Where(name))
            return None
        found = path.stat()
        if not stat.S_ISREG(found.st_mode):
            reason = "Is a directory" if stat.S_ISDIR(found.st_mode) else "Not a plain file"
            problems.add("file-unreadable", Where(name), reason=reason)
            return None
        if found.st_size > SIZE_LIMIT:
            problems.add("file-too-large", Where(name), size=found.st_size, limit=SIZE_LIMIT)
            return None
        raw = path.read_bytes()
    except (OSError, RuntimeError) as error:
        _note_unreadable(path, root, error, problems)
        return None
    return _decode(raw, name, problems)


def _note_unreadable(path: Path, root: Path, error: Exception, problems: Problems) -> None:
    reason = _REASONS.get(getattr(error, "errno", None) or errno.ELOOP, "the system can't read it")
    problems.add("file-unreadable", Where(relative(path, root)), reason=reason)


def relative(path: Path, root: Path) -> str:
    """Return a path as it is shown: from the project's root, with slashes, printable."""
    shown = path.relative_to(root) if path.is_relative_to(root) else path
    return shown.as_posix().encode("utf-8", "replace").decode()


def _decode(raw: bytes, name: str, problems: Problems) -> str | None:
    wide = raw.count(0) * 4 > len(raw)
    guessed = next((guess for mark, guess in _BOMS if raw.startswith(mark)), "UTF-16" if wide else "")
    if guessed:
        problems.add("file-encoding", Where(name), guessed=guessed)
        return None
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        before = raw[: error.start].decode("utf-8-sig", "replace")
        problems.add("file-encoding", _place(name, before, len(before)), guessed="Windows-1250")
        return None
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    if found := _CONTROL.search(text):
        place = _place(name, text, found.start())
        problems.add("character", place, what=f"U+{ord(found[0]):04X}")
        return None
    return text


def _place(name: str, text: str, at: int) -> Where:
    return Where(name, text.count("\n", 0, at) + 1, at - text.rfind("\n", 0, at))


def control(text: str) -> str:
    """Return the first character of a text that can't stand in any, such as `U+0007`."""
    found = _CONTROL.search(text)
    return f"U+{ord(found[0]):04X}" if found else ""


def check_indent(text: str, name: str, problems: Problems, first_line: int = 1) -> bool:
    """Note the first line indented with a tab or a no-break space; tell whether all is well."""
    found = _INDENT.search(text)
    if found is None:
        return True
    place = _place(name, text, found.start(1))
    what = "tab" if found[1] == "\t" else f"U+{ord(found[1]):04X}"
    problems.add("yaml-indent", Where(name, place.line + first_line - 1, place.column), what=what)
    return False

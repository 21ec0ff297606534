"""Put a finished folder in its place with one rename; the only step that touches dist/."""

from __future__ import annotations

import ctypes
import errno
import os
import platform
import re
import shutil
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from intramentor.problems import HandbookError, Problems, Where

_AT_FDCWD = -100
_HOST = re.sub(r"\W", "-", platform.node()) or "here"
_RENAME_EXCHANGE = 2
MARK = ".intramentor"
_UNSUPPORTED = (errno.EINVAL, errno.ENOSYS, errno.ENOTSUP)


def refuse_foreign(target: Path) -> None:
    """Raise `not-ours` if something stands at `target` that was not published from here."""
    empty = target.is_dir() and not any(target.iterdir())
    if target.exists() and not empty and not (target / MARK).is_file():
        problems = Problems()
        problems.add("not-ours", Where(target.as_posix()))
        raise HandbookError(problems)


@contextmanager
def staging(target: Path) -> Iterator[Path]:
    """Yield an empty folder beside `target`, on the same file system; gone afterwards.

    What a killed run left behind is swept away first.
    """
    target.parent.mkdir(parents=True, exist_ok=True)
    sweep(target)
    prefix = f".{target.name}.{_HOST}.{os.getpid()}."
    folder = Path(tempfile.mkdtemp(prefix=prefix, dir=target.parent))
    try:
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def publish(made: Path, target: Path) -> None:
    """Make `made` stand at `target`. Readers see the old folder or the new one, whole.

    Where a folder is there already, both change places in one system call (Linux
    renameat2 with RENAME_EXCHANGE); elsewhere the old one is set aside first.
    """
    refuse_foreign(target)
    (made / MARK).touch()
    made.chmod(0o755)
    _sync(made)
    if not target.exists():
        made.rename(target)
    elif not _exchange(made, target):
        aside = made.with_name(made.name + ".old")
        target.rename(aside)
        made.rename(target)
        shutil.rmtree(aside)


def _exchange(one: Path, other: Path) -> bool:
    """Exchange two paths atomically; False where the system can't."""
    if not sys.platform.startswith("linux"):
        return False
    libc = ctypes.CDLL(None, use_errno=True)
    call = getattr(libc, "renameat2", None)
    if call is None:
        return False
    done = call(_AT_FDCWD, os.fsencode(one), _AT_FDCWD, os.fsencode(other), _RENAME_EXCHANGE)
    if done == 0:
        return True
    code = ctypes.get_errno()
    if code in _UNSUPPORTED:
        return False
    raise OSError(code, os.strerror(code), str(other))


def _sync(folder: Path) -> None:
    """Ask the system to write the folder before it is shown."""
    for path in sorted(folder.rglob("*")):
        if path.is_file():
            descriptor = os.open(path, os.O_RDONLY)
            try:
                os.fsync(descriptor)
            finally:
                os.close(descriptor)


def sweep(target: Path) -> None:
    """Remove what processes of this machine that are gone have left beside `target`."""
    for left in target.parent.glob(f".{target.name}.{_HOST}.*"):
        process = left.name.removeprefix(f".{target.name}.{_HOST}.").split(".")[0]
        if process.isdigit() and not _alive(int(process)):
            shutil.rmtree(left, ignore_errors=True)


def _alive(process: int) -> bool:
    """Tell whether a process still works; one that has ended and waits to be noticed does not."""
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        return True
    try:
        state = Path(f"/proc/{process}/stat").read_text(encoding="utf-8", errors="replace")
    except FileNotFoundError:  # gone in this moment, or a system without /proc
        return not Path("/proc/self").exists()
    return state.rpartition(")")[2].split()[0] != "Z"

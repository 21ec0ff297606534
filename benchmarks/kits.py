"""What the papers of a whole format cost: CPU seconds for each kind of file, the slowest, and again when kept.

Run: .venv/bin/python benchmarks/kits.py [FORMAT]
"""
# ruff: noqa: SLF001 - it measures what is inside, with a cache of its own

import os
import sys
import tempfile
import time
from collections import defaultdict
from pathlib import Path

os.environ["XDG_CACHE_HOME"] = tempfile.mkdtemp(prefix="intramentor-bench-")

from intramentor import printing
from intramentor.kits import Options
from intramentor.project import open_project

ROOT = Path(__file__).parents[1]
FORMAT = sys.argv[1] if len(sys.argv) > 1 else "six-month-programme"
LANGUAGES = ("en", "pl")


def kit(out: Path) -> float:
    """Make the kit and return the seconds by the clock."""
    begun = time.perf_counter()
    printing.print_kit(open_project(ROOT), ROOT, "handbook", FORMAT, out, LANGUAGES, Options(), lambda *_: None)
    return time.perf_counter() - begun


def main() -> None:
    seconds: defaultdict[str, list[tuple[float, str]]] = defaultdict(list)
    made = printing._made

    def timed(file: printing.File) -> bytes:
        begun = time.process_time()
        raw = made(file)
        seconds[file.form].append((time.process_time() - begun, file.name))
        return raw

    def one_by_one(files: dict[Path, printing.File], _workers: int) -> list[Path]:
        for at, file in files.items():
            printing.keep_file(at, timed(file))
        return list(files)

    side_by_side = printing._make_all
    printing._make_all = one_by_one
    with tempfile.TemporaryDirectory() as out:
        whole = kit(Path(out))
        printing._make_all = side_by_side
        again = kit(Path(out))
    print(f"{FORMAT}, {' and '.join(LANGUAGES)}: {whole:.1f} s one by one, {again:.1f} s when everything is kept")
    for form, found in seconds.items():
        print(f"  {form}: {len(found)} files, {sum(s for s, _ in found):.1f} CPU s, mean {sum(s for s, _ in found) / len(found):.2f}")
    for spent, name in sorted((pair for found in seconds.values() for pair in found), reverse=True)[:5]:
        print(f"  slowest: {spent:.2f} s {name}")


if __name__ == "__main__":
    main()

"""What it costs, compared in one run: CPU seconds, on a memory file system where there is one.

Run: .venv/bin/python benchmarks/run.py [--quick]
"""

import math
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from intramentor.engine import build_site
from intramentor.layers.stack import value_of
from intramentor.pages import render
from intramentor.plan import plan, tasks_of
from intramentor.problems import Problems
from intramentor.project import judge, open_project
from intramentor.sinks import write_folder
from synthetic import ROOT, write_project

MEMORY = Path("/dev/shm") if Path("/dev/shm").is_dir() else Path(tempfile.gettempdir())
QUICK = "--quick" in sys.argv
VIEWS = ("participant", "facilitator")


def cpu(work: Callable[[], object]) -> float:
    """Return the CPU seconds of `work` in a child process, user and system."""
    child = os.fork()
    if child == 0:
        try:
            work()
        except BaseException as error:  # noqa: BLE001 - the child must not go on as a second parent
            print(repr(error), file=sys.stderr)
            os._exit(1)
        os._exit(0)
    _, status, usage = os.wait4(child, 0)
    if status != 0:
        raise SystemExit("the measured work failed")
    return usage.ru_utime + usage.ru_stime


def median(work: Callable[[], object], times: int = 3) -> float:
    return statistics.median(cpu(work) for _ in range(1 if QUICK else times))


def before_engine(project: Path, out: Path) -> None:
    """Load, check, compose, render and write the folders of both languages and views."""
    shutil.rmtree(out, ignore_errors=True)
    opened = open_project(project)
    judge(opened).stop()
    for handbook in opened.handbooks("handbook", VIEWS):
        write_folder(render(handbook), ROOT, out / handbook.view / handbook.language)


def engine(folders: Path, out: Path) -> None:
    shutil.rmtree(out, ignore_errors=True)
    for config in sorted(folders.rglob("mkdocs.yml")):
        build_site(config.parent, out / config.parent.relative_to(folders))


def compare(project: Path, work: Path) -> tuple[float, float]:
    """Return CPU seconds before the engine, and of the engine on the same pages."""
    ours = median(lambda: before_engine(project, work / "folders"))
    theirs = median(lambda: engine(work / "folders", work / "sites"))
    return ours, theirs


def exponent(sizes: list[int], costs: list[float]) -> float:
    """Return the slope of log cost over log size, fitted by least squares."""
    xs, ys = [math.log(s) for s in sizes], [math.log(c) for c in costs]
    mx, my = statistics.mean(xs), statistics.mean(ys)
    top = sum((x - mx) * (y - my) for x, y in zip(xs, ys, strict=True))
    return top / sum((x - mx) ** 2 for x in xs)


def growth(work: Path) -> None:
    sizes = [25, 100, 400] if QUICK else [100, 400, 1600]
    ours, whole = [], []
    for size in sizes:
        project = write_project(work / "synthetic", size)
        mine, theirs = compare(project, work)
        ours.append(mine)
        whole.append(mine + theirs)
        print(f"  {size:>5} units: before the engine {mine:7.2f} s, engine {theirs:7.2f} s, ratio {mine / theirs:.2f}")
    print(f"  exponent before the engine {exponent(sizes, ours):.2f} (goal ≤ 1.1)")
    print(f"  exponent with the engine   {exponent(sizes, whole):.2f} (goal ≤ 1.15)")


def full_pack(work: Path) -> None:
    """Check 90 units in two languages, 180 files, 2 MB."""
    project = write_project(work / "pack", 90, steps=12, repeats=5)
    files = list(project.rglob("*.yml"))
    size = sum(p.stat().st_size for p in files)
    seconds = median(lambda: judge(open_project(project)))
    command = [Path(sys.executable).parent / "intramentor", "check", "--root", str(project)]
    whole = median(lambda: subprocess.run(command, check=True, stdout=subprocess.DEVNULL))
    print(f"  {len(files)} files, {size / 1e6:.2f} MB: {seconds:.2f} s; as a command {whole:.2f} s (goal ≤ 2.5)")


def preview(work: Path) -> None:
    """Measure from saving a text to the preview's new page, against a build of that language."""
    from intramentor.serve import Preview

    project = write_project(work / "preview", 90)
    shown = Preview(project, ROOT, "handbook", "participant", "en", lambda _: None)
    shown.site.mkdir(parents=True)
    start = time.perf_counter()
    shown.update()
    first = time.perf_counter() - start
    unit = project / "modules/pl/family-0/unit-3.yml"
    unit.write_text(unit.read_text(encoding="utf-8").replace("Krok 1", "Krok pierwszy"), encoding="utf-8")
    start = time.perf_counter()
    shown.update(first="pl")
    again = time.perf_counter() - start
    source = shown.folder / "source" / "pl"
    start = time.perf_counter()
    build_site(source, work / "one")
    one = time.perf_counter() - start
    shown.close()
    print(f"  first {first:.2f} s; a saved text {again:.2f} s; one engine build of that language {one:.2f} s")


def planning() -> None:
    """Plan all training of the pack twice over, 192 activities, in as much time as it takes and less."""
    made = open_project(ROOT).stacks["handbook"]
    units = [value_of(unit, unit.language, Problems()) for unit in made.units.values()]
    tasks = [
        replace(task, unit=f"{task.unit}-{again}", serves=frozenset(f"{name}-{again}" for name in task.serves))
        for again in (1, 2) for unit in units if unit.kind in ("lesson", "workshop") for task in tasks_of(unit)
    ]
    costs = {minutes: median(lambda: plan(tasks, 0, minutes)) for minutes in (1350, 1500, 1750, 2000, 2600)}  # noqa: B023
    shown = ", ".join(f"{minutes} min {seconds:.2f} s" for minutes, seconds in costs.items())
    print(f"  {len(tasks)} activities: {shown} (goal ≤ 0.5)")


def main() -> None:
    work = Path(tempfile.mkdtemp(prefix="intramentor-bench-", dir=MEMORY))
    try:
        print(f"memory file system: {MEMORY}; CPU seconds, median of {1 if QUICK else 3}")
        print("the pack, two languages × two views")
        ours, theirs = compare(ROOT, work)
        print(f"  before the engine {ours:.2f} s, engine {theirs:.2f} s, ratio {ours / theirs:.2f} (goal ≤ 0.30)")
        print("check on a full pack")
        full_pack(work)
        print("preview, 90 units, seconds by the clock")
        preview(work)
        print("plans")
        planning()
        print("growth")
        growth(work)
    finally:
        shutil.rmtree(work, ignore_errors=True)


if __name__ == "__main__":
    main()

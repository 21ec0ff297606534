"""Many editions against one stock build: CPU seconds, compared in one run, on a memory file system.

Stock is mkdocs-material with `navigation.prune`, building the same Markdown of one edition in both
languages and both views. The editions differ in words, colours, logo and in two units left out.
"""

import os
import resource
import shutil
import sys
import tempfile
import time
from pathlib import Path

import yaml
from mkdocs.commands.build import build
from mkdocs.config import load_config

from intramentor.build import write_sources
from intramentor.editions import Place
from intramentor.editions.run import build_one
from intramentor.project import VIEWS, data_root, open_project

ROOT = Path(__file__).parents[1]
COUNT = 20
UNITS = sorted(path.stem for path in (ROOT / "modules/en/perspectives").glob("*.yml"))
CASES = {"en": ("plain", "possessive"), "pl": ("nom", "gen", "dat", "acc", "ins", "loc", "voc")}
TERMS = """\
terms:
  - id: programme
    styles:
      any:
        singular:
          name: Programme {n}
"""
BRAND = """\
meta:
  name: Company {n}
logo:
  images:
    mark:
      path: mark.svg
      alt: Company {n}
  small: mark
color:
  palette:
    own: "#{colour}"
  primary: own
"""
SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24"><circle cx="12" cy="12" r="{r}"/></svg>\n'


def cpu():
    """Return the CPU seconds of this process and of its children that have ended."""
    own, below = resource.getrusage(resource.RUSAGE_SELF), resource.getrusage(resource.RUSAGE_CHILDREN)
    return own.ru_utime + own.ru_stime + below.ru_utime + below.ru_stime


def write(path, text):
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def edition(root, n):
    folder = root / "editions" / f"company-{n}"
    left = "".join(f"  - {UNITS[(n + i) % len(UNITS)]}\n" for i in (1, 5))
    write(folder / "edition.yml", f"id: company-{n}\nleave_out:\n{left}")
    write(folder / "_brand.yml", BRAND.format(n=n, colour=f"{(n * 7919) % 0x60 + 0x10:02x}3a{(n * 104729) % 0x60 + 0x20:02x}"))
    write(folder / "mark.svg", SVG.format(r=4 + n % 8))
    for language, cases in CASES.items():
        forms = "".join(f"          {case}: Programme {n}\n" for case in cases)
        write(folder / "modules" / language / "terms.yml", TERMS.format(n=n) + forms)
    return Place(root, folder.name)


def stock(work):
    """Return what Material's own build of the same Markdown costs."""
    source = work / "source"
    write_sources(open_project(ROOT, "handbook"), data_root(ROOT), "handbook", source)
    spent = 0.0
    for view in VIEWS:
        for language in ("en", "pl"):
            folder = source / view / language
            ours = yaml.safe_load((folder / "mkdocs.yml").read_text(encoding="utf-8"))
            theme = {"name": "material", "language": language, "features": ["navigation.prune"]}
            settings = {
                "site_name": "Stock", "docs_dir": str(folder / "docs"), "site_dir": str(work / "stock" / view / language),
                "nav": ours["nav"], "theme": theme, "markdown_extensions": ours["markdown_extensions"], "plugins": ["search"],
            }
            path = work / f"{view}-{language}.yml"
            write(path, yaml.safe_dump(settings))
            begun = cpu()
            build(load_config(str(path)))
            spent += cpu() - begun
    return spent


def memory():
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024


def main():
    base = "/dev/shm" if Path("/dev/shm").is_dir() else None
    work = Path(tempfile.mkdtemp(dir=base))
    os.environ["XDG_CACHE_HOME"] = str(work / "cache")
    try:
        unit = stock(work)
        print(f"stock, one edition, both languages and views: {unit:.2f} s")
        root = work / "company"
        wanted = [edition(root, n) for n in range(COUNT + 1)]
        begun, seen = cpu(), []
        for place in wanted[:COUNT]:
            outcome = build_one(place, work / "dist", 1, run="benchmark")
            assert outcome.state == "built", outcome
            seen.append(memory())
        spent = cpu() - begun
        print(f"{COUNT} editions: {spent:.2f} s = {spent / unit:.1f} × stock (goal 8)")
        print(f"memory after 1, {COUNT // 2}, {COUNT} editions: {seen[0]}, {seen[COUNT // 2 - 1]}, {seen[-1]} MB")
        for label, place, goal in (("one more edition", wanted[COUNT], 0.4), ("nothing changed", wanted[0], 0.3)):
            begun = cpu()
            pid = os.fork()
            if pid == 0:
                os.execv(sys.executable, [sys.executable, "-c", "import sys; from intramentor.cli import main; sys.exit(main())",
                         "build", place.name, "--root", str(root), "--out", str(work / "dist")])
            os.waitpid(pid, 0)
            print(f"{label}, new process: {cpu() - begun:.2f} s = {(cpu() - begun) / unit:.2f} × stock (goal {goal})")
    finally:
        shutil.rmtree(work)


if __name__ == "__main__":
    begun = time.monotonic()
    main()
    print(f"{time.monotonic() - begun:.0f} s in all")

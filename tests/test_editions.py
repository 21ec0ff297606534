"""Many editions: each on its own, side by side, only what changed, on one machine or on several."""

import json
import os
import random
import re
import signal
import subprocess
import sys
import time
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

import pytest

from intramentor.editions import Place, build_editions
from intramentor.editions.run import build_one
from projects import small, write

COMMAND = Path(sys.executable).parent / "intramentor"
TERMS = """
    terms:
      - id: mentor
        styles:
          any:
            singular:
              plain: {word}
"""


def edition(root, name, word, languages=("en",)):
    listed = "".join(f"  - {language}\n" for language in languages)
    files = {f"editions/{name}/edition.yml": f"id: {name}\nlanguages:\n{listed}"}
    write(root, files)
    return write(root, {f"editions/{name}/modules/en/terms.yml": TERMS.format(word=word)})


@pytest.fixture
def root(tmp_path):
    root = small(tmp_path / "project")
    guide = root / "modules/en/guides/first-guide.yml"
    guide.write_text(guide.read_text().replace("Ask again.", "Ask the ${mentor} again."), encoding="utf-8")
    for name, word in (("acme", "guide"), ("bank", "navigator"), ("coop", "companion")):
        edition(root, name, word)
    return root


def run(*arguments, cwd, **more):
    return subprocess.run([COMMAND, *map(str, arguments)], cwd=cwd, capture_output=True, text=True, timeout=240,
                          env={**os.environ, "LC_ALL": "en_XX.UTF-8"}, **more)


def states(done):
    return dict(re.findall(r"^(\w+) +(built|unchanged|failed)\b", done.stdout, re.MULTILINE))


def contents(folder):
    return {p.relative_to(folder): p.read_bytes() for p in sorted(folder.rglob("*")) if p.is_file()}


def test_only_what_changed_is_built_and_a_broken_edition_stops_no_other(root, tmp_path):
    out = tmp_path / "dist"
    first = run("build", *sorted((root / "editions").iterdir()), "--out", out, cwd=root)
    assert states(first) == {"acme": "built", "bank": "built", "coop": "built"}, first.stdout + first.stderr
    good = contents(out / "acme")
    edition(root, "acme", "<guide>")
    edition(root, "bank", "pilot")
    second = run("build", root / "editions" / "acme", "bank", "coop", "--out", out, cwd=root)
    assert second.returncode == 1
    assert states(second) == {"acme": "failed", "bank": "built", "coop": "unchanged"}
    assert "editions/acme/modules/en/terms.yml:6:" in second.stdout
    assert contents(out / "acme") == good
    assert "Ask the pilot again." in (out / "bank/en/guides/first-guide/index.html").read_text(encoding="utf-8")
    (out / "coop/en/index.html").write_text("meddled with", encoding="utf-8")
    edition(root, "acme", "guide")
    third = run("build", "acme", "bank", "coop", "--out", out, cwd=root)
    assert states(third) == {"acme": "unchanged", "bank": "unchanged", "coop": "built"}
    made = json.loads((out / "manifest.json").read_text(encoding="utf-8"))
    assert sorted(made["editions"]) == ["acme", "bank", "coop"]
    assert set(made["editions"]["bank"]["outputs"]) == {"bank", "bank-facilitator"}


def test_an_interrupted_run_goes_on_where_it_was(root, tmp_path):
    out = tmp_path / "dist"
    running = subprocess.Popen([COMMAND, "build", "acme", "bank", "coop", "--out", out], cwd=root, start_new_session=True,
                               stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    while not (out / "manifest.json").exists():
        assert running.poll() is None
        time.sleep(0.02)
    os.killpg(running.pid, signal.SIGKILL)
    running.wait()
    done = states(run("build", "acme", "bank", "coop", "--out", out, cwd=root))
    assert "unchanged" in done.values()
    assert sorted(p.name for p in out.iterdir() if p.name[0] == ".") == []
    assert len(contents(out / "coop")) > 10


def test_editions_of_several_repositories_are_built_in_one_place(root, tmp_path):
    for name in ("north", "south"):
        company = tmp_path / "companies" / name
        small(company)
        edition(company, name, name)
    done = run("build", tmp_path / "companies", "acme", "--out", tmp_path / "dist", cwd=root)
    assert states(done) == {"north": "built", "south": "built", "acme": "built"}
    edition(tmp_path / "companies" / "north", "acme", "another")
    done = run("build", tmp_path / "companies", "acme", "--out", tmp_path / "dist", cwd=root)
    assert done.returncode == 1
    assert "[edition-twice]" in done.stdout


def test_editions_are_listed_for_a_matrix(root):
    assert json.loads(run("editions", "--json", cwd=root).stdout) == ["handbook", "acme", "bank", "coop"]


def test_no_edition_s_words_are_in_another_s_output_whatever_the_order(root, tmp_path):
    names = {"acme": "guide", "bank": "navigator", "coop": "companion"}
    made = {}
    for seed in range(2):
        order = random.Random(seed).sample(sorted(names), 3)
        for name in order:
            assert build_one(Place(root, name), tmp_path / str(seed), 1).state == "built"
        made[seed] = contents(tmp_path / str(seed))
        made[seed].pop(Path("manifest.json"))
    assert made[0] == made[1]
    for name, own in names.items():
        pages = " ".join(raw.decode(errors="replace") for path, raw in made[0].items() if path.parts[0].startswith(name) and path.suffix == ".html")
        assert f"Ask the {own} again." in pages
        for other, word in names.items():
            if other != name:
                assert f"the {word} again" not in pages
                assert other not in pages


def test_two_builds_at_once_do_not_mix(root, tmp_path):
    out = tmp_path / "dist"
    places = tuple(Place(root, name) for name in ("acme", "bank"))
    with ProcessPoolExecutor(2) as one, ProcessPoolExecutor(2) as two:
        runs = [list(build_editions(places, out, executor, lambda _: None)) for executor in (one, two)]
    assert {outcome.state for outcomes in runs for outcome in outcomes} <= {"built", "unchanged"}
    assert set(json.loads((out / "manifest.json").read_text(encoding="utf-8"))["editions"]) == {"acme", "bank"}


def test_a_full_disk_leaves_the_last_good_site(root, tmp_path):
    out = tmp_path / "dist"
    assert run("build", "acme", "--out", out, cwd=root).returncode == 0
    good = contents(out)
    edition(root, "acme", "pilot")
    code = (
        "import resource, signal, sys; signal.signal(signal.SIGXFSZ, signal.SIG_IGN)\n"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (9000, 9000))\n"
        "from intramentor.cli import main; sys.exit(main())"
    )
    done = subprocess.run([sys.executable, "-c", code, "build", "acme", "--out", out], cwd=root, capture_output=True, text=True, timeout=120)
    assert done.returncode == 1, done.stderr
    assert "Traceback" not in done.stderr
    assert contents(out) == good


def test_a_cluster_builds_the_same_though_one_of_its_workers_dies(root, tmp_path):
    from distributed import LocalCluster

    from intramentor.editions.cluster import cluster

    places = tuple(Place(root, name) for name in ("acme", "bank", "coop"))
    machines = LocalCluster(n_workers=2, threads_per_worker=1, processes=True, dashboard_address=None)
    with machines, cluster(machines.scheduler_address) as executor:
        outcomes = build_editions(places, tmp_path / "cluster", executor, lambda _: None)
        first = next(outcomes)
        os.kill(next(iter(machines.workers.values())).pid, signal.SIGKILL)
        # A task that was done and then lost with its worker is given out again, and finds its work done.
        assert {outcome.state for outcome in (first, *outcomes)} <= {"built", "unchanged"}
    for place in places:
        build_one(place, tmp_path / "here", 1)
    for name in ("acme", "bank", "coop"):
        assert contents(tmp_path / "cluster" / name) == contents(tmp_path / "here" / name)

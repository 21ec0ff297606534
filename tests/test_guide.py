"""The guide for trainers says what really happens: its lines are typed and written, step by step."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from intramentor.project import open_project

ROOT = Path(__file__).parents[1]
RUN = "import sys; from intramentor.cli import main; main()"


@pytest.fixture(scope="module")
def guides():
    project = open_project(ROOT)
    return {
        book.language: next(p for p in book.pieces if p.id == "make-it-yours").value
        for book in project.handbooks("handbook", ("participant",))
    }


class Trainer:
    """Somebody with an empty folder who does what the guide says."""

    def __init__(self, folder, installed):
        self.folder, self.seen = folder, ""
        (folder / ".venv").mkdir(parents=True)  # what the first step leaves there
        commands = folder.parent / "bin"
        commands.mkdir()
        (commands / "intramentor").write_text(f'#!/bin/sh\nexec "{sys.executable}" -c "{RUN}" "$@"\n')
        (commands / "intramentor").chmod(0o755)
        path = f"{commands}{os.pathsep}{os.environ['PATH']}"
        self.surroundings = {**os.environ, "PATH": path, "PYTHONPATH": str(installed), "LANG": "C.UTF-8", "LC_ALL": ""}

    def do(self, one):
        if one.does == "write":
            path = self.folder / one.file
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(f"{one.lines}\n", encoding="utf-8")
            assert (path.parent / one.lines.partition("$schema=")[2].split()[0]).is_file()
        elif one.does == "type":
            done = subprocess.run(
                str(one.lines), shell=True, cwd=self.folder, env=self.surroundings, capture_output=True, text=True, timeout=300,
            )
            self.seen = done.stdout + done.stderr
            assert "Traceback" not in self.seen
        else:
            assert one.lines in self.seen


def listings(guide):
    return {step.id: step.listings for part in guide.parts for step in part.steps}


@pytest.mark.parametrize("lang", ["en", "pl"])
def test_each_step_of_the_guide_does_what_it_says(lang, guides, installed, tmp_path):
    steps, trainer = listings(guides[lang]), Trainer(tmp_path / "folder", installed)
    for name in ("start", "first-change", "first-problem", "look"):
        for one in steps[name]:
            trainer.do(one)
    page = tmp_path / "folder/dist/acme" / lang / "habit-workshops/my-routines/index.html"
    title = steps["first-problem"][-3].lines.partition('title: "')[2].rstrip('"')
    assert title in page.read_text(encoding="utf-8")


@pytest.mark.parametrize("lang", ["en", "pl"])
def test_the_guide_s_kit_is_made(lang, guides, installed, tmp_path):
    steps, trainer = listings(guides[lang]), Trainer(tmp_path / "folder", installed)
    for one in (*steps["start"], *steps["kit"]):
        trainer.do(one)
    kit = tmp_path / "folder/kits/my-routines" / lang
    assert list((kit / "facilitator").glob("*.pptx"))
    assert list((kit / "participants").glob("*.pdf"))


def test_what_the_guide_installs_is_this_package(guides, installed):
    (name,) = installed.glob("*.dist-info/METADATA")
    package = name.read_text(encoding="utf-8").partition("\nName: ")[2].split("\n")[0]
    for guide in guides.values():
        assert listings(guide)["install"][0].lines.split("\n")[-1] == f"pip install {package}"

"""The handbook's scripts: their types hold, their words exist in each language and are used."""

import re
import subprocess
from pathlib import Path

from crawl import NODE
from intramentor.pages.wording import table

ROOT = Path(__file__).parents[1]
SCRIPTS = ROOT / "overrides" / "assets" / "intramentor" / "js"


def test_the_types_hold():
    command = [NODE / ".bin" / "tsc", "-p", ROOT / "tests" / "node" / "tsconfig.json"]
    done = subprocess.run(command, capture_output=True, text=True, timeout=120)
    assert done.returncode == 0, done.stdout


def test_each_word_of_a_script_exists_in_each_language_and_is_used():
    used = {word for path in SCRIPTS.glob("*.js") for word in re.findall(r"(?<!/)\bwords\.(\w+)", path.read_text(encoding="utf-8"))}
    assert set(table("en", "scripts")) == set(table("pl", "scripts")) == used

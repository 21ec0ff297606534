"""The wheel carries theme and pack, so that a company's repository holds its edition alone."""

import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from projects import small, write

ROOT = Path(__file__).parents[1]


@pytest.fixture(scope="module")
def installed(tmp_path_factory):
    folder = tmp_path_factory.mktemp("wheel")
    subprocess.run(
        [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", folder], cwd=ROOT,
        check=True, capture_output=True, timeout=120,
    )
    (wheel,) = folder.glob("*.whl")
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(folder / "site")
    return folder / "site"


def test_the_wheel_holds_pack_theme_schemas_and_licences(installed):
    data = installed / "intramentor" / "_data"
    assert (data / "modules/en/sessions/contract-and-goal.yml").exists()
    assert (data / "overrides").is_dir()
    assert (data / "mkdocs.yml").exists()
    assert (data / "schemas/unit.json").exists()
    assert (data / "schemas/pl/unit.json").exists()
    assert list(installed.glob("*.dist-info/licenses/LICENSE"))
    for texts in ("messages", "fields"):
        assert (installed / f"intramentor/locale/pl/LC_MESSAGES/{texts}.mo").exists()


def test_a_company_s_repository_holds_its_edition_alone(installed, tmp_path):
    files = {
        "editions/acme/edition.yml": "id: acme\nlanguages:\n  - pl\nrole_forms: para\n",
        "editions/acme/modules/pl/sponsor/sponsor-briefing.yml": "id: sponsor-briefing\ntitle: Nasza odprawa\n",
    }
    root = write(tmp_path / "company", files)
    code = "import sys; from intramentor.commands import run; sys.exit(run('en', sys.argv[1:]))"
    done = subprocess.run(
        [sys.executable, "-c", code, "build", "acme", "--out", tmp_path / "dist"], cwd=root,
        timeout=240, env={**os.environ, "PYTHONPATH": str(installed)}, capture_output=True, text=True,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    page = (tmp_path / "dist/acme/pl/sponsor/sponsor-briefing/index.html").read_text(encoding="utf-8")
    assert "Nasza odprawa" in page
    assert not (tmp_path / "dist/acme/en").exists()


def test_a_project_without_a_theme_of_its_own_builds_from_the_wheel(installed, tmp_path):
    root = small(tmp_path / "project")
    code = "import sys; from intramentor.commands import run; sys.exit(run('en', sys.argv[1:]))"
    done = subprocess.run(
        [sys.executable, "-c", code, "build", "--out", tmp_path / "dist"], cwd=root, timeout=120,
        env={**os.environ, "PYTHONPATH": str(installed)}, capture_output=True, text=True,
    )
    assert done.returncode == 0, done.stderr
    page = (tmp_path / "dist/handbook/en/guides/first-guide/index.html").read_text(encoding="utf-8")
    assert "Ask the sponsor." in page

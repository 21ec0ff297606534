"""The wheel carries theme and pack, so that a company's repository holds its edition alone."""

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from projects import small, write

ROOT = Path(__file__).parents[1]


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


def run(installed, folder, *arguments, lang="en"):
    code = "import sys; from intramentor.cli import main; main()"
    return subprocess.run(
        [sys.executable, "-c", code, "--lang", lang, *arguments], cwd=folder, timeout=240,
        env={**os.environ, "PYTHONPATH": str(installed)}, capture_output=True, text=True,
    )


@pytest.mark.parametrize("lang", ["en", "pl"])
def test_a_new_company_s_repository_is_fine_and_builds_at_once(lang, installed, tmp_path):
    begun = run(installed, tmp_path, "init", "acme", lang=lang)
    assert begun.returncode == 0, begun.stderr
    checked = run(installed, tmp_path, "check", "--format", "json")
    assert json.loads(checked.stdout) == []
    built = run(installed, tmp_path, "build", lang=lang)
    assert built.returncode == 0, built.stdout + built.stderr
    assert (tmp_path / "dist/acme" / lang / "index.html").exists()
    assert (tmp_path / "dist/acme-facilitator" / lang / "index.html").exists()
    again = run(installed, tmp_path, "init", "acme")
    assert again.returncode == 1
    assert "folder-not-empty" in again.stdout


@pytest.mark.parametrize("lang", ["en", "pl"])
def test_a_new_repository_has_what_the_readme_and_the_editor_speak_of(lang, installed, tmp_path):
    assert run(installed, tmp_path, "init", "acme", "--root", "new", lang=lang).returncode == 0
    root = tmp_path / "new"
    for path in (root / ".github/workflows/handbook.yml", root / ".gitlab-ci.yml"):
        assert "intramentor build --edition acme" in path.read_text(encoding="utf-8")
        yaml.safe_load(path.read_text(encoding="utf-8"))
    settings = json.loads((root / ".vscode/settings.json").read_text(encoding="utf-8"))
    for schema, place in settings["yaml.schemas"].items():
        assert (root / schema).is_file()
        assert place.startswith("editions/*/")
    for name in ("edition.yml", "_brand.yml"):
        text = (root / "editions/acme" / name).read_text(encoding="utf-8")
        schema = text.splitlines()[0].partition("$schema=")[2]
        assert (root / "editions/acme" / schema).is_file()
        assert "%" not in text
    for place in (f"modules/{lang}", f"content/{lang}", "logo", "fonts"):
        assert (root / "editions/acme" / place).is_dir()
    readme = (root / "README.md").read_text(encoding="utf-8")
    assert "editions/acme/edition.yml" in readme
    assert "%" not in readme
    assert (root / "requirements.txt").read_text(encoding="utf-8").startswith("intramentor==")


def test_version_control_and_the_place_of_the_package_may_be_there_before(installed, tmp_path):
    for name in (".git", ".venv"):
        (tmp_path / name).mkdir()
    assert run(installed, tmp_path, "init", "acme").returncode == 0


@pytest.mark.parametrize("name", ["Acme!", "handbook", "a/b"])
def test_a_name_that_no_edition_can_have_writes_nothing(name, installed, tmp_path):
    done = run(installed, tmp_path, "init", name)
    assert done.returncode == 1
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("lang", ["en", "pl"])
def test_what_stands_commented_out_in_a_new_edition_can_be_used_as_it_is(lang, installed, tmp_path):
    assert run(installed, tmp_path, "init", "acme", lang=lang).returncode == 0
    path = tmp_path / "editions/acme/edition.yml"
    text = path.read_text(encoding="utf-8")
    used = re.sub(r"^# (?= *(?:- |[a-z_]+:))", "", text, flags=re.MULTILINE).replace("yaml-language-server", "# editor")
    assert used.count("\n#") < text.count("\n#") - 10
    path.write_text(used, encoding="utf-8")
    found = json.loads(run(installed, tmp_path, "check", "--format", "json").stdout)
    # The lines are there in one language; the second asks for its own.
    assert {p["code"] for p in found if p["file"].endswith("edition.yml")} == {"missing-key"}, found


@pytest.mark.parametrize("lang", ["en", "pl"])
def test_the_examples_of_a_new_repository_s_readme_are_right(lang, installed, tmp_path):
    assert run(installed, tmp_path, "init", "acme", lang=lang).returncode == 0
    readme = (tmp_path / "README.md").read_text(encoding="utf-8")
    told = (ROOT / "docs/editions.md").read_text(encoding="utf-8")
    found = re.findall(r"```yaml\n# (modules/[^\s:]+)[^\n]*\n(.*?)```", readme + told, re.DOTALL)
    page = re.search(r"```markdown\n(.*?)```", readme, re.DOTALL)[1]
    name = re.search(r"id: (\S+)", page)[1]
    files = {f"editions/acme/{path}": text for path, text in [*found, (f"content/{lang}/about/{name}.md", page)]}
    assert len(files) == 4
    write(tmp_path, files)
    assert json.loads(run(installed, tmp_path, "check", "--format", "json").stdout) == []

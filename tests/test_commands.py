"""The command line as people meet it: words, languages, exit statuses, whole results."""

import json
import os
import re
import signal
import socket
import subprocess
import sys
import time
from pathlib import Path

import pytest

from projects import small

ROOT = Path(__file__).parents[1]
COMMAND = Path(sys.executable).parent / "intramentor"


def run(*arguments, cwd=ROOT, lang="en"):
    environment = {**os.environ, "LC_ALL": f"{lang}_XX.UTF-8"}
    return subprocess.run(
        [COMMAND, *map(str, arguments)], cwd=cwd, env=environment, capture_output=True, text=True,
        timeout=120,
    )


@pytest.fixture
def project(tmp_path):
    return small(tmp_path / "project")


def test_help_is_quick_since_it_imports_no_engine():
    code = (
        "import sys; sys.argv = ['intramentor', '--help']\n"
        "from intramentor.cli import main\n"
        "try: main()\n"
        "except SystemExit: pass\n"
        "print([m for m in ('mkdocs', 'pydantic', 'yaml', 'jinja2') if m in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.splitlines()[-1] == "[]"


@pytest.mark.parametrize(
    "command",
    ["check", "build", "editions", "serve", "plan", "kit", "new", "init", "brand", "status", "accept", "explain", "translations"],
)
def test_every_command_is_explained_in_both_languages_and_in_the_readme(command):
    english, polish = run(command, "--help"), run(command, "--help", lang="pl")
    assert english.returncode == polish.returncode == 0
    assert english.stdout != polish.stdout
    assert "Użycie:" in polish.stdout
    assert not re.search(r"Options|OPTIONS|ARGS|TEXT|NUMBER|INTEGER|COMMAND|KIND|FIELD", polish.stdout)
    assert re.search(rf"intramentor {command}\b", (ROOT / "README.md").read_text(encoding="utf-8"))


def test_the_readme_s_edition_passes(tmp_path):
    root = _copy(tmp_path)
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    for block in re.findall(r"```yaml\n(# editions/.*?)```", readme, re.DOTALL):
        path = root / re.match(r"# (\S+?):?\s", block)[1]
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(block, encoding="utf-8")
    assert len(list(root.rglob("editions/acme/**/*.yml"))) == 3
    done = run("check", cwd=root)
    assert "errors: 0, warnings: 0" in done.stdout, done.stdout


def test_lang_wins_over_the_locale():
    assert "Użycie:" in run("--lang", "pl", "--help").stdout
    assert "Usage:" in run("--lang=en", "--help", lang="pl").stdout


def test_every_text_of_the_command_line_is_translated():
    source = "".join(p.read_text(encoding="utf-8") for p in (ROOT / "generator/intramentor/commands").glob("*.py"))
    messages = (ROOT / "generator/intramentor/locale/pl/LC_MESSAGES/messages.po").read_text(encoding="utf-8")
    for text in re.findall(r'\b_\(\s*"([^"]+)"', source):
        assert f'msgid "{text}"\n' in messages


def test_check_is_fine_on_the_pack():
    done = run("check", "--format", "json")
    assert done.returncode == 0
    # An example has an accent that is too light, on purpose.
    assert [(p["file"], p["code"]) for p in json.loads(done.stdout)] == [
        ("editions/zielony-transport/_brand.yml", "contrast")
    ]


def test_problems_give_status_1_with_line_caret_and_hint(project):
    unit = project / "modules/en/guides/first-guide.yml"
    unit.write_text(unit.read_text().replace("owner:", "owners:"))
    done = run("check", cwd=project)
    assert done.returncode == 1
    assert "modules/en/guides/first-guide.yml:8:1: error: `owners` is not a key" in done.stdout
    assert "     8 | owners: The ${organiser}\n         ^" in done.stdout
    assert "Did you mean `owner`?" in done.stdout
    polish = run("check", cwd=project, lang="pl")
    assert "Czy chodziło o `owner`?" in polish.stdout


def test_problems_as_json_and_as_annotations(project):
    unit = project / "modules/en/guides/first-guide.yml"
    unit.write_text(unit.read_text().replace("minutes: 90", "minutes: 80"))
    (found,) = json.loads(run("check", "--format", "json", cwd=project).stdout)
    assert (found["code"], found["line"], found["column"]) == ("sum", 7, 10)
    assert found["trail"] == "unit first-guide › minutes"
    line = run("check", "--format", "github", cwd=project).stdout
    assert line.startswith("::error file=modules/en/guides/first-guide.yml,line=7,col=10,title=sum::")


def test_wrong_usage_gives_status_2():
    assert run("check", "--nothing").returncode == 2
    assert run("nothing").returncode == 2
    assert run("explain", "nothing").returncode == 2


def test_a_folder_without_a_curriculum_is_a_problem(tmp_path):
    done = run("check", "--root", tmp_path)
    assert done.returncode == 1
    assert "modules/" in done.stdout
    assert "Traceback" not in done.stderr


def test_a_missing_edition_is_a_problem_with_a_suggestion():
    done = run("build", "handbok", "--out", "/nonexistent")
    assert done.returncode == 1
    assert "Did you mean `handbook`?" in done.stdout


@pytest.mark.parametrize("kind", ["lesson", "workshop", "session", "perspective", "area", "guide", "worksheet", "format"])
def test_a_skeleton_passes_once_its_blanks_are_filled(kind, tmp_path):
    root = _copy(tmp_path)
    done = run("new", "unit", kind, "brand-new", cwd=root)
    assert done.returncode == 0
    (path,) = (root / "modules").rglob("brand-new.yml")
    codes = {p["code"] for p in json.loads(run("check", "--format", "json", cwd=root).stdout)}
    assert codes - {"unit-unreached", "worksheet-unused"} == {"blank"}  # nothing leads there yet
    targets = {"source": "ng-2012", "worksheet": "session-log", "unit": "chemistry"}
    filled = re.sub(r"\[\[([^\]]*)\]\]", lambda found: _fill(found[1], targets), path.read_text())
    path.write_text(filled)
    done = run("check", cwd=root)
    assert done.returncode == 0, done.stdout


def _fill(blank, targets):
    about = blank.lower()
    for word, target in targets.items():
        if about.startswith("id") and word in about:
            return target
    if about.startswith("id of the log"):
        return targets["worksheet"]
    return "Something of my own"


def _copy(tmp_path):
    import shutil

    root = tmp_path / "project"
    for name in ("modules", "content"):
        shutil.copytree(ROOT / name, root / name)
    return root


def test_new_refuses_an_id_that_is_taken_or_is_none(project):
    assert run("new", "unit", "guide", "first-guide", cwd=project).returncode == 1
    assert run("new", "unit", "guide", "Bad Id", cwd=project).returncode == 1
    assert run("new", "unit", "guide", "../../out", cwd=project).returncode == 1


def test_check_says_how_much_is_untranslated(project):
    assert "handbook pl: 17 texts missing, 0 outdated." in run("check", cwd=project).stdout


def test_files_with_another_ending_are_a_problem(project):
    (project / "modules/en/guides/other.yaml").write_text("id: other\n")
    assert "other.yaml:1:1: error" in run("check", cwd=project).stdout


def test_a_copied_unit_is_to_blame_not_its_original(project):
    unit = project / "modules/en/guides/first-guide.yml"
    (project / "modules/en/guides/first-guide-copy.yml").write_text(unit.read_text())
    (found,) = json.loads(run("check", "--format", "json", cwd=project).stdout)
    assert (found["code"], found["file"]) == ("duplicate-id", "modules/en/guides/first-guide-copy.yml")


def test_a_taken_port_is_said_before_anything_is_built(project):
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        done = run("serve", "--port", port, cwd=project)
    assert done.returncode == 2
    assert f"Port {port} is taken" in done.stderr


def test_status_accept_and_explain(project):
    (project / "modules/pl/guides").mkdir(parents=True)
    (project / "modules/pl/guides/first-guide.yml").write_text("id: first-guide\ntitle: Pierwszy\n")
    rows = json.loads(run("status", "--format", "json", cwd=project).stdout)
    state = {row["path"]: row["state"] for row in rows if row["language"] == "pl"}
    assert (state["first-guide.title"], state["first-guide.when"]) == ("unrecorded", "missing")
    assert run("accept", "first-guide.title", cwd=project).returncode == 0
    assert json.loads((project / "modules/pl/lock.json").read_text()).keys() == {"first-guide.title"}
    assert run("accept", "first-guide.when", cwd=project).returncode == 1
    assert run("accept", cwd=project).returncode == 2
    shown = run("explain", "first-guide.title", cwd=project).stdout
    assert "modules/en/guides/first-guide.yml:3" in shown
    assert "modules/pl/guides/first-guide.yml:2" in shown
    assert 'What readers of pl get:\n  "Pierwszy"' in shown


def test_source_only_writes_the_folders_and_stops(project, tmp_path):
    out = tmp_path / "folders"
    assert run("build", "--source-only", "--out", out, cwd=project).returncode == 0
    assert (out / "participant" / "pl" / "mkdocs.yml").exists()
    assert (out / "facilitator" / "en" / "docs" / "guides" / "first-guide.md").exists()
    assert not (out / "participant" / "en" / "site").exists()


@pytest.mark.parametrize("options", [[], ["--source-only"]])
def test_what_is_not_ours_is_never_replaced(project, tmp_path, options):
    for name in ("handbook", "participant"):
        (tmp_path / "mine" / name).mkdir(parents=True)
        (tmp_path / "mine" / name / "thesis.txt").write_text("mine")
    before = _contents(tmp_path / "mine")
    done = run("build", *options, "--out", tmp_path / "mine", cwd=project)
    assert done.returncode == 1
    assert "[not-ours]" in done.stdout
    assert _contents(tmp_path / "mine") == before


def test_source_only_into_the_project_itself_leaves_the_project(project):
    before = _contents(project)
    for _ in range(2):
        assert run("build", "--source-only", "--out", ".", cwd=project).returncode == 0
    assert before.items() <= _contents(project).items()


def test_a_failed_build_leaves_the_last_good_site(project, tmp_path):
    out = tmp_path / "dist"
    assert run("build", "--out", out, cwd=project).returncode == 0
    before = _contents(out)
    unit = project / "modules/en/guides/first-guide.yml"
    unit.write_text(unit.read_text().replace("minutes: 90", "minutes: 80"))
    assert run("build", "--out", out, cwd=project).returncode == 1
    assert _contents(out) == before


def test_a_build_that_is_killed_at_any_moment_leaves_a_whole_site(project, tmp_path):
    out = tmp_path / "dist"
    assert run("build", "--out", out, cwd=project).returncode == 0
    old = _contents(out / "handbook")
    unit = project / "modules/en/guides/first-guide.yml"
    unit.write_text(unit.read_text().replace("Ask again.", "Ask once more."))
    seen = set()
    for delay in (0.05, 0.2, 0.35, 0.5, 0.6, 0.7, 0.8, 0.9, 1.0, 1.2, 1.5):
        running = subprocess.Popen(
            [COMMAND, "build", "--out", out], cwd=project, start_new_session=True,
            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
        )
        time.sleep(delay)
        os.killpg(running.pid, signal.SIGKILL)
        running.wait()
        seen.add(_contents(out / "handbook") == old)
        if not seen >= {True}:
            break
        pages = (out / "handbook" / "en" / "index.html", out / "handbook" / "pl" / "index.html")
        assert all(page.read_text(encoding="utf-8").rstrip().endswith("</html>") for page in pages)
    assert run("build", "--out", out, cwd=project).returncode == 0
    assert sorted(p.name for p in out.iterdir()) == ["handbook", "handbook-facilitator", "manifest.json"]
    assert "Ask once more." in (out / "handbook/en/guides/first-guide/index.html").read_text(encoding="utf-8")


def test_the_same_input_gives_the_same_bytes(project, tmp_path):
    for name in ("one", "two"):
        assert run("build", "--out", tmp_path / name, cwd=project).returncode == 0
    assert _contents(tmp_path / "one") == _contents(tmp_path / "two")


def _contents(folder):
    return {p.relative_to(folder): p.read_bytes() for p in sorted(folder.rglob("*")) if p.is_file()}

"""Three engines, one curriculum: `build`, plain MkDocs through the plugin, and Zensical."""

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from intramentor.build import write_sources
from intramentor.project import open_project

ROOT = Path(__file__).parents[1]
BIN = Path(sys.executable).parent
ARTICLE = re.compile(r"<article[^>]*>(.*?)</article>", re.DOTALL)


def article(page):
    found = ARTICLE.search(page.read_text(encoding="utf-8"))
    assert found, page
    return re.sub(r"\s+", " ", found[1])


@pytest.fixture(scope="module")
def folders(tmp_path_factory):
    out = tmp_path_factory.mktemp("source") / "all"
    write_sources(open_project(ROOT), ROOT, "handbook", out)
    return out


def test_plain_mkdocs_gives_the_same_articles(built, tmp_path):
    command = [BIN / "mkdocs", "build", "--strict", "--quiet", "--site-dir", tmp_path / "site"]
    subprocess.run(command, cwd=ROOT, check=True, timeout=120)
    ours = built / "handbook" / "en"
    pages = sorted(p.relative_to(ours) for p in ours.rglob("index.html"))
    assert pages == sorted(p.relative_to(tmp_path / "site") for p in (tmp_path / "site").rglob("index.html"))
    for page in pages:
        assert article(ours / page) == article(tmp_path / "site" / page), page


def test_plain_mkdocs_shows_problems_at_their_line(tmp_path):
    for name in ("modules", "content", "overrides", "mkdocs.yml"):
        source = ROOT / name
        copy = shutil.copytree if source.is_dir() else shutil.copy
        copy(source, tmp_path / name)
    unit = tmp_path / "modules" / "en" / "sponsor" / "sponsor-briefing.yml"
    unit.write_text(unit.read_text(encoding="utf-8").replace("minutes:", "minuts:", 1), encoding="utf-8")
    command = [BIN / "mkdocs", "build", "--strict"]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, timeout=120)
    assert done.returncode != 0
    assert re.search(r"sponsor-briefing\.yml:\d+:1: error: `minuts`", done.stdout + done.stderr)
    assert "Traceback" not in done.stdout + done.stderr


@pytest.mark.parametrize("language", ["en", "pl"])
def test_zensical_builds_every_page_of_the_canonical_folder(folders, language, tmp_path):
    source = tmp_path / "folder"
    shutil.copytree(folders / "facilitator" / language, source)
    subprocess.run([BIN / "zensical", "build", "--clean"], cwd=source, check=True, timeout=120, capture_output=True)
    for page in sorted((source / "docs").rglob("*.md")):
        relative = page.relative_to(source / "docs")
        parent = relative.parent if relative.stem == "index" else relative.with_suffix("")
        made = source / "site" / parent / "index.html"
        assert made.exists(), relative
        title = re.search(r'^title: "(.*)"$', page.read_text(encoding="utf-8"), re.MULTILINE)
        assert title
        assert "<h1" in made.read_text(encoding="utf-8"), relative


def test_the_folder_has_no_plugin_of_ours_and_no_hooks(folders):
    text = (folders / "participant" / "en" / "mkdocs.yml").read_text(encoding="utf-8")
    assert "- intramentor" not in text
    assert "hooks" not in text

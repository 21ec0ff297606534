"""The preview: what is saved is shown; with a mistake the last good page stays, and says so."""

import os
import re
import subprocess
import sys
from contextlib import contextmanager
from pathlib import Path

import pytest
from playwright.sync_api import expect

from projects import small

COMMAND = Path(sys.executable).parent / "intramentor"


@contextmanager
def _serving(root, log):
    with log.open("w") as out:
        running = subprocess.Popen(
            [COMMAND, "serve", "--port", "0"], cwd=root, stdout=out, stderr=out,
            env={**os.environ, "PYTHONUNBUFFERED": "1", "LC_ALL": "C"},
        )
    try:
        yield _address(log, running)
    finally:
        running.terminate()
        running.wait(10)


@pytest.fixture
def served(tmp_path):
    root = small(tmp_path / "project")
    with _serving(root, tmp_path / "log.txt") as address:
        yield root, address, tmp_path / "log.txt"


def _address(log, running):
    import time

    for _ in range(300):
        found = re.search(r"http://127\.0\.0\.1:\d+/", log.read_text())
        if found:
            return found[0]
        assert running.poll() is None, log.read_text()
        time.sleep(0.1)
    raise AssertionError(log.read_text())


def test_saved_changes_and_problems_reach_the_open_page(served, browser):
    root, address, log = served
    page = browser.new_page()
    page.goto(address + "en/guides/first-guide/")
    expect(page.get_by_role("heading", level=1)).to_have_text("First guide")
    unit = root / "modules/en/guides/first-guide.yml"
    good = unit.read_text()

    unit.write_text(good.replace("title: First guide", "title: Better guide"))
    expect(page.get_by_role("heading", level=1)).to_have_text("Better guide", timeout=15_000)

    unit.write_text(good.replace("owner:", "owners:"))
    panel = page.locator("#preview-problems")
    expect(panel).to_contain_text("first-guide.yml:8:1: error: `owners` is not a key", timeout=15_000)
    expect(page.get_by_role("heading", level=1)).to_have_text("Better guide")
    assert "first-guide.yml:8:1" in log.read_text()
    page.reload()
    expect(page.get_by_role("heading", level=1)).to_have_text("Better guide")
    expect(panel).to_be_visible()

    unit.write_text(good)
    expect(page.get_by_role("heading", level=1)).to_have_text("First guide", timeout=15_000)
    expect(panel).to_be_hidden()
    page.close()


def test_a_new_unit_appears_in_the_navigation(served, browser):
    root, address, _ = served
    page = browser.new_page()
    page.goto(address + "en/guides/first-guide/")
    good = (root / "modules/en/guides/first-guide.yml").read_text()
    new = good.replace("id: first-guide", "id: second-guide").replace("First guide", "Second guide")
    (root / "modules/en/guides/second-guide.yml").write_text(new)
    expect(page.get_by_role("link", name="Second guide").first).to_be_attached(timeout=15_000)
    page.close()


def test_a_project_that_begins_with_problems_shows_them_and_recovers(tmp_path, browser):
    root = small(tmp_path / "project")
    unit = root / "modules/en/guides/first-guide.yml"
    good = unit.read_text()
    unit.write_text(good.replace("owner:", "owners:"))
    with _serving(root, tmp_path / "log.txt") as address:
        page = browser.new_page()
        page.goto(address)
        expect(page.locator("#preview-problems")).to_contain_text("`owners` is not a key", timeout=15_000)
        unit.write_text(good)
        expect(page).to_have_url(re.compile(r"/en/$"), timeout=15_000)
        expect(page.get_by_role("heading", level=1)).to_have_text("Start")
        page.close()

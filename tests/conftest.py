"""What several tests share: the small project of tests/cases/base, the built real pack."""

import subprocess
import sys
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, sync_playwright

from cases.reader import project
from crawl import FLAGS
from intramentor.build import build_edition
from intramentor.project import open_project

ROOT = Path(__file__).parents[1]


@pytest.fixture
def base(tmp_path: Path) -> Path:
    """Return a copy of the base project that the test may change."""
    return project(tmp_path / "project")


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build the real pack once, every language and view; return the folder of the sites."""
    out = tmp_path_factory.mktemp("dist")
    build_edition(open_project(ROOT), ROOT, "handbook", out, lambda _: None)
    return out


@pytest.fixture(scope="session")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build the wheel once and unpack it; return the folder that stands for site-packages."""
    folder = tmp_path_factory.mktemp("wheel")
    subprocess.run(
        [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", folder], cwd=ROOT,
        check=True, capture_output=True, timeout=120,
    )
    (wheel,) = folder.glob("*.whl")
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(folder / "site")
    return folder / "site"


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Start the system's Chromium once."""
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=FLAGS)
        yield chromium
        chromium.close()

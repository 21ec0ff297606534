"""From the real pack to two sites a view, whole or not at all."""

from pathlib import Path

import pytest

from intramentor.build import build_edition
from intramentor.project import open_project

ROOT = Path(__file__).parents[1]


@pytest.fixture(scope="session")
def built(tmp_path_factory):
    out = tmp_path_factory.mktemp("dist")
    build_edition(open_project(ROOT), ROOT, "handbook", out, lambda _: None)
    return out


@pytest.mark.parametrize("language", ["en", "pl"])
@pytest.mark.parametrize("view", ["handbook", "handbook-facilitator"])
def test_every_language_and_view_has_its_pages(built, view, language):
    page = built / view / language / "sessions" / "contract-and-goal" / "index.html"
    text = page.read_text(encoding="utf-8")
    assert f'<html lang="{language}"' in text
    assert "${" not in text
    assert "](id:" not in text


def test_the_landing_page_has_plain_links(built):
    text = (built / "handbook" / "index.html").read_text(encoding="utf-8")
    assert '<a href="en/"' in text
    assert '<a href="pl/"' in text

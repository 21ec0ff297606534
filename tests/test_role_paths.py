"""The path of each role holds everything that is for it, and follows the first format."""

import re
from dataclasses import replace
from pathlib import Path

import pytest

from intramentor.model.base import ROLES
from intramentor.pages.paths import paths
from intramentor.project import open_project

ROOT = Path(__file__).parents[1]


@pytest.fixture(scope="module")
def books():
    return list(open_project(ROOT).handbooks("handbook"))


def test_everything_for_a_role_is_on_its_path_once(books):
    for book in books:
        found = {path.role: path for path in paths(book)}
        assert set(found) == set(ROLES)
        for role, path in found.items():
            steps = [step for part in (*path.parts, *path.more) for step in part.steps if not step.again]
            ids = [step.id for step in steps]
            assert len(ids) == len(set(ids))
            wanted = {p.id for p in book.pieces if role in getattr(p.value, "audience", ()) or (not getattr(p.value, "audience", ()) and p.kind != "format")}
            assert wanted <= set(ids), role


def test_of_alternatives_one_counts_and_the_way_goes_on_behind_them(books):
    path = next(path for path in paths(books[0]) if path.role == "mentee")
    areas = [step for step in path.steps if step.piece.kind == "area"]
    assert len(areas) == 5
    assert {step.choice for step in areas} == {"own-work"}
    assert path.count == len(path.steps) - 4
    assert path.minutes == sum(step.minutes for step in path.steps) - sum(step.minutes for step in areas[1:])
    assert {path.after(step.id).piece.kind for step in areas} == {"perspective"}
    assert path.after(path.steps[-1].id) is None


def test_the_path_follows_the_format_that_the_contents_put_first(books):
    def turned(family):
        return replace(family, units=tuple(sorted(family.units, key=lambda p: p.id != "twelve-week-pilot")))

    book = replace(books[0], families=tuple(turned(f) if f.id == "formats" else f for f in books[0].families))
    path = next(path for path in paths(book) if path.role == "mentor")
    assert path.format.id == "twelve-week-pilot"
    assert max(step.week for step in path.steps) == 12
    without = replace(book, families=tuple(f for f in book.families if f.id != "formats"))
    path = next(path for path in paths(without) if path.role == "mentor")
    assert path.format is None
    assert {"contracting", "contract-and-goal"} <= {step.id for step in path.steps}


def test_sources_name_the_units_that_cite_them(built):
    site = built / "handbook" / "en"
    page = (site / "about" / "sources" / "index.html").read_text(encoding="utf-8")
    back = {
        (source, href)
        for source, inside in re.findall(r'<li id="([^"]+)">(.*?)</li>', page, re.DOTALL)
        for href in re.findall(r'href="(\.\.[^"]+/)"', inside)
    }
    there = {
        (source, f"../../{file.parent.relative_to(site)}/".replace("../../about/", "../"))
        for file in site.rglob("index.html")
        for source in re.findall(r'href="[^"]*sources/#([a-z0-9-]+)"', file.read_text(encoding="utf-8"))
        if file.parent != site
    }
    assert len(back) > 100
    assert back >= there

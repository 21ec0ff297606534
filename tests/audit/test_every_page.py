"""The slow crawls: every page of every site, light and dark, phone and desktop."""

import re
from pathlib import Path
from urllib.parse import unquote, urldefrag

import pytest

from crawl import SCHEMES, WIDTHS, html_errors, overflow, serving, tab, violations

ROOT = Path(__file__).parents[2]
DIST = ROOT / "dist"
SITES = ("handbook", "handbook-facilitator")
PAGES = sorted(p for site in SITES for p in (DIST / site).rglob("index.html"))
IDS = [p.parent.relative_to(DIST).as_posix() for p in PAGES]
LINK = re.compile(r'\s(?:href|src)="([^"]*)"')
ANCHOR = re.compile(r'\sid="?([^"\s>]+)')


@pytest.fixture(scope="module")
def address():
    with serving(DIST) as found:
        yield found


@pytest.mark.parametrize("page", PAGES, ids=IDS)
def test_page(browser, address, page):
    path = page.parent.relative_to(DIST).as_posix()
    for width in WIDTHS:
        for scheme in SCHEMES:
            with tab(browser, width, scheme) as (open_page, wrong):
                open_page.goto(f"{address}/{path}/#choose", wait_until="networkidle")
                found = violations(open_page)
            assert not found + wrong, (width, scheme)
    with tab(browser, 320, "light") as (open_page, _):
        open_page.goto(f"{address}/{path}/#choose")
        assert overflow(open_page) <= 0


@pytest.mark.parametrize("page", PAGES, ids=IDS)
def test_links_and_anchors_lead_somewhere(page):
    for link in LINK.findall(page.read_text(encoding="utf-8")):
        target, anchor = urldefrag(unquote(link.replace("&amp;", "&")))
        if re.match(r"[a-z]+:", target):
            continue
        there = (page.parent / target).resolve() if target else page
        there = there / "index.html" if there.is_dir() else there
        assert there.is_relative_to(DIST.resolve()), link
        assert there.exists(), link
        if anchor and there.suffix == ".html":
            assert anchor in ANCHOR.findall(there.read_text(encoding="utf-8")), link


def test_html_is_valid_everywhere():
    assert html_errors(PAGES) == []

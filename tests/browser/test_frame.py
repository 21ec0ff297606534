"""The frame in a browser: no other host, a strict policy, no network, contrast of the system, zoom, keyboard."""

import re

import pytest

from crawl import overflow, serving
from intramentor.build import build_edition
from intramentor.project import data_root, open_project
from projects import small

ROOT_PAGE = "handbook/en/"
SESSION = "handbook/pl/sessions/contract-and-goal/"
CONTROLLED = (
    "navigator.serviceWorker.controller ? null"
    " : new Promise(done => navigator.serviceWorker.addEventListener('controllerchange', () => done()))"
)
PAGES = (ROOT_PAGE, SESSION, "handbook/en/perspectives/resistance-to-change/", "handbook/pl/worksheets/goal-sheet/")


@pytest.fixture(scope="module")
def address(built):
    with serving(built) as found:
        yield found


def test_every_page_forbids_inline_scripts_and_other_hosts(built):
    for path in built.rglob("*.html"):
        text = path.read_text(encoding="utf-8")
        policy = re.search(r'http-equiv="Content-Security-Policy" content="([^"]*)"', text)
        assert policy, path
        assert policy[1].startswith("default-src 'none'"), path
        assert not re.search(r"unsafe-(inline|eval')|https?:|\*", policy[1]), path
        assert not re.search(r"<script(?![^>]*\bsrc=)|\son\w+=|\sstyle=", text), path


@pytest.mark.parametrize("path", PAGES)
def test_the_policy_is_kept_and_nothing_comes_from_elsewhere(browser, address, path):
    page = browser.new_page()
    wrong = []
    page.on("console", lambda m: wrong.append(m.text) if m.type in ("error", "warning") else None)
    page.on("request", lambda r: None if r.url.startswith((address, "blob:")) else wrong.append(r.url))
    page.goto(f"{address}/{path}", wait_until="networkidle")
    assert wrong == []
    assert page.context.cookies() == []
    page.close()


def test_after_one_visit_the_whole_language_works_without_a_network(browser, built):
    context = browser.new_context()
    page = context.new_page()
    with serving(built) as address:
        page.goto(f"{address}/{SESSION}")
        page.evaluate(CONTROLLED)
    for path in (built / "handbook/pl").rglob("index.html"):
        place = path.parent.relative_to(built).as_posix()
        page.goto(f"{address}/{place}/")
        assert page.locator("h1").is_visible()
    page.goto(f"{address}/{SESSION.rstrip('/')}")
    assert page.url == f"{address}/{SESSION}"
    context.close()


def test_a_new_build_is_offered_and_never_forced(browser, tmp_path):
    root = small(tmp_path / "project")
    guide = root / "modules/en/guides/first-guide.yml"
    out = tmp_path / "dist"

    def build():
        build_edition(open_project(root), data_root(root), "handbook", out, lambda _: None)

    build()
    context = browser.new_context()
    page = context.new_page()
    with serving(tmp_path) as address:
        place = f"{address}/dist/handbook/en/guides/first-guide/"
        page.goto(place)
        page.evaluate(CONTROLLED)
        assert page.locator("#im-update").is_hidden()
        guide.write_text(guide.read_text(encoding="utf-8").replace("Write it down", "Write it up"), encoding="utf-8")
        build()
        page.reload()
        page.locator("#im-update").wait_for(state="visible")
        assert "Write it down" in page.locator("article").inner_text()
        page.locator("#im-update button").click()
        page.get_by_text("Write it up").wait_for()
        assert page.locator("#im-update").is_hidden()
    context.close()


def test_the_chosen_scheme_holds_on_every_page_of_both_languages(browser, address):
    context = browser.new_context(color_scheme="light")
    page = context.new_page()
    page.goto(f"{address}/{ROOT_PAGE}")
    page.get_by_role("button", name="Switch to dark").click()
    page.goto(f"{address}/{SESSION}")
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(26, 24, 22)"
    assert page.get_by_role("button", name="Włącz jasny").is_visible()
    context.close()


SPACING = "* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important; } p { margin-bottom: 2em !important; }"


@pytest.mark.parametrize("path", PAGES)
def test_text_may_be_spaced_and_enlarged(browser, address, path):
    """WCAG 1.4.12, text spacing; 1.4.4 and 1.4.10, 200% at 1280 px and 400%, which is 320 px."""
    for width in (320, 390, 640, 1280):
        context = browser.new_context(viewport={"width": width, "height": 800}, bypass_csp=True)
        page = context.new_page()
        page.goto(f"{address}/{path}")
        page.add_style_tag(content=SPACING)
        assert overflow(page) <= 0, width
        cut = page.evaluate(
            "[...document.querySelectorAll('article *')].filter(e => getComputedStyle(e).overflow === 'hidden'"
            " && getComputedStyle(e).clipPath === 'none' && e.scrollHeight > e.clientHeight + 2 && e.clientHeight > 0)"
            ".map(e => e.className)"
        )
        assert cut == [], width
        context.close()


@pytest.mark.parametrize("path", PAGES)
def test_the_keyboard_goes_through_the_page_in_order_and_is_seen(browser, address, path):
    page = browser.new_page(viewport={"width": 1280, "height": 900})
    page.goto(f"{address}/{path}")
    page.evaluate("[...document.querySelectorAll('*')].forEach((e, i) => { e.place = i; })")
    count = page.locator("a[href]:visible, button:visible, input:visible, textarea:visible, summary:visible").count()
    places = []
    for _ in range(min(count, 60)):
        page.keyboard.press("Tab")
        found = page.evaluate(
            "(() => { const e = document.activeElement, s = getComputedStyle(e), r = e.getBoundingClientRect();"
            " return e === document.body ? null : [e.place ?? null,"
            " s.outlineStyle !== 'none' && parseFloat(s.outlineWidth) >= 2, r.width > 0 && r.height > 0, e.outerHTML.slice(0, 80)]; })()"
        )
        if found is None:
            break
        assert found[1], found[3]
        assert found[2], found[3]
        if found[0] is not None:  # a word's card comes and goes beside its word
            places.append(found[0])
    assert places == sorted(places)
    assert len(places) > 10
    page.close()


def test_nothing_moves_for_any_reader(browser, address):
    page = browser.new_page()
    page.goto(f"{address}/{SESSION}")
    assert page.evaluate(
        "[...document.querySelectorAll('*')].every(e => getComputedStyle(e).transitionDuration === '0s'"
        " && getComputedStyle(e).animationName === 'none' && getComputedStyle(e).scrollBehavior === 'auto')"
    )
    page.close()


@pytest.mark.parametrize("path", PAGES)
def test_forced_colours_keep_what_colour_alone_says(browser, address, path):
    """Edges of cards and fields stay visible."""
    context = browser.new_context(forced_colors="active", viewport={"width": 1280, "height": 900})
    page = context.new_page()
    page.goto(f"{address}/{path}")
    edges = page.evaluate(
        "[...document.querySelectorAll('.im-prompt, .im-role, textarea, article input[type=text]')].filter(e => e.offsetParent)"
        ".map(e => parseFloat(getComputedStyle(e).borderTopWidth))"
    )
    assert min(edges, default=1) >= 1
    assert edges or "perspectives" in path
    context.close()

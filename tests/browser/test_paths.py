"""Paths, progress, self-checks and glossary words, as somebody uses them in a browser."""

from contextlib import contextmanager

import pytest
from playwright.sync_api import expect

from crawl import SCHEMES, WIDTHS, html_errors, overflow, serving, tab, violations

MENTEE, CHECK = "handbook/pl/paths/mentee/", "handbook/en/mentor-training/contracting/"
PICTURES = ("handbook/en/", MENTEE, CHECK, "handbook/pl/habit-workshops/my-routines/", "handbook/pl/formats/six-month-programme/")
PAGES = (MENTEE, "handbook/en/paths/facilitator/", "handbook-facilitator/pl/paths/facilitator/", *PICTURES)


@pytest.fixture(scope="module")
def address(built):
    with serving(built) as found:
        yield found


@contextmanager
def opened(browser, url, **options):
    """Yield a page of its own store at an address, without errors in its console."""
    context = browser.new_context(**{"viewport": {"width": 390, "height": 844}, **options})
    page, wrong = context.new_page(), []
    page.on("console", lambda m: wrong.append(m.text) if m.type == "error" else None)
    page.on("pageerror", lambda e: wrong.append(str(e)))
    page.goto(url)
    try:
        yield page
        assert not wrong
    finally:
        context.close()


def step_ids(page):
    """Return the ids of a path's steps; of alternatives the first."""
    return page.locator("[data-step]").evaluate_all(
        "all => [...new Map(all.map(one => [one.dataset.choice ?? one.dataset.step, one.dataset.step]).reverse()).values()].reverse()"
    )


@pytest.mark.parametrize(("site", "role"), [
    ("handbook/en", "mentor"), ("handbook/pl", "mentee"), ("handbook/en", "organiser"), ("handbook/pl", "sponsor"),
    ("handbook-facilitator/en", "facilitator"),
])
def test_a_journey_from_the_question_to_the_last_step(browser, address, site, role):
    with opened(browser, f"{address}/{site}/") as page:
        expect(page.locator(".im-resume")).to_be_hidden()
        page.locator(f"[data-choose={role}] a").click()
        page.wait_for_url(f"**/paths/{role}/")
        left = step_ids(page)
        page.locator(".im-next h2 a").click()
        while True:
            unit = page.locator("article").get_attribute("data-unit")
            left.remove(unit)
            page.locator("[data-done]").click()
            onward = page.locator(".im-onward__path:visible")
            expect(onward).to_have_count(1)
            following = onward.locator(".im-onward__next a")
            if not following.count():
                break
            following.click()
        onward.locator("a").click()
        page.wait_for_url(f"**/paths/{role}/")
        assert left == []
        expect(page.locator(".im-next__over")).to_be_visible()
        expect(page.locator(".im-next h2")).to_be_hidden()


def test_the_start_page_goes_on_where_the_reader_is(browser, address):
    with opened(browser, f"{address}/{MENTEE}") as page:
        page.locator(".im-next h2 a").click()
        page.locator("[data-done]").click()
        page.locator(".im-brand").click()
        assert page.locator(".im-next h2 a").get_attribute("href").endswith("habit-workshops/my-routines/")
        expect(page.locator("[data-choose=mentee] a")).to_have_attribute("aria-current", "true")
        page.locator(".im-resume__all a:visible").click()
        page.wait_for_url("**/paths/mentee/")


def test_without_javascript_the_path_leads_to_each_unit_and_on(browser, address):
    with opened(browser, f"{address}/handbook/pl/", java_script_enabled=False) as page:
        for hidden in (".im-resume", ".im-routes"):
            expect(page.locator(hidden)).to_be_hidden()
        page.locator("[data-choose=mentor] a").click()
        expect(page.locator(".im-next h2 a")).to_have_attribute("href", "../../sessions/chemistry/")
        page.get_by_role("link", name="Kontrakt mentoringowy i poufność").first.click()
        for hidden in ("[data-done]", ".im-terms"):
            expect(page.locator(hidden)).to_be_hidden()
        summary = page.locator(".im-option summary").first
        summary.click()
        expect(page.locator(".im-option p").first).to_be_visible()
        expect(page.locator(".im-onward__next:visible")).to_have_count(1)


def test_what_is_done_shows_in_both_languages_and_can_be_undone(browser, address):
    with opened(browser, f"{address}/handbook/en/sessions/chemistry/") as page:
        button = page.locator("[data-done]")
        button.focus()
        page.keyboard.press("Enter")
        expect(page.locator(".im-done [role=status]")).to_contain_text("Done on")
        expect(button).to_be_focused()
        page.goto(f"{address}/{MENTEE}")
        step = page.locator("[data-step=chemistry]")
        expect(step).to_contain_text("zrobione")
        expect(page.locator("[data-progress]")).to_contain_text("1 z 28")
        expect(page.locator(".im-pic--narrow .is-done")).to_have_count(1)
        expect(page.locator("[data-step=my-routines] .im-way__state")).to_have_text("teraz")
        page.evaluate("localStorage.setItem('intramentor/handbook/done/goal-sheet', '\"2026-11-24\"')")
        page.reload()
        expect(page.locator("[data-mark]:not(:empty)")).to_have_text(["zrobione"])
        expect(page.locator("[data-progress]")).to_contain_text("1 z 28")
        other = page.context.new_page()
        other.goto(f"{address}/handbook/pl/sessions/chemistry/")
        other.locator("[data-done]").click()
        expect(page.locator("[data-progress]")).to_contain_text("0 z 28")
        expect(step).to_contain_text("teraz")


def test_one_of_the_areas_is_enough(browser, address):
    with opened(browser, f"{address}/{MENTEE}") as page:
        done = [one for one in step_ids(page) if one != "ai-data-and-online-tools"]
        before = done[: done.index("privacy-and-social-media")]
        for unit in (*before, "business-online"):
            page.evaluate("unit => localStorage.setItem(`intramentor/handbook/done/${unit}`, '\"2026-11-24\"')", unit)
        page.reload()
        expect(page.locator(".is-now[data-step]")).to_have_attribute("data-step", "privacy-and-social-media")


def test_a_self_check_by_keyboard_answers_at_once_and_remembers(browser, address):
    with opened(browser, f"{address}/{CHECK}") as page:
        first = page.locator("[data-question]").first
        first.get_by_role("radio").first.focus()
        page.keyboard.press("Space")
        expect(first.get_by_role("status").first).to_contain_text("Not quite.")
        page.keyboard.press("ArrowDown")
        expect(first.get_by_role("status").nth(0)).to_be_empty()
        expect(first.get_by_role("status").nth(1)).not_to_be_empty()
        page.reload()
        expect(first.get_by_role("radio").nth(1)).to_be_checked()
        expect(first.get_by_role("status").nth(1)).not_to_be_empty()
        for question in page.locator("[data-question]").all():
            question.locator(".im-answer input").last.check()
        expect(page.locator(".im-check__result")).to_contain_text("of 2 right")
        page.get_by_role("button", name="Try again").click()
        expect(first.get_by_role("radio").first).to_be_focused()
        expect(page.locator(".im-answer input:checked")).to_have_count(0)


def test_a_word_is_explained_where_it_stands(browser, address):
    url = f"{address}/handbook/en/habit-workshops/my-routines/"
    with opened(browser, url, viewport={"width": 1280, "height": 900}, bypass_csp=True) as page:
        word, card = page.locator(".im-gloss-word").first, page.locator(".im-gloss:popover-open")
        word.scroll_into_view_if_needed()
        page.wait_for_timeout(100)
        word.hover()
        expect(card).to_contain_text("What you do in the same way")
        card.hover()
        page.wait_for_timeout(400)
        expect(card).to_be_visible()
        page.keyboard.press("Escape")
        expect(card).to_have_count(0)
        page.mouse.move(0, 0)
        word.focus()
        page.keyboard.press("Shift+Tab")
        page.keyboard.press("Tab")
        expect(card).to_be_visible()
        page.keyboard.press("Tab")
        expect(card.locator("a").first).to_be_focused()
        assert violations(page) == []
        page.keyboard.press("Escape")
        expect(card).to_have_count(0)
        expect(word).to_be_focused()
        word.click()
        page.wait_for_url("**/about/glossary/#routine")


def test_a_tap_explains_a_word_and_stays_on_the_page(browser, address):
    url = f"{address}/handbook/pl/habit-workshops/my-routines/"
    with opened(browser, url, has_touch=True, is_mobile=True) as page:
        word = page.locator(".im-gloss-word").first
        word.scroll_into_view_if_needed()
        page.wait_for_timeout(100)
        word.tap()
        card = page.locator(".im-gloss:popover-open")
        expect(card).to_be_visible()
        box = card.bounding_box()
        assert box["x"] >= 0
        assert box["x"] + box["width"] <= 390
        card.get_by_role("link", name="W słowniczku").tap()
        page.wait_for_url("**/about/glossary/#routine")


@pytest.mark.parametrize("path", PAGES)
def test_axe_and_the_console_are_silent(browser, address, path):
    for width in WIDTHS:
        for scheme in SCHEMES:
            with tab(browser, width, scheme) as (page, wrong):
                page.goto(f"{address}/{path}")
                page.evaluate("document.querySelectorAll('.im-answer input').forEach(one => one.click())")
                page.evaluate("localStorage.setItem('intramentor/handbook/done/chemistry', '\"2026-11-24\"'); localStorage.setItem('intramentor/handbook/role', '\"mentee\"')")
                page.reload(wait_until="networkidle")
                found = violations(page)
            assert not found + wrong, (path, width, scheme)
    with tab(browser, 320, "light") as (page, _):
        page.goto(f"{address}/{path}")
        assert overflow(page) <= 0


def test_the_html_is_valid(built):
    assert html_errors([built / path / "index.html" for path in PAGES]) == []


@pytest.mark.parametrize("path", PICTURES)
def test_the_words_of_pictures_can_be_read_on_a_phone_and_stay_inside(browser, address, path):
    with opened(browser, f"{address}/{path}") as page:
        drawn = page.locator(".im-pic:visible text:visible").evaluate_all(
            """all => all.map(one => { const svg = one.ownerSVGElement; const frame = svg.getBoundingClientRect(); const box = one.getBoundingClientRect();
            return [one.textContent, one.getAttribute("font-size") * frame.width / svg.viewBox.baseVal.width, Math.max(frame.left - box.left, box.right - frame.right)]; })"""
        )
        assert drawn
        for words, size, outside in drawn:
            assert size >= 13, words
            assert outside <= 2, words
        ids = page.locator("[id]").evaluate_all("all => all.map(one => one.id)")
        assert len(ids) == len(set(ids))


def test_pictures_survive_forced_colours(browser, address):
    with opened(browser, f"{address}/{MENTEE}", forced_colors="active") as page:
        page.evaluate("document.querySelector('.im-pic__stop').classList.add('is-done')")
        stroke, fill, behind = page.locator(".im-pic--narrow .im-pic__stop circle").first.evaluate(
            "one => [getComputedStyle(one).stroke, getComputedStyle(one).fill, getComputedStyle(document.body).backgroundColor]"
        )
        assert behind not in (stroke, fill)

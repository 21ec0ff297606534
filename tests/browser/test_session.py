"""Session pages: two sides of one table, and the session step by step with a clock that is not real."""

from io import BytesIO

import pytest
from pypdf import PdfReader

from crawl import SCHEMES, WIDTHS, overflow, serving, tab, violations

UNIT = "sessions/contract-and-goal"
STEPS = (10, 25, 25, 10, 5)
MENTOR = "What will you answer when somebody upstairs asks how I am doing?"
MENTEE = "What would make it hard for you to tell me that I am wrong?"
ANSWERS = """(key) => JSON.parse(localStorage.getItem("intramentor/handbook/" + key))"""


@pytest.fixture(scope="module")
def address(built):
    with serving(built / "handbook") as found:
        yield found


@pytest.fixture
def page(browser, address):
    """Open the session's page on a phone, at ten o'clock; fail on any error in the console."""
    with tab(browser, 390, "light") as (opened, wrong):
        opened.clock.install(time="2026-11-24T09:00:00")
        opened.goto(f"{address}/en/{UNIT}/")
        opened.clock.pause_at("2026-11-24T10:00:00")
        yield opened
        assert not wrong


def start(page, role=""):
    if role:
        page.get_by_role("radio", name=role).check(force=True)
    page.get_by_role("button", name="Start the session").click()


def pass_time(page, minutes):
    page.clock.run_for(int(minutes * 60_000))


def clock(page):
    return page.locator(".im-mode__left").inner_text(), page.locator(".im-mode__plan").inner_text().strip()


def heading(page):
    return page.locator(".im-mode__step h2").inner_text()


def said(page):
    return page.locator("#im-said").inner_text()


def test_a_role_puts_its_own_side_first_on_every_page_and_in_each_language(page, address):
    prompts = page.locator("[data-step=contract] .im-prompt__say")
    assert [each.inner_text() for each in prompts.all()] == [MENTOR, MENTEE]
    page.get_by_role("radio", name="Mentee").check(force=True)
    assert [each.inner_text() for each in prompts.all() if each.is_visible()] == [MENTEE]
    page.locator("[data-step=contract]").get_by_text("What the mentor can say").click()
    assert prompts.nth(1).is_visible()
    for path in (f"en/{UNIT}/", "en/sessions/swap/", f"pl/{UNIT}/"):
        page.goto(f"{address}/{path}")
        assert page.locator(".im-switch input[value=mentee]").is_checked()
        sides = page.locator(".im-steps [data-sides]")
        assert sides.evaluate_all("all => all.every((one) => one.firstElementChild.dataset.for === 'mentee')")
        assert sides.evaluate_all("all => all.every((one) => one.querySelector('details:not([open]) [data-for=mentor]'))")
    page.locator(".im-switch input[value='']").check(force=True)
    assert page.locator(".im-folded").count() == 0
    assert page.evaluate("localStorage.length") == 0


def test_an_organiser_who_looks_at_one_side_stays_an_organiser(page):
    page.evaluate("localStorage.setItem('intramentor/handbook/role', '\"organiser\"')")
    page.reload()
    assert page.get_by_role("radio", name="Both").is_checked()
    page.get_by_role("radio", name="Mentor").check(force=True)
    assert page.locator(".im-folded").count() > 0
    assert page.evaluate(ANSWERS, "role") == "organiser"
    page.get_by_role("radio", name="Both").check(force=True)
    assert page.locator("html").get_attribute("data-role") == "organiser"


def test_another_tab_hears_of_the_role_the_ticks_and_the_step(page, address):
    other = page.context.new_page()
    other.goto(f"{address}/en/{UNIT}/")
    start(other, "Mentor")
    page.get_by_role("button", name="Go on with the session").click()
    page.get_by_role("button", name="Next").click()
    other.wait_for_function("document.querySelector('.im-mode__step h2').innerText === 'Contract: our rules'")
    page.keyboard.press("Escape")
    page.get_by_role("button", name="End the session").click()
    other.locator("#im-mode").wait_for(state="hidden")
    page.locator("[data-prep='mentor/mark-lines']").check()
    other.wait_for_function("document.querySelector('[data-prep=\"mentor/mark-lines\"]').checked")
    page.reload()
    assert page.locator("[data-prep]:checked").count() == 1


def test_without_javascript_both_sides_lie_open(browser, address):
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{address}/en/{UNIT}/")
    sides = page.locator(".im-step .im-prompt")
    assert sides.count() == 2 * len(STEPS)
    assert all(each.is_visible() for each in sides.all())
    assert page.locator(".im-prep li:visible").count() == 6
    assert page.locator("button:visible", has_text="Start").count() == page.locator("input:visible").count() == 0
    assert page.get_by_role("link", name="Open the log").is_visible()
    widths = [each.bounding_box()["width"] for each in page.locator(".im-main .im-bar > span:visible").all()]
    assert sorted(widths, reverse=True)[:2] == pytest.approx([widths[1]] * 2, abs=1)
    assert widths[1] > 2 * widths[0] > 2 * widths[4]
    context.close()


def test_the_clock_goes_through_every_step_to_the_log(page):
    start(page, "Mentor")
    assert clock(page) == ("10:00", "on time")
    pass_time(page, 7)
    page.get_by_role("button", name="Next, 25 min: Contract: our rules").click()
    assert (heading(page), clock(page)) == ("Contract: our rules", ("25:00", "3 min ahead"))
    assert page.locator(".im-mode__step").get_by_text(MENTOR).is_visible()
    assert not page.locator(".im-mode__step").get_by_text(MENTEE).is_visible()
    pass_time(page, 30)
    page.locator(".im-mode__stuck summary").click()
    assert page.locator(".im-mode__stuck").get_by_role("cell", name="Which piece of that would you do yourself").is_visible()
    assert clock(page) == ("+5:00", "2 min behind")
    assert page.get_by_text("over in this step").is_visible()
    for minutes in (25, 10):
        page.locator("#im-next").click()
        pass_time(page, minutes)
    page.locator("#im-next").click()
    assert clock(page) == ("5:00", "2 min behind")
    assert page.get_by_label("What did we agree?").is_visible()
    pass_time(page, 3)
    page.get_by_role("button", name="Next: Log and goodbye").click()
    assert page.get_by_text("min in all, 75 planned").is_visible()
    assert clock(page) == ("75", "on time")
    pass_time(page, 20)
    assert clock(page) == ("75", "on time")
    page.get_by_label("What did we agree?").fill("We count minutes.")
    page.get_by_label("When do we meet next?").fill("2026-12-08")
    pass_time(page, 1)
    page.get_by_role("button", name="Close the session").click()
    assert page.evaluate(ANSWERS, "done/contract-and-goal") == "2026-11-24"
    assert page.evaluate(ANSWERS, f"session/{UNIT.split('/')[1]}") is None
    kept = page.evaluate(ANSWERS, "sheet/contract-and-goal/session-log")
    assert {key: answer["value"] for key, answer in kept["answers"].items()} == {"agreed": "We count minutes.", "next-meeting": "2026-12-08"}
    page.reload()
    assert page.get_by_label("What did we agree?").input_value() == "We count minutes."
    assert page.get_by_role("button", name="Start the session").is_visible()


def test_a_step_back_counts_on_where_it_stood(page):
    start(page)
    assert not page.locator("#im-back").is_visible()
    pass_time(page, 6)
    page.locator("#im-next").click()
    pass_time(page, 2)
    page.locator("#im-back").click()
    assert clock(page) == ("4:00", "2 min behind")


def test_a_reload_goes_on_and_a_pause_stands(page, address):
    start(page)
    pass_time(page, 4)
    page.reload()
    assert (heading(page), clock(page)[0]) == ("Settle in, why we are here", "6:00")
    page.get_by_role("button", name="Pause").click()
    pass_time(page, 9)
    page.reload()
    assert (clock(page)[0], page.locator(".im-mode__of").inner_text()) == ("6:00", "paused")
    page.get_by_role("button", name="Pause").click()
    pass_time(page, 1)
    assert clock(page)[0] == "5:00"
    page.goto(f"{address}/pl/{UNIT}/")
    assert clock(page) == ("5:00", "zgodnie z\u00a0planem")


def test_a_session_left_for_the_night_is_over(page):
    start(page)
    pass_time(page, 13 * 60)
    page.reload()
    assert page.get_by_role("button", name="Start the session").is_visible()
    assert not page.locator("#im-mode").is_visible()


def test_the_keyboard_alone_is_enough(page):
    page.get_by_role("button", name="Start the session").focus()
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.innerText") == "Settle in, why we are here"
    for _ in range(len(STEPS) - 1):
        page.keyboard.press("ArrowRight")
    assert heading(page) == "Close and log"
    page.get_by_label("What did we agree?").focus()
    page.keyboard.type("a")
    page.keyboard.press("ArrowLeft")
    assert heading(page) == "Close and log"
    page.keyboard.press("Escape")
    asked = page.get_by_role("dialog", name="Leave the session?")
    assert asked.is_visible()
    page.keyboard.press("Escape")
    asked.wait_for(state="hidden")
    assert page.locator("#im-mode").is_visible()
    page.keyboard.press("Escape")
    page.get_by_role("button", name="Back to the page").press("Enter")
    page.locator("#im-mode").wait_for(state="hidden")
    page.get_by_role("button", name="Go on with the session").press("Enter")
    assert heading(page) == "Close and log"


def test_time_is_announced_three_times_in_a_step_and_no_more(page):
    start(page)
    page.evaluate("""() => {
        window.heard = [];
        const place = document.querySelector("#im-said");
        new MutationObserver(() => heard.push(place.textContent)).observe(place, {childList: true});
    }""")
    pass_time(page, 4)
    page.locator("#im-next").click()
    for _ in range(40):
        pass_time(page, 1)
    assert page.evaluate("heard") == [
        "Half of this step is gone. 12 min left.", "2 minutes left in this step.", "The time for this step is up.",
    ]
    assert page.locator("#im-said").get_attribute("role") == "status"
    assert page.locator(".im-mode__clock").get_attribute("role") == "timer"


def test_the_screen_stays_awake_while_the_clock_runs(browser, address):
    with tab(browser, 390, "light") as (page, _):
        page.add_init_script("""
            window.locks = [];
            Object.defineProperty(navigator, "wakeLock", {value: {request: async () => {
                const lock = {released: false, release: async () => { lock.released = true; }};
                locks.push(lock);
                return lock;
            }}});""")
        page.goto(f"{address}/en/{UNIT}/")
        start(page)
        awake = "locks.filter((lock) => !lock.released).length"
        page.wait_for_function(f"{awake} === 1")
        page.evaluate("locks[0].released = true; document.dispatchEvent(new Event('visibilitychange'))")
        page.wait_for_function(f"{awake} === 1 && locks.length === 2")
        page.get_by_role("button", name="Pause").click()
        page.wait_for_function(f"{awake} === 0")


def test_a_full_store_says_so_and_loses_nothing(page):
    page.evaluate("() => { Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError'); }; }")
    start(page)
    pass_time(page, 5)
    assert clock(page)[0] == "5:00"
    page.locator(".im-mode__log summary").click()
    page.get_by_label("What did we agree?").fill("Not lost")
    pass_time(page, 1)
    assert page.get_by_role("alert").is_visible()
    assert page.get_by_label("What did we agree?").input_value() == "Not lost"


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize("width", WIDTHS)
def test_axe_is_silent_in_the_session(browser, address, width, scheme):
    with tab(browser, width, scheme) as (page, wrong):
        page.goto(f"{address}/pl/{UNIT}/")
        page.locator(".im-switch input[value=mentor]").check(force=True)
        found = violations(page)
        page.locator("#im-start").click()
        found += violations(page)
        for _ in STEPS:
            page.locator("#im-next").click()
        found += violations(page)
        page.keyboard.press("Escape")
        found += violations(page)
    assert not found + wrong


def test_nothing_is_cut_at_320_pixels(browser, address):
    with tab(browser, 320, "light") as (page, _):
        page.goto(f"{address}/pl/{UNIT}/")
        assert overflow(page) <= 0
        page.locator("#im-start").click()
        for _ in (*STEPS, None):
            assert page.evaluate("""() => [...document.querySelectorAll("#im-mode, #im-mode *")]
                .filter((one) => one.getBoundingClientRect().right > innerWidth + 1 && !one.closest(".im-hidden")).map((one) => one.className)""") == []
            if page.locator("#im-mode[data-ended]").count() == 0:
                page.locator("#im-next").click()


def test_forced_colours_keep_the_choice_and_the_step_in_sight(browser, address):
    context = browser.new_context(forced_colors="active", viewport={"width": 390, "height": 800})
    page = context.new_page()
    page.goto(f"{address}/en/{UNIT}/")
    start(page, "Mentor")
    page.locator("#im-next").click()
    colour = "one => getComputedStyle(one).backgroundColor"
    past, now, later = (page.locator(".im-mode .im-bar > span").nth(n).evaluate(colour) for n in (0, 1, 2))
    assert past not in (now, later)
    chosen, other = (page.locator(f".im-switch__one--{role} span").evaluate(colour) for role in ("mentor", "mentee"))
    assert chosen != other
    context.close()


@pytest.mark.parametrize(("role", "pages", "there", "absent"), [
    ("Mentor", 2, (MENTOR,), (MENTEE,)), ("Mentee", 2, (MENTEE,), (MENTOR,)), ("Both", 3, (MENTOR, MENTEE), ()),
])
def test_each_role_prints_its_own_sheet(page, role, pages, there, absent):
    page.get_by_role("radio", name=role).check(force=True)
    made = PdfReader(BytesIO(page.pdf(prefer_css_page_size=True)))
    assert len(made.pages) == pages
    text = " ".join(" ".join(each.extract_text() for each in made.pages).split())
    assert all(each in text for each in there)
    assert not any(each in text for each in absent)
    assert "When it stalls" in text.split("Step by step")[-1]
    assert "What did we agree?" in text

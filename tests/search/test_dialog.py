"""The search dialog, by keyboard and by screen reader, in a real browser."""

import pytest

from crawl import SCHEMES, WIDTHS, overflow, serving, tab, violations

PAGE = "handbook/pl/sessions/contract-and-goal/"


@pytest.fixture(scope="module")
def address(built):
    with serving(built) as found:
        yield found


@pytest.fixture
def page(browser, address):
    with tab(browser, 1280, "light") as (opened, wrong):
        opened.goto(f"{address}/{PAGE}")
        yield opened
        assert not wrong


def ask(page, query):
    page.keyboard.press("/")
    page.get_by_role("searchbox", name="Szukaj w podręczniku").fill(query)
    page.locator(".im-found, [role=status]:has-text('Nic tu')").first.wait_for()


def test_by_keyboard_alone(page):
    ask(page, "oporem")
    first = page.locator(".im-found__title").first
    assert first.inner_text().startswith("Opór wobec zmian")
    page.keyboard.press("ArrowDown")
    assert first.evaluate("link => link === document.activeElement")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowUp")
    page.keyboard.press("ArrowUp")
    assert page.locator(".im-search input").evaluate("field => field === document.activeElement")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.wait_for_url("**/pl/perspectives/resistance-to-change/")


def test_escape_goes_back_to_where_the_reader_was(page):
    page.get_by_role("button", name="Szukaj:").click()
    assert page.get_by_role("dialog", name="Szukaj w podręczniku").is_visible()
    page.keyboard.press("Escape")
    page.locator(".im-search").wait_for(state="hidden")
    assert page.locator(".im-find").evaluate("button => button === document.activeElement")


def test_enter_in_the_field_opens_the_first_page(page):
    ask(page, "bez znaczenia")
    page.locator(".im-search input").fill("lojalnością")
    page.keyboard.press("Enter")
    page.wait_for_url("**/pl/perspectives/loyalty/")


def test_a_result_says_what_it_is_for_whom_how_long_and_quotes_the_page(page):
    ask(page, "tremą")
    entry = page.locator(".im-found").first
    facts = entry.locator(".im-found__facts")
    assert facts.inner_text().replace("\xa0", " ").split("\n") == ["Lekcja", "Osoba mentorska", "75 min"]
    assert facts.get_attribute("id") == entry.locator(".im-found__title").get_attribute("aria-describedby")
    assert entry.locator(".im-found__title mark").inner_text() == "trema"
    page.wait_for_load_state("networkidle")
    quoted = entry.locator(".im-found__text")
    assert quoted.locator("mark").count()
    words = quoted.inner_text().strip("… ").split(" · ")[0].split()
    entry.locator(".im-found__title").click()
    page.wait_for_url("**/mentoring-upward/")
    assert " ".join(words) in " ".join(page.locator("article").text_content().split())


def test_the_number_of_pages_is_announced_and_nothing_found_gives_advice(page):
    ask(page, "superwizji")
    assert page.get_by_role("dialog").get_by_role("status").inner_text().startswith("Znalezione strony: ")
    page.locator(".im-search input").fill("qqqq")
    page.get_by_text("Nic tu nie pasuje do „qqqq”").wait_for()
    assert page.locator(".im-found").count() == 0


def test_a_slash_that_is_being_written_stays_a_slash(page, address):
    page.goto(f"{address}/handbook/pl/worksheets/goal-sheet/")
    writing = page.locator("article textarea, article input[type=text]").first
    writing.focus()
    page.keyboard.type("1/2")
    assert writing.input_value() == "1/2"
    assert page.get_by_role("dialog").count() == 0


def test_the_index_comes_on_first_use_and_a_failure_can_be_repeated(browser, address):
    asked = []
    with tab(browser, 390, "light", service_workers="block") as (page, _):
        page.on("request", lambda request: asked.append(request.url))
        page.goto(f"{address}/{PAGE}", wait_until="networkidle")
        assert not any("search.json" in url or "find.js" in url for url in asked)
        page.route("**/search.json", lambda route: route.abort())
        page.keyboard.press("/")
        page.get_by_text("Nie udało się wczytać wyszukiwarki").wait_for()
        page.unroute("**/search.json")
        page.keyboard.press("Escape")
        page.locator(".im-search").wait_for(state="hidden")
        ask(page, "puls")


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("scheme", SCHEMES)
def test_axe_is_silent_on_the_open_dialog(browser, address, width, scheme):
    with tab(browser, width, scheme) as (page, wrong):
        page.goto(f"{address}/{PAGE}")
        ask(page, "kontraktów")
        assert not violations(page) + wrong


def test_the_dialog_fits_320_pixels(browser, address):
    with tab(browser, 320, "light") as (page, _):
        page.goto(f"{address}/{PAGE}")
        ask(page, "informacji zwrotnej")
        assert overflow(page) <= 0
        assert page.locator(".im-search").evaluate("dialog => dialog.scrollWidth - dialog.clientWidth") <= 0

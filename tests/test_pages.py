"""One page of each template, in a browser: accessible, quiet, valid, narrow enough."""

import pytest

from crawl import SCHEMES, WIDTHS, html_errors, overflow, serving, tab, violations

PAGES = (
    "handbook/en/", "handbook/pl/sessions/contract-and-goal/", "handbook/en/mentor-training/listening-and-questions/",
    "handbook/pl/habit-workshops/my-routines/", "handbook/en/perspectives/resistance-to-change/",
    "handbook/pl/areas/ai-data-and-online-tools/", "handbook/en/organiser/how-to-start/",
    "handbook/pl/worksheets/goal-sheet/", "handbook/en/worksheets/mentoring-contract/",
    "handbook/pl/formats/six-month-programme/", "handbook/en/about/glossary/", "handbook/pl/about/sources/",
    "handbook/en/about/what-reverse-mentoring-is/", "handbook-facilitator/pl/habit-workshops/my-routines/",
)


@pytest.fixture(scope="module")
def address(built):
    with serving(built) as found:
        yield found


@pytest.mark.parametrize("path", PAGES)
def test_axe_and_the_console_are_silent(browser, address, path):
    for width in WIDTHS:
        for scheme in SCHEMES:
            with tab(browser, width, scheme) as (page, wrong):
                page.goto(f"{address}/{path}", wait_until="networkidle")
                found = violations(page)
            assert not found + wrong, (path, width, scheme)


@pytest.mark.parametrize("path", PAGES)
def test_nothing_is_cut_at_320_pixels(browser, address, path):
    with tab(browser, 320, "light") as (page, _):
        page.goto(f"{address}/{path}")
        assert overflow(page) <= 0


def test_the_html_is_valid(built):
    files = [built / path / "index.html" for path in PAGES] + [built / "handbook" / "index.html"]
    assert html_errors(files) == []


@pytest.mark.parametrize("path", ["handbook/en/sessions/contract-and-goal/"])
def test_the_language_switch_keeps_the_page_without_javascript(browser, address, path):
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{address}/{path}")
    page.locator("header").get_by_role("link", name="PL").first.click()
    assert page.url == f"{address}/handbook/pl/sessions/contract-and-goal/"
    assert page.locator("html").get_attribute("lang") == "pl"
    context.close()


def test_the_landing_page_goes_to_the_reader_s_language_and_remembers_a_choice(browser, address):
    context = browser.new_context(locale="pl-PL")
    page = context.new_page()
    page.goto(f"{address}/handbook/")
    page.wait_for_url("**/handbook/pl/")
    page.goto(f"{address}/handbook/#choose")
    page.get_by_role("link", name="English").click()
    page.wait_for_url("**/handbook/en/")
    page.goto(f"{address}/handbook/")
    page.wait_for_url("**/handbook/en/")
    context.close()

"""From the real pack to two sites a view, whole or not at all."""

import pytest


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

"""Texts of the pages: the order of lists, the words that are the pages' own."""

import re
from types import SimpleNamespace

from intramentor.pages.text import alphabetical
from intramentor.pages.wording import table


def test_lists_follow_the_polish_alphabet():
    words = ["Źródło", "Zmiana", "Ćwiczenie", "COM-B", "Cel", "Łódź", "Lista", "Étude", "Efekt"]
    things = [SimpleNamespace(title=word) for word in words]
    ordered = [thing.title for thing in alphabetical(things, "title")]
    assert ordered == ["Cel", "COM-B", "Ćwiczenie", "Efekt", "Étude", "Lista", "Łódź", "Zmiana", "Źródło"]


def test_polish_words_of_the_pages_leave_no_short_word_at_a_line_s_end():
    for part in ("", "scripts"):
        left = {key: text for key, text in table("pl", part).items() if re.search(r"(^|[\s(„])[aiouwz] \S", text, re.IGNORECASE)}
        assert not left

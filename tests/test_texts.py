"""Texts of the pages: the order of lists, the words that are the pages' own."""

import re
from collections import Counter
from pathlib import Path
from types import SimpleNamespace

import pytest
import yaml

from intramentor.pages import wording
from intramentor.pages.text import alphabetical
from intramentor.pages.wording import table

WORDING = Path(wording.__file__).with_name("wording")

def test_lists_follow_the_polish_alphabet():
    words = ["Źródło", "Zmiana", "Ćwiczenie", "COM-B", "Cel", "Łódź", "Lista", "Étude", "Efekt"]
    things = [SimpleNamespace(title=word) for word in words]
    ordered = [thing.title for thing in alphabetical(things, "title")]
    assert ordered == ["Cel", "COM-B", "Ćwiczenie", "Efekt", "Étude", "Lista", "Łódź", "Zmiana", "Źródło"]


def test_polish_words_of_the_pages_leave_no_short_word_at_a_line_s_end():
    for part in ("", "scripts"):
        left = {key: text for key, text in table("pl", part).items() if re.search(r"(^|[\s(„])[aiouwz] \S", text, re.IGNORECASE)}
        assert not left


@pytest.mark.parametrize("part", ["", "scripts"])
@pytest.mark.parametrize("language", ["en", "pl"])
def test_no_word_stands_in_two_files(language, part):
    files = sorted((WORDING / language / part).glob("*.yml"))
    keys = [key for file in files for key in yaml.safe_load(file.read_text(encoding="utf-8")) or {}]
    assert len(files) > 1
    assert [key for key, count in Counter(keys).items() if count > 1] == []

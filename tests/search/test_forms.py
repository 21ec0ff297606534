"""Which words are one word, and all the forms of it; the index is the same whatever the order."""

import json
from collections import Counter

import pytest

from intramentor.finish.forms import grouped
from intramentor.finish.search import write_index

PAGE = """<!doctype html><html lang="pl"><head><meta name="description" content="Opis."></head><body>
<nav>Nawigacja</nav><article data-kind="lesson" data-audience="mentor"><p data-search-exclude>
<span data-search="kind"><svg><title>Ikona</title></svg> Lekcja</span> <b data-search="who">Mentorka</b></p>
<h1 id="_unit">Tytuł</h1><ul data-search-exclude="quotes"><li><b data-search="minutes">5 min</b><br>Kartka</li></ul>
<p data-search-exclude>Zapisz <em>to</em></p><h2 id="a">Źródła &amp; próby</h2><p>Tekst.</p></article><footer>Stopka</footer></body></html>"""


@pytest.mark.parametrize(
    ("language", "text", "others"),
    [
        ("pl", "mentorka", ["mentorek", "mentorkami"]), ("pl", "źródło", ["źródeł", "źródłach"]), ("pl", "markiem", ["marek", "marka"]),
        ("pl", "szedł", ["iść", "szła"]), ("en", "meetings", ["meet", "met", "meeting"]), ("en", "plans", ["planned", "planning"]),
        ("en", "organise", ["organized", "organising"]), ("en", "studied", ["study", "studies"]), ("de", "wort", []),
    ],
)
def test_a_word_is_found_by_its_other_forms(language, text, others):
    of_word, forms = grouped([text], language)
    every = set().union(*(forms[name] for name in of_word[text]))
    assert {text, *others} <= every


def test_homographs_belong_to_each_of_their_words():
    of_word, _ = grouped(["mam"], "pl")
    assert {"mieć", "mama"} <= of_word["mam"]


def test_forms_of_one_word_in_a_text_are_one_word():
    of_word, _ = grouped(["meetings", "meeting", "meet", "met"], "en")
    assert set(of_word.values()) == {frozenset({"meet"})}


def test_the_index_has_what_readers_see_and_no_more(tmp_path):
    (tmp_path / "a").mkdir()
    (tmp_path / "a" / "index.html").write_text(PAGE, encoding="utf-8")
    write_index(tmp_path, {})
    first = (tmp_path / "search.json").read_bytes()
    index = json.loads(first)
    (page,) = index["pages"]
    assert (page["title"], page["kind"], page["who"], page["minutes"]) == ("Tytuł", "Lekcja", "Mentorka", "5 min")
    assert page["sections"] == [["_unit", "Tytuł"], ["a", "Źródła & próby"]]
    ends = Counter(row[1] + ending for row in index["lemmas"] for ending in index["endings"][row[2]].split("|"))
    assert ends["kartkami"]
    assert not {"nawigacja", "ikona", "zapisz", "stopka"} & set(ends)
    write_index(tmp_path, {})
    assert (tmp_path / "search.json").read_bytes() == first

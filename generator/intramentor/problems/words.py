"""Words inside facts (types, kinds of object, advice) and trails, in Polish."""

from __future__ import annotations

import gettext
from functools import cache
from pathlib import Path

LOCALE = Path(__file__).parents[1] / "locale"

PL: dict[str, str] = {
    "text": "tekst",
    "number": "liczba",
    "true/false": "true/false",
    "list": "lista",
    "keys": "klucze",
    "nothing": "nic",
    "tab": "tabulator",
    "unit": "jednostka",
    "worksheet": "arkusz",
    "source": "źródło",
    "objective": "cel",
    "answer": "pole arkusza",
    "activity": "ćwiczenie",
    "object": "obiekt",
    "name": "nazwa",
    "link": "odnośnik",
    "activities": "ćwiczenia",
    "agenda": "plan spotkania",
    "tasks": "zadania",
    "steps": "kroki",
    "units": "jednostki",
    "stages": "etapy",
    "stage": "etap",
    "format": "format",
    "lesson": "lekcja",
    "workshop": "warsztat",
    "session": "sesja",
    "area": "obszar",
    "guide": "poradnik",
    "code": "kod",
    "quote": "cytat blokowy",
    "rule": "linia pozioma",
    "heading": "nagłówek",
    "underlined heading": "podkreślony nagłówek",
    "snippet": "wstawka z pliku",
    "abbreviation": "skrót",
    "footnote": "przypis",
    "column without a heading": "kolumna bez nagłówka",
    "admonition of another form": 'ramka w innej postaci niż `!!! note "Tytuł"`',
    'Put it in double quotes: "12".': 'Weź to w cudzysłów prosty: "12".',
    'Put it in double quotes: "true".': 'Weź to w cudzysłów prosty: "true".',
    "Write plain digits, such as 75: no quotes, no leading zero, no unit.":
        "Wpisz same cyfry, np. 75: bez cudzysłowu, zera na początku i jednostki.",
    "decimal": "ułamek dziesiętny",
    "whole number": "liczba całkowita",
    "page": "strona",
    "contents": "spis treści",
    "perspective": "perspektywa",
    "glossary": "słowniczek",
    "sources": "lista źródeł",
    "Is a directory": "to folder",
    "Not a plain file": "to nie jest zwykły plik",
    "No such file or directory": "dowiązanie prowadzi donikąd",
    "Permission denied": "brak uprawnień",
    "Too many levels of symbolic links": "dowiązania tworzą koło",
    "not a table": "to nie tabela kluczy i tekstów",
    "a key must be a plain word": "klucz musi być zwykłym słowem",
    "not JSON": "to nie jest JSON",
    "the system can't read it": "system nie może go odczytać",
    "it can't be read": "nie wiadomo, co to ma być",
    "anchors and aliases are not used here": "kotwic i aliasów tu nie używamy",
    "a line that begins with `%` has a meaning of its own in YAML":
        "wiersz zaczynający się od `%` ma w YAML-u własne znaczenie",
    "tags (`!…`) are not used here": "znaczników (`!…`) tu nie używamy",
    "this line doesn't belong to what stands above it": "ten wiersz nie łączy się z tym, co stoi wyżej",
    "a text can't begin with this character": "od tego znaku nie może zaczynać się tekst",
    "after `|` or `>` the text begins on the next line":
        "po `|` lub `>` tekst zaczyna się w następnym wierszu",
    "the file ends inside a text in quotes": "plik skończył się za wcześnie, zapewne brakuje cudzysłowu",
    "a line `---` or `...` stands inside a text in quotes":
        "wiersz `---` lub `...` stoi wewnątrz tekstu w cudzysłowie",
    "after `\\` stands a character that means nothing there":
        "po `\\` stoi znak, który tam nic nie znaczy",
    "this is no character's code": "to nie jest kod żadnego znaku",
    "the colon after the key is missing": "brakuje dwukropka po kluczu",
    "a list can't begin here": "lista nie może się tu zaczynać",
    "`?` can't stand here": "`?` nie może tu stać",
    "a colon can't stand here": "dwukropek nie może tu stać",
    "a tab stands where spaces belong": "tabulator stoi tam, gdzie powinny być spacje",
    "a comma or `]` is missing": "brakuje przecinka albo `]`",
    "a comma or `}` is missing": "brakuje przecinka albo `}`",
    "a dash should stand here": "tu powinien być myślnik",
    "a key should stand here": "tu powinien być klucz",
    "a value should stand here": "tu powinna być wartość",
    "control characters are not allowed": "znaki sterujące są niedozwolone",
    "this is not text in UTF-8": "to nie jest tekst w kodowaniu UTF-8",
    "another character should stand here": "tu powinien stać inny znak",
    "Write https://… in full, without `?` and `#`.": "Wpisz pełny adres https://…, bez `?` i `#`.",
    "Write https://… in full.": "Wpisz pełny adres https://….",
    "Write a mail address, such as learning@acme.example.": "Wpisz adres e-mail, np. rozwoj@acme.example.",
    "Write https://… in full, or a mail address.": "Wpisz pełny adres https://… albo adres e-mail.",
    "light": "jasny",
    "dark": "ciemny",
    "Write true or false.": "Wpisz true albo false.",
    "Write one item a line, each with `- ` before it.":
        "Zapisz po jednej pozycji w wierszu, każdą po `- `.",
    "Write one text, without the leading dash.": "Zapisz jeden tekst, bez myślnika na początku.",
    "Write one text; if it holds a colon, put it in double quotes.":
        "Zapisz jeden tekst; jeśli jest w nim dwukropek, weź go w cudzysłów prosty.",
    "Write `key: value` lines without dashes.": "Zapisz wiersze `klucz: wartość` bez myślników.",
    "Write `key: value` lines, indented by two spaces.":
        "Zapisz wiersze `klucz: wartość` z wcięciem dwóch spacji.",
}

SEVERITIES = {"error": "błąd", "warning": "ostrzeżenie"}
# What trails call objects, before their ids.
NOUNS: dict[str, str] = {
    "activity": "ćwiczenie",
    "column": "kolumna",
    "edition": "edycja",
    "evidence": "dowód",
    "expert": "kogo pytać:",
    "family": "rodzina",
    "field": "pole",
    "listing": "wiersze",
    "mentee item": "punkt dla mentee",
    "mentor item": "punkt dla roli mentorskiej",
    "objective": "cel",
    "option": "odpowiedź",
    "part": "część",
    "shown answer": "pokazywana odpowiedź",
    "question": "pytanie",
    "stage": "etap",
    "step": "krok",
    "stuck": "impas",
    "style": "styl",
    "task": "zadanie",
    "term": "hasło",
    "trouble": "kłopot",
    "unit": "jednostka",
}


def severity(word: str, lang: str) -> str:
    """Return `error` or `warning` in a language."""
    return SEVERITIES[word] if lang == "pl" else word


def said_way(trail: str) -> str:
    """Return a trail in Polish: our nouns change, the author's keys and ids stay."""
    parts = (part.rpartition(" ") for part in trail.split(" › "))
    return " › ".join(NOUNS.get(noun, noun) + space + rest for noun, space, rest in parts)


@cache
def _fields() -> gettext.NullTranslations:
    return gettext.translation("fields", LOCALE, ["pl"])


def said(text: str, lang: str) -> str:
    """Return what the types say about a field (its description) in a language."""
    return _fields().gettext(text) if lang == "pl" and text else text

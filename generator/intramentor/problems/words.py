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
    "object": "obiekt",
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
    "found unexpected end of stream": "plik skończył się za wcześnie, zapewne brakuje cudzysłowu",
    "did not find expected key": "tu powinien być klucz",
    "did not find expected '-' indicator": "tu powinien być myślnik",
    "did not find expected ',' or ']'": "brakuje przecinka albo `]`",
    "did not find expected ',' or '}'": "brakuje przecinka albo `}`",
    "did not find expected node content": "tu powinna być wartość",
    "could not find expected ':'": "brakuje dwukropka po kluczu",
    "found unknown escape character": "po `\\` stoi znak, który tam nic nie znaczy",
    "found invalid Unicode character escape code": "to nie jest kod znaku Unicode",
    "found character that cannot start any token": "od tego znaku nie może zaczynać się tekst",
    "block sequence entries are not allowed in this context": "lista nie może tu stać",
    "control characters are not allowed": "znaki sterujące są niedozwolone",
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
    "mentee item": "punkt dla mentee",
    "mentor item": "punkt dla roli mentorskiej",
    "objective": "cel",
    "option": "odpowiedź",
    "part": "część",
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

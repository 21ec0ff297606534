"""Forms of words: which words of a text are one word, and how else a reader may write it.

Polish comes from the dictionary of Morfeusz, English from the rules of spelling and a table
of irregular words. In any other language each word stands for itself.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

_KNOWN = 1 << 16  # words kept in mind between sites; a pack has about 10,000
_VOWELS = frozenset("aeiou")
Grouping = dict[str, frozenset[str]]


def grouped(words: Iterable[str], language: str) -> tuple[Grouping, Grouping]:
    """Group the words of a text, all in small letters, into dictionary words.

    Returns the dictionary words of each word (several where its forms coincide: „mam” is
    *mieć* and *mama*) and all the forms of each dictionary word, those of the text included.
    """
    known = frozenset(words)
    lemmas, inflect = _LANGUAGES.get(language, (_itself, frozenset))
    of_word = {word: lemmas(word, known) for word in known}
    forms: dict[str, set[str]] = defaultdict(set)
    for word, names in of_word.items():
        for name in names:
            forms[name].add(word)
    return of_word, {name: frozenset(seen) | inflect(name) for name, seen in forms.items()}


def _itself(word: str, _known: frozenset[str]) -> frozenset[str]:
    return frozenset([word])


@cache
def _morfeusz() -> Any:
    from morfeusz2 import Morfeusz  # type: ignore[import-untyped]

    return Morfeusz()


@lru_cache(_KNOWN)
def _polish_lemmas(word: str) -> frozenset[str]:
    """Return the dictionary words of a Polish word; names are in the dictionary with a capital."""
    found = set()
    for spelling in (word, word.capitalize()):
        for start, _, (_, lemma, tag, *_) in _morfeusz().analyse(spelling):
            if start == 0 and tag != "ign":
                found.add(lemma.split(":")[0].lower())
    return frozenset(found or [word])


@cache
def light(language: str) -> frozenset[str]:
    """Return the dictionary words of a language that say little about a text: *of*, *my*, *czy*."""
    path = Path(__file__).with_name(f"light.{language}.txt")
    return frozenset(path.read_text(encoding="utf-8").split()) if path.exists() else frozenset()


@lru_cache(_KNOWN)
def _polish_forms(lemma: str) -> frozenset[str]:
    """Return all forms but negated ones (*nieuczenie*), which nobody looks for."""
    spellings = (lemma, lemma.capitalize())
    made = (form for spelling in spellings for form in _morfeusz().generate(spelling))
    return frozenset(form.lower() for form, _, tag, *_ in made if not tag.endswith(":neg")) | {lemma}


@cache
def _irregular() -> dict[str, tuple[str, ...]]:
    """Return the rows of irregular English words by each of their forms."""
    text = Path(__file__).with_name("irregular.en.txt").read_text(encoding="utf-8")
    rows = [tuple(line.split()) for line in text.splitlines() if line and line[0] != "#"]
    return {form: row for row in rows for form in row}


def _english_lemmas(word: str, known: frozenset[str]) -> frozenset[str]:
    """Return the shortest word of the text that this one is a form of: *meetings* is *meet*."""
    while True:
        base = next((b for b in _bases(word) if b in known and b != word), None)
        if base is None:
            return frozenset(_irregular().get(word, (word,))[:1])
        word = base


def _bases(word: str) -> list[str]:
    """Return what a word may be a form of, by the rules alone."""
    made = [row[0]] if (row := _irregular().get(word)) else []
    for ending, puts in _UNDO:
        if word.endswith(ending) and len(word) - len(ending) > 2:
            made += [word[: -len(ending)] + put for put in puts]
            root = word[: -len(ending)]
            if ending in {"ed", "ing"} and root[-1] == root[-2]:
                made.append(root[:-1])
    return made


_UNDO = (("ies", ("y",)), ("ied", ("y",)), ("es", ("", "e")), ("s", ("",)), ("ed", ("", "e")), ("ing", ("", "e")))


@lru_cache(_KNOWN)
def _english_forms(lemma: str) -> frozenset[str]:
    """Return the forms of an English word and of what it may be a form of, the American spellings too."""
    near = _bases(lemma)
    starts = {lemma, *near, *(base for start in near for base in _bases(start))}
    made = {form for start in starts for row in (_irregular().get(start, (start,)),) for form in row}
    made |= {form for start in starts for form in _regular(start)}
    return frozenset(made | {_american(form) for form in made})


def _regular(word: str) -> set[str]:
    if word.endswith("y") and len(word) > 2 and word[-2] not in _VOWELS:
        return {word, word[:-1] + "ies", word[:-1] + "ied", word + "ing"}
    if word.endswith("e"):
        return {word, word + "s", word + "d", word[:-1] + "ing"}
    if word.endswith(("s", "x", "z", "ch", "sh")):
        return {word, word + "es", word + "ed", word + "ing"}
    doubled = word + word[-1] if _short(word) else word
    return {word, word + "s", doubled + "ed", doubled + "ing", word + "ed", word + "ing"}


def _short(word: str) -> bool:
    """Tell whether a word ends like *plan* or *swap*: its last letter is doubled."""
    end = word[-3:]
    return len(end) == 3 and end[1] in _VOWELS and not {end[0], end[2]} & _VOWELS and end[2] not in "wxy"


def _american(word: str) -> str:
    for british, american in (("is", "iz"), ("our", "or")):
        at = word.rfind(british)
        if at > 3 and len(word) - at > (len(british) if british == "is" else 2):
            word = word[:at] + american + word[at + len(british) :]
    return word


_LANGUAGES: dict[str, tuple[Callable[[str, frozenset[str]], frozenset[str]], Callable[[str], frozenset[str]]]] = {
    "pl": (lambda word, _: _polish_lemmas(word), _polish_forms),
    "en": (_english_lemmas, _english_forms),
}

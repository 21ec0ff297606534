"""How hard a text is to read: the length of sentences, and the FOG index of Polish units."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Any

from intramentor.check.passages import MASK, Finding, Sheet, masked, passages
from intramentor.layers import Stack
from intramentor.layers.stacked import Stacked
from intramentor.load.nodes import where
from intramentor.problems import Problems

LONGEST = 35  # words of a sentence
FOG = 10.0
LEAST = 100  # words: the index of a shorter text says nothing
SYLLABLES = 4  # of a hard word
EXEMPT = 10  # one word in so many may be a hard word that the glossary explains
_SHORT = 3 * LONGEST  # signs: in a shorter stretch no sentence is too long
_SHORTEST_HARD = 7  # signs: no shorter word has four syllables
# The end of a sentence, of a line that is a block of its own, or of a cell.
_END = re.compile(
    r"[.!?…|\n](?:(?<=\|)|(?<=\"\n)|(?<=\n)[ \t]*(?=\n|[-*|]|\d+\.|!!!|\?\?\?)"
    r"|(?<=[.!?…])[.!?…”“\"»)*\]·]{0,8}(?=[\s|]{1,8}[^\sa-ząćęłńóśźż]|\s{0,8}\Z))"
)
_WORD = re.compile(r"[^\W\d_]+(?:[-’'][^\W\d_]+)*|\d[\d.,–]*")
_LETTERS = re.compile(r"[^\W\d_]+")
# One group of vowels is a syllable; an `i` before a vowel only softens, and is in its group.
_VOWELS = re.compile("[aeiouyąęó]+")
_NAME = re.compile(r"\$\{[^}\n]*\}")


def long_sentences(sheet: Sheet) -> Iterator[Finding]:
    """Find sentences that nobody can say in one breath."""
    if not any(_stretches(sheet.plain)):
        return
    for passage in sheet.passages:
        for words in _stretches(masked(passage.text)):
            first = passage.text[words[0].start() : words[0].end()]
            facts = {"count": len(words), "most": LONGEST}
            yield Finding(passage, words[0].start(), first, "long-sentence", facts)


def _stretches(text: str) -> Iterator[list[re.Match[str]]]:
    """Yield the words of each sentence that has too many."""
    start = 0
    for stop in (*(found.end() for found in _END.finditer(text)), len(text)):
        if stop - start > _SHORT:
            words = list(_WORD.finditer(text, start, stop))
            if len(words) > LONGEST:
                yield words
        start = stop


def check_fog(
    made: Stack, read: list[Sheet], values: dict[str, Any], problems: Problems
) -> None:
    """Note each participants' unit whose Polish texts are too hard as a whole."""
    known = _known_words(read)
    for each in read:
        if not each.own or each.language != "pl" or not _for_participants(values.get(each.unit)):
            continue
        unit = made.units[each.unit]
        figure = round(fog(_participants_text(unit, each), known), 1)
        if figure > FOG:
            place = where(unit.id, unit.localised("pl"), ("title",))
            shown = f"{figure:.1f}".replace(".", ",")
            problems.add("fog", place, figure=shown, most=f"{FOG:.0f}")


def fog(text: str, known: tuple[str, ...] = ()) -> float:
    """Return the FOG index of a Polish text: sentence length and share of hard words; 0 if short.

    Words that begin like one of `known` are no hard words, as far as one word in ten.
    """
    plain = MASK.sub(" ", _NAME.sub("osoba", text))
    words = _LETTERS.findall(plain.lower())
    if len(words) < LEAST:
        return 0.0
    sentences = sum(1 for part in _END.split(plain) if part and _LETTERS.search(part))
    hard = [word for word in words if len(word) >= _SHORTEST_HARD and _is_hard(word)]
    explained = sum(word.startswith(known) for word in hard)
    counted: int = len(hard) - min(explained, len(words) // EXEMPT)
    return 0.4 * (len(words) / max(1, sentences) + 100 * counted / len(words))


@lru_cache(maxsize=50_000)
def _is_hard(word: str) -> bool:
    return len(_VOWELS.findall(word)) >= SYLLABLES


def _known_words(read: list[Sheet]) -> tuple[str, ...]:
    """Return the beginnings of the hard words that the glossary explains, without endings."""
    titles = (
        passage.text.lower()
        for each in read if each.kind == "glossary" and each.language == "pl"
        for passage in each.passages if passage.path[0] == "terms" and passage.path[-1] == "title"
    )
    return tuple(word[:-2] for title in titles for word in _LETTERS.findall(title) if _is_hard(word))


def _for_participants(value: Any) -> bool:
    audience = getattr(value, "audience", None)
    return audience is not None and (not audience or "mentor" in audience or "mentee" in audience)


def _participants_text(unit: Stacked, own: Sheet) -> str:
    """Return what a participant reads of a unit in Polish, the pack's texts below the edition's."""
    whole = passages(unit.localised("pl")) if len(unit.levels["pl"]) > 1 else own.passages
    return "\n\n".join(p.text for p in whole if not p.hidden and p.text.lang == "pl")

"""Polish wording: no-break spaces, quotation marks, words that are not used."""

from __future__ import annotations

import re
from collections.abc import Iterator

from intramentor.check.passages import BLOT, Finding, Sheet, masked

# A one-letter word that a line could end with. Each pattern begins with a set of signs, which
# makes looking through a long text fast.
_NEXT = r"(?=[ \n][^\s|–)])"
_SMALL = re.compile(r"[\s„(\[*|»–]([aiouwz])" + _NEXT)
_CAPITAL = re.compile(r"[ \n„(\[*|]([AIOUWZ])" + _NEXT)
_BEGINS = re.compile(r"(?:^|[\n„(*|\[]|[.!?:…”|-] )$")  # before a sentence; elsewhere Z is „pokolenie Z”
_UNITS = (
    r"(?:min(?:ut[ayęo]?\w*)?|godz(?:in\w*)?|sek(?:und\w*)?|dni|dnia|dniach|tygod\w+|miesi\w+|lat(?:a|ach)?|roku|r\."
    r"|proc|%|zł|tys|mln|mld|km|cm|kg|GB|MB)(?!\w)"
)
_NUMBER = re.compile(r"\d(?=[ \n](?:" + _UNITS + r"|\d{3}(?!\d)))")
_WORD = re.compile(r"\s(\S+)")
_MARKS = ('"', "“", "‟", "''", ",,")
_QUOTE = re.compile(r"[\"“‟]|''|,,(?=\w)")
_TITLE = re.compile(r"^[ ]*(?:!!!|\?\?\?\+?) \w+ \"[^\n]*$", re.MULTILINE)
_MENTEE = re.compile(r"\bmentee(?:[’'](?:a|go|mu|m|em|s|ów|om|ami|ach|owi|y|e|i)|go|ego|mu|emu|m|em|s|ów|om|ami|ach|owi|ch|mi|a|i|y)\b", re.IGNORECASE)
_WRONG = {"podopieczn": "mentee, druga osoba"}  # beginnings of words, and what to write instead


def no_break_spaces(sheet: Sheet) -> Iterator[Finding]:
    """Find a plain space after a one-letter word, or between a number and its unit."""
    if sheet.language != "pl" or not any(_loose(sheet.plain)):
        return
    for passage in sheet.passages:
        text = "\n" + masked(passage.text)
        for end in _loose(text):
            next_word = _WORD.match(text, end)
            if next_word:
                at = next_word.start(1) - 1
                word = passage.text[at : next_word.end(1) - 1]
                facts = {"found": f"{text[:end].split()[-1]} {word}"}
                yield Finding(passage, at, word, "no-break-space", facts)


def _loose(text: str) -> Iterator[int]:
    """Yield where a plain space or a new line stands and a no-break space should."""
    for found in _SMALL.finditer(text):
        yield found.end()
    for found in _CAPITAL.finditer(text):
        if _BEGINS.search(text[max(0, found.start(1) - 2) : found.start(1)]):
            yield found.end()
    for found in _NUMBER.finditer(text):
        yield found.end()


def quotation_marks(sheet: Sheet) -> Iterator[Finding]:
    """Find quotation marks that are not Polish; a title of a box is set in straight ones."""
    if sheet.language != "pl" or not any(mark in sheet.plain for mark in _MARKS):
        return
    for passage in sheet.passages:
        if not any(mark in passage.text for mark in _MARKS):
            continue
        text = _TITLE.sub(lambda found: BLOT * len(found[0]), passage.text)
        for found in _QUOTE.finditer(text):
            yield Finding(passage, found.start(), found[0], "polish-quotes", {"found": found[0]})


def inflected_mentee(sheet: Sheet) -> Iterator[Finding]:
    """Find a form of *mentee*, which has none in Polish."""
    if sheet.language == "pl" and "mentee" in sheet.low and _MENTEE.search(sheet.plain):
        for passage in sheet.passages:
            for found in _MENTEE.finditer(masked(passage.text)):
                yield Finding(passage, found.start(), found[0], "mentee-inflected", {"found": found[0]})


def wrong_words(sheet: Sheet) -> Iterator[Finding]:
    """Find words that this handbook doesn't use of people."""
    for beginning, better in _WRONG.items():
        if sheet.language == "pl" and beginning in sheet.low:
            for passage in sheet.passages:
                for found in re.finditer(rf"\b{beginning}\w*", passage.text, re.IGNORECASE):
                    facts = {"found": found[0], "better": better}
                    yield Finding(passage, found.start(), found[0], "wrong-word", facts)

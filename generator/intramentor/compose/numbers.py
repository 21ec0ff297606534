"""Numbers that an edition sets, as names: `${min_group}` is said in words, with its case."""

from __future__ import annotations

from dataclasses import replace

from intramentor.model import Edition
from intramentor.model.base import Text
from intramentor.model.terms import Forms, Name, Style, Styles, Terms

_ENGLISH = {5: "five", 6: "six", 7: "seven", 8: "eight", 9: "nine", 10: "ten", 11: "eleven", 12: "twelve"}
# Nominative, genitive, instrumental; from five on the noun after them is a genitive plural.
_POLISH = {
    5: ("pięć", "pięciu", "pięcioma"),
    6: ("sześć", "sześciu", "sześcioma"),
    7: ("siedem", "siedmiu", "siedmioma"),
    8: ("osiem", "ośmiu", "ośmioma"),
    9: ("dziewięć", "dziewięciu", "dziewięcioma"),
    10: ("dziesięć", "dziesięciu", "dziesięcioma"),
    11: ("jedenaście", "jedenastu", "jedenastoma"),
    12: ("dwanaście", "dwunastu", "dwunastoma"),
}
MIN_GROUP = "min_group"


def with_numbers(terms: Terms, edition: Edition, language: str) -> Terms:
    """Return the table of names with the edition's numbers."""
    forms = _forms(edition.min_group, language)
    number = Name(id=MIN_GROUP, styles=Styles(any=Style(singular=forms)))
    return replace(terms, terms=(*terms.terms, number))


def _forms(number: int, language: str) -> Forms:
    if language == "en":
        return Forms(plain=Text(_ENGLISH[number], language))
    nom, gen, ins = (Text(form, language) for form in _POLISH[number])
    return Forms(nom=nom, gen=gen, dat=gen, acc=nom, ins=ins, loc=gen, voc=nom)

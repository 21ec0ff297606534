"""A language of an edition as PO files: in one, or in one for each unit."""

from __future__ import annotations

import re
from collections.abc import Iterator

from intramentor.exchange.catalogue import Exchange, Message, written
from intramentor.exchange.history import History
from intramentor.exchange.items import Item, items, joined
from intramentor.layers import Stack
from intramentor.layers.names import by_id
from intramentor.load import Library, plain
from intramentor.model.terms import DEFAULT_FORM
from intramentor.problems.words import PL, said

NAME = re.compile(r"\$\{(?:[^\W\d_]+ )?([^\W\d_][\w-]*)[^{}\n]*\}")
_SAY = {
    "en": {
        "unit": "Unit: {title} ({kind})", "field": "Field: {about}", "line": "One line.",
        "list": "A list: each item begins with “- ”, its further lines with two spaces.",
        "hidden": "For the facilitator alone.", "open": "For participants too.", "name": "Name {forms}",
        "fuzzy": "Nobody has said yet that this translation fits: look at it, then take the mark fuzzy away.",
        "head": (
            "Translation of {edition} into {language}.\n"
            "Names in ${{…}} are put in later. Choose the form that your sentence needs\n"
            "(the comments list them); a preposition goes inside: {example}\n"
            "In [text](id:target) translate the text alone. Leave [@source] as it is.\n"
            "Fuzzy texts are not taken over: when you have read both, remove the mark."
        ),
    },
    "pl": {
        "unit": "Jednostka: {title} ({kind})", "field": "Pole: {about}", "line": "Jeden wiersz.",
        "list": "Lista: każda pozycja zaczyna się od „- ”, jej dalsze wiersze od dwóch spacji.",
        "hidden": "Tylko dla osoby prowadzącej.", "open": "Także dla uczestników.", "name": "Nazwa {forms}",
        "fuzzy": "Nikt jeszcze nie potwierdził, że to tłumaczenie pasuje: przeczytaj je i usuń znacznik fuzzy.",
        "head": (
            "Tłumaczenie: {edition}, język: {language}.\n"
            "Nazwy w ${{…}} wstawia program. Wybierz formę, której wymaga zdanie\n"
            "(podają je komentarze); przyimek stoi w środku: {example}\n"
            "W [tekst](id:cel) tłumacz sam tekst. Zapisu [@zrodlo] nie zmieniaj.\n"
            "Tekstów z fuzzy program nie przejmuje: po przeczytaniu usuń znacznik."
        ),
    },
}
_EXAMPLE = {"en": "${a mentor}", "pl": "${z mentee.ins}"}


def export(
    library: Library, made: Stack, language: str, spoken: str, version: str, *, apart: bool
) -> dict[str, str]:
    """Return PO files, path → text: one for each unit when `apart`, else all under an empty path.

    Comments are in the language `spoken`.
    """
    history, explained = History(library), _names(library, made, language)
    found: dict[str, list[Message]] = {} if apart else {"": []}
    for item in items(library, made, language):
        place = f"{item.unit.family or '.'}/{item.unit.id}.po" if apart else ""
        found.setdefault(place, []).append(_message(item, made, history, explained, spoken))
    say = _SAY[spoken]["head"].format(edition=made.edition, language=language, example=_EXAMPLE[language])
    comment = "\n".join(f"# {line}" for line in say.split("\n"))
    return {
        place: written(Exchange(made.edition, language, tuple(messages)), comment, version)
        for place, messages in found.items()
    }


def _message(
    item: Item, made: Stack, history: History, explained: dict[str, str], spoken: str
) -> Message:
    state, source = item.entry.state, joined(item.source)
    before = history.before(item.entry, made) if state == "stale" else None
    text = joined(item.entry.own) if item.entry.own is not None else ""
    origin = (item.about.text[0] if isinstance(item.about.text, tuple) else item.about.text).origin
    return Message(
        item.entry.path, source, text, fuzzy=state not in ("ok", "missing"),
        previous=joined(before) if before is not None else "",
        comments=tuple(_comments(item, source, explained, spoken)),
        place=(origin.file, origin.line) if origin else None,
    )


def _comments(item: Item, source: str, explained: dict[str, str], spoken: str) -> Iterator[str]:
    """Yield what a translator should know about a text, a line each."""
    say, unit = _SAY[spoken], item.unit
    kind = PL.get(unit.kind, unit.kind) if spoken == "pl" else unit.kind
    yield say["unit"].format(title=unit.node.text("title") or unit.id, kind=kind)
    yield say["field"].format(about=said(item.about.about, spoken))
    if isinstance(item.source, list):
        yield say["list"]
    if item.about.one_line:
        yield say["line"]
    yield say["hidden" if item.about.hidden else "open"]
    for name in dict.fromkeys(found.lower() for found in NAME.findall(source)):
        if name in explained:
            yield say["name"].format(forms=explained[name])
    if item.entry.state not in ("ok", "missing"):
        yield say["fuzzy"]


def _names(library: Library, made: Stack, language: str) -> dict[str, str]:
    """Return each name with its forms in a language and in the edition's role-form style."""
    table = made.names.get(language)
    style = library.editions[made.edition].role_forms
    found: dict[str, str] = {}
    for name, node in by_id(table.node if table else None).items():
        styles = plain(node).get("styles", {})
        words = _words(styles.get(style) or styles.get("any") or {}, DEFAULT_FORM[language])
        ordered = sorted(words.items(), key=lambda pair: "" not in pair[1])
        found[name] = f"${{{name}}}: " + "; ".join(_form(*pair) for pair in ordered)
    return found


def _form(word: str, forms: list[str]) -> str:
    named = ", ".join(form for form in forms if form)
    return f"{word} ({named})" if "" in forms and named else word if "" in forms else f"{named} {word}"


def _words(style: dict[str, dict[str, str]], first: str) -> dict[str, list[str]]:
    """Return the words of a name, each with the forms that have it; the `first` has no form."""
    found: dict[str, list[str]] = {}
    for number in ("singular", "plural"):
        for form, word in style.get(number, {}).items():
            parts = ([".plural"] if number == "plural" else []) + ([f".{form}"] if form != first else [])
            found.setdefault(word, []).append("".join(parts))
    return found

"""Filters of the templates: plain text, indentation, clock times."""

from __future__ import annotations

import html
import re
import unicodedata
from collections.abc import Callable, Iterable
from typing import Any

from jinja2 import pass_context
from jinja2.runtime import Context

from intramentor.model.base import Text

_MARKUP = re.compile(r"\s?\[@[^\]]*\]|\]\([^)]*\)|[*_\[\]]|\\(?=\W)")


_ALPHABET = "0123456789aąbcćdeęfghijklłmnńoópqrsśtuvwxyzźż"  # Polish; English is a part of it
BRIEF = 130  # characters
_SENTENCE = re.compile(r"(?<=[.!?])\s+(?=[\W\d]*[A-ZĄĆĘŁŃÓŚŹŻ])")
# Beside a letter or the token of a name.
_APOSTROPHE = re.compile(r"(\]\([^)]*\))|(?<=[\w\ue001])'(?=[\w\ue000])")
_FIRST = re.compile(r"(\ue000\w+:)?(\w)")


def curly(text: str) -> str:
    """Return a text with typographic apostrophes inside words; link targets stay."""
    return _APOSTROPHE.sub(lambda found: found[1] or "\u2019", text) if "'" in text else text


def capital(text: str) -> str:
    """Return a line with a capital first letter; the token of a name asks for its capital form."""
    return _FIRST.sub(lambda found: (found[1] or "") + found[2].upper(), text, count=1)


def plain_text(text: str) -> str:
    """Return a line without its Markdown: for titles, descriptions, attributes."""
    return re.sub(r"[ \t\r\n]+", " ", _MARKUP.sub("", curly(str(text)))).strip()


@pass_context
def content(context: Context, text: str) -> str:
    """Return a line as it may stand between tags; one in another language says so."""
    shown = html.escape(plain_text(text), quote=True)
    book = context.get("book")
    lang = lang_attribute(text, book.language) if book else ""
    return f"<span{lang}>{shown}</span>" if lang else shown


def marked(text: str, language: str) -> str:
    """Return a text as Markdown; one that is not in the page's language says so."""
    lang, shown = lang_attribute(text, language), curly(str(text))
    if not lang:
        return shown
    if "\n" in text:
        return f'<div{lang} markdown="1">\n\n{shown}\n\n</div>'
    return f"<span{lang}>{shown}</span>"


def lang_attribute(text: str, language: str) -> str:
    """Return the attribute that names a text's language, empty where the page's own."""
    lang = text.lang if isinstance(text, Text) else language
    return f' lang="{lang}"' if lang not in ("", language) else ""


def yaml_line(text: str) -> str:
    """Return a line as a double-quoted YAML value."""
    plain = plain_text(text).replace("\\", "\\\\").replace('"', '\\"')
    return f'"{plain}"'


def indented(text: str, width: int = 4) -> str:
    """Return a text whose lines after the first are indented, to stand in a list item."""
    return str(text).replace("\n", "\n" + " " * width)


def brief(text: str) -> str:
    """Return what a text says first, in whole sentences, for a list; in the text's own language."""
    first, *rest = _SENTENCE.split(plain_text(text))
    for sentence in rest:
        if len(first) + len(sentence) > BRIEF:
            break
        first = f"{first} {sentence}"
    return text.like(first) if isinstance(text, Text) else first


def cell(text: str) -> str:
    """Return a line as it may stand in a table's cell."""
    return re.sub(r"(?<!\\)\|", r"\\|", str(text))


def clock(minutes: int) -> str:
    """Return minutes from the start as hours and minutes, such as 1:05."""
    return f"{minutes // 60}:{minutes % 60:02d}"


def alphabetical(things: Iterable[Any], attribute: str) -> list[Any]:
    """Return things in the order of the alphabet, by an attribute: text, or names in a row."""
    return sorted(things, key=lambda one: _letters(getattr(one, attribute)))


def _letters(value: Any) -> list[Any]:
    if not isinstance(value, str):
        return [_letters(one or "") for one in value]
    return [_place(letter) for letter in value.lower()]


def _place(letter: str) -> int:
    """Return a letter's place; one from another alphabet stands by the letter it is built on."""
    return _ALPHABET.find(letter if letter in _ALPHABET else unicodedata.normalize("NFKD", letter)[0])


def verbatim(text: str) -> str:
    """Return lines as they may stand between tags inside Markdown: no sign is left to interpret."""
    return "".join(sign if sign.isalnum() or sign == " " else f"&#{ord(sign)};" for sign in str(text))


FILTERS: dict[str, Callable[..., Any]] = {
    "alphabetical": alphabetical,
    "attr": content,
    "brief": brief,
    "cap": capital,
    "cell": cell,
    "clock": clock,
    "hang": indented,
    "plain": plain_text,
    "quoted": yaml_line,
    "verbatim": verbatim,
}

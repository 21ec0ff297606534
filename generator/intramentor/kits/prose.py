"""A handbook's texts as HTML for paper: names are bound, sources cited in words, nothing is linked."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

from markupsafe import Markup

from intramentor.compose import Handbook, Piece
from intramentor.engine import Convert
from intramentor.model.base import Text
from intramentor.pages import environment
from intramentor.pages.links import Linker
from intramentor.pages.text import marked, plain_text
from intramentor.pages.wording import Wording

_TEMPLATES = Path(__file__).with_name("templates")
_PARAGRAPH = re.compile(r"<p>(.*)</p>", re.DOTALL)
_SENTENCE = re.compile(r"(?<=[.?!”])\s+(?=[“„\"\w])")


class Prose:
    """What templates of papers ask a handbook for."""

    def __init__(self, book: Handbook, convert: Convert) -> None:
        """`convert` makes HTML of Markdown."""
        self.book, self.convert = book, convert
        self.words = Wording(book.language, book.roles)
        self.units: dict[str, Piece] = {piece.id: piece for piece in book.pieces}
        self.linker = Linker(book)

    def block(self, text: str) -> Markup:
        """Return a text as paragraphs, lists and tables."""
        found = self.linker.resolve(marked(text, self.book.language), "")
        return Markup(self.convert(found))  # noqa: S704 - checked Markdown

    def line(self, text: str) -> Markup:
        """Return a line as it stands inside a paragraph."""
        found = _PARAGRAPH.fullmatch(self.block(text))
        return Markup(found[1]) if found else self.block(text)  # noqa: S704 - checked Markdown

    def opening(self, text: Text, limit: int) -> Markup:
        """Return the first sentences of a text, at least one, in about so many characters."""
        first = re.split(r"\n\s*\n|\n- ", text)[0].removeprefix("- ").replace("\n", " ")
        sentences = _SENTENCE.split(first)
        shown = sentences[0]
        for sentence in sentences[1:]:
            if len(shown) + len(sentence) > limit:
                break
            shown = f"{shown} {sentence}"
        closing = "”" if shown[0] in "“„" and shown.count("”") < shown.count(shown[0]) else ""
        return self.line(text.like(shown + closing))

    def render(self, template: str, **values: Any) -> str:
        """Return a template's HTML."""
        context: dict[str, Any] = {
            "book": self.book, "units": self.units, "w": self.words, "t": self.block,
            "line": self.line, "opening": self.opening, "plain": plain_text,
        }
        made = environment(_TEMPLATES, escape=True).get_template(f"{template}.html")
        return made.render({**context, **values})

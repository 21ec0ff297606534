"""What all pictures are made of: lines of text, pills, arrows, the frame with its alternative.

Units are pixels at the width of a phone, so that no text there is smaller than 13.
"""

from __future__ import annotations

import html
import textwrap
from collections.abc import Iterable

from intramentor.pages.text import plain_text

SIZE = 14
NARROW = 0.5  # of the size: no word of ours is set narrower than this on average


def broken(text: str, width: int) -> list[str]:
    """Return a text in lines of at most `width` characters where its words allow it, about equally long."""
    spaced = text.replace("/", "/ ")
    fewest = len(_wrapped(spaced, width))
    even = next(w for w in range(1, width + 1) if len(_wrapped(spaced, w)) <= fewest)
    return [line.replace("/ ", "/") for line in _wrapped(spaced, even)]


def _wrapped(text: str, width: int) -> list[str]:
    return textwrap.wrap(text, width, break_long_words=False, break_on_hyphens=False)


def text(x: float, y: float, shown: str, *, size: int = SIZE, kind: str = "", anchor: str = "middle", most: int = 0, lang: str = "") -> str:
    """Return one line of text; one that is surely wider than `most` units is set narrower; `lang` is its attribute."""
    plain = plain_text(shown)
    squeeze = ""
    if most and len(plain) * size * NARROW > most:
        squeeze = f' textLength="{most}" lengthAdjust="spacingAndGlyphs"'
    classes = f' class="{kind}"' if kind else ""
    return (
        f'<text x="{x:g}" y="{y:g}" font-size="{size}" text-anchor="{anchor}"{classes}{squeeze}{lang}>'
        f'{html.escape(plain)}</text>'
    )


def block(x: float, y: float, shown: Iterable[str], *, size: int = SIZE, kind: str = "", anchor: str = "middle", most: int = 0, lang: str = "") -> str:
    """Return lines of text below each other, the first at `y`."""
    step = size * 1.25
    return "".join(text(x, y + i * step, line, size=size, kind=kind, anchor=anchor, most=most, lang=lang) for i, line in enumerate(shown))


def pill(x: float, y: float, word: str, what: str, width: int = 156) -> str:
    """Return a rounded box around (x, y): a word, and in two lines at most what it means."""
    lines = broken(what, 20)
    height = 34 + 17 * len(lines)
    top = y - height / 2
    return (
        f'<rect class="im-pic__box" x="{x - width / 2:g}" y="{top:g}" width="{width}" height="{height}" rx="{min(height, 58) / 2:g}"/>'
        + text(x, top + 22, word, size=16, kind="im-pic__word", most=width - 24)
        + block(x, top + 40, lines, most=width - 16)
    )


def arrow(path: str, head: str) -> str:
    """Return a line with a head, both as SVG path data."""
    return f'<path class="im-pic__line" d="{path}"/><path class="im-pic__line" d="{head}"/>'


def framed(name: str, width: int, height: float, title: str, described: str, drawn: str, kind: str = "") -> str:
    """Return the drawing as an SVG that says what it shows; `name` makes its ids unique on the page."""
    return (
        f'<svg class="im-pic {kind}" viewBox="0 0 {width} {height:g}" role="img" focusable="false" '
        f'aria-labelledby="_{name}-title" aria-describedby="_{name}-text">'
        f'<title id="_{name}-title">{html.escape(plain_text(title))}</title>'
        f'<desc id="_{name}-text">{html.escape(plain_text(described))}</desc>{drawn}</svg>'
    )

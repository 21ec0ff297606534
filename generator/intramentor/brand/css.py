"""The brand's stylesheet: tokens for both schemes, and the company's own fonts."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from intramentor.brand.files import Asset
from intramentor.brand.theme import SCHEMES
from intramentor.model import Brand
from intramentor.model.brand import Face

_FALLBACK = {"--f-title": "Georgia, serif", "--f-text": "system-ui, sans-serif"}


@dataclass(frozen=True, slots=True)
class FontFace:
    """A font file: its family, weight (none for a variable font's own range) and style."""

    family: str
    weight: int | None
    style: str
    asset: Asset


def stylesheet(brand: Brand, tokens: Mapping[str, Mapping[str, str]], fonts: list[FontFace]) -> str:
    """Return the CSS that stands after the theme's tokens and sets the brand's."""
    colours = [
        f"  --{name}: light-dark({', '.join(tokens[scheme][name] for scheme in SCHEMES)});"
        for name in tokens[SCHEMES[0]]
    ]
    lines = [*map(_font_face, fonts), ":root {", *colours, *_type(brand), "}"]
    return "\n".join(lines) + "\n"


def _font_face(font: FontFace) -> str:
    weight = str(font.weight) if font.weight else "100 900"
    file = posixpath.basename(font.asset.path)
    return (
        f'@font-face {{ font-family: {quoted(font.family)}; src: url({file}) format("woff2"); '
        f"font-weight: {weight}; font-style: {font.style}; font-display: swap; }}"
    )


def _type(brand: Brand) -> Iterator[str]:
    typography = brand.typography
    own = brand.defaults.intramentor if brand.defaults else None
    headings: Face | None = typography.headings if typography else None
    for token, face in (("--f-title", headings), ("--f-text", typography.base if typography else None)):
        if face is not None and face.family:
            yield f"  {token}: {quoted(str(face.family))}, {_FALLBACK[token]};"
    if headings is not None and headings.weight:
        yield f"  --w-title: {headings.weight};"
    if own is not None and own.title_tracking is not None:
        yield f"  --track-title: {own.title_tracking:g}em;"
    elif headings is not None and headings.family:
        yield "  --track-title: 0;"


def quoted(name: str) -> str:
    """Return a name as a CSS string; what could end the string is written by its number."""
    return '"' + re.sub(r"[^\w -]", lambda sign: f"\\{ord(sign[0]):x} ", name) + '"'

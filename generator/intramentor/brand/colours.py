"""Colours: what a brand file names, how they stand on the theme's grounds, nearest shades."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from coloraide import Color
from coloraide.css.color_names import name2val_map

from intramentor.brand.theme import GROUNDS, SURFACES, TEXT, USES, WRITING

NAMES = tuple(name2val_map)  # of CSS
_STEPS = 14  # halvings of the lightness: finer than a step of a hexadecimal colour
_DEPTH = 10  # names of names of a palette


@dataclass(frozen=True, slots=True)
class Measured:
    """A pair of colours: which token stands on what in a scheme, and how clear it is.

    `given` is the brand's colour and `ratio` its contrast; `shade` is what is used, and
    `reached` its contrast.
    """

    scheme: str
    token: str
    colour: str
    ground: str
    need: float
    given: str
    ratio: float
    shade: str
    reached: float

    @property
    def passes(self) -> bool:
        """Tell whether the brand's own colour is clear enough."""
        return self.ratio >= self.need


def parse(text: str) -> str | None:
    """Return a CSS colour in hexadecimal notation, None if it is none or lets light through."""
    try:
        colour = Color(text)
    except ValueError:
        return None
    return _hex(colour) if colour.alpha(nans=False) == 1 else None


def look_up(name: str, palette: Mapping[str, str]) -> str | None:
    """Return a colour by its name in the palette, or as CSS writes it, in hexadecimal notation."""
    for _ in range(_DEPTH):
        if name not in palette:
            return parse(name)
        name = palette[name]
    return None


def contrast(one: str, other: str) -> float:
    """Return the contrast of two colours by WCAG 2: from 1 to 21."""
    return float(Color(one).contrast(other, method="wcag21"))


def nearest(given: str, grounds: tuple[str, ...], need: float, darker: bool) -> str:
    """Return the shade of a colour, as near in lightness (OKLCH) as can be, that is clear
    enough on all grounds; `darker` says to which side.
    """
    if _worst(given, grounds) >= need:
        return given
    colour = Color(given).convert("oklch")
    near, far = float(colour["lightness"]), 0.0 if darker else 1.0
    for _ in range(_STEPS):
        middle = (near + far) / 2
        if _worst(_with_lightness(colour, middle), grounds) >= need:
            far = middle
        else:
            near = middle
    return _with_lightness(colour, far)


def measure(colours: Mapping[str, str], scheme: str) -> tuple[dict[str, str], list[Measured]]:
    """Return the tokens of a scheme, made of the brand's three colours, and every pair measured."""
    grounds = GROUNDS[scheme]
    tokens: dict[str, str] = {}
    rows: list[Measured] = []
    for use in USES:
        given = colours[use.colour]
        on = tuple(grounds[name] for name in use.grounds)
        shade = nearest(given, on, use.need, darker=scheme == "light")
        tokens[use.token] = shade
        rows += [
            Measured(scheme, use.token, use.colour, name, use.need, given,
                     contrast(given, ground), shade, contrast(shade, ground))
            for name, ground in zip(use.grounds, on, strict=True)
        ]
    for surface, source, writing in (*SURFACES, ("brand", "", "on-brand")):
        given = tokens[surface] = colours[source] if source else tokens[surface]
        ink = tokens[writing] = _readable(given, scheme)
        ratio = contrast(given, ink)
        rows.append(Measured(scheme, writing, source or "brand", surface, TEXT, ink, ratio, ink, ratio))
    return tokens, rows


def _readable(ground: str, scheme: str) -> str:
    """Return what can be written on a ground: one of black and white always can."""
    return next(ink for ink in WRITING[scheme] if contrast(ink, ground) >= TEXT)


def _worst(colour: str, grounds: tuple[str, ...]) -> float:
    return min(contrast(colour, ground) for ground in grounds)


def _with_lightness(colour: Color, lightness: float) -> str:
    return _hex(colour.clone().set("lightness", lightness))


def _hex(colour: Color) -> str:
    return colour.convert("srgb").fit(method="oklch-chroma").to_string(hex=True)

"""Pictures of an edition: the sign in the tab and on a home screen, the card of a shared link."""

from __future__ import annotations

import io
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from PIL import Image, ImageDraw, ImageFont

from intramentor.brand.files import Asset, letters
from intramentor.brand.look import FOLDER, Look
from intramentor.brand.svg import proportion
from intramentor.brand.theme import GROUNDS

FAVICON, CARD = f"{FOLDER}/favicon.svg", f"{FOLDER}/card.png"
ICON_SIZES = (192, 512)
_INK, _INK2, _MENTOR, _MENTEE = "#211f1b", "#5b554b", "#3f3f9b", "#97304c"
_FONTS = ("brygada-1918-latin.woff2", "brygada-1918-polish.woff2")
_WEIGHT = 600
_SHARP = 4  # shapes are drawn so many times larger, then made smaller
_CARD = (1200, 630)
_ROOM = 640  # pixels for the words on the card


@dataclass(frozen=True, slots=True)
class Type:
    """Fonts for a text, each with its letters: a letter is drawn in the first that has it."""

    fonts: tuple[tuple[frozenset[str], ImageFont.FreeTypeFont], ...]

    def draw(self, on: ImageDraw.ImageDraw, at: tuple[float, float], text: str, fill: str) -> None:
        """Draw a line whose baseline begins at a point."""
        x, y = at
        for part, font in self._parts(text):
            on.text((x, y), part, font=font, fill=fill, anchor="ls")
            x += font.getlength(part)

    def width(self, text: str) -> float:
        """Return the width of a line in pixels."""
        return sum(font.getlength(part) for part, font in self._parts(text))

    def _parts(self, text: str) -> list[tuple[str, ImageFont.FreeTypeFont]]:
        found: list[tuple[str, ImageFont.FreeTypeFont]] = []
        for letter in text:
            font = next((font for known, font in self.fonts if letter in known), self.fonts[0][1])
            if found and found[-1][1] is font:
                found[-1] = (found[-1][0] + letter, font)
            else:
                found.append((letter, font))
        return found


@lru_cache(maxsize=8)
def pictures(look: Look, title: str, theme: Path) -> tuple[Asset, ...]:
    """Return the sign, the icons and the card of a site called `title`; `theme` has the fonts.

    They are drawn once for all languages and views of an edition.
    """
    icons = [Asset(icon_path(size), _png(_icon(look, size, theme))) for size in ICON_SIZES]
    card = Asset(CARD, _png(_card(look, title, theme)))
    return (Asset(FAVICON, _favicon(look).encode()), *icons, card)


@dataclass(frozen=True, slots=True)
class Logo:
    """A logo for offices: a PNG for all, the SVG for those that can draw it, and width by height."""

    png: bytes
    svg: bytes
    proportion: float


def office_logo(look: Look, theme: Path) -> Logo | None:
    """Return the logo of a look for offices, None where the pack's sign is shown; `theme` has the fonts.

    Beside an SVG the PNG has the company's icon.
    """
    raw = next((asset.raw for asset in look.assets if asset.path == look.logo), None)
    if raw is None:
        return None
    if look.logo.endswith(".png"):
        with Image.open(io.BytesIO(raw)) as picture:
            return Logo(raw, b"", picture.width / picture.height)
    wide, icon = proportion(raw), _icon(look, ICON_SIZES[0], theme)
    canvas = Image.new("RGBA", (max(icon.width, round(icon.height * wide)), max(icon.height, round(icon.width / wide))))
    canvas.paste(icon, (0, (canvas.height - icon.height) // 2))
    return Logo(_png(canvas), raw, wide)


def icon_path(size: int) -> str:
    """Return the path of the icon of so many pixels; its middle 80 % hold the sign."""
    return f"{FOLDER}/icon-{size}.png"


def _favicon(look: Look) -> str:
    light, dark = look.tokens["light"]["brand"], look.tokens["dark"]["brand"]
    return (
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 28 28">'
        f"<style>path{{fill:{light}}}path+path{{fill:none;stroke:{light}}}"
        f"@media(prefers-color-scheme:dark){{path{{fill:{dark}}}path+path{{fill:none;stroke:{dark}}}}}</style>"
        '<path d="M13 3v19a9.5 9.5 0 0 1 0-19z"/>'
        '<path stroke-width="2" d="M15.5 7v17.5a8.75 8.75 0 0 0 0-17.5z"/></svg>\n'
    )


def _icon(look: Look, size: int, theme: Path) -> Image.Image:
    """Draw the company's own sign, else its initials, else the pair, on the brand's surface."""
    ground, ink = look.tokens["light"]["brand-surface"], look.tokens["light"]["on-brand-surface"]
    sign = next((a.raw for a in look.assets if a.path == look.sign and a.path.endswith(".png")), b"")
    picture = Image.new("RGB", (size, size), GROUNDS["light"]["card"] if sign else ground)
    if sign:
        with Image.open(io.BytesIO(sign), formats=["PNG"]) as found:
            _paste(picture, found.convert("RGBA"), (size * 0.2, size * 0.2, size * 0.8, size * 0.8))
    elif look.short_name:
        initials = "".join(word[0] for word in look.short_name.split()[:2]).upper()
        face = _type(look.title_font, theme, int(size * 0.46))
        at = ((size - face.width(initials)) / 2, size * 0.655)
        face.draw(ImageDraw.Draw(picture), at, initials, ink)
    else:
        _pair(picture, (size / 2, size / 2), size * 0.3, (ink, ink))
    return picture


def _card(look: Look, title: str, theme: Path) -> Image.Image:
    width, height = _CARD
    light = look.tokens["light"]
    picture = Image.new("RGB", _CARD, GROUNDS["light"]["paper"])
    on = ImageDraw.Draw(picture)
    on.rectangle((0, 0, width, 20), fill=light["brand-surface"])
    on.rectangle((72, height - 92, 192, height - 84), fill=light["accent"], outline=_INK, width=2)
    _pair(picture, (930, 325), 190, (_MENTOR, _MENTEE))
    size, lines = _fitted(look, title, theme)
    face = _type(look.title_font, theme, size)
    top = 325 - size * 1.12 * (len(lines) - 1) / 2 + size * 0.34
    for number, line in enumerate(lines):
        face.draw(on, (72, top + number * size * 1.12), line, _INK)
    logo = next((a.raw for a in look.assets if a.path == look.logo and a.path.endswith(".png")), b"")
    if logo:
        with Image.open(io.BytesIO(logo), formats=["PNG"]) as found:
            _paste(picture, found.convert("RGBA"), (72, 64, 420, 136), left=True)
    elif look.name and look.name != title:
        _type(look.title_font, theme, 38).draw(on, (72, 112), _shortened(look, theme), _INK2)
    return picture


def _shortened(look: Look, theme: Path) -> str:
    fits = _type(look.title_font, theme, 38).width(look.name) <= _CARD[0] - 144
    return look.name if fits else look.short_name[:40]


def _fitted(look: Look, title: str, theme: Path) -> tuple[int, list[str]]:
    """Return the largest size at which a title fits into at most three lines, and the lines."""
    for size in range(108, 40, -6):
        lines = _broken(_type(look.title_font, theme, size), title)
        if len(lines) <= 3 and all(_type(look.title_font, theme, size).width(x) <= _ROOM for x in lines):
            return size, lines
    return 42, _broken(_type(look.title_font, theme, 42), title)[:6]


def _broken(face: Type, title: str) -> list[str]:
    lines: list[str] = []
    for word in title.split():
        if lines and face.width(f"{lines[-1]} {word}") <= _ROOM:
            lines[-1] += f" {word}"
        else:
            lines.append(word)
    return lines


def _pair(picture: Image.Image, centre: tuple[float, float], radius: float, fills: tuple[str, str]) -> None:
    """Draw the two halves of one disc, the gap between them 11 % of it."""
    side = int(radius * 2 * _SHARP)
    gap = side * 0.055
    for fill, start, shift in ((fills[0], 90, -gap), (fills[1], 270, gap)):
        mask = Image.new("L", (side, side))
        ImageDraw.Draw(mask).pieslice((0, 0, side - 1, side - 1), start, start + 180, fill=255)
        small = mask.resize((round(radius * 2), round(radius * 2)), Image.Resampling.LANCZOS)
        at = (round(centre[0] - radius + shift / _SHARP), round(centre[1] - radius))
        picture.paste(Image.new("RGB", small.size, fill), at, small)


def _paste(picture: Image.Image, found: Image.Image, box: tuple[float, ...], left: bool = False) -> None:
    """Fit a picture into a box, in its middle or at its left."""
    wide, high = box[2] - box[0], box[3] - box[1]
    scale = min(wide / found.width, high / found.height)
    small = found.resize(
        (max(1, round(found.width * scale)), max(1, round(found.height * scale))), Image.Resampling.LANCZOS
    )
    x = box[0] if left else box[0] + (wide - small.width) / 2
    picture.paste(small, (round(x), round(box[1] + (high - small.height) / 2)), small)


@lru_cache(maxsize=64)  # the sizes of one edition and a few more
def _type(own: bytes, theme: Path, size: int) -> Type:
    """Return the company's font and the theme's after it, at a size in pixels."""
    raws = [*([own] if own else []), *((theme / name).read_bytes() for name in _FONTS)]
    return Type(tuple((_letters(raw), _font(raw, size)) for raw in raws))


@lru_cache(maxsize=8)
def _letters(raw: bytes) -> frozenset[str]:
    return letters(raw)


def _font(raw: bytes, size: int) -> ImageFont.FreeTypeFont:
    font = ImageFont.truetype(io.BytesIO(raw), size, layout_engine=ImageFont.Layout.BASIC)
    try:
        axes = font.get_variation_axes()
    except OSError:  # one weight only
        return font
    middle = [axis["default"] if b"eight" not in (axis["name"] or b"") else
              min(max(_WEIGHT, axis["minimum"] or 0), axis["maximum"] or _WEIGHT) for axis in axes]
    font.set_variation_by_axes([value or 0 for value in middle])
    return font


def _png(picture: Image.Image) -> bytes:
    raw = io.BytesIO()
    picture.save(raw, "PNG", optimize=True)
    return raw.getvalue()

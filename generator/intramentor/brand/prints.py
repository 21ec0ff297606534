"""Fonts for print: whole files of one weight, from the fonts of the theme and the company's own.

A browser takes variable fonts in parts; printing, forms and offices want one file for a face.
"""

from __future__ import annotations

import io
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from fontTools.merge import Merger  # type: ignore[import-untyped]
from fontTools.ttLib import TTFont  # type: ignore[import-untyped]
from fontTools.varLib.instancer import instantiateVariableFont  # type: ignore[import-untyped]

from intramentor.brand.look import Look

TITLE, TEXT = "Brygada 1918", "Commissioner"
REGULAR, BOLD = 400, 600
_EPOCH = 3_800_000_000  # seconds since 1904: the same file for the same input
_OWN = (
    (TITLE, "normal", "brygada-1918-{}.woff2", (REGULAR, BOLD)),
    (TITLE, "italic", "brygada-1918-{}-italic.woff2", (REGULAR,)),
    (TEXT, "normal", "commissioner-{}.woff2", (REGULAR, BOLD)),
)


@dataclass(frozen=True, slots=True)
class PrintFace:
    """One face to print with: its family, weight, style, and the files that its letters stand in."""

    family: str
    weight: int
    style: str
    parts: tuple[bytes, ...]

    @property
    def file(self) -> str:
        """Return a name for its file, such as Commissioner-Bold.ttf."""
        return f"{self.family.replace(' ', '')}-{self._style.replace(' ', '')}.ttf"

    @property
    def _style(self) -> str:
        names = (["Bold"] if self.weight >= BOLD else []) + (["Italic"] if self.style == "italic" else [])
        return " ".join(names) or "Regular"

    def make(self) -> bytes:
        """Return the face as one TrueType file."""
        fonts = [self._plain(part) for part in self.parts]
        font = fonts[0]
        if len(fonts) > 1:
            files = []
            for one in fonts:
                files.append(io.BytesIO())
                one.save(files[-1])
                files[-1].seek(0)
            font = Merger().merge(files)
        self._name(font)
        font.recalcTimestamp = False
        font["head"].created = font["head"].modified = _EPOCH
        raw = io.BytesIO()
        font.save(raw)
        return raw.getvalue()

    def _plain(self, part: bytes) -> TTFont:
        """Return a part as a font of this face's weight that is not compressed."""
        font = TTFont(io.BytesIO(part), recalcTimestamp=False)
        font.flavor = None
        if "fvar" not in font:
            return font
        axes = {axis.axisTag: axis.defaultValue for axis in font["fvar"].axes}
        for axis in font["fvar"].axes:
            if axis.axisTag == "wght":
                axes["wght"] = min(max(self.weight, axis.minValue), axis.maxValue)
        return instantiateVariableFont(font, axes)

    def _name(self, font: TTFont) -> None:
        """Name the file so that offices file it under its family."""
        bold, italic = self.weight >= BOLD, self.style == "italic"
        style = self._style
        names = {1: self.family, 2: style, 4: f"{self.family} {style}", 6: self.file.removesuffix(".ttf")}
        for record in (3, 16, 17, 21, 22, 25):
            font["name"].removeNames(nameID=record)
        for record, text in names.items():
            font["name"].setName(text, record, 3, 1, 0x409)
        font["OS/2"].fsSelection = (font["OS/2"].fsSelection & ~0x61) | (
            (0x20 if bold else 0) | (0x01 if italic else 0) or 0x40)
        font["head"].macStyle = bold | italic << 1


def print_faces(look: Look, theme: Path) -> tuple[PrintFace, ...]:
    """Return the faces that papers of a look are set in; `theme` has the fonts of the pack."""
    return (*_brand(look), *_own(theme))


def families(look: Look) -> tuple[str, str]:
    """Return the families of a look, for titles and for text."""
    return look.title_family or TITLE, look.text_family or TEXT


def _own(theme: Path) -> Iterator[PrintFace]:
    for family, style, name, weights in _OWN:
        parts = tuple((theme / name.format(part)).read_bytes() for part in ("latin", "polish"))
        for weight in weights:
            yield PrintFace(family, weight, style, parts)


def _brand(look: Look) -> Iterator[PrintFace]:
    for face in look.faces:
        if face.family in (look.title_family, look.text_family):
            for weight in (face.weight,) if face.weight else (REGULAR, BOLD):
                yield PrintFace(face.family, weight, face.style, (face.asset.raw,))

"""A brand file and the files that it names become a look: tokens, pictures, fonts, CSS."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from functools import cache
from pathlib import PurePosixPath

from intramentor.brand.colours import NAMES, Measured, look_up, measure
from intramentor.brand.css import FontFace, stylesheet
from intramentor.brand.files import LETTERS, Asset, letters, read
from intramentor.brand.theme import OWN, SCHEMES
from intramentor.load import Branding
from intramentor.load.nodes import find, where
from intramentor.model import Edition
from intramentor.model.brand import Face, LogoFile, LogoPair, Shade
from intramentor.model.walk import records
from intramentor.problems import Problems, Where, suggestion

FOLDER = "assets/brand"
CSS = f"{FOLDER}/brand.css"
Path = tuple[str, ...]
Tokens = dict[str, str]


@dataclass(frozen=True, slots=True, eq=False)
class Look:
    """How an edition looks: what is shown of the company, and the files that show it.

    Paths are those in the site. `tokens` are the colours by scheme; `title_font` is the
    company's own for titles, if it has one; families are empty where they are the pack's.
    """

    name: str = ""
    short_name: str = ""
    logo: str = ""
    logo_dark: str = ""
    logo_alt: str = ""
    sign: str = ""
    tokens: dict[str, Tokens] = field(default_factory=dict)
    measured: tuple[Measured, ...] = ()
    assets: tuple[Asset, ...] = ()
    title_font: bytes = b""
    faces: tuple[FontFace, ...] = ()
    title_family: str = ""
    text_family: str = ""


@cache
def own_look() -> Look:
    """Return the look of the pack itself, whose colours stand in the theme."""
    made = {scheme: measure(OWN[scheme], scheme) for scheme in SCHEMES}
    return Look(
        tokens={scheme: made[scheme][0] for scheme in SCHEMES},
        measured=tuple(row for scheme in SCHEMES for row in made[scheme][1]),
    )


def look_of(branding: Branding, edition: Edition) -> tuple[Look | None, Problems]:
    """Return the look that a brand file describes; None if something in it is wrong."""
    reader = _Reader(branding, edition)
    reader.check_colours()
    colours = {scheme: reader.colours(scheme) for scheme in SCHEMES}
    logos, fonts = reader.logos(), reader.fonts()
    if reader.problems.errors:
        return None, reader.problems
    made = {scheme: measure(colours[scheme], scheme) for scheme in SCHEMES}
    tokens = {scheme: made[scheme][0] for scheme in SCHEMES}
    measured = tuple(row for scheme in SCHEMES for row in made[scheme][1])
    reader.warn(measured)
    files = (*logos.values(), *(font.asset for font in fonts))
    css = stylesheet(branding.brand, tokens, fonts).encode()
    meta = branding.brand.meta
    name = meta.name if meta else None
    full = str((name.full or name.short) if name else "") or edition.id
    look = Look(
        name=full,
        short_name=str((name.short if name else None) or full),
        logo=_path(logos, "logo"),
        logo_dark=_path(logos, "logo-dark"),
        logo_alt=reader.alt or full,
        sign=_path(logos, "sign"),
        tokens=tokens,
        measured=measured,
        assets=tuple({asset.path: asset for asset in (*files, Asset(CSS, css))}.values()),
        title_font=next((f.asset.raw for f in fonts if f.family == reader.family("headings")), b""),
        faces=tuple(fonts),
        title_family=reader.family("headings"),
        text_family=reader.family("base"),
    )
    return look, reader.problems


def _path(logos: dict[str, Asset], role: str) -> str:
    return logos[role].path if role in logos else ""


class _Reader:
    """Reads what a brand file names and notes what is wrong, each at its place."""

    def __init__(self, branding: Branding, edition: Edition) -> None:
        self.branding, self.edition = branding, edition
        self.problems = Problems()
        self.alt = ""

    def place(self, *path: str) -> Where:
        """Return the place of a key, or of the plain value that stands for the record around it."""
        while find(self.branding.node, path) is None:
            path = path[:-1]
        found = where("brand", self.branding.node, path)
        return replace(found, trail=found.trail.removeprefix("unit "))

    def colours(self, scheme: str) -> Tokens:
        """Return the three colours of a scheme; those that aren't given are the pack's."""
        found = dict(OWN[scheme])
        for colour, _, shade in self._shades():
            named = getattr(shade, scheme) or getattr(shade, SCHEMES[scheme == "light"])
            value = look_up(str(named), self._palette()) if named else None
            if value:
                found |= {"brand": value, "link": value} if colour == "brand" else {colour: value}
        return found

    def check_colours(self) -> None:
        """Note each colour that neither the palette nor CSS knows, used here or not."""
        palette = self._palette()
        named: list[tuple[Path, str]] = [(("color", "palette", name), value) for name, value in palette.items()]
        for path, shade in records(self.branding.brand):
            if isinstance(shade, Shade):
                named += [((*path, s), str(getattr(shade, s))) for s in SCHEMES if getattr(shade, s)]
        for path, value in named:
            if look_up(value, palette) is None:
                guess = suggestion(value, [*palette, *NAMES])
                known = ", ".join(palette) or "–"
                self.problems.add("colour-unknown", self.place(*path), value=value, known=known, guess=guess)

    def _palette(self) -> dict[str, str]:
        colours = self.branding.brand.color
        return {name: str(value) for name, value in colours.palette.items()} if colours else {}

    def _shades(self) -> Iterator[tuple[str, Path, Shade]]:
        """Yield each colour that the theme uses, with its place; a later one outweighs an earlier."""
        brand = self.branding.brand
        own = brand.defaults.intramentor if brand.defaults else None
        link = brand.typography.link if brand.typography else None
        rows = (
            ("brand", ("color", "primary"), brand.color.primary if brand.color else None),
            ("accent", ("color", "secondary"), brand.color.secondary if brand.color else None),
            ("accent", ("defaults", "intramentor", "accent"), own.accent if own else None),
            ("link", ("typography", "link", "color"), link.color if link else None),
        )
        yield from ((colour, path, shade) for colour, path, shade in rows if shade is not None)

    def logos(self) -> dict[str, Asset]:
        """Return the logo files by what they are for: `logo`, `logo-dark`, `sign`."""
        logos = self.branding.brand.logo
        if logos is None:
            return {}
        found: dict[str, Asset] = {}
        size = next((s for s in ("medium", "large", "small") if getattr(logos, s) is not None), "")
        for role, key, scheme in (("logo", size, "light"), ("logo-dark", size, "dark"), ("sign", "small", "light")):
            pair: LogoPair | None = getattr(logos, key) if key else None
            asset = self._logo(role, pair, ("logo", key), scheme) if pair is not None else None
            if asset is not None:
                found[role] = asset
        return found

    def _logo(self, role: str, pair: LogoPair, path: Path, scheme: str) -> Asset | None:
        file: LogoFile | None = getattr(pair, scheme) or pair.light or pair.dark
        name = str(pair.path or (file.path if file else ""))
        alt = pair.alt or (file.alt if file else None)
        logos = self.branding.brand.logo
        place = self.place(*path, "path" if pair.path else scheme, "path")
        if logos is not None and name in logos.images:
            place = self.place("logo", "images", name, "path")
            alt, name = alt or logos.images[name].alt, str(logos.images[name].path)
        self.alt = self.alt or str(alt or "")
        raw = read(self.branding.folder, name, (".svg", ".png"), place, self.problems)
        suffix = PurePosixPath(name).suffix.lower()
        return Asset(f"{FOLDER}/{role}{suffix}", raw) if raw is not None else None

    def fonts(self) -> list[FontFace]:
        """Return the font files that the edition brings along."""
        typography = self.branding.brand.typography
        found: list[FontFace] = []
        for index, font in enumerate(typography.fonts if typography else ()):
            path = ("typography", "fonts", str(index))
            if font.source in ("google", "bunny"):
                self.problems.add("font-remote", self.place(*path, "source"), source=font.source)
            for number, file in enumerate(font.files if font.source == "file" else ()):
                place = self.place(*path, "files", str(number))
                raw = read(self.branding.folder, str(file.path), (".woff2",), place, self.problems)
                if raw is not None:
                    self._check_letters(raw, str(file.path), place)
                    asset = Asset(f"{FOLDER}/font-{len(found) + 1}.woff2", raw)
                    found.append(FontFace(str(font.family), file.weight, file.style, asset))
        self._check_families()
        return found

    def _check_letters(self, raw: bytes, name: str, place: Where) -> None:
        wanted = {letter for language in self.edition.languages for letter in LETTERS[language]}
        missing = "".join(sorted(wanted - letters(raw)))
        if missing:
            self.problems.add("font-letters", place, file=name, letters=missing)

    def _check_families(self) -> None:
        typography = self.branding.brand.typography
        known = [str(font.family) for font in typography.fonts] if typography else []
        for use in ("base", "headings"):
            family = self.family(use)
            if family and family not in known:
                guess = suggestion(family, known)
                place = self.place("typography", use, "family")
                self.problems.add("font-unknown", place, family=family, known=", ".join(known), guess=guess)

    def family(self, use: str) -> str:
        """Return the family of fonts for a use, `base` or `headings`; empty for the theme's."""
        face: Face | None = getattr(self.branding.brand.typography, use, None)
        return str(face.family or "") if face else ""

    def warn(self, measured: tuple[Measured, ...]) -> None:
        """Note each use in a scheme for which a colour of the brand is not clear enough."""
        places = {colour: path for colour, path, _ in self._shades()}
        places.setdefault("link", places.get("brand", ()))
        failed = [row for row in measured if not row.passes]
        for scheme, token in dict.fromkeys((row.scheme, row.token) for row in failed):
            row = min((r for r in failed if (r.scheme, r.token) == (scheme, token)), key=lambda r: r.ratio)
            if path := places.get(row.colour):
                self.problems.add(
                    "contrast", self.place(*path, scheme), given=row.given, shade=row.shade,
                    ratio=f"{int(row.ratio * 100) / 100:.2f}", need=f"{row.need:g}", token=f"--{row.token}",
                    scheme=scheme, ground=row.ground,
                )

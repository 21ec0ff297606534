"""A company's brand: the public `_brand.yml` format, as far as a handbook can use it.

Keys of the format that have no use here (sizes, monospace, other tools' defaults) may stand
in the file, which other tools read too.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Any, ClassVar, Literal

from pydantic import ConfigDict, Field, GetCoreSchemaHandler, GetJsonSchemaHandler
from pydantic_core import CoreSchema, core_schema

from intramentor.model.base import Line, about, record
from intramentor.model.edition import WebAddress


class Short:
    """Marks a record for which one plain value may stand: it serves for all of `names`."""

    def __init__(self, *names: str) -> None:
        """Keep the names of the fields that the plain value is put into."""
        self.names = names

    def __get_pydantic_core_schema__(
        self, source: type[Any], handler: GetCoreSchemaHandler
    ) -> CoreSchema:
        """Take a plain value for a record."""
        return core_schema.no_info_before_validator_function(self._record, handler(source))

    def __get_pydantic_json_schema__(
        self, schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> dict[str, Any]:
        """Show editors both ways of writing it."""
        return {"anyOf": [{"type": ["string", "number"]}, dict(handler(schema))]}

    def _record(self, value: Any) -> Any:
        return value if isinstance(value, Mapping) else dict.fromkeys(self.names, value)


class Weight:
    """Marks the weight of a font: a number from 1 to 1000, or a word for one."""

    WORDS: ClassVar[dict[str, int]] = {
        "thin": 100, "extra-light": 200, "ultra-light": 200, "light": 300, "normal": 400,
        "regular": 400, "medium": 500, "semi-bold": 600, "demi-bold": 600, "bold": 700,
        "extra-bold": 800, "ultra-bold": 800, "black": 900,
    }

    @classmethod
    def __get_pydantic_core_schema__(
        cls, source: type[Any], handler: GetCoreSchemaHandler
    ) -> CoreSchema:
        """Turn a word into its number."""
        return core_schema.no_info_before_validator_function(
            lambda value: cls.WORDS.get(value, value) if isinstance(value, str) else value, handler(source)
        )

    @classmethod
    def __get_pydantic_json_schema__(
        cls, schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> dict[str, Any]:
        """Show editors both."""
        return {"anyOf": [dict(handler(schema)), {"enum": list(cls.WORDS)}]}


Size = Annotated[int, Field(ge=1, le=1000)]
FontWeight = Annotated[Size, Weight]


@record
class Shade:
    """A colour on paper by day and one for the night: a name of the palette or a CSS colour."""

    light: Line | None = about("On a light ground", "navy", default=None)
    dark: Line | None = about("On a dark ground", "#9ecbff", default=None)


Colour = Annotated[Shade, Short("light", "dark")]


@record
class BrandName:
    """The company's name."""

    full: Line | None = about("Full or legal name", "Acme Logistics sp. z o.o.", default=None)
    short: Line | None = about("Short name, as on a phone", "Acme", default=None)


@record
class Meta:
    """Who the brand belongs to."""

    name: Annotated[BrandName, Short("full", "short")] | None = about(
        "The company's name", {"full": "Acme Logistics sp. z o.o.", "short": "Acme"}, default=None
    )
    link: Annotated[dict[str, WebAddress], Short("home")] | None = about(
        "Its pages on the web", {"home": "https://acme.example"}, default=None
    )


@record
class LogoFile:
    """A picture of the logo, beside `_brand.yml`."""

    path: Line = about("SVG or PNG file, from the folder of `_brand.yml`", "logo/acme.svg")
    alt: Line | None = about("What it says, for those who don't see it", "Acme", default=None)


@record
class LogoPair:
    """A logo on light and on dark ground: a name of `images` or a file."""

    light: Annotated[LogoFile, Short("path")] | None = about(
        "On a light ground", "logo/acme.svg", default=None
    )
    dark: Annotated[LogoFile, Short("path")] | None = about(
        "On a dark ground", "logo/acme-white.svg", default=None
    )
    path: Line | None = about("One file for both grounds", "logo/acme.svg", default=None)
    alt: Line | None = about("What it says, with `path`", "Acme", default=None)


Logo = Annotated[LogoPair, Short("path")]


@record
class Logos:
    """The logo in its sizes."""

    images: dict[str, Annotated[LogoFile, Short("path")]] = about(
        "Pictures by name", {"wide": {"path": "logo/acme.svg", "alt": "Acme"}}, default_factory=dict
    )
    small: Logo | None = about("Square sign: tab and home screen", "logo/sign.png", default=None)
    medium: Logo | None = about("In the header", "wide", default=None)
    large: Logo | None = about("Where there is much room", "wide", default=None)


@record
class Colours:
    """The palette, and what its colours are for."""

    palette: dict[str, Line] = about(
        "Colours by name", {"navy": "#0b2a5b", "lime": "#b5e61d"}, default_factory=dict
    )
    foreground: Colour | None = about("Text (the handbook keeps its ink)", "#222222", default=None)
    background: Colour | None = about("Ground (the handbook keeps its paper)", "white", default=None)
    primary: Colour | None = about("The brand's colour: buttons, top line, logo", "navy", default=None)
    secondary: Colour | None = about("The accent: what is now, what is next", "lime", default=None)
    tertiary: Colour | None = about("Not used here", "lime", default=None)
    success: Colour | None = about("Not used here", "#2c6639", default=None)
    info: Colour | None = about("Not used here", "#17495a", default=None)
    warning: Colour | None = about("Not used here", "#e5a52b", default=None)
    danger: Colour | None = about("Not used here", "#8e2a1c", default=None)
    light: Colour | None = about("Not used here", "white", default=None)
    dark: Colour | None = about("Not used here", "navy", default=None)


@record
class FontFile:
    """One file of a font."""

    path: Line = about("WOFF2 file, from the folder of `_brand.yml`", "fonts/acme.woff2")
    weight: FontWeight | None = about("Weight", 600, default=None)
    style: Literal["normal", "italic"] = about("Style", "normal", default="normal")


@record
class Font:
    """A family of fonts."""

    family: Line = about("Name of the family", "Acme Sans")
    source: Literal["file", "system", "google", "bunny"] = about(
        "Where it is: `file` (beside `_brand.yml`) or `system`; nothing is loaded from other hosts", "file"
    )
    files: tuple[Annotated[FontFile, Short("path")], ...] = about(
        "Its files", [{"path": "fonts/acme.woff2", "weight": 400}], default=()
    )
    weight: Any = about("Weights, for fonts from a service: not used here", 400, default=None)
    style: Any = about("Styles, for fonts from a service: not used here", "normal", default=None)
    display: Any = about("How it is swapped in: not used here", "swap", default=None)


@record
class Face:
    """Type of one use."""

    family: Line | None = about("Family, one of `fonts`", "Acme Sans", default=None)
    weight: FontWeight | None = about("Weight (titles alone)", 600, default=None)
    size: Any = about("Size (the handbook keeps its own)", "17px", default=None)
    style: Any = about("Style: not used here", "normal", default=None)
    line_height: Annotated[Any, Field(alias="line-height")] = about(
        "Line height (the handbook keeps its own)", 1.5, default=None
    )
    color: Colour | None = about("Colour (of links alone)", "navy", default=None)
    background_color: Annotated[Colour | None, Field(alias="background-color")] = about(
        "Ground: not used here", "white", default=None
    )
    decoration: Any = about("Underline: not used here", "underline", default=None)


Typeface = Annotated[Face, Short("family")]


@record
class Typography:
    """Fonts, and what they are for."""

    fonts: tuple[Font, ...] = about(
        "Families", [{"family": "Acme Sans", "source": "file", "files": ["fonts/acme.woff2"]}], default=()
    )
    base: Typeface | None = about("Text and controls", "Acme Sans", default=None)
    headings: Typeface | None = about("Titles, prompts, the clock", "Acme Sans", default=None)
    link: Annotated[Face, Short("color")] | None = about(
        "Links: their colour, if other than the brand's", {"color": "navy"}, default=None
    )
    monospace: Any = about("Not used here", "Courier New", default=None)
    monospace_inline: Annotated[Any, Field(alias="monospace-inline")] = about(
        "Not used here", "Courier New", default=None
    )
    monospace_block: Annotated[Any, Field(alias="monospace-block")] = about(
        "Not used here", "Courier New", default=None
    )


@record
class Own:
    """What the format has no key for."""

    accent: Colour | None = about("The accent, if other than `secondary`", "lime", default=None)
    title_tracking: Annotated[float, Field(ge=-0.05, le=0.1)] | None = about(
        "Space between the letters of titles, in em", -0.01, default=None
    )


@record
class Defaults:
    """Settings of single tools; those of others are left to them."""

    intramentor: Own | None = about("Ours", {"accent": "lime"}, default=None)

Defaults.__pydantic_config__ = ConfigDict(extra="ignore")  # type: ignore[attr-defined]


@record
class Brand:
    """What `_brand.yml` says."""

    meta: Meta | None = about("Name and addresses", {"name": "Acme"}, default=None)
    logo: Annotated[Logos, Short("medium")] | None = about(
        "Logo files", {"medium": "logo/acme.svg"}, default=None
    )
    color: Colours | None = about("Colours", {"primary": "#0b2a5b"}, default=None)
    typography: Typography | None = about("Fonts", {"base": "Acme Sans"}, default=None)
    defaults: Defaults | None = about(
        "Settings of single tools", {"intramentor": {"accent": "#b5e61d"}}, default=None
    )

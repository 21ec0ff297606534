"""A company's look: colours measured, files judged, pictures the same every time."""

import io
import re
from pathlib import Path

import pytest
from fontTools.ttLib import TTFont
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from intramentor.brand import CARD, CSS, ICON_SIZES, icon_path, own_look, pictures, swatch
from intramentor.brand.colours import contrast, look_up, measure, nearest, parse
from intramentor.brand.css import quoted
from intramentor.brand.files import LETTERS
from intramentor.brand.svg import danger
from intramentor.brand.theme import GROUNDS, OWN, SCHEMES
from intramentor.project import open_project
from projects import small, write

ROOT = Path(__file__).parents[1]
FONTS = ROOT / "overrides" / "assets" / "fonts"
TOKENS = (ROOT / "overrides/assets/intramentor/tokens.css").read_text(encoding="utf-8")
EDITION = "id: acme\nlanguages:\n  - pl\n"
hexes = st.integers(0, 0xFFFFFF).map(lambda number: f"#{number:06x}")


def company(root, brand, **files):
    return small(root, **{"editions/acme/edition.yml": EDITION, "editions/acme/_brand.yml": brand}, **files)


def look(root):
    project = open_project(root)
    assert [str(p) for p in project.problems if p.severity == "error"] == []
    return project.looks["acme"]


@pytest.mark.parametrize("scheme", SCHEMES)
def test_the_grounds_and_colours_are_those_of_the_theme(scheme):
    for token, value in {**GROUNDS[scheme], **OWN[scheme], **own_look().tokens[scheme]}.items():
        values = re.findall(rf"--{token}: (?:light-dark\()?([^;)]+)[;)]", TOKENS)
        assert any(value in found for found in values), (token, value, values)


def test_every_colour_of_the_brand_that_the_theme_uses_is_one_that_a_brand_sets():
    brand = {*own_look().tokens["light"]}
    used = set()
    for path in (ROOT / "overrides").rglob("*.css"):
        used |= set(re.findall(r"var\(--((?:on-)?(?:brand|accent)[a-z-]*|link)\)", path.read_text(encoding="utf-8")))
    assert used
    assert used <= brand


def test_contrast_is_that_of_wcag():
    assert contrast("#ffffff", "#000000") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.005)


@settings(deadline=None)
@given(hexes, hexes, hexes, st.sampled_from(SCHEMES))
def test_whatever_the_brand_s_colours_every_pair_that_is_used_can_be_seen(brand, link, accent, scheme):
    tokens, rows = measure({"brand": brand, "link": link, "accent": accent}, scheme)
    assert all(row.reached >= row.need for row in rows)
    assert all(row.shade == row.given for row in rows if row.token in ("brand-surface", "accent"))
    assert (tokens["brand-surface"], tokens["accent"]) == (brand, accent)


@settings(deadline=None)
@given(hexes, st.booleans())
def test_the_nearest_shade_is_the_colour_itself_where_that_passes_and_else_only_just_passes(colour, darker):
    ground = ("#f6f3ec",) if darker else ("#1a1816",)
    shade = nearest(colour, ground, 4.5, darker)
    reached = contrast(shade, ground[0])
    assert reached >= 4.5
    if contrast(colour, ground[0]) >= 4.5:
        assert shade == colour
    else:
        assert reached < 4.75


@pytest.mark.parametrize("text", ["navvy", "#12345", "#0b2a5b80", "transparent", "url(x)", "", "red; } body { display: none", "var(--x)"])
def test_what_is_no_colour_is_refused(text):
    assert parse(text) is None


def test_names_of_the_palette_come_first_and_circles_end():
    palette = {"navy": "#0b2a5b", "main": "navy", "a": "b", "b": "a"}
    assert look_up("main", palette) == "#0b2a5b"
    assert look_up("a", palette) is None
    assert look_up("rebeccapurple", palette) == "#663399"


SVG = '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink">{}</svg>'
UNSAFE = [
    "<script>alert(1)</script>", "<foreignObject/>", '<a href="https://x.example"><path/></a>', '<path onclick="x()"/>',
    '<g ONLOAD="x()"/>', '<use href="other.svg#a"/>', '<use xlink:href="https://x.example/a.svg#a"/>', '<image href="data:image/png;base64,"/>',
    '<path style="fill: url(https://x.example/a.svg#b)"/>', "<style>@import 'x.css';</style>",
    "<style>@font-face { src: url(x.woff2) }</style>", '<style>path { fill: u\\72l("//x.example") }</style>', '<path fill="url( &quot;//x.example/a#b&quot; )"/>',
    '<set attributeName="href" to="javascript:alert(1)"/>', '<animate attributeName="href" values="javascript:alert(1)"/>',
    '<body xmlns="http://www.w3.org/1999/xhtml"/>', '<div xmlns=""/>', "<?xml-stylesheet href='x.css'?>", "<handler/>", "<iframe/>",
]


@pytest.mark.parametrize("inside", UNSAFE)
def test_a_logo_that_runs_or_loads_anything_is_refused(inside):
    assert danger(SVG.format(inside).encode())


@pytest.mark.parametrize(
    "raw",
    [
        b"", b"not a picture", b"<html/>", SVG.format("").encode("utf-16"),
        b'<?xml version="1.0" encoding="iso-8859-2"?><svg xmlns="http://www.w3.org/2000/svg"/>',
        b'<!DOCTYPE svg [<!ENTITY a "b">]><svg xmlns="http://www.w3.org/2000/svg">&a;</svg>', b"<svg/>",
    ],
)
def test_what_is_no_plain_svg_is_refused(raw):
    assert danger(raw)


@pytest.mark.parametrize("inside", ['<path d="M0 0h4v1z" fill="url(#a)"/>', '<use href="#a"/>', "<title>A</title>", "<style>path { fill: red }</style>"])
def test_a_plain_logo_is_fine(inside):
    assert danger(SVG.format(inside).encode()) == ""


@pytest.mark.parametrize("name", ['A"; } body { display: none } "', "</style><script>", "A\\", "Ąć"])
def test_a_family_s_name_stays_inside_its_string(name):
    assert re.fullmatch(r'"[\w -]*(?:\\[0-9a-f]+ [\w -]*)*"', quoted(name))


def test_brand_css_sets_the_tokens_for_both_schemes_and_the_fonts(tmp_path):
    font = (FONTS / "commissioner-latin.woff2").read_bytes()
    brand = """
        meta: Acme
        color:
          primary:
            light: "#0b2a5b"
            dark: "#8fb4ea"
        typography:
          fonts:
            - family: Acme Sans
              source: file
              files:
                - fonts/acme.woff2
          headings:
            family: Acme Sans
            weight: bold
        """.replace("meta: Acme", "meta:\n          name: Acme")
    root = company(tmp_path, brand)
    (root / "editions/acme/fonts").mkdir()
    (root / "editions/acme/fonts/acme.woff2").write_bytes(font)
    project = open_project(root)
    css = next(asset.raw for asset in project.looks["acme"].assets if asset.path == CSS).decode()
    assert "--brand: light-dark(#0b2a5b, #8fb4ea);" in css
    assert '--f-title: "Acme Sans", Georgia, serif;' in css
    assert "--w-title: 700;" in css
    assert "--f-text" not in css
    assert 'src: url(font-1.woff2) format("woff2")' in css
    assert project.looks["acme"].title_font == font
    (missing,) = [p for p in project.problems if p.code == "font-letters"]
    assert "ł" in dict(missing.facts)["letters"]


def test_pictures_have_their_sizes_and_are_the_same_every_time(tmp_path):
    root = company(tmp_path, 'meta:\n  name: Żółta Łódź\ncolor:\n  primary: "#0b2a5b"\n')
    made = look(root)
    drawn = {asset.path: asset.raw for asset in pictures(made, "Zażółć gęślą jaźń", FONTS)}
    assert drawn == {asset.path: asset.raw for asset in pictures(made, "Zażółć gęślą jaźń", FONTS)}
    assert Image.open(io.BytesIO(drawn[CARD])).size == (1200, 630)
    for size in ICON_SIZES:
        icon = Image.open(io.BytesIO(drawn[icon_path(size)])).convert("RGB")
        assert icon.size == (size, size)
        assert {icon.getpixel((0, 0)), icon.getpixel((size - 1, size - 1))} == {(0x0B, 0x2A, 0x5B)}
        assert len(icon.getcolors(size * size)) > 1
    assert drawn[CARD] != {a.path: a.raw for a in pictures(made, "Inny", FONTS)}[CARD]


def test_a_small_png_logo_becomes_the_icon(tmp_path):
    root = company(tmp_path, "meta:\n  name: Acme\nlogo:\n  small: sign.png\n")
    Image.new("RGBA", (64, 64), (200, 30, 40, 255)).save(root / "editions/acme/sign.png")
    icon = {a.path: a.raw for a in pictures(look(root), "Acme", FONTS)}[icon_path(192)]
    assert Image.open(io.BytesIO(icon)).convert("RGB").getpixel((96, 96)) == (200, 30, 40)


@pytest.mark.parametrize("lang", ["en", "pl"])
def test_the_swatch_page_stands_alone(lang, tmp_path):
    page = swatch(look(company(tmp_path, 'meta:\n  name: "A & <b>"\ncolor:\n  primary: "#b5e61d"\n')), lang)
    assert "A &amp; &lt;b&gt;" in page
    assert "<b>&quot;" not in page
    assert not re.search(r"https?://|<script|style=\"", page)
    assert "#b5e61d" in page
    for scheme in SCHEMES:
        assert f'class="scheme-{scheme}"' in page


def test_a_wrong_brand_file_is_no_matter_of_other_editions(tmp_path):
    root = company(tmp_path, "color:\n  primary: nawy\n")
    write(root, {"editions/other/edition.yml": "id: other\n"})
    project = open_project(root)
    assert {p.code for p in project.problems} == {"colour-unknown"}
    assert project.looks["acme"] == own_look() == project.looks["other"]


def test_a_font_with_polish_letters_is_fine(tmp_path):
    font = TTFont(FONTS / "commissioner-polish.woff2")
    for table in font["cmap"].tables:
        table.cmap.update(dict.fromkeys(map(ord, LETTERS["pl"]), "aogonek"))
    root = company(tmp_path, "typography:\n  fonts:\n    - family: A\n      source: file\n      files:\n        - a.woff2\n")
    font.save(root / "editions/acme/a.woff2")
    assert [p.code for p in open_project(root).problems] == []

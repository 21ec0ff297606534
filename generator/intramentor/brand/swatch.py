"""The brand on one page: what it looks like on each ground, and how clear each pair is."""

from __future__ import annotations

import base64
import html
from collections.abc import Iterator

from intramentor.brand.colours import Measured
from intramentor.brand.look import Look
from intramentor.brand.theme import GROUNDS, SCHEMES, USES

_WORDS = {
    "en": {
        "title": "Colours", "light": "Light scheme", "dark": "Dark scheme", "link": "A link in a text",
        "button": "A button", "hollow": "Another button", "surface": "A surface", "now": "now", "token": "Token",
        "on": "on", "given": "Brand’s colour", "used": "Used", "need": "needed", "as_is": "as it is", "ratio": "Contrast",
        "intro": "Text needs a contrast of 4.5:1, lines and signs 3:1 (WCAG 2.2 AA). Where the brand’s colour has "
                 "less, the nearest shade that passes is used for text, lines and controls; surfaces keep the colour.",
    },
    "pl": {
        "title": "Kolory", "light": "Tryb jasny", "dark": "Tryb ciemny", "link": "Odnośnik w tekście",
        "button": "Przycisk", "hollow": "Drugi przycisk", "surface": "Powierzchnia", "now": "teraz", "token": "Token",
        "on": "na", "given": "Kolor marki", "used": "Użyty", "need": "potrzeba", "as_is": "bez zmian", "ratio": "Kontrast",
        "intro": "Tekst wymaga kontrastu 4,5:1, linie i znaki 3:1 (WCAG 2.2 AA). Gdzie kolor marki ma mniej, w tekście, "
                 "liniach i przyciskach użyty jest najbliższy odcień, który wystarcza; powierzchnie zachowują kolor.",
    },
}
_INK = {"light": ("#211f1b", "#5b554b", "#877d6e", "#d9d1c2"), "dark": ("#f0ebe3", "#b8afa3", "#8a8174", "#3e3932")}
_STYLE = """\
body { margin: 0; font: 17px/1.5 system-ui, sans-serif; }
section { padding: 32px clamp(16px, 5vw, 64px); background: var(--paper); color: var(--ink); border-top: 4px solid var(--brand-surface); }
h1, h2, p { margin: 0 0 16px; line-height: 1.2; }
p { max-width: 40em; line-height: 1.5; }
img { height: 40px; max-width: 16rem; display: block; margin-bottom: 16px; }
.grounds { display: grid; grid-template-columns: repeat(auto-fit, minmax(10.5rem, 1fr)); gap: 12px; margin-bottom: 24px; }
.ground { display: grid; gap: 12px; justify-items: start; align-content: start; padding: 16px; border: 1px solid var(--edge); border-radius: 4px; }
.ground b { font-weight: 600; font-size: 15px; }
.ground u { color: var(--link); text-underline-offset: .2em; }
.button { padding: 8px 16px; border: 1.5px solid var(--brand); border-radius: 4px; color: var(--brand); font-weight: 700; }
.full { background: var(--brand); color: var(--on-brand); }
.surface { background: var(--brand-surface); color: var(--on-brand-surface); padding: 16px; border-radius: 4px; margin-bottom: 24px; }
.now { background: var(--accent); color: var(--on-accent); padding: 2px 10px; border-radius: 12px; border: 1px solid var(--ink); font-weight: 700; font-size: 15px; }
.line { width: 100%; height: 5px; background: var(--accent-line); }
.scroll { overflow-x: auto; }
table { border-collapse: collapse; font-size: 15px; font-variant-numeric: tabular-nums; }
th, td { padding: 8px 24px 8px 0; text-align: left; border-bottom: 1px solid var(--rule); white-space: nowrap; }
thead th { border-top: 2px solid var(--ink); color: var(--ink2); }
i { display: inline-block; width: 1.1em; height: 1.1em; margin-right: 8px; vertical-align: -.2em; border: 1px solid var(--edge); }
"""


def swatch(look: Look, lang: str) -> str:
    """Return one page of HTML that needs no other file: both schemes, each pair of colours."""
    say = _WORDS[lang]
    name = html.escape(look.name)
    rules = "\n".join([*(_rule(look, scheme) for scheme in SCHEMES), *_classes(look)])
    parts = "\n".join(_part(look, scheme, lang) for scheme in SCHEMES)
    return (
        f'<!doctype html>\n<html lang="{lang}">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{name}: {say['title']}</title>\n<style>\n{_STYLE}{rules}\n</style>\n</head>\n"
        f"<body>\n<main>\n{parts}\n</main>\n</body>\n</html>\n"
    )


def _rule(look: Look, scheme: str) -> str:
    """Return the colours of a scheme as CSS."""
    ink, ink2, edge, rule = _INK[scheme]
    tokens = {**GROUNDS[scheme], **look.tokens[scheme], "ink": ink, "ink2": ink2, "edge": edge, "rule": rule}
    pairs = " ".join(f"--{name}: {value};" for name, value in tokens.items())
    return f".scheme-{scheme} {{ {pairs} color-scheme: {scheme}; }}"


def _classes(look: Look) -> Iterator[str]:
    """Yield a rule for each ground and for each colour of the table."""
    yield from (f".{name} {{ background: var(--{name}); }}" for name in GROUNDS[SCHEMES[0]])
    shades = {shade for row in look.measured for shade in (row.given, row.shade)}
    yield from (f".c{shade[1:]} {{ background: {shade}; }}" for shade in sorted(shades))


def _part(look: Look, scheme: str, lang: str) -> str:
    say = _WORDS[lang]
    head = "".join(
        f'<th scope="col">{text}</th>' for text in (say["token"], say["given"], say["ratio"], say["used"], say["ratio"])
    )
    grounds = "\n".join(_ground(name, say) for name in GROUNDS[scheme])
    rows = "\n".join(_row(row, lang) for row in look.measured if row.scheme == scheme)
    first = f"<h1>{html.escape(look.name)}</h1>\n<p>{say['intro']}</p>\n" if scheme == SCHEMES[0] else ""
    return (
        f'<section class="scheme-{scheme}">\n{_logo(look, scheme)}{first}<h2>{say[scheme]}</h2>\n'
        f'<div class="grounds">\n{grounds}\n</div>\n<div class="surface">{say["surface"]}</div>\n'
        f'<div class="scroll" tabindex="0">\n<table>\n<thead><tr>{head}</tr></thead>\n'
        f"<tbody>\n{rows}\n</tbody>\n</table>\n</div>\n</section>"
    )


def _ground(name: str, say: dict[str, str]) -> str:
    """Show on a ground what stands on it in the handbook."""
    shown = {
        "brand": f'<span class="button full">{say["button"]}</span><span class="button">{say["hollow"]}</span>',
        "link": f'<u>{say["link"]}</u>',
        "accent-line": f'<span class="now">{say["now"]}</span><span class="line"></span>',
    }
    inside = "".join(shown[use.token] for use in USES if name in use.grounds)
    return f'<div class="ground {name}"><b>{name}</b>{inside}</div>'


def _row(row: Measured, lang: str) -> str:
    say = _WORDS[lang]
    same = row.shade == row.given
    used = say["as_is"] if same else f'<i class="c{row.shade[1:]}"></i>{row.shade}'
    reached = "" if same else f"{figure(row.reached, lang)}:1"
    given = f"{figure(row.ratio, lang)}:1" + ("" if row.passes else f" ({say['need']} {figure(row.need, lang)}:1)")
    return (
        f'<tr><th scope="row">--{row.token} {say["on"]} {row.ground}</th><td><i class="c{row.given[1:]}"></i>{row.given}</td>'
        f"<td>{given}</td><td>{used}</td><td>{reached}</td></tr>"
    )


def figure(number: float, lang: str) -> str:
    """Return a contrast with two places after the point at most, cut and not rounded up."""
    text = f"{int(number * 100) / 100:.2f}".rstrip("0").removesuffix(".")
    return text.replace(".", ",") if lang == "pl" else text


def _logo(look: Look, scheme: str) -> str:
    path = look.logo if scheme == "light" else look.logo_dark
    raw = next((asset.raw for asset in look.assets if asset.path == path), b"")
    if not raw:
        return ""
    kind = "svg+xml" if path.endswith(".svg") else "png"
    coded = base64.b64encode(raw).decode()
    return f'<img src="data:image/{kind};base64,{coded}" alt="{html.escape(look.logo_alt, quote=True)}">\n'


def table(look: Look, lang: str) -> Iterator[tuple[str, ...]]:
    """Yield the rows of the table: scheme, what on what, the brand's colour, the colour used."""
    say = _WORDS[lang]
    for row in look.measured:
        given = f"{row.given} {figure(row.ratio, lang)}:1"
        same = row.shade == row.given
        used = say["as_is"] if same else f"{row.shade} {figure(row.reached, lang)}:1"
        yield say[row.scheme], f"--{row.token} {say['on']} {row.ground}", given, f"{figure(row.need, lang)}:1", used

"""The page above the languages: plain links; with JavaScript it goes to the reader's own."""

from __future__ import annotations

import html
from pathlib import Path

from intramentor.brand import CSS, FAVICON
from intramentor.pages import Site

NAMES = {"en": "English", "pl": "Polski"}
POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; "
    "base-uri 'none'; form-action 'none'"
)
_PAGE = """\
<!doctype html>
<html lang="{lang}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="{policy}">
<meta name="referrer" content="no-referrer">
<meta name="color-scheme" content="light dark">
<meta name="description" content="{title}">
<meta name="intramentor:edition" content="{edition}">
<title>{title}</title>
<link rel="icon" href="{icon}">
<script src="{assets}/js/early.js"></script>
<link rel="stylesheet" href="{assets}/tokens.css">
<link rel="stylesheet" href="{assets}/landing.css">{brand}
<script type="module" src="{assets}/js/landing.js"></script>
</head>
<body>
<main>
<h1>{title}</h1>
<ul>
{links}
</ul>
</main>
</body>
</html>
"""


def landing(whole: Path, sites: list[Site]) -> None:
    """Write `index.html` beside the languages' folders; its looks are those of the first."""
    links = "\n".join(
        f'<li><a href="{site.language}/" hreflang="{site.language}" lang="{site.language}">'
        f"{NAMES[site.language]}</a></li>"
        for site in sites
    )
    first = sites[0]
    page = _PAGE.format(
        lang=first.language,
        policy=POLICY,
        title=" / ".join(dict.fromkeys(html.escape(site.name) for site in sites)),
        edition=first.edition,
        assets=f"{first.language}/assets/intramentor",
        icon=f"{first.language}/{first.look.sign or FAVICON}",
        brand=f'\n<link rel="stylesheet" href="{first.language}/{CSS}">' if first.look.name else "",
        links=links,
    )
    (whole / "index.html").write_text(page, encoding="utf-8")

"""The page above the languages: plain links; with JavaScript it goes to the reader's own."""

from __future__ import annotations

import html
from pathlib import Path

from intramentor.pages import Site

NAMES = {"en": "English", "pl": "Polski"}
_SCRIPT = """\
// Go to the language chosen before, else to the first of the browser's that is here.
(function () {
  var links = document.querySelectorAll("a[hreflang]"), known = {}, chosen = null;
  links.forEach(function (link) {
    known[link.hreflang] = link;
    link.addEventListener("click", function () { keep(link.hreflang); });
  });
  function keep(language) {
    try { localStorage.setItem("intramentor.language", language); } catch (error) { return; }
  }
  try { chosen = localStorage.getItem("intramentor.language"); } catch (error) { chosen = null; }
  (navigator.languages || [navigator.language]).forEach(function (name) {
    var language = String(name).slice(0, 2).toLowerCase();
    if (!chosen && known[language]) { chosen = language; }
  });
  if (known[chosen] && location.hash !== "#choose") { location.replace(known[chosen].href); }
})();
"""
_PAGE = """\
<!doctype html>
<html lang="{lang}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<title>{title}</title>
<link rel="icon" href="{lang}/assets/intramentor/favicon.svg">
<style>{style}</style>
</head>
<body>
<main>
<h1>{title}</h1>
<ul>
{links}
</ul>
</main>
<script>{script}</script>
</body>
</html>
"""
_STYLE = """\
:root { color-scheme: light dark; --paper: #f6f3ec; --ink: #211f1b; --link: #17495a; }
@media (prefers-color-scheme: dark) { :root { --paper: #1a1816; --ink: #f0ebe3; --link: #9ccbd9; } }
body { margin: 0; min-height: 100vh; display: grid; place-items: center; background: var(--paper);
  color: var(--ink); font: 1.125rem/1.55 system-ui, sans-serif; }
main { padding: 2rem; }
h1 { font-weight: 600; margin: 0 0 1rem; }
ul { list-style: none; margin: 0; padding: 0; display: flex; gap: 2rem; }
a { color: var(--link); font-size: 1.25rem; display: inline-block; padding: .75rem 0; }
a:focus-visible { outline: 3px solid var(--ink); outline-offset: 2px; }
"""


def landing(whole: Path, sites: list[Site]) -> None:
    """Write `index.html` beside the languages' folders; it needs no other file."""
    links = "\n".join(
        f'<li><a href="{site.language}/" hreflang="{site.language}" lang="{site.language}">'
        f"{NAMES[site.language]}</a></li>"
        for site in sites
    )
    title = " / ".join(dict.fromkeys(html.escape(site.name) for site in sites))
    page = _PAGE.format(
        lang=sites[0].language, title=title, links=links, style=_STYLE, script=_SCRIPT
    )
    (whole / "index.html").write_text(page, encoding="utf-8")

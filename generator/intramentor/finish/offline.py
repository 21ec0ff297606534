"""The site without a network: a worker with the list of its files, and what makes it installable."""

from __future__ import annotations

import hashlib
import json
import posixpath
from pathlib import Path

from intramentor.brand import ICON_SIZES, icon_path
from intramentor.pages import Site

MANIFEST, WORKER = "manifest.webmanifest", "sw.js"
_CODE = Path(__file__).with_name("sw.js")
_LEFT_OUT = ("downloads", "sitemap.xml", "sitemap.xml.gz", "404.html", MANIFEST, WORKER)
_PAPER = "#f6f3ec"


def offline(out: Path, site: Site) -> None:
    """Write a finished site's worker and manifest and name the manifest on each page.

    Nothing of the site may change afterwards: the worker knows each file by its content.
    """
    for page in sorted(out.rglob("*.html")):
        _name_manifest(page, out)
    (out / MANIFEST).write_text(_manifest(site), encoding="utf-8")
    listed = json.dumps(_files(out), indent=0)
    cache = json.dumps(f"intramentor/{site.edition}/{site.view}/{site.language}")
    head = f"const files = {listed};\nconst store = {cache};\n"
    (out / WORKER).write_text(head + _CODE.read_text(encoding="utf-8"), encoding="utf-8")


def _name_manifest(page: Path, out: Path) -> None:
    place = posixpath.relpath(MANIFEST, page.parent.relative_to(out).as_posix())
    text = page.read_text(encoding="utf-8")
    link = f'<link rel="manifest" href="{place}">\n  </head>'
    page.write_text(text.replace("</head>", link, 1), encoding="utf-8")


def _manifest(site: Site) -> str:
    icons = [
        {"src": icon_path(size), "sizes": f"{size}x{size}", "type": "image/png", "purpose": purpose}
        for size in ICON_SIZES
        for purpose in ("any", "maskable")
    ]
    made = {
        "name": site.name, "short_name": site.look.short_name or site.name, "lang": site.language, "start_url": "./", "scope": "./",
        "display": "standalone", "background_color": _PAPER, "theme_color": _PAPER, "icons": icons,
    }
    return json.dumps(made, ensure_ascii=False, indent=1) + "\n"


def _files(out: Path) -> dict[str, str]:
    paths = (path for path in sorted(out.rglob("*")) if path.is_file())
    named = {path.relative_to(out).as_posix(): path for path in paths}
    return {
        name: hashlib.sha256(path.read_bytes()).hexdigest()[:16]
        for name, path in named.items()
        if name.split("/")[0] not in _LEFT_OUT
    }

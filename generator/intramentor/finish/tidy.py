"""Mend what the engine leaves: dates of the build, and the theme's files that no page uses."""

from __future__ import annotations

import gzip
import re
import shutil
from pathlib import Path

_LASTMOD = re.compile(r"\s*<lastmod>[^<]*</lastmod>")
_UNUSED = ("javascripts", "stylesheets", "images")


def tidy(out: Path) -> None:
    """Make a built site the same for equal input whatever the clock says, and no larger than it is."""
    for name in _UNUSED:
        shutil.rmtree(out / "assets" / name, ignore_errors=True)
    sitemap = out / "sitemap.xml"
    if sitemap.exists():
        text = _LASTMOD.sub("", sitemap.read_text(encoding="utf-8"))
        sitemap.write_text(text, encoding="utf-8")
        (out / "sitemap.xml.gz").write_bytes(gzip.compress(text.encode(), mtime=0))

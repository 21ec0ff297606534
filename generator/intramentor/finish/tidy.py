"""Mend what the engine leaves: dates of the build, and two faults in the theme's HTML; add what needs the whole site."""

from __future__ import annotations

import gzip
import re
from pathlib import Path

from intramentor.finish.search import write_index

_LASTMOD = re.compile(r"\s*<lastmod>[^<]*</lastmod>")
# HTML knows no autocomplete on a checkbox and no empty tabindex.
_TOGGLE = re.compile(r'(<input class="md-toggle"[^>]*?) autocomplete="off"')
_TABINDEX = re.compile(r'(<label [^>]*?) tabindex(?:="")?(?=[\s>])')


def finish(out: Path) -> None:
    """Make a built site valid, searchable, and the same for equal input whatever the clock says."""
    for page in out.rglob("*.html"):
        text = page.read_text(encoding="utf-8")
        mended = _TABINDEX.sub(r"\1", _TOGGLE.sub(r"\1", text))
        if mended != text:
            page.write_text(mended, encoding="utf-8")
    sitemap = out / "sitemap.xml"
    if sitemap.exists():
        text = _LASTMOD.sub("", sitemap.read_text(encoding="utf-8"))
        sitemap.write_text(text, encoding="utf-8")
        (out / "sitemap.xml.gz").write_bytes(gzip.compress(text.encode(), mtime=0))
    write_index(out)

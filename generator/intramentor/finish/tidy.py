"""Mend what the engine leaves: the dates of the build."""

from __future__ import annotations

import gzip
import re
from pathlib import Path

_LASTMOD = re.compile(r"\s*<lastmod>[^<]*</lastmod>")


def tidy(out: Path) -> None:
    """Make a built site the same for equal input, whatever the clock says."""
    sitemap = out / "sitemap.xml"
    if sitemap.exists():
        text = _LASTMOD.sub("", sitemap.read_text(encoding="utf-8"))
        sitemap.write_text(text, encoding="utf-8")
        (out / "sitemap.xml.gz").write_bytes(gzip.compress(text.encode(), mtime=0))

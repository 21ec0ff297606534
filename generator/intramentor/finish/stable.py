"""Make equal input give equal bytes: no build dates, no gzip time stamps."""

from __future__ import annotations

import gzip
import re
from pathlib import Path

from intramentor.pages import Site

_LASTMOD = re.compile(r"\s*<lastmod>[^<]*</lastmod>")


def finish(out: Path, site: Site) -> None:
    """Remove from a built site what depends on the clock."""
    del site
    plain = out / "sitemap.xml"
    if plain.exists():
        text = _LASTMOD.sub("", plain.read_text(encoding="utf-8"))
        plain.write_text(text, encoding="utf-8")
        (out / "sitemap.xml.gz").write_bytes(gzip.compress(text.encode(), mtime=0))

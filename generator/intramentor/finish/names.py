"""Names bound late: each token in a built site gives way to its name, escaped for where it stands."""

from __future__ import annotations

import html
import json
from collections.abc import Callable
from pathlib import Path

from intramentor.compose import fill

JOINER = "\u2060"  # no line breaks here; nothing is seen or read out


def _in_html(name: str) -> str:
    """Return a name for a page; *mentor(-ka)* stays on one line."""
    return html.escape(name, quote=True).replace("(-", f"(-{JOINER}")


_ESCAPES: dict[str, Callable[[str], str]] = {
    ".html": _in_html,
    ".js": lambda name: json.dumps(name, ensure_ascii=False)[1:-1],
}


def bind(out: Path, names: dict[str, str]) -> None:
    """Put the names into the pages and scripts below `out`."""
    for path in out.rglob("*"):
        escape = _ESCAPES.get(path.suffix)
        if escape and path.is_file():
            text = path.read_text(encoding="utf-8")
            filled = fill(text, names, escape)
            if filled != text:
                path.write_text(filled, encoding="utf-8")

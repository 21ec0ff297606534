"""Filters of the templates: plain text, indentation, clock times."""

from __future__ import annotations

import html
import re
from collections.abc import Callable
from typing import Any

_MARKUP = re.compile(r"\s?\[@[^\]]*\]|\]\([^)]*\)|[*_\[\]]|\\(?=\W)")


def plain_text(text: str) -> str:
    """Return a line without its Markdown: for titles, descriptions, attributes."""
    return re.sub(r"\s+", " ", _MARKUP.sub("", str(text))).strip()


def attribute(text: str) -> str:
    """Return a line as it may stand in an HTML attribute or between tags."""
    return html.escape(plain_text(text), quote=True)


def yaml_line(text: str) -> str:
    """Return a line as a double-quoted YAML value."""
    plain = plain_text(text).replace("\\", "\\\\").replace('"', '\\"')
    return f'"{plain}"'


def indented(text: str, width: int = 4) -> str:
    """Return a text whose lines after the first are indented, to stand in a list item."""
    return str(text).replace("\n", "\n" + " " * width)


def clock(minutes: int) -> str:
    """Return minutes from the start as hours and minutes, such as 1:05."""
    return f"{minutes // 60}:{minutes % 60:02d}"


FILTERS: dict[str, Callable[..., Any]] = {
    "attr": attribute,
    "clock": clock,
    "hang": indented,
    "plain": plain_text,
    "quoted": yaml_line,
}

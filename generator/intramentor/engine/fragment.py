"""A piece of Markdown becomes a piece of HTML, by the same rules as a page."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

import markdown

Convert = Callable[[str], str]


def converter(extensions: Sequence[str | dict[str, Any]]) -> Convert:
    """Return what converts pieces of Markdown; `extensions` as they stand in mkdocs.yml."""
    settings = [each if isinstance(each, dict) else {each: {}} for each in extensions]
    options = {name: values for each in settings for name, values in each.items()}
    made = markdown.Markdown(extensions=list(options), extension_configs=options)

    def convert(text: str) -> str:
        return made.reset().convert(text)

    return convert

"""The nearest known word to a misspelt one."""

from __future__ import annotations

import difflib
from collections.abc import Iterable


def suggestion(word: str, known: Iterable[str]) -> str:
    """Return the known word that `word` was probably meant to be, or an empty string."""
    near = difflib.get_close_matches(word[:80], list(known)[:5000], n=1, cutoff=0.6)
    return near[0] if near else ""

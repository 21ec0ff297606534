"""Find the place of a piece of a text in its file."""

from __future__ import annotations

from collections.abc import Mapping

from intramentor.model.base import Text
from intramentor.problems import Where

# Beyond so many characters or findings in one text its beginning is shown: counting up to
# each of very many takes too long.
FAR, MANY = 50_000, 300


def spot(text: Text, token: str, at: int, sources: Mapping[str, str], trail: str) -> Where:
    """Return the place of `token`, which stands at `at` in the text's value.

    YAML folds lines and unescapes, so offsets differ between value and file; the
    n-th occurrence of the token in one is the n-th in the other.
    """
    origin = text.origin
    if origin is None:
        return Where("", trail=trail)
    source = sources.get(origin.file, "")
    nth = text.count(token, 0, min(at, FAR))
    if at > FAR or nth > MANY:
        return Where(origin.file, origin.line, origin.column, trail)
    found = origin.start - 1
    for _ in range(nth + 1):
        found = source.find(token, found + 1, origin.end)
        if found < 0:
            return Where(origin.file, origin.line, origin.column, trail)
    line = source.count("\n", 0, found) + 1
    return Where(origin.file, line, found - source.rfind("\n", 0, found), trail)

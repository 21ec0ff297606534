"""What the YAML parser objects to, in our own words: PyYAML's scanner and libyaml say it differently.

Each text stands in `problems.words` in Polish too.
"""

from __future__ import annotations

import re

OTHER = "it can't be read"
# The first that fits wins; what is tried is the parser's objection with its context.
REASONS: tuple[tuple[str, str], ...] = (
    (r"alias|anchor|second occurrence", "anchors and aliases are not used here"),
    (r"directive|incompatible YAML|extremely long version|duplicate tag handle|version number",
     "a line that begins with `%` has a meaning of its own in YAML"),
    (r"(scanning|parsing) a tag|tag handle|tag URI|URI escape|expected URI|'!'|'>'",
     "tags (`!…`) are not used here"),
    (r"document start|stream-start|another document|single document",
     "this line doesn't belong to what stands above it"),
    (r"cannot start any token", "a text can't begin with this character"),
    (r"chomping|indentation indicator|comment or a? ?line break|block scalar",
     "after `|` or `>` the text begins on the next line"),
    (r"end of stream", "the file ends inside a text in quotes"),
    (r"document (separator|indicator)", "a line `---` or `...` stands inside a text in quotes"),
    (r"unknown escape", "after `\\` stands a character that means nothing there"),
    (r"hexadecimal|hexdecimal|Unicode character escape", "this is no character's code"),
    (r"expected ':'", "the colon after the key is missing"),
    (r"sequence entries", "a list can't begin here"),
    (r"mapping keys", "`?` can't stand here"),
    (r"mapping values|unexpected ':'", "a colon can't stand here"),
    (r"tab character", "a tab stands where spaces belong"),
    (r"',' or '\]'", "a comma or `]` is missing"),
    (r"',' or '\}'", "a comma or `}` is missing"),
    (r"<block end>.*collection|'-' indicator", "a dash should stand here"),
    (r"<block end>|expected key", "a key should stand here"),
    (r"node content", "a value should stand here"),
    (r"(control|special) characters", "control characters are not allowed"),
    (r"octet|UTF-|surrogate|Unicode|input", "this is not text in UTF-8"),
    (r"alphabetic|digit|whitespace|expected ' '", "another character should stand here"),
)


def reason(objection: str, context: str = "") -> str:
    """Return what a parser's objection means; `context` is what it was reading then."""
    said = f"{objection} {context}"
    return next((own for pattern, own in REASONS if re.search(pattern, said)), OTHER)

"""Look for the pack's own words in a finished site whose company chose others.

Quotations are excepted by their elements (`blockquote`, `q`, `cite`, `translate="no"`), and
whole pages by name: the list of sources, and those in `own_words_on`.
"""

from __future__ import annotations

import html
import json
import posixpath
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from intramentor.finish.names import JOINER
from intramentor.finish.proof import calendar
from intramentor.finish.search import INDEX
from intramentor.pages import Site
from intramentor.problems import Problems, Where

_LIMIT = 3  # findings of one file
_AROUND = 30  # characters shown on each side
_PLAIN = (".txt", ".md", ".csv")
# Keys of JSON files whose values nobody reads: addresses and ids.
_UNREAD = ("url", "href", "src", "start_url", "scope", "id")
_QUOTED = re.compile(
    r"<(blockquote|q|cite|script|style|template|code)\b[^>]*>.*?</\1>"
    r"|<(\w+)\b[^>]*\btranslate=\"?no\b[^>]*>.*?</\2>", re.DOTALL,
)
_INLINE = re.compile(r"</?(?:a|abbr|b|em|i|mark|small|span|strong)(?:\s[^>]*)?>")
_ADDRESS = re.compile(r"\S*/\S*")
_TAG = re.compile(r"<[^>]*>")
_READ_OUT = re.compile(r"\s(?:alt|title|aria-label|placeholder|content|summary)=\"([^\"]*)\"")


def pack_words(out: Path, site: Site) -> Problems:
    """Return a `pack-word` for each place in the site below `out` where the pack's word was left."""
    problems = Problems()
    if not site.swaps:
        return problems
    owners = {_key(word): swap for swap in site.swaps for word in swap.words}
    pattern = _pattern([word for swap in site.swaps for word in swap.words])
    excepted = {posixpath.splitext(uri)[0] for uri in site.quoting}
    for path in sorted(out.rglob("*")):
        name = path.relative_to(out).as_posix()
        if posixpath.dirname(name) in excepted or not path.is_file():
            continue
        found = (hit for text in _texts(path) for hit in pattern.finditer(text))
        for _, hit in zip(range(_LIMIT), found, strict=False):
            swap = owners[_key(hit[0])]
            around = hit.string[max(0, hit.start() - _AROUND) : hit.end() + _AROUND]
            facts = {"word": hit[0], "own": swap.own, "name": swap.name, "around": " ".join(around.split())}
            problems.add("pack-word", Where(name), **facts)
    return problems


def _pattern(words: list[str]) -> re.Pattern[str]:
    """Return what finds each of the words, the longest first, whatever space stands in it.

    A proper name is looked for as it is written: “both ways” is no programme.
    """
    longest = sorted(words, key=len, reverse=True)
    either = "|".join(
        ("" if word[0].isupper() else "(?i:") + r"\s+".join(map(re.escape, word.split()))
        + ("" if word[0].isupper() else ")")
        for word in longest
    )
    return re.compile(rf"(?<!\w)(?:{either})(?!\w)")


def _key(found: str) -> str:
    return " ".join(found.split()).casefold()


def _texts(path: Path) -> Iterator[str]:
    """Yield what a reader sees or hears of a file."""
    suffix = path.suffix
    if suffix == ".ics":
        yield calendar(path.read_bytes())
        return
    if path.name == INDEX:  # words of the pages and their forms, none of its own
        return
    if suffix not in (".html", ".json", ".webmanifest", *_PLAIN) and path.name != "words.js":
        return
    text = path.read_text(encoding="utf-8", errors="replace").replace(JOINER, "")
    if suffix == ".html":
        yield from _shown(text)
    elif suffix in _PLAIN:
        yield text
    else:
        values = json.loads(text[text.index("{") : text.rindex("}") + 1] if suffix == ".js" else text)
        for value in _strings(values):
            yield from _shown(value) if "<" in value else (value,)


def _shown(text: str) -> Iterator[str]:
    text = _QUOTED.sub("\n", text)
    for tag in _TAG.findall(text):
        if '"' in tag:
            values = map(html.unescape, _READ_OUT.findall(tag))
            yield from (value for value in values if not _ADDRESS.fullmatch(value))
    yield html.unescape(_TAG.sub("\n\x1f\n", _INLINE.sub("", text)))


def _strings(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, list):
        for item in value:
            yield from _strings(item)
    elif isinstance(value, dict):
        for key, item in value.items():
            if key not in _UNREAD:
                yield from _strings(item)

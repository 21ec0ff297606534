"""Prove that no facilitator text stands in any file of a participants' site."""

from __future__ import annotations

import html
import re
from collections.abc import Iterable
from pathlib import Path

from intramentor.problems import Problems, Where

_READ = (".html", ".json", ".xml", ".md", ".txt", ".js", ".ics")
_INLINE = re.compile(r"</?(?:a|abbr|b|em|i|mark|small|span|strong)\b[^>]*>|\]\([^)]*\)|\\[nrt]")
_BLOCK = re.compile(r"<[^>]*>|\n[ \t]*\n")
_SENTENCE = re.compile(r"""[.!?…:;]+[”’)\]*_]*(?=\s|$)|["|]|\n(?=\s*(?:[-*+]|\d+\.)\s)""")
_FOLD = re.compile(r"\r\n[ \t]")  # a line of a calendar goes on in the next
_WORD = re.compile(r"\w+")
WINDOW, SHORTEST = 7, 4


def traces(texts: Iterable[str]) -> set[str]:
    """Return what proves that Markdown texts, or pages, hold the same words: each run of seven
    words, and each shorter sentence of at least four, without markup and case.

    A run stays within one paragraph, label or cell. A sentence, or a part of one up to a colon,
    counts as a whole only. Still shorter ones leave no trace: their words alone prove nothing.
    """
    found: set[str] = set()
    for text in texts:
        for block in _BLOCK.split(_INLINE.sub(" ", text)):
            words: list[str] = []
            for sentence in _SENTENCE.split(html.unescape(block).lower()):
                said = _WORD.findall(sentence)
                if SHORTEST <= len(said) < WINDOW:
                    found.add(" ".join(said))
                words += said
            found.update(" ".join(words[i : i + WINDOW]) for i in range(len(words) - WINDOW + 1))
    return found


def prove(out: Path, secret: set[str]) -> None:
    """Raise `leak` if one of the traces stands in a file below `out`.

    Each file is read and compared once, as a set, however many texts there are to look for.
    """
    problems = Problems()
    for path in sorted(out.rglob("*")):
        if path.suffix in _READ and path.is_file():
            text = path.read_bytes().decode("utf-8", "replace")
            for trace in sorted(traces([_FOLD.sub("", text)]) & secret)[:3]:
                problems.add("leak", Where(path.relative_to(out).as_posix()), text=trace)
    problems.stop()

"""The search index: what stands where, under every form that a reader may type.

One file for each site, `search.json`, read by `js/find.js`:

- `pages`: address, title, kind, audience (ids and words), minutes, summary, length in words,
  and the sections (anchor, heading), numbered through over all pages;
- `endings`: lists of endings, joined by a bar, each list once;
- `lemmas`: for each dictionary word the sections it stands in, each as the step from the one
  before, followed by its weight as a negative number unless that is 1; then the word's forms,
  as pairs of a stem and the number of its list of endings;
- `light`: the numbers of the lemmas that say little.
"""

from __future__ import annotations

import json
import re
from collections import Counter, defaultdict
from collections.abc import Callable, Mapping
from functools import lru_cache
from html.parser import HTMLParser
from itertools import groupby
from pathlib import Path
from typing import Any

from intramentor.cache import keep, place, recall
from intramentor.compose import fill
from intramentor.finish.forms import grouped, light

INDEX = "search.json"
_APART = ("contents", "path", "notes")  # they lead to units and say nothing of their own
_OURS = Path(__file__).read_text(encoding="utf-8")  # another way of reading finds something else
HEADING = 4  # a word in a heading weighs as much as four in the text below
SUMMARY = 2  # and one that stands in the page's summary too, two more
_WORD = re.compile(r"[^\W_]+")
_AROUND = re.compile(r"<body\b.*?(?=<article\b)|<svg\b.*?</svg>|</article>.*", re.DOTALL)  # half the time of reading
_HEADINGS = frozenset({"h1", "h2", "h3"})
_VOID = frozenset({"area", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"})
_PASSED = frozenset({"script", "style", "template"})


class _Section:
    """What stands from one heading to the next."""

    def __init__(self, anchor: str) -> None:
        self.anchor = anchor
        self.heading: list[str] = []
        self.text: list[str] = []

    @property
    def title(self) -> str:
        return _line("".join(self.heading))

    @property
    def counts(self) -> Counter[str]:
        counts = Counter(words("".join(self.text)))
        for word in words(self.title):
            counts[word] += HEADING
        return counts


class _Reader(HTMLParser):
    """Reads a built page: its sections, and the facts that are marked with `data-search`."""

    def __init__(self) -> None:
        super().__init__()
        self.article: dict[str, str] = {}
        self.language = ""
        self.description = ""
        self.sections: list[_Section] = []
        self.facts: dict[str, list[str]] = defaultdict(list)
        self._open: list[tuple[str, str]] = []  # the elements around, each with what it means to us

    def state(self) -> dict[str, Any]:
        """Return what was read, as it can be kept."""
        return {
            "article": self.article, "language": self.language, "description": self.description, "facts": self.facts,
            "sections": [[each.anchor, "".join(each.heading), "".join(each.text)] for each in self.sections],
        }

    @classmethod
    def of(cls, state: dict[str, Any], named: Callable[[str], str]) -> _Reader:
        """Return a reader that has read it, with the names put in."""
        made = cls()
        made.article, made.language = state["article"], state["language"]
        made.description = named(state["description"])
        made.facts.update((key, [named(text) for text in texts]) for key, texts in state["facts"].items())
        for anchor, heading, text in state["sections"]:
            section = _Section(anchor)
            section.heading, section.text = [named(heading)], [named(text)]
            made.sections.append(section)
        return made

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        found = {name: value or "" for name, value in attrs}
        if tag == "html":
            self.language = found.get("lang", "")
        elif tag == "meta" and found.get("name") == "description":
            self.description = found.get("content", "")
        elif tag == "article":
            self.article = found
        if tag in _VOID or not (self._open or tag == "article"):
            return
        role = ""
        if "data-search" in found:
            role = found["data-search"]
            self.facts[role].append("")
        elif tag in _PASSED or found.get("data-search-exclude") == "":
            role = "excluded"
        elif tag in _HEADINGS and found.get("id"):
            role = "heading"
            self.sections.append(_Section(found["id"]))
        self._open.append((tag, role))

    def handle_endtag(self, tag: str) -> None:
        if self._open and tag in (name for name, _ in self._open):
            while self._open.pop()[0] != tag:
                pass
            self.handle_data(" ")

    def handle_data(self, data: str) -> None:
        roles = [role for _, role in self._open if role]
        if roles and roles[-1] in self.facts:
            self.facts[roles[-1]][-1] += data
        if self._open and self.sections and "excluded" not in roles:
            section = self.sections[-1]
            (section.heading if "heading" in roles else section.text).append(data)

    @property
    def counts(self) -> list[Counter[str]]:
        """Return the words of each section by weight; kind and audience belong to the first."""
        found = [section.counts for section in self.sections]
        found[0].update(words(f"{self.fact('kind')} {self.fact('who')}"))
        for word in words(self.description):
            found[0][word] += SUMMARY
        return found

    def fact(self, name: str) -> str:
        """Return a marked fact as one line."""
        return ", ".join(_line(text) for text in self.facts[name])


def _line(text: str) -> str:
    """Return a text on one line; no-break spaces stay."""
    return re.sub(r"[ \t\r\n]+", " ", text).strip()


def words(text: str) -> list[str]:
    """Return the words of a text in small letters; a single letter is none, a digit is."""
    return [word for word in _WORD.findall(text.lower()) if len(word) > 1 or word.isdigit()]


def write_index(out: Path, names: Mapping[str, str]) -> None:
    """Write the search index of a built site; a site without units has none.

    Names that are bound late are still tokens in the pages, `names` says for what.
    """
    read = [(path, _read(path, names)) for path in sorted(out.rglob("index.html"))]
    pages = [(path, page) for path, page in read if page.sections and page.article.get("data-kind", "contents") not in _APART]
    if pages:
        made = index([(path.parent.relative_to(out).as_posix() + "/", page) for path, page in pages])
        text = json.dumps(made, ensure_ascii=False, separators=(",", ":"))
        (out / INDEX).write_text(text, encoding="utf-8")


def _read(path: Path, names: Mapping[str, str]) -> _Reader:
    """Read a page; one that differs from another edition's in its names alone was read before."""
    text = _AROUND.sub("", path.read_text(encoding="utf-8"))
    at = place("read", _OURS, text)
    kept = recall(at)
    if kept is None:
        reader = _Reader()
        reader.feed(text)
        kept = reader.state()
        keep(at, kept)
    return _Reader.of(kept, lambda text: fill(text, names))


def index(pages: list[tuple[str, _Reader]]) -> dict[str, Any]:
    """Return the index of the pages of one site, all in one language."""
    by_page = [page.counts for _, page in pages]
    counts = [found for sections in by_page for found in sections]
    of_word, forms = grouped({word for found in counts for word in found}, pages[0][1].language)
    postings: dict[str, list[int]] = defaultdict(list)
    last: dict[str, int] = defaultdict(int)
    for number, found in enumerate(counts):
        weights: Counter[str] = Counter()
        for word, weight in found.items():
            for name in of_word[word]:
                weights[name] += weight
        for name, weight in weights.items():
            postings[name] += (number - last[name], -weight) if weight > 1 else (number - last[name],)
            last[name] = number
    endings: dict[str, int] = {}
    rows = [
        [postings[name], *(part for stem, ends in _strands(forms[name]) for part in (stem, endings.setdefault(ends, len(endings))))]
        for name in sorted(postings)
    ]
    lightly = light(pages[0][1].language)
    return {
        "pages": [_page(url, page, found) for (url, page), found in zip(pages, by_page, strict=True)],
        "endings": list(endings),
        "lemmas": rows,
        "light": [number for number, name in enumerate(sorted(postings)) if name in lightly],
    }


def _page(url: str, page: _Reader, counts: list[Counter[str]]) -> dict[str, Any]:
    return {
        "url": url,
        "title": page.sections[0].title,
        "kind": page.fact("kind"),
        "audience": page.article.get("data-audience", "").split(),
        "who": page.fact("who"),
        "minutes": page.fact("minutes"),
        "summary": page.description,
        "length": sum(found.total() for found in counts),
        "sections": [[section.anchor, section.title] for section in page.sections],
    }


def _shared(one: str, other: str) -> str:
    """Return the common beginning of two words: of a sorted list, that of its first and last."""
    ends = (at for at, (a, b) in enumerate(zip(one, other, strict=False)) if a != b)
    return one[: next(ends, min(len(one), len(other)))]


@lru_cache(1 << 16)
def _strands(forms: frozenset[str]) -> tuple[tuple[str, str], ...]:
    """Return stems with their endings; forms that begin with another letter stand apart (*iść*, *szedł*)."""
    groups = [list(same) for _, same in groupby(sorted(forms), key=lambda form: form[0])]
    stems = [_shared(group[0], group[-1]) for group in groups]
    return tuple(
        (stem, "|".join(form[len(stem) :] for form in group)) for stem, group in zip(stems, groups, strict=True)
    )

"""Prove that no facilitator text stands in any file of a participants' site."""

from __future__ import annotations

import hashlib
import html
import io
import re
import zipfile
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

from intramentor.cache import kept, place, recall_file
from intramentor.compose import Handbook, fill
from intramentor.model.walk import audiences
from intramentor.pages.wording import table
from intramentor.problems import Problems, Where

_PARAGRAPH = re.compile(r"</[aw]:p>")
_TAG = re.compile(r"<[^>]*>")
_HYPHEN = re.compile(r"[-\u2010\u00ad]\n *")
_CELLS = re.compile(r"(?<=\S) {3,}(?=\S)")
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


def secret(book: Handbook) -> set[str]:
    """Return the traces of what is for facilitators alone, read off their handbook, which has everything."""
    found = [pair for piece in book.pieces for pair in audiences(piece.value)]
    hidden, known = ([fill(text, book.names) for own, text in found if own is one] for one in (True, False))
    return traces(hidden) - traces([*known, *_own_words(book)])


def _own_words(book: Handbook) -> Iterator[str]:
    """Yield the pages' own words, which stand on everybody's pages, with the roles' names."""
    for part in ("", "scripts"):
        for text in table(book.language, part).values():
            named = re.sub(r"\{(\w+)\}", lambda found: book.roles.get(found[1].lower(), found[0]), text)
            yield fill(named, book.names)


def prove(out: Path, secret: set[str]) -> None:
    """Raise `leak` if one of the traces stands in a file below `out`.

    Each file is read and compared once, as a set, however many texts there are to look for.
    """
    problems = Problems()
    for path in sorted(out.rglob("*")):
        read = _READERS.get(path.suffix)
        if read is not None and path.is_file():
            for trace in sorted(traces([read(path.read_bytes())]) & secret)[:3]:
                problems.add("leak", Where(path.relative_to(out).as_posix()), text=trace)
    problems.stop()


def read_papers(paths: Iterable[Path], workers: int) -> None:
    """Read the texts of PDFs that weren't read before, side by side; the proof finds them kept."""
    fresh = [path for path in paths if recall_file(_place(path.read_bytes())) is None]
    if fresh:
        with ProcessPoolExecutor(min(workers, len(fresh))) as pool:
            list(pool.map(_read_paper, fresh))


def _read_paper(path: Path) -> None:
    _pdf(path.read_bytes())


def _place(raw: bytes) -> Path:
    return place("texts", "PDF 1", hashlib.sha256(raw).hexdigest())


def _text(raw: bytes) -> str:
    return raw.decode(errors="replace")


def _pdf(raw: bytes) -> str:
    """Return the text of a PDF; it is kept, for reading takes time."""
    return _text(kept(_place(raw), lambda: _pages(raw).encode(errors="replace")))


def _pages(raw: bytes) -> str:
    """Return what stands in a PDF: words that a line's end divides together again, cells of a table apart."""
    from pypdf import PdfReader

    pages = (page.extract_text(extraction_mode="layout") for page in PdfReader(io.BytesIO(raw)).pages)
    return "\n\n".join(_CELLS.sub("\n\n", _HYPHEN.sub("", text)) for text in pages)


def _office(raw: bytes) -> str:
    """Return the text of a DOCX or PPTX, notes and properties too, a paragraph apart from the next."""
    with zipfile.ZipFile(io.BytesIO(raw)) as given:
        parts = [_text(given.read(name)) for name in given.namelist() if name.endswith(".xml")]
    return "\n\n".join(_TAG.sub("", paragraph) for part in parts for paragraph in _PARAGRAPH.split(part))


def calendar(raw: bytes) -> str:
    """Return the text of an ICS, its folded lines put together again."""
    return _FOLD.sub("", _text(raw))


_READERS: dict[str, Callable[[bytes], str]] = {
    **dict.fromkeys((".html", ".json", ".xml", ".md", ".txt", ".js"), _text),
    ".pdf": _pdf, ".docx": _office, ".pptx": _office, ".ics": calendar,
}

"""Papers and decks become files: side by side on the cores, and only those that changed."""

from __future__ import annotations

import hashlib
import os
import shutil
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from functools import cache, partial
from importlib.metadata import version
from pathlib import Path
from typing import Any

from intramentor.brand import Logo, Look, PrintFace, office_logo, print_faces
from intramentor.cache import keep_file, kept, place, recall_file
from intramentor.compose import Handbook
from intramentor.engine import converter
from intramentor.finish import prove, read_papers, secret
from intramentor.kits import Deck, Options, Paper, Prose, chosen, facilitation, handouts, workbooks
from intramentor.pages.downloads import FOLDER
from intramentor.pages.text import plain_text
from intramentor.problems import Problems, Where, suggestion
from intramentor.project import Project, judge
from intramentor.publish import publish, refuse_foreign, staging
from intramentor.sinks.docx import docx_of
from intramentor.sinks.folder import settings
from intramentor.sinks.pdf import pdf, sheet
from intramentor.sinks.pptx import pptx_of

_FONTS = Path("overrides") / "assets" / "fonts"
_MAKERS: dict[str, Callable[..., bytes]] = {"pdf": pdf, "docx": docx_of, "pptx": pptx_of}
_LIBRARIES = ("weasyprint", "python-docx", "python-pptx", "fonttools", "lxml")
Progress = Callable[[int, int, str], None]  # the n-th of so many files, and its name


@dataclass(frozen=True, slots=True)
class File:
    """A file to make: its name, its kind, and what it is made from."""

    name: str
    form: str
    parts: tuple[Any, ...]

    @property
    def place(self) -> Path:
        """Return where it is kept: other parts, another library or other code, another place."""
        return place("papers", _code(), self.form, *map(repr, self.parts))


@dataclass(frozen=True, slots=True)
class Press:
    """What all files of a handbook have in common: its look, its name, its fonts."""

    look: Look
    name: str
    fonts: dict[PrintFace, bytes]
    logo: Logo | None

    @classmethod
    def of(cls, book: Handbook, data: Path) -> Press:
        """Return the press of a handbook; `data` has the theme's fonts."""
        theme = data / _FONTS
        fonts = {face: _font(face) for face in print_faces(book.look, theme)}
        return cls(book.look, book.name, fonts, office_logo(book.look, theme))

    def files(self, documents: Iterable[Paper | Deck]) -> Iterator[File]:
        """Yield the files that papers and decks are written as."""
        for one in documents:
            if isinstance(one, Deck):
                yield File(f"{one.name}.pptx", "pptx", (one, self.look, self.name, self.logo))
                continue
            for form in one.forms:
                made = (sheet(one, self.look, self.name, self.fonts),) if form == "pdf" else (one, self.look, self.name)
                yield File(f"{one.name}.{form}", form, made)


def write(files: Iterable[tuple[Path, File]], workers: int, progress: Progress) -> None:
    """Write files into their folders; those that were made before are taken from where they are kept."""
    wanted = [(folder / file.name, file.place, file) for folder, file in files]
    fresh = {at: file for _, at, file in wanted if recall_file(at) is None}
    for done, at in enumerate(_make_all(fresh, workers), start=1):
        progress(done, len(fresh), fresh[at].name)
    for path, at, file in wanted:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(kept(at, partial(_made, file)))


def print_kit(
    project: Project, data: Path, edition: str, name: str, out: Path, languages: tuple[str, ...],
    options: Options, progress: Progress,
) -> Path:
    """Write the kit of a unit or a format to `out`/name/language and return the folder.

    `data` has the theme; there is one for each of the `languages` that the edition has, without
    any of them one for each of the edition's. What participants get is made from their handbook, and searched for the facilitators' texts.
    """
    judge(project).stop()
    books = {(book.view, book.language): book for book in project.handbooks(edition)}
    known = project.library.editions[edition].languages
    wanted = tuple(language for language in languages if language in known) or known
    target = out / name
    refuse_foreign(target)
    convert = converter(settings(data)["markdown_extensions"])
    with staging(target) as work:
        whole = work / name
        files: list[tuple[Path, File]] = []
        for language in wanted:
            ours, theirs = books["facilitator", language], books["participant", language]
            for view, documents in (
                ("facilitator", _run(Prose(ours, convert), name, options)),
                ("participants", _taken(Prose(theirs, convert), name)),
            ):
                made = Press.of(theirs, data).files(documents)
                files += [(whole / language / view, file) for file in made]
        _refuse_nothing(books["facilitator", wanted[0]], name, files)
        workers = os.cpu_count() or 1
        write(files, workers, progress)
        read_papers(whole.glob("*/participants/*.pdf"), workers)
        for language in wanted:
            prove(whole / language / "participants", secret(books["facilitator", language]))
        _fonts(Press.of(books["participant", wanted[0]], data), data, whole / "fonts")
        publish(whole, target)
    return target


def write_downloads(
    project: Project, data: Path, edition: str, work: Path, workers: int, progress: Progress
) -> None:
    """Write what an edition's pages offer to download into its sites below `work`/view/language."""
    convert = converter(settings(data)["markdown_extensions"])
    files: list[tuple[Path, File]] = []
    books = {(book.view, book.language): book for book in project.handbooks(edition)}
    for (view, language), book in books.items():
        theirs = books["participant", language]
        documents: list[Paper | Deck] = [*handouts(Prose(theirs, convert), theirs.pieces)]
        if view == "facilitator":
            documents += facilitation(Prose(book, convert), book.pieces, Options())
        files += [(work / view / language / FOLDER, file) for file in Press.of(book, data).files(documents)]
    write(files, workers, progress)
    read_papers(work.glob(f"participant/*/{FOLDER}/*.pdf"), workers)


def _fonts(press: Press, data: Path, folder: Path) -> None:
    """Write the fonts that offices need to show slides and documents as they are meant, with their licences."""
    folder.mkdir()
    for face, raw in press.fonts.items():
        (folder / face.file).write_bytes(raw)
    for licence in (data / _FONTS).glob("*-OFL.txt"):
        shutil.copy(licence, folder)


def _run(prose: Prose, name: str, options: Options) -> Iterator[Paper | Deck]:
    return facilitation(prose, chosen(prose.book, name), options)


def _taken(prose: Prose, name: str) -> Iterator[Paper]:
    pieces = chosen(prose.book, name)
    yield from handouts(prose, pieces)
    if name in prose.units:
        yield from workbooks(prose, name, plain_text(prose.units[name].value.title), pieces)


def _refuse_nothing(book: Handbook, name: str, files: list[tuple[Path, File]]) -> None:
    """Raise a problem if there is no such unit, or nothing to print for it."""
    problems = Problems()
    units = {piece.id: piece for piece in book.pieces}
    if name not in units:
        problems.add("no-such-unit", Where("modules"), id=name, guess=suggestion(name, list(units)))
    elif not files:
        problems.add("nothing-to-print", Where(units[name].source), id=name)
    problems.stop()


def _make_all(files: dict[Path, File], workers: int) -> Iterator[Path]:
    """Make files and keep them, the longest papers first; yield where they are kept."""
    if not files:
        return
    with ProcessPoolExecutor(min(workers, len(files))) as pool:
        ordered = sorted(files.items(), key=lambda pair: _length(pair[1]), reverse=True)
        jobs = {at: pool.submit(_keep, at, file) for at, file in ordered}
        for at, job in jobs.items():
            job.result()
            yield at


def _length(file: File) -> int:
    """Return how long the HTML of a PDF is, which takes its time; other files are quick."""
    return len(file.parts[0].html) if file.form == "pdf" else 0


def _keep(at: Path, file: File) -> None:
    keep_file(at, _made(file))


def _made(file: File) -> bytes:
    return _MAKERS[file.form](*file.parts)


def _font(face: PrintFace) -> bytes:
    return kept(place("fonts", _code(), repr(face)), face.make)


@cache
def _code() -> str:
    """Return what stands for the code, the words and the libraries that make files."""
    here = Path(__file__).parent
    words = (here / "pages" / "wording").rglob("*.yml")
    sources = sorted((*(here / "sinks").glob("*.*"), *words, here / "brand" / "prints.py"))
    made = hashlib.sha256(" ".join(f"{name} {version(name)}" for name in _LIBRARIES).encode())
    for path in sources:
        made.update(path.read_bytes())
    return made.hexdigest()

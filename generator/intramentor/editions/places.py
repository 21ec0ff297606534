"""Where editions are: in this project by name, or in folders, of this project or of others."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from intramentor.model.edition import DEFAULT_EDITION
from intramentor.problems import Problems, Where, suggestion

FOLDER, FILE = "editions", "edition.yml"


@dataclass(frozen=True, slots=True)
class Place:
    """An edition's name and the project that it stands in."""

    root: Path
    name: str


def known(root: Path) -> tuple[Place, ...]:
    """Return every edition of a project in the order of their names, the pack's own first."""
    own = (Place(root, DEFAULT_EDITION),) if (root / "modules").is_dir() else ()
    return (*own, *_inside(root))


def places(root: Path, wanted: tuple[str, ...]) -> tuple[Place, ...]:
    """Return the editions that are wanted, by name or by folder; none: the only one, or the pack's own.

    A folder may be an edition's, a repository that has editions, or one full of repositories.
    Raises `no-edition` and `edition-twice`.
    """
    problems = Problems()
    found: dict[str, Place] = {}
    for one in wanted or (_usual(root),):
        here = tuple(_find(root, one))
        if not here:
            names = [place.name for place in known(root)]
            problems.add(
                "no-edition", Where(FOLDER), id=one, known=", ".join(names), guess=suggestion(one, names)
            )
        for place in here:
            first = found.setdefault(place.name, place)
            if first.root != place.root:
                problems.add("edition-twice", Where(str(place.root)), id=place.name, first=str(first.root))
    problems.stop()
    return tuple(found.values())


def _usual(root: Path) -> str:
    """Return the one edition of a company's own project, else the pack's own."""
    names = [place.name for place in known(root)]
    return names[0] if len(names) == 1 else DEFAULT_EDITION


def _find(root: Path, wanted: str) -> Iterator[Place]:
    named = next((place for place in known(root) if place.name == wanted), None)
    if named is not None:
        yield named
        return
    folder = Path(wanted).resolve()
    if (folder / FILE).is_file() and folder.parent.name == FOLDER:
        yield Place(folder.parent.parent, folder.name)
    elif (folder / FOLDER).is_dir():
        yield from _inside(folder)
    elif folder.is_dir():
        for inner in sorted(folder.iterdir()):
            yield from _inside(inner)


def _inside(root: Path) -> Iterator[Place]:
    folder = root / FOLDER
    for inner in sorted(folder.iterdir()) if folder.is_dir() else ():
        if (inner / FILE).is_file():
            yield Place(root, inner.name)

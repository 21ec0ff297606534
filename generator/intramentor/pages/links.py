"""`id:` links, citations and glossary terms become relative links between pages."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from intramentor.compose import Handbook, Piece
from intramentor.load.bibliography import Reference
from intramentor.model.base import ROLES
from intramentor.model.handbook import Term
from intramentor.model.training import TRAINING
from intramentor.model.walk import texts
from intramentor.pages.kept import PROGRAMME

_LINK = re.compile(r"\]\(id:([^)\s]+)\)")
_WHOLE = re.compile(r"\[([^\[\]]*)\]\(id:([^)\s]+)\)")
_CITATIONS = re.compile(r"\s?((?:\[@[^\]\s]+\])+)")
_CITATION = re.compile(r"\[@([^\]\s]+)\]")
HOME = "index.md"
NOTES = "notes.md"  # no unit: what the reader keeps on the device
MEETINGS = ("session", *TRAINING)  # a worksheet kept for each session is filled in at these


def uri_of(piece: Piece) -> str:
    """Return the path of a unit's page inside the site's folder, the same in each language."""
    return HOME if piece.kind == "contents" else f"{piece.family}/{piece.id}.md"


@dataclass(frozen=True, slots=True)
class Linker:
    """Knows where everything that can be linked stands; without `places` (on paper) nothing is linked."""

    handbook: Handbook
    places: dict[str, str] = field(default_factory=dict)
    meetings: dict[str, str] = field(default_factory=dict)
    repeated: frozenset[str] = frozenset()

    @classmethod
    def of(cls, handbook: Handbook) -> Linker:
        """Collect the places of a handbook's units, terms and sources."""
        pieces = tuple(handbook.pieces)
        meetings = {uri_of(piece): piece.id for piece in pieces if piece.kind in MEETINGS}
        meetings |= {uri_of(piece): PROGRAMME for piece in pieces if piece.kind == "guide"}
        repeated = frozenset(p.id for p in pieces if getattr(p.value, "scope", "") == "session")
        return cls(handbook, dict(_places(handbook)), meetings, repeated)

    def resolve(self, text: str, page: str) -> str:
        """Return a text with its links and citations made relative to a page."""
        if "[@" in text:
            text = _CITATIONS.sub(lambda found: self._cite(found[1], page), text)
        if "](id:" in text:
            text = _WHOLE.sub(lambda found: found[0] if self._knows(found[2]) else found[1], text)
            text = _LINK.sub(lambda found: f"]({self.to(found[1], page)})", text)
        return text

    def _knows(self, target: str) -> bool:
        """Tell whether a link's unit is in this handbook; an edition may leave it out."""
        return target.partition(".")[0] in self.places

    def to(self, target: str, page: str) -> str:
        """Return the relative link from a page to an object.

        A worksheet kept for each session opens with the copy of the session that links to it; from a
        guide, which is about no session of its own, with the copy that is for none.
        """
        unit, *inner = target.split(".")
        place = self.places[unit]
        path, _, anchor = place.partition("#")
        anchor = "_".join(inner) or anchor
        relative = posixpath.relpath(path, posixpath.dirname(page) or ".")
        if unit in self.repeated and page in self.meetings:
            relative += f"?session={self.meetings[page]}"
        return f"{relative}#{anchor}" if anchor else relative

    def address(self, target: str, page: str) -> str:
        """Return the same link as `to` for raw HTML, in which the engine resolves no file."""
        return ("" if page == HOME else "../") + self.to(target, page).replace(".md", "/", 1)

    def terms(self, text: str, page: str) -> list[Term]:
        """Return the glossary's terms that a page's text links to, in the glossary's order."""
        glossary = next((piece for piece in self.handbook.pieces if piece.kind == "glossary"), None)
        if glossary is None or uri_of(glossary) == page:
            return []
        return [term for term in glossary.value.terms if f"]({self.to(term.id, page)})" in text]

    def _cite(self, found: str, page: str) -> str:
        cited = [self._one(name, page) for name in _CITATION.findall(found)]
        return " (" + "; ".join(cited) + ")"

    def _one(self, name: str, page: str) -> str:
        label = short(self.handbook.references[name], self.handbook.language)
        return f"[{label}]({self.to('@' + name, page)})" if "@" + name in self.places else label


def short(reference: Reference, language: str) -> str:
    """Return author and year as cited in running text; long names of bodies break, a year stays."""
    names = [family for family, _ in reference.authors]
    both, more = ("i", "i\u00a0in.") if language == "pl" else ("&", "et\u00a0al.")
    who = names[0] if len(names) == 1 else f"{names[0]} {both}\u00a0{names[1]}"
    who = f"{names[0]} {more}" if len(names) > 2 else who
    who = who.replace(f" {both} ", f" {both}\u00a0").replace(f" {more}", f" {more}".replace(" ", "\u00a0"))
    return f"{who}\u00a0{reference.year}" if reference.year else who


def _places(handbook: Handbook) -> Iterator[tuple[str, str]]:
    yield "_notes", NOTES
    yield handbook.contents.id, HOME
    yield from ((f"paths/{role}", f"paths/{role}.md") for role in ROLES)
    for piece in handbook.pieces:
        page = uri_of(piece)
        yield piece.id, page
        if piece.kind == "glossary":
            yield from ((term.id, f"{page}#{term.id}") for term in piece.value.terms)
        if piece.kind == "sources":
            yield from (("@" + name, f"{page}#{name}") for name in handbook.references)


def citing(handbook: Handbook) -> dict[str, list[Piece]]:
    """Return for each source the units that rest on it, in the order of the contents."""
    found: dict[str, list[Piece]] = {name: [] for name in handbook.references}
    for piece in handbook.pieces:
        names = set(getattr(piece.value, "sources", ()))
        for _, text in texts(piece.value):
            for one in text if isinstance(text, tuple) else (text,):
                names.update(_CITATION.findall(one))
        for name in names & found.keys():
            found[name].append(piece)
    return found

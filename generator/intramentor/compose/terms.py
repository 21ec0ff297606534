"""Names in text: `${mentor.gen}`, `${z mentee.ins}`, `${a mentor}`. Only this module reads them.

Names may also be bound late: a token stands in the text until the page is HTML, so that pages
which differ in their names alone are converted once for hundreds of editions.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, fields

from intramentor.load import spot, trail
from intramentor.model.base import Text
from intramentor.model.terms import DEFAULT_FORM, Forms, Name, Style, Terms
from intramentor.problems import Problems, Where, suggestion

NBSP = "\u00a0"
_NAME = re.compile(r"\$\{([^{}\n]*)\}")
_BROKEN = re.compile(r"\$\{")
_PARTS = re.compile(r"(?:(?P<particle>[^\W\d_]+) )?(?P<name>[^\W\d_][\w-]*)(?P<forms>(?:\.[a-z]+)*)")
TOKEN = "\ue000{}\ue001"  # noqa: S105 - characters for private use, no secret
_TOKEN = re.compile(TOKEN.format("([^\ue001]*)"))
_ESCAPE = re.compile(r"([\\`*_{}\[\]<>#|!])")


def fill(text: str, names: Mapping[str, str], escape: Callable[[str], str] = str) -> str:
    """Return a text with its late names; a token without one is our own mistake."""
    return _TOKEN.sub(lambda found: escape(names[found[1]]), text)


@dataclass(frozen=True, slots=True)
class Names:
    """The names of one language in one role-form style.

    With a `late` table, texts get tokens, and the table what stands for each: plain text.
    """

    language: str
    style: str
    terms: Terms
    sources: Mapping[str, str]
    late: dict[str, str] | None = None

    def resolve(self, text: Text, trail: str, problems: Problems) -> Text:
        """Return the text with its names; what can't be resolved is noted."""
        if "${" not in text:
            return text

        def one(found: re.Match[str]) -> str:
            note = _Note(self, text, found, trail, problems)
            form = self._form(found[1], note)
            return found[0] if form is None else self._put(found[1], form)

        for broken in _BROKEN.finditer(_NAME.sub(lambda m: " " * len(m[0]), text)):
            where = spot(text, "${", broken.start(), self.sources, trail)
            problems.add("bad-name", where, found=text[broken.start() :][:20], example="${mentor}")
        return text.like(_NAME.sub(one, text))

    def role(self, name: str) -> str:
        """Return a role's name for the pages' own wording, as plain text or as a token."""
        form = self.plain(name)
        if self.late is None or not form:
            return form
        self._put(name[0].upper() + name[1:], form[0].upper() + form[1:])
        return self._put(name, form)

    def _put(self, written: str, form: str) -> str:
        """Return a form as Markdown, or the token that stands for it."""
        if self.late is None:
            return _ESCAPE.sub(r"\\\1", form)
        key = f"{self.language}:{written}".replace("_", "-")  # an underscore is Markdown
        self.late[key] = form
        return TOKEN.format(key)

    def plain(self, name: str, form: str = "") -> str:
        """Return a form of a name for the pages' own wording; empty where there is none."""
        term = next((t for t in self.terms.terms if t.id == name), None)
        style = self._style(term) if term else None
        forms = style.singular if style else None
        return str(getattr(forms, form or DEFAULT_FORM[self.language], None) or "")

    def _style(self, term: Name) -> Style | None:
        found: Style | None = getattr(term.styles, self.style)
        return found or term.styles.any

    def _form(self, written: str, note: Callable[..., None]) -> str | None:
        parts = _PARTS.fullmatch(written)
        if parts is None:
            note("bad-name", found="${" + written + "}", example="${mentor} / ${z mentee.ins}")
            return None
        name = parts["name"]
        term = next((t for t in self.terms.terms if t.id == name.lower()), None)
        if term is None:
            known = [t.id for t in self.terms.terms]
            guess = suggestion(name.lower(), known)
            note("unknown-name", name=name, known=", ".join(known), guess=guess)
            return None
        form = self._look_up(term, parts["forms"].split(".")[1:], note)
        if form is None:
            return None
        capital = (parts["particle"] or name)[0].isupper()
        lead = self._particle(term, parts["particle"], note) if parts["particle"] else ""
        whole = lead + form
        return whole[0].upper() + whole[1:] if capital else whole

    def _look_up(self, term: Name, wanted: list[str], note: Callable[..., None]) -> str | None:
        style = self._style(term)
        number = "plural" if wanted[:1] == ["plural"] else "singular"
        rest = wanted[1:] if number == "plural" else wanted
        form = rest[0] if rest else DEFAULT_FORM[self.language]
        table: Forms | None = getattr(style, number, None)
        value = getattr(table, form, None) if table is not None and len(rest) < 2 else None
        if value is None:
            known = [f for f in Forms.__dataclass_fields__ if getattr(table, f, None)]
            shown = [f"plural.{f}" if number == "plural" else f for f in known]
            note(
                "unknown-form", name=term.id, form=".".join(wanted) or form, style=self.style,
                known=", ".join(shown), guess=suggestion(form, known),
            )
            return None
        return str(value)

    def _particle(self, term: Name, written: str, note: Callable[..., None]) -> str:
        particle = written.lower()
        if particle not in self.terms.particles:
            known = ", ".join(self.terms.particles)
            note("unknown-particle", particle=written, known=known)
            return ""
        style = self._style(term)
        changed = (style.particles or {}) if style else {}
        return str(changed.get(particle, particle)) + NBSP


@dataclass(frozen=True, slots=True)
class _Note:
    """Notes a problem at the name that is being read."""

    names: Names
    text: Text
    found: re.Match[str]
    trail: str
    problems: Problems

    def __call__(self, code: str, **facts: object) -> None:
        where = spot(self.text, self.found[0], self.found.start(), self.names.sources, self.trail)
        self.problems.add(code, where, **facts)


def check_forms(terms: Terms, problems: Problems) -> None:
    """Note each form that is not one line of plain text."""
    for name in terms.terms:
        for style in fields(name.styles):
            for number in ("singular", "plural"):
                forms = getattr(getattr(name.styles, style.name), number, None)
                _check(forms, ("terms", name.id, "styles", style.name, number), problems)


def _check(forms: Forms | None, path: tuple[str, ...], problems: Problems) -> None:
    for form in fields(forms) if forms else ():
        value = getattr(forms, form.name)
        found = re.search(r"[<>{}\[\]`]", value) if value else None
        if found:
            origin = value.origin
            way = trail("terms", (*path, form.name))
            where = Where(origin.file, origin.line, origin.column, way)
            problems.add("term-not-plain", where, found=found[0])

"""A company's edition: languages, choice of units, people, addresses, policies."""

from __future__ import annotations

import re
from typing import Annotated, Literal

from pydantic import Field, GetCoreSchemaHandler, GetJsonSchemaHandler, Strict
from pydantic_core import CoreSchema, PydanticCustomError, core_schema

from intramentor.model.base import Id, Line, Ref, Text, about, record, sample

Language = Literal["en", "pl"]
RoleForms = Literal["osoba", "para", "skrot", "maskulatyw"]
Policy = Literal["fallback", "warn", "fail"]
DEFAULT_EDITION = "handbook"
_SITE = re.compile(r"https://[^\s/?#@\"'<>\\]+(/[^\s?#\"'<>\\]*)?")
_WEB = re.compile(r"https://[^\s/?#@\"'<>\\]+([/?#][^\s\"'<>\\]*)?")
_MAIL = re.compile(r"[^\s@:/?#&,;\"'<>\\]+@[^\s@:/?#&,;\"'<>\\]+\.[^\s@:/?#&,;\"'<>\\]+")


class Address:
    """Marks a text that must be an address of one of the `kinds`: `site`, `web`, `mail`."""

    def __init__(self, *kinds: str) -> None:
        """Keep the kinds of address that may stand here."""
        self.kinds = kinds

    def __get_pydantic_core_schema__(
        self, source: type, handler: GetCoreSchemaHandler
    ) -> CoreSchema:
        """Refuse what is no address of these kinds."""
        return core_schema.no_info_after_validator_function(self._checked, handler(source))

    def __get_pydantic_json_schema__(
        self, schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> dict[str, object]:
        """Show editors a plain string."""
        return dict(handler(schema))

    def _checked(self, text: Text) -> Text:
        patterns = {"site": _SITE, "web": _WEB, "mail": _MAIL}
        if any(patterns[kind].fullmatch(text) for kind in self.kinds):
            return text
        raise PydanticCustomError("address", "no address", {"kinds": "-".join(self.kinds)})


WebAddress = Annotated[Text, Address("web")]
MailAddress = Annotated[Text, Address("mail")]


def href(address: str) -> str:
    """Return an address as a link's target: a plain mail address becomes `mailto:`."""
    return str(address) if address.startswith("https://") else f"mailto:{address}"


@record
class Words:
    """A line in the languages of the edition."""

    en: Line | None = about("In English", "Acme sp. z o.o., Sample Street 1, Łódź", default=None)
    pl: Line | None = about("In Polish", "Acme sp. z o.o., ul. Wzorcowa 1, Łódź", default=None)

    def say(self, language: str) -> str:
        """Return the line in a language."""
        return str(getattr(self, language) or "")


@record
class Contact:
    """Somebody to turn to, shown at the foot of every page."""

    id: Literal["organiser", "data-protection", "trusted-person", "help"] = about(
        "What for: organiser (the programme), data-protection, trusted-person (when something is "
        "wrong in a pair), help (the site)", "organiser"
    )
    name: Line = about("Name of a person or a team", "Learning team")
    mail: MailAddress | None = about("Mail address", "learning@acme.example", default=None)
    phone: Line | None = about("Telephone number", "+48 22 000 00 00", default=None)
    page: WebAddress | None = about("A page of theirs", "https://acme.example/learning", default=None)


@record
class Form:
    """A link to one of the company's own forms, shown at the foot of every page."""

    id: Id = about("Immutable id, kebab-case", "feedback-form")
    title: Words = about("What the link says", {"en": "Pulse survey", "pl": "Ankieta"})
    address: WebAddress = about("Where it leads", "https://forms.acme.example/pulse")


@record
class Edition:
    """What `edition.yml` says; the pack itself is the edition `handbook`."""

    id: Id = about("The edition's name, the same as its folder", "acme")
    languages: Annotated[tuple[Language, ...], Field(min_length=1)] = about(
        "Languages to build, the default first", ["pl", "en"], default=("en", "pl")
    )
    role_forms: RoleForms = about(
        "How roles are named: osoba (osoba mentorska), para (mentorka lub mentor), "
        "skrot (mentor(-ka)), maskulatyw (mentor)",
        "osoba",
        default="osoba",
    )
    site_address: Annotated[Text, Address("site")] | None = about(
        "Where the handbook will stand on the web; the languages are folders below it",
        "https://learning.acme.example/handbook/", default=None,
    )
    formats: tuple[Ref, ...] = about(
        "Formats of the programme to keep; every other one is left out. Without this line all stay",
        ["twelve-week-pilot"], default=(),
    )
    leave_out: tuple[Ref, ...] = about(
        "Units to leave out; references to them go too", ["supervision-circle"], default=()
    )
    contacts: tuple[Contact, ...] = about(
        "Whom to ask", [sample(Contact, mail="learning@acme.example")], default=()
    )
    feedback: Annotated[Text, Address("web", "mail")] | None = about(
        "Where remarks on the handbook go: a mail address or a page",
        "handbook@acme.example", default=None,
    )
    forms: tuple[Form, ...] = about("The company's own forms", [sample(Form)], default=())
    legal: Words | None = about(
        "The legal line at the foot of every page and sheet",
        {"en": "Acme sp. z o.o., Łódź. Internal use.", "pl": "Acme sp. z o.o., Łódź. Do użytku wewnętrznego."},
        default=None,
    )
    missing: Policy = about(
        "Texts without a translation: fallback (shown in their own language), warn (and said at "
        "every build), fail (nothing is built)", "warn", default="fallback",
    )
    stale: Policy = about(
        "Texts whose base changed since they were accepted: fallback (shown as they are), warn, fail",
        "fail", default="fallback",
    )
    min_group: Annotated[int, Strict(), Field(ge=5, le=12)] = about(
        "Fewest answers from which a result is shown, 5 to 12; `${min_group}` in texts, in words",
        8, default=5,
    )
    own_words_on: tuple[Ref, ...] = about(
        "Pages that may hold the pack's word where yours is another, such as quotations; the "
        "list of sources always may", ["trends"], default=(),
    )

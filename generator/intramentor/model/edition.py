"""A company's edition: which languages, which role forms."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from intramentor.model.base import Id, about, record

Language = Literal["en", "pl"]
RoleForms = Literal["osoba", "para", "skrot", "maskulatyw"]
DEFAULT_EDITION = "handbook"


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

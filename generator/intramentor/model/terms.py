"""Tables of replaceable names: every form that a language needs, for each role-form style."""

from __future__ import annotations

from intramentor.model.base import Id, Line, about, record, sample

STYLES = ("osoba", "para", "skrot", "maskulatyw")
DEFAULT_FORM = {"en": "plain", "pl": "nom"}


@record
class Forms:
    """The forms of one number: English `plain` and `possessive`, Polish seven cases.

    `name` is the bare name of a programme, for titles.
    """

    plain: Line | None = about("English: the word", "mentor", default=None)
    possessive: Line | None = about("English: whose", "mentor’s", default=None)
    nom: Line | None = about("Polish nominative: kto? co?", "mentorka lub mentor", default=None)
    gen: Line | None = about("Polish genitive: kogo? czego?", "mentorki lub mentora", default=None)
    dat: Line | None = about("Polish dative: komu? czemu?", "mentorce lub mentorowi", default=None)
    acc: Line | None = about("Polish accusative: kogo? co?", "mentorkę lub mentora", default=None)
    ins: Line | None = about("Polish instrumental: z kim? z czym?", "mentorką lub mentorem", default=None)
    loc: Line | None = about("Polish locative: o kim? o czym?", "mentorce lub mentorze", default=None)
    voc: Line | None = about("Polish vocative: o!", "mentorko lub mentorze", default=None)
    name: Line | None = about("The bare name, for titles", "W dwie strony", default=None)


@record
class Style:
    """A name in one role-form style."""

    singular: Forms = about("Forms of one", {"plain": "mentor", "possessive": "mentor’s"})
    plural: Forms | None = about(
        "Forms of several", {"plain": "mentors", "possessive": "mentors’"}, default=None
    )
    particles: dict[str, Line] | None = about(
        "Words that change before this name, such as `a: an` or `z: ze`", {"a": "an"}, default=None
    )


def _polish(nom: str, gen: str) -> dict[str, dict[str, str]]:
    """Return the beginning of a Polish table, as an example."""
    return {"singular": {"nom": nom, "gen": gen}}


@record
class Styles:
    """A name in the styles; `any` serves those that have no table of their own."""

    any: Style | None = about("For every style", sample(Style), default=None)
    osoba: Style | None = about(
        "osoba mentorska", _polish("osoba mentorska", "osoby mentorskiej"), default=None
    )
    para: Style | None = about(
        "mentorka lub mentor", _polish("mentorka lub mentor", "mentorki lub mentora"), default=None
    )
    skrot: Style | None = about("mentor(-ka)", _polish("mentor(-ka)", "mentora(-ki)"), default=None)
    maskulatyw: Style | None = about("mentor", _polish("mentor", "mentora"), default=None)


@record
class Name:
    """One replaceable name."""

    id: Id = about("What stands in `${…}`", "mentor")
    styles: Styles = about("Its forms", {"any": sample(Style)})


@record
class Terms:
    """The table of names of one language."""

    particles: tuple[Line, ...] = about("Words that may stand before a name in `${…}`", ["a"])
    terms: tuple[Name, ...] = about("The names", [sample(Name)])

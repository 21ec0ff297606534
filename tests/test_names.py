"""Names in texts, and their tables as a layer."""

import json

import pytest

from intramentor.layers import addressed, explain
from intramentor.project import judge, open_project
from layering import PACK_PL, accept_ids, codes, edition, guide, states
from projects import small


@pytest.mark.parametrize(
    ("style", "written", "read"),
    [
        ("osoba", "${Mentor} pyta", "Osoba mentorska pyta"),
        ("osoba", "Rozmowa ${z mentor.ins}", "Rozmowa z\u00a0osobą mentorską"),
        ("osoba", "Wiele ${mentor.plural.gen}", "Wiele osób mentorskich"),
        ("maskulatyw", "Rozmowa ${z mentor.ins}", "Rozmowa z\u00a0mentorem"),
        ("osoba", "${Z organiser.ins}", "Ze\u00a0wspólniczką"),
    ],
)
def test_names_take_case_number_preposition_and_style(tmp_path, style, written, read):
    root = small(
        tmp_path,
        **{
            "editions/acme/edition.yml": f"id: acme\nlanguages:\n  - pl\nrole_forms: {style}\n",
            PACK_PL: f"id: first-guide\ntitle: {json.dumps(written)}\n",
        },
    )
    found = guide(root, language="pl") if style == "osoba" or "plural" not in written else None
    assert found is not None
    assert found.title == read


def test_an_edition_overrides_a_name_in_every_text(tmp_path):
    terms = "terms:\n  - id: sponsor\n    styles:\n      any:\n        singular:\n          plain: patron\n"
    root = edition(tmp_path, **{"editions/acme/modules/en/terms.yml": terms})
    assert guide(root).parts[0].steps[0].text == "Ask the patron."
    assert guide(root, edition="handbook").parts[0].steps[0].text == "Ask the sponsor."


# --- the tables as a layer ---------------------------------------------------------------

OWN_EN = "editions/acme/modules/en/terms.yml"
OWN_PL = "editions/acme/modules/pl/terms.yml"
PATRON = """
    terms:
      - id: sponsor
        styles:
          any:
            singular:
              plain: patron
"""
MECENAS = PATRON.replace("plain: patron", "nom: mecenas")
PLAIN = "terms.sponsor.styles.any.singular.plain"


def named(root, name="acme"):
    """Return the states of the names of an edition, by language and path."""
    return {key: state for key, state in states(root, name).items() if key[1].startswith("terms")}


def test_every_state_of_an_edition_s_names_through_three_versions(tmp_path):
    root = edition(tmp_path, **{OWN_EN: PATRON})
    assert named(root) == {("en", PLAIN): "unrecorded", ("pl", "terms.sponsor"): "missing"}
    accept_ids(root, "acme", "terms")
    assert json.loads((root / "editions/acme/modules/en/lock.json").read_text()).keys() == {PLAIN}
    assert named(root)["en", PLAIN] == "ok"
    pack = root / "modules/en/terms.yml"
    pack.write_text(pack.read_text().replace("plain: sponsor", "plain: backer"))
    assert named(root)["en", PLAIN] == "conflict"
    pack.write_text(pack.read_text().replace("plain: backer", "plain: patron"))
    assert named(root)["en", PLAIN] == "redundant"
    assert codes(root) == [("redundant", OWN_EN, 6)]
    pack.write_text(pack.read_text().replace("id: sponsor", "id: backer"))
    assert named(root)["en", PLAIN] == "orphan"
    assert ("orphan", OWN_EN, 2) in codes(root)


def test_names_in_another_language_are_made_from_the_same_level_s_names(tmp_path):
    root = edition(tmp_path, **{OWN_EN: PATRON, OWN_PL: MECENAS})
    key = ("pl", "terms.sponsor")
    assert named(root)[key] == "unrecorded"
    accept_ids(root, "acme", "terms.sponsor")
    assert named(root)[key] == "ok"
    own = root / OWN_EN
    own.write_text(own.read_text().replace("patron", "champion"))
    assert named(root)[key] == "stale"


def test_names_changed_in_one_language_alone_are_a_change_of_the_table_below(tmp_path):
    root = edition(tmp_path, **{OWN_PL: MECENAS})
    key = ("pl", "terms.sponsor.styles.any.singular.nom")
    assert named(root) == {key: "unrecorded"}
    accept_ids(root, "acme", key[1])
    assert named(root) == {key: "ok"}
    pack = root / "modules/pl/terms.yml"
    pack.write_text(pack.read_text().replace("patronka", "sponsorka"))
    assert named(root) == {key: "conflict"}


def test_the_pack_s_own_names_are_translations_too(tmp_path):
    root = small(tmp_path)
    key = ("pl", "terms.sponsor")
    assert named(root, "handbook")[key] == "unrecorded"
    accept_ids(root, "handbook", "terms")
    assert set(named(root, "handbook").values()) == {"ok"}
    table, polish = root / "modules/en/terms.yml", root / "modules/pl/terms.yml"
    table.write_text(table.read_text().replace("plain: sponsor", "plain: backer"))
    assert named(root, "handbook")[key] == "stale"
    polish.write_text(polish.read_text().replace("id: mentee", "id: student"))
    assert named(root, "handbook")["pl", "terms.mentee"] == "missing"
    table.write_text(table.read_text().replace("id: sponsor", "id: backer"))
    assert named(root, "handbook")[key] == "orphan"


def test_explain_shows_a_name_in_every_layer_and_language(tmp_path):
    made = open_project(edition(tmp_path, **{OWN_EN: PATRON})).stacks["acme"]
    shown = {
        table.language: [(s.level, s.file, s.value) for s in explain(table, path)]
        for table, path in addressed(made, PLAIN)
    }
    assert shown == {
        "en": [(0, "modules/en/terms.yml", "sponsor"), (1, OWN_EN, "patron")], "pl": [],
    }


@pytest.mark.parametrize(
    ("wrong", "code", "trail"),
    [
        ("plain: <b>", "term-not-plain", "edition acme › unit terms › term sponsor › style any › singular › plain"),
        ("plian: patron", "unknown-key", "unit terms › term sponsor › style any › singular › plian"),
        ("plain: sponsor", "redundant", "unit terms › term sponsor › style any › singular › plain"),
    ],
)
def test_a_problem_in_a_name_says_the_whole_way_to_it(tmp_path, wrong, code, trail):
    root = edition(tmp_path, **{OWN_EN: PATRON.replace("plain: patron", wrong)})
    (problem,) = judge(open_project(root))
    assert (problem.code, problem.where.file, problem.where.line) == (code, OWN_EN, 6)
    assert problem.where.trail == trail

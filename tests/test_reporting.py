"""Problems leave every command alike: at their line, in the form and the language asked for."""

import json
import re
import shutil
from dataclasses import fields, is_dataclass
from pathlib import Path
from typing import get_args, get_type_hints

import pytest

from intramentor.load.nodes import NOUNS
from intramentor.model.kinds import KINDS
from intramentor.model.terms import Terms
from intramentor.problems import words
from layering import EDITION, PACK_PL, PATCH
from projects import small
from test_commands import run

ROOT = Path(__file__).parents[1]
UNKNOWN = "id: first-guide\nparts:\n  - id: week\n    steps:\n      - id: asc\n        minutes: 10\n"
READING = [
    ("check",), ("status",), ("accept", "first-guide"), ("explain", "first-guide.title"),
    ("build", "acme", "--out", "out"), ("build", "acme", "--source-only", "--out", "out"),
]


@pytest.fixture
def broken(tmp_path):
    return small(tmp_path / "project", **{"editions/acme/edition.yml": EDITION, PATCH: UNKNOWN})


@pytest.mark.parametrize("command", READING, ids=" ".join)
def test_every_command_shows_the_line_with_a_caret(broken, command):
    done = run(*command, "--lang", "pl", cwd=broken)
    assert done.returncode == 1
    assert f"{PATCH}:5:13: błąd: Nie ma `asc` w `steps` [unknown-object]" in done.stdout
    assert "    jednostka first-guide › część week › krok asc\n" in done.stdout
    assert "     5 |       - id: asc\n                     ^\n" in done.stdout
    assert "Czy chodziło o `ask`?" in done.stdout


@pytest.mark.parametrize("command", READING, ids=" ".join)
def test_every_command_shows_problems_to_machines(broken, command):
    (row,) = json.loads(run(*command, "--format", "json", cwd=broken).stdout)
    assert (row["code"], row["file"], row["line"]) == ("unknown-object", PATCH, 5)
    if command[0] != "explain":
        shown = run(*command, "--format", "github", cwd=broken).stdout
        assert shown.startswith(f"::error file={PATCH},line=5,col=13,title=unknown-object::")


def test_new_shows_the_unit_that_has_the_id_already(broken):
    unit = broken / "modules/en/guides/first-guide.yml"
    unit.write_text("# ours\n" + unit.read_text())
    done = run("new", "unit", "lesson", "first-guide", "--lang", "pl", cwd=broken)
    assert done.returncode == 1
    assert "modules/en/guides/first-guide.yml:2:1: błąd:" in done.stdout
    assert "     2 | id: first-guide\n         ^\n" in done.stdout
    (row,) = json.loads(run("new", "unit", "lesson", "Bad", "--format", "json", cwd=broken).stdout)
    assert row["code"] == "bad-id"


def test_what_is_done_stands_beside_the_output_for_machines(tmp_path):
    project = small(tmp_path, **{PACK_PL: "id: first-guide\ntitle: Pierwszy\n"})
    done = run("accept", "first-guide", "--format", "json", cwd=project)
    assert (done.returncode, json.loads(done.stdout)) == (0, [])
    assert "modules/pl/lock.json" in done.stderr


def test_status_shows_states_in_polish_and_to_machines_as_they_are_called(tmp_path):
    project = small(tmp_path, **{PACK_PL: "id: first-guide\ntitle: Pierwszy\n"})
    table = run("status", "--lang", "pl", cwd=project).stdout
    assert table.splitlines()[0].split() == [
        "aktualne", "niepotwierdzone", "brakujące", "nieaktualne", "osierocone", "zbędne", "sprzeczne",
    ]
    assert f"niepotwierdzone handbook pl  first-guide.title  {PACK_PL}:2" in table
    assert "unrecorded" not in table
    rows = json.loads(run("status", "--lang", "pl", "--format", "json", cwd=project).stdout)
    assert {row["state"] for row in rows} == {"unrecorded", "missing"}
    notices = run("status", "--format", "github", cwd=project).stdout.splitlines()
    assert f"::notice file={PACK_PL},line=2,title=unrecorded::first-guide.title (handbook pl): unrecorded" in notices


def test_explain_shows_a_name_of_every_language(tmp_path):
    project = small(tmp_path)
    shown = run("explain", "terms.mentee.styles.any.singular", cwd=project).stdout
    assert "modules/en/terms.yml:19" in shown
    assert "modules/pl/terms.yml:" in shown
    rows = json.loads(run("explain", "first-guide.title", "--format", "json", cwd=project).stdout)
    assert [(row["edition"], row["line"], row["value"]) for row in rows] == [("handbook", 3, "First guide")]


def test_a_build_says_in_polish_how_far_it_is(tmp_path):
    done = run("build", "--lang", "pl", cwd=small(tmp_path))
    assert re.search(r"^4/4 (en|pl) dla (uczestników|prowadzących)$", done.stderr, re.MULTILINE)


def lists_of_objects(cls, seen):
    """Yield the keys whose value is a list of objects with ids."""
    for field in fields(cls):
        hint = get_type_hints(cls, include_extras=True)[field.name]
        held = list(records(hint))
        if "tuple" in str(hint) and any("id" in one.__dataclass_fields__ for one in held):
            yield field.name
        for one in held:
            if one not in seen:
                seen.add(one)
                yield from lists_of_objects(one, seen)


def records(hint):
    if isinstance(hint, type) and is_dataclass(hint):
        yield hint
    for part in get_args(hint):
        yield from records(part)


def test_trails_have_a_noun_for_every_object_in_both_languages():
    lists = {key for cls in (*KINDS.values(), Terms) for key in lists_of_objects(cls, set())}
    assert lists | {"styles"} == set(NOUNS)
    assert {*NOUNS.values(), "unit", "edition"} == set(words.NOUNS)


# --- new -----------------------------------------------------------------------------------

def test_a_skeleton_of_an_edition_s_own_unit_passes_in_polish(tmp_path):
    project = small(tmp_path, **{"editions/acme/edition.yml": EDITION, "schemas/pl/unit.json": "{}\n"})
    done = run(
        "new", "unit", "guide", "our-guide", "--edition", "acme", "--family", "guides", "--language", "pl",
        "--lang", "pl", cwd=project,
    )
    path = project / "editions/acme/modules/pl/guides/our-guide.yml"
    assert (done.returncode, done.stdout) == (0, f"Wypełnij to, co stoi w [[…]]: {path}\n")
    text = path.read_text()
    assert text.startswith("# yaml-language-server: $schema=../../../../../schemas/pl/unit.json\nid: our-guide\n")
    assert "# Co bywa kłopotem i\u00a0co wtedy zrobić\ngoes_wrong:" in text
    assert not re.search(r"# .*\b(the|of|what|to do|optional)\b", text)
    path.write_text(re.sub(r"\[\[[^\]]*\]\]", "Nasz tekst", text))
    found = json.loads(run("check", "--format", "json", cwd=project).stdout)
    assert [row["code"] for row in found] == ["unit-unreached"]  # nothing leads there yet


@pytest.mark.parametrize(
    ("edition", "unit", "code"), [("acmee", "ours", "no-edition"), ("acme", "first-guide", "duplicate-id")],
)
def test_new_refuses_an_edition_that_is_not_there_and_an_id_of_the_pack(tmp_path, edition, unit, code):
    project = small(tmp_path, **{"editions/acme/edition.yml": EDITION})
    done = run("new", "unit", "guide", unit, "--edition", edition, "--format", "json", cwd=project)
    assert [row["code"] for row in json.loads(done.stdout)] == [code]


def test_a_company_s_repository_without_the_pack_takes_a_new_unit_too(tmp_path):
    project = small(tmp_path, **{"editions/acme/edition.yml": EDITION})
    shutil.rmtree(project / "modules")
    assert run("new", "unit", "guide", "ours", cwd=project).returncode == 1
    assert run("new", "unit", "guide", "ours", "--edition", "acme", cwd=project).returncode == 0
    assert run("new", "unit", "guide", "how-to-start", "--edition", "acme", cwd=project).returncode == 1

"""A company through three versions of the pack: it builds, looks, accepts, and builds again."""

import json
import re

import pytest

from cases.reader import project as base_project
from intramentor.commands import run
from projects import write
from test_commands import run as apart

UNIT, AREA = "modules/en/lessons/ask-well.yml", "modules/en/areas/online-tools.yml"
OWN_UNIT, OWN_AREA = f"editions/acme/{UNIT}", f"editions/acme/{AREA}"
LOCK = "editions/acme/modules/en/lock.json"
ROUNDS = """\
  - id: rounds
    title: A round of questions
    method: plenary
    minutes:
      min: 5
      target: 5
      max: 15
    priority: high
    serves:
      - ask-open
    steps:
      - One question each, nobody answers.
    debrief:
      - Which one stays with you?
"""
EDITION = """
    id: acme
    languages:
      - en
    stale: {policy}
    """
PATCHES = {
    OWN_UNIT: """
    id: ask-well
    summary: You practise asking, on the night shift too.
    activities:
      - id: warm-up
        title: Coffee first
      - id: in-threes
        title: In threes, at the depot
        minutes:
          target: 25
      - id: our-case
        after: in-threes
        title: A case of ours
        method: plenary
        minutes:
          min: 5
          target: 5
          max: 10
        priority: high
        serves:
          - ask-open
        steps:
          - Tell the story of the night shift.
        debrief:
          - What would you have asked?
    """,
    OWN_AREA: """
    id: online-tools
    title: Tools at the depot
    """,
}


class Company:
    """A project with one edition, whose pack is changed below it."""

    def __init__(self, root, capsys):
        self.root, self.capsys = root, capsys
        write(root, {"editions/acme/edition.yml": EDITION.format(policy="fail"), **PATCHES})
        (root / "editions/acme/modules/pl/lessons/ask-well.yml").unlink()
        self.edit(UNIT, ("      target: 10\n", "      target: 5\n"), ("self_check:\n", ROUNDS + "self_check:\n"))

    def edit(self, name, *changes):
        text = (self.root / name).read_text(encoding="utf-8")
        for old, new in changes:
            assert text.count(old) == 1, old
            text = text.replace(old, new)
        (self.root / name).write_text(text, encoding="utf-8")

    def run(self, *arguments):
        """Run a command; return its exit status and what it printed."""
        done = run("en", [*arguments, "--root", str(self.root)])
        said = self.capsys.readouterr()
        return done, said.out + said.err

    def build(self):
        """Build in a process of its own, as each update is met."""
        done = apart("build", "acme", cwd=self.root)
        return done.returncode, done.stdout + done.stderr

    def states(self):
        rows = json.loads(self.run("status", "--edition", "acme", "--format", "json")[1])
        return {row["path"]: row["state"] for row in rows if row["language"] == "en"}

    def page(self):
        return (self.root / "dist/acme/en/lessons/ask-well/index.html").read_text(encoding="utf-8")


@pytest.fixture
def company(tmp_path, capsys):
    return Company(base_project(tmp_path / "project"), capsys)


def second_version(company):
    """Change a patched text, remove a patched unit, adopt the company's wording of a third."""
    company.edit(UNIT, ("leave with five questions of your own", "leave with three"), ("title: Warm-up", "title: Coffee first"))
    (company.root / AREA).unlink()
    company.edit("modules/en/contents.yml", (
        "  - id: areas\n    title: Areas\n    summary: Hands-on tasks\n    units:\n      - id: online-tools\n", ""))


def third_version(company):
    """Remove an activity that the company patches, and move another above the one below it."""
    unit = (company.root / UNIT).read_text(encoding="utf-8")
    warm_up = unit[unit.index("  - id: warm-up"):unit.index("  - id: in-threes")]
    company.edit(UNIT, (ROUNDS, ""), (warm_up, ROUNDS.replace("target: 5", "target: 10")))


def test_a_company_goes_through_three_versions_and_nothing_is_dropped_in_silence(company):
    assert company.run("accept", "ask-well", "online-tools", "terms", "--edition", "acme")[0] == 0
    assert set(company.states().values()) == {"ok"}
    done, said = company.build()
    assert done == 0, said
    first = company.page()
    assert "on the night shift too" in first

    second_version(company)
    found = company.states()
    assert {path: state for path, state in found.items() if state != "ok"} == {
        "ask-well.summary": "conflict", "ask-well.activities.warm-up.title": "redundant", "online-tools": "orphan",
    }
    done, said = company.build()
    assert (done, set(re.findall(r"\[([a-z-]+)\]$", said, re.MULTILINE))) == (
        1, {"orphan", "orphan-refused", "redundant", "text-stale-refused"})
    assert company.page() == first
    assert company.run("accept", "ask-well.summary", "--edition", "acme")[0] == 0
    assert company.run("accept", "online-tools", "--edition", "acme")[0] == 1, "what is gone can't be accepted"
    (company.root / OWN_AREA).unlink()
    done, said = company.build()
    assert (done, "[redundant]" in said) == (0, True)
    assert "Coffee first" in company.page()
    assert not (company.root / "dist/acme/en/areas").exists()

    third_version(company)
    assert company.states()["ask-well.activities.warm-up.title"] == "orphan"
    assert company.build()[0] == 1
    company.edit(OWN_UNIT, ("  - id: warm-up\n    title: Coffee first\n", ""))
    assert (company.build()[0], set(company.states().values())) == (0, {"ok"})
    page = company.page()
    headings = re.findall(r"<h3 id=\"([a-z-]+)\"", page)
    assert [name for name in headings if name in ("warm-up", "rounds", "in-threes", "our-case")] == [
        "rounds", "in-threes", "our-case"]
    assert "In threes, at the depot" in page

    company.edit(OWN_UNIT, ("summary: You practise asking, on the night shift too.\n", ""))
    assert company.build()[0] == 0, "deleting the patch reverts"
    assert "leave with three" in company.page()


THREE = ("You practise asking, and leave with five questions of your own.", "You practise asking, and leave with three.",
         "You practise asking, on the night shift too.")


@pytest.fixture
def conflict(company):
    company.run("accept", "ask-well", "online-tools", "--edition", "acme")
    second_version(company)
    return company


def test_a_conflict_shows_three_texts_side_by_side_or_under_one_another(conflict, monkeypatch):
    monkeypatch.setenv("COLUMNS", "150")
    wide = conflict.run("status", "--edition", "acme")[1]
    rows = [[cell.strip() for cell in line.split("│")] for line in wide.splitlines() if "│" in line]
    assert rows[0] == ["When accepted", "Now", "Yours"]
    assert tuple(" ".join(part for part in column if part) for column in zip(*rows[2:], strict=True)) == THREE
    assert max(len(line) for line in wide.splitlines() if "│" in line) <= 150
    monkeypatch.setenv("COLUMNS", "60")
    narrow = conflict.run("status", "--edition", "acme")[1]
    assert [narrow.index(label) for label in ("When accepted:", "Now:", "Yours:")] == sorted(
        narrow.index(label) for label in ("When accepted:", "Now:", "Yours:"))
    assert "│" not in narrow
    assert "intramentor accept ask-well.summary --edition acme --language en" in narrow


def test_a_conflict_in_a_ticket_shows_its_texts_as_they_are_written(conflict):
    conflict.edit(UNIT, ("leave with three.", "leave with `three` | <b>four</b> for ${mentor} [@gollwitzer-2006]."))
    said = conflict.run("status", "--edition", "acme", "--format", "markdown")[1]
    row = next(line for line in said.splitlines() if THREE[0] in line)
    assert row == (
        f"| {THREE[0]} | You practise asking, and leave with \\`three\\` \\| \\<b\\>four\\</b\\> for \\$\\{{mentor\\}} "
        f"\\[&#64;gollwitzer\\-2006\\]. | {THREE[2]} |")
    assert "- orphan: `online-tools`" in said


def test_a_lock_of_hashes_from_before_is_read_and_filled_at_the_next_accept(company):
    company.run("accept", "ask-well", "online-tools", "--edition", "acme")
    rows = json.loads(company.run("status", "--edition", "acme", "--format", "json")[1])
    old = {row["path"]: row["base"] for row in rows if row["state"] == "ok"}
    write(company.root, {LOCK: json.dumps(old)})
    assert company.states()["ask-well.summary"] == "ok"
    company.run("accept", "ask-well.summary", "--edition", "acme")
    filled = json.loads((company.root / LOCK).read_text(encoding="utf-8"))
    assert filled == {**old, "ask-well.summary": {"base": THREE[0]}}
    company.edit(UNIT, ("In threes, with an observer", "In fours"))
    said = company.run("status", "--edition", "acme")[1]
    assert "an earlier version of intramentor noted its hash alone" in said


def test_a_field_that_the_pack_drops_below_a_change_is_a_conflict_until_it_is_accepted(company):
    path = "ask-well.activities.in-threes.facilitator.watch_for"
    write(company.root, {OWN_UNIT: """
        id: ask-well
        activities:
          - id: in-threes
            facilitator:
              watch_for: Phones on the table.
        """})
    company.run("accept", "ask-well", "online-tools", "--edition", "acme")
    company.edit(UNIT, ("      watch_for: Two people who talk over the observer.\n", ""))
    assert company.states()[path] == "conflict"
    assert "(nothing)" in company.run("status", "--edition", "acme")[1]
    company.run("accept", path, "--edition", "acme")
    assert company.states()[path] == "ok"

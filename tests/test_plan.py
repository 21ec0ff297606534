"""Plans of formats and units, the command, a delivery's dates, and its calendars."""

import datetime as dt
import json
import re
import shutil
import subprocess
from dataclasses import replace
from pathlib import Path

import icalendar
import pytest

from cases.reader import Case
from intramentor.build import build_edition
from intramentor.finish import prove, traces
from intramentor.layers.stacked import value_of
from intramentor.plan import Plan, format_sheets, plan, sittings, tasks_of
from intramentor.problems import HandbookError, Problems, Where, problem
from intramentor.project import judge, open_project
from intramentor.sinks import calendars
from projects import write
from test_cases import printable, verdict
from test_commands import run

ROOT = Path(__file__).parents[1]
NODE = ROOT / "tests" / "node"
NINE = 9 * 60


@pytest.fixture(scope="module")
def units():
    made = open_project(ROOT).stacks["handbook"]
    return {unit.id: value_of(unit, unit.language, Problems()) for unit in made.units.values()}


@pytest.mark.parametrize(("form", "day", "role", "end"), [
    ("taster", 1, "mentor", "13:30"),
    ("two-day-bootcamp", 1, "mentor", "15:30"),
    ("two-day-bootcamp", 1, "mentee", "15:30"),
    ("two-day-bootcamp", 2, "mentee", "13:15"),
])
def test_formats_of_days_end_when_people_can_go_home(units, form, day, role, end):
    ends = {
        f"{sheet.plan.end // 60}:{sheet.plan.end % 60:02d}"
        for sitting, made in format_sheets(units[form], units, NINE) for sheet in made
        if sitting.day == day and role in sheet.roles
    }
    assert ends == {end}


def test_rooms_run_side_by_side_and_meet_again(units):
    for _, (first, second) in format_sheets(units["two-day-bootcamp"], units, NINE)[1:]:
        assert (first.roles, second.roles) == (("mentor",), ("mentee",))
        shared = [
            [(i.start, i.minutes, i.task.name) for i in sheet.plan.kept if i.task.unit == "drawing-on-differences"]
            for sheet in (first, second)
        ]
        assert shared[0] == shared[1] != []


def test_what_is_shared_is_cut_for_all(units):
    (_, (first, second)) = format_sheets(units["two-day-bootcamp"], units, NINE, 230)[1]
    gone = [{t.name for t in s.plan.cut if t.unit == "drawing-on-differences"} for s in (first, second)]
    assert gone[0] == gone[1] != set()


def test_in_a_format_of_weeks_each_week_is_a_sitting_without_self_study(units):
    found = sittings(units["six-month-programme"], units)
    assert [one.week for one in found][:6] == [1, 2, 3, 4, 5, 6]
    kinds = {seat.unit.kind for one in found for seat in one.seats}
    assert kinds == {"lesson", "workshop", "session"}


def test_many_activities_are_planned(units):
    """All training of the pack twice; a benchmark says how long it takes."""
    training = [unit for unit in units.values() if unit.kind in ("lesson", "workshop")]
    every = [
        replace(task, unit=f"{task.unit}-{again}", serves=frozenset(f"{name}-{again}" for name in task.serves))
        for again in (1, 2) for unit in training for task in tasks_of(unit)
    ]
    made = plan(every, 0, 1400)
    assert isinstance(made, Plan)
    assert made.cut


def plan_of(*arguments, root=ROOT):
    return json.loads(run("plan", *arguments, "--format", "json", cwd=root).stdout)


def test_the_command_says_what_was_cut():
    (sheet,) = plan_of("listening-and-questions", "--minutes", 42, "--start", "14:05")
    assert (sheet["start"], sheet["end"], sheet["work"]) == ("14:05", "14:47", 42)
    assert [item["activity"] for item in sheet["cut"]] == ["recall"]
    priorities = {item["activity"]: item["priority"] for item in sheet["items"]}
    assert priorities["hear-the-difference"] == "high"
    shown = run("plan", "listening-and-questions", "--minutes", 42, "--lang", "pl").stdout
    assert re.search(r"^ 9:00 +\d+ min    \S", shown, re.MULTILINE)
    assert "Pominięte:\n  Z" in shown


def test_the_command_says_which_objectives_are_lost(base):
    done = run("plan", "ask-well", "--minutes", 22, cwd=base)
    assert "Left out:\n  Warm-up (10 min)" in done.stdout
    assert "No longer served" not in done.stdout
    unit = base / "modules/en/lessons/ask-well.yml"
    text = unit.read_text().replace("    serves:\n      - ask-open\n      - hear-advice\n", "    serves:\n      - hear-advice\n")
    unit.write_text(text)
    assert "No longer served:\n  Ask five open questions" in run("plan", "ask-well", "--minutes", 22, cwd=base).stdout


def test_a_plan_that_can_t_be_is_a_problem_that_explains(base):
    short = run("plan", "ask-well", "--minutes", 19, cwd=base)
    assert short.returncode == 1
    assert "needs 20 min, and there are 19 min [no-plan]" in short.stdout
    late = run("plan", "ask-well", "first-meeting", "--lock", "first-meeting=9:15", cwd=base)
    assert late.returncode == 1
    assert "can't begin at 9:15 [no-plan-locked]" in late.stdout
    assert "until 9:20" in late.stdout
    assert run("plan", "ask-well", "first-meeting", "--lock", "first-meeting=9:20", cwd=base).returncode == 0


@pytest.mark.parametrize("wrong", [
    ["nothing"], ["ask-well", "--start", "25:00"], ["ask-well", "--lock", "ask-well"],
    ["ask-well", "--lock", "nothing=9:00"], ["ask-well", "--lock", "ask-well.nothing=9:00"], ["the-idea"], [],
])
def test_wrong_usage_of_plan_gives_status_2(base, wrong):
    assert run("plan", *wrong, cwd=base).returncode == 2


def test_a_plan_written_back_is_a_format_that_gives_the_same_plan(base):
    arguments = ["half-day", "--minutes", 95, "--lock", "first-meeting=9:35", "--write", "short-day"]
    shutil.rmtree(base / "editions")  # it has an activity more, and there the sums differ
    before = plan_of(*arguments, root=base)
    path = base / "modules/en/formats/short-day.yml"
    codes = {p.code for p in verdict(base)[0]}
    assert codes == {"blank"}
    path.write_text(re.sub(r"\[\[.*?\]\]", "Mine", path.read_text()))
    assert {p.code for p in verdict(base)[0]} <= {"unit-unreached"}
    after = plan_of("short-day", root=base)
    times = [
        [[(i["start"], i["minutes"], i.get("activity")) for i in sheet["items"]] for sheet in run_sheets]
        for run_sheets in (before, after)
    ]
    assert times[0] == times[1]
    assert run("plan", *arguments, cwd=base).returncode == 1  # the id is taken


DELIVERY = """
    id: spring
    title: Grupa wiosenna
    format: twelve-weeks
    start: "2027-03-01"
    time: 9:00
    place: Sala 4
    rhythm:
      weekday: thursday
    people:
      - id: ola
        name: Ola Kowalska
        role: facilitator
    days_off:
      - id: easter
        first: "2027-03-25"
        last: "2027-03-26"
    dates:
      - id: kick-off
        unit: first-week
        date: "2027-03-02"
        time: 8:15
        minutes: 45
"""


@pytest.fixture
def delivered(base):
    Case.read(ROOT / "tests/cases/invalid/delivery-dates.txt").lay_over(base)
    (base / "editions/acme/deliveries/autumn.yml").unlink()
    form = base / "modules/en/formats/twelve-weeks.yml"
    form.write_text(form.read_text().replace(
        "      - id: first-meeting\n        week: 1\n",
        "      - id: first-meeting\n        week: 1\n      - id: ask-well\n        week: 4\n"
    ).replace("budget: 180", "budget: 220").replace("budget: 60", "budget: 100"))
    return write(base, {"editions/acme/deliveries/spring.yml": DELIVERY})


def books(root):
    project = open_project(root)
    assert [p for p in judge(project) if p.severity == "error"] == []
    return {(book.view, book.language): book for book in project.handbooks("acme")}


def test_dates_follow_the_rhythm_and_skip_days_off(delivered):
    book = books(delivered)["participant", "en"]
    (made,) = book.calendars
    assert [(m.id, m.date.isoformat(), m.start, m.end) for m in made.meetings] == [
        ("first-week.kick-off", "2027-03-02", 8 * 60 + 15, NINE),
        ("first-meeting", "2027-03-04", NINE, NINE + 60),
        ("ask-well", "2027-04-01", NINE, NINE + 40),  # week 4 would be on the 25th
        ("first-meeting.2", "2027-04-08", NINE, NINE + 60),
    ]
    assert [meeting.date.day for _, meeting in book.dates("first-meeting")] == [4, 8]


def events(raw):
    return {str(e["uid"]): e for e in icalendar.Calendar.from_ical(raw).walk("VEVENT")}


def test_calendars_know_summer_time_roles_and_languages(delivered):
    found = books(delivered)
    files = {key: calendars(book) for key, book in found.items()}
    assert sorted(files["participant", "pl"]) == ["spring-mentee.ics", "spring-mentor.ics"]
    assert sorted(files["facilitator", "pl"]) == ["spring-facilitator.ics", "spring-organiser.ics"]
    mentor = events(files["participant", "pl"]["spring-mentor.ics"])
    first, second = (mentor[f"spring.first-meeting{n}.mentor@acme.intramentor"] for n in ("", ".2"))
    utc = [one["dtstart"].dt.astimezone(dt.UTC).hour for one in (first, second)]
    assert utc == [8, 7]
    assert str(mentor["spring.ask-well.mentor@acme.intramentor"]["summary"]) == "Pytania, które otwierają"
    assert "spring.ask-well.mentee@acme.intramentor" not in events(files["participant", "pl"]["spring-mentee.ics"])
    reminder = mentor["spring.first-meeting.mentor.prepare@acme.intramentor"]
    assert reminder["dtstart"].dt == dt.date(2027, 3, 1)
    assert "min)" in str(reminder["description"])
    assert "spring.first-week.kick-off.organiser@acme.intramentor" in events(files["facilitator", "pl"]["spring-organiser.ics"])


def test_facilitators_notes_stay_with_the_facilitator(delivered, tmp_path):
    secret = "Print one sheet a head."
    unit = delivered / "modules/en/lessons/ask-well.yml"
    long = "Print one sheet a head, and hide the answers under the blue chairs."
    unit.write_text(unit.read_text().replace(secret, long))
    build_edition(open_project(delivered), ROOT, "acme", tmp_path / "dist", lambda _: None)
    for folder, there in (("acme", False), ("acme-facilitator", True)):
        texts = [path.read_bytes().replace(b"\r\n ", b"").replace(b"\\,", b",").decode()
                 for path in sorted((tmp_path / "dist" / folder).rglob("calendars/*.ics"))]
        assert texts
        assert any(long in text for text in texts) is there


def test_the_proof_reads_on_in_folded_lines(tmp_path):
    secret = "Print one sheet a head for everybody."
    event = icalendar.Event()
    event.add("description", f"{'Before the day. ' * 3}\n{secret}")
    (tmp_path / "mentor.ics").write_bytes(event.to_ical())
    assert secret.encode() not in event.to_ical()
    with pytest.raises(HandbookError) as caught:
        prove(tmp_path, traces([secret]))
    assert {p.code for p in caught.value.problems} == {"leak"}


def test_a_new_version_updates_entries_and_equal_input_gives_equal_bytes(delivered):
    one = calendars(books(delivered)["participant", "en"])
    assert one == calendars(books(delivered)["participant", "en"])
    path = delivered / "editions/acme/deliveries/spring.yml"
    path.write_text(path.read_text().replace("time: 9:00", "time: 10:00\nrevision: 1", 1))
    two = calendars(books(delivered)["participant", "en"])
    for name, raw in one.items():
        old, new = events(raw), events(two[name])
        assert old.keys() == new.keys()
        assert all(new[uid]["sequence"] == old[uid]["sequence"] + 1 for uid in old)
        assert all(new[uid]["dtstamp"].dt > old[uid]["dtstamp"].dt for uid in old)


def test_ical_js_reads_the_same_times(delivered, tmp_path):
    for name, raw in calendars(books(delivered)["participant", "en"]).items():
        (tmp_path / name).write_bytes(raw)
        done = subprocess.run(
            ["node", NODE / "calendar.mjs", tmp_path / name], capture_output=True, text=True, check=True,
        )
        read = json.loads(done.stdout)
        ours = {
            uid: event["dtstart"].dt.astimezone(dt.UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
            for uid, event in events(raw).items() if isinstance(event["dtstart"].dt, dt.datetime)
        }
        assert read == ours != {}


def test_problems_of_plans_can_be_printed():
    printable((problem("no-plan", Where("x"), need=1, have=0),
               problem("no-plan-locked", Where("x"), id="a", time="9:00", until="9:05")), {})

"""The planner is exact: on small inputs it finds what trying everything finds."""

from __future__ import annotations

from itertools import product

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from intramentor.plan import Breaks, Plan, Shortage, Task, plan

CONTINUE, PAUSE, LUNCH, CUT = range(4)


@st.composite
def tasks(draw: st.DrawFn) -> list[Task]:
    """Up to four tasks of up to two units, some locked."""
    made = []
    for index in range(draw(st.integers(0, 4))):
        least = draw(st.integers(1, 14))
        target = least + draw(st.integers(0, 3))
        made.append(Task(
            "u" if index < 2 else draw(st.sampled_from("uv")), f"a{index}", least, target,
            target + draw(st.integers(0, 1)), draw(st.sampled_from(["core", "high", "low"])),
            frozenset(draw(st.sets(st.sampled_from("abc"), max_size=2))),
            draw(st.none() | st.none() | st.integers(5, 50)),
        ))
    return made


breaks = st.builds(
    Breaks, after=st.sampled_from([10, 15, 20]), pause=st.sampled_from([2, 3, 5]),
    lunch=st.sampled_from([4, 8]), lunch_from=st.sampled_from([0, 20, 30]),
    lunch_until=st.sampled_from([30, 40]),
)


def cost(run: list[Task], choices: tuple[tuple[int, int], ...], start: int, end: int, rules: Breaks):
    """Return what choices and minutes cost, by the words of the rules; None if they don't fit."""
    clock, stretch, had_lunch, in_stretch, off = start, 0, False, 0, 0
    cut = {"high": 0, "low": 0}
    served: set[str] = set()
    for task, (choice, minutes) in zip(run, choices, strict=True):
        if choice == CUT:
            cut[task.priority] += 1
            continue
        if choice == PAUSE:
            clock, stretch, in_stretch = clock + rules.pause, 0, 0
        if choice == LUNCH:
            clock = max(clock, rules.lunch_from)
            if had_lunch or start >= rules.lunch_from or clock > rules.lunch_until:
                return None
            clock, stretch, in_stretch, had_lunch = clock + rules.lunch, 0, 0, True
        if task.start is not None:
            if clock > task.start:
                return None
            clock = task.start
        stretch, in_stretch, clock = stretch + minutes, in_stretch + 1, clock + minutes
        if stretch > rules.after and (in_stretch > 1 or minutes > task.min):
            return None
        off += abs(minutes - task.target)
        served |= task.serves
    spans_lunch = start < rules.lunch_from and clock > rules.lunch_until
    if clock > end or (spans_lunch and not had_lunch):
        return None
    known = {name for task in run for name in task.serves}
    inside = sum(
        choice in (PAUSE, LUNCH) and index > 0 and run[index - 1].unit == run[index].unit
        for index, (choice, _) in enumerate(choices)
    )
    order = tuple(choice for choice, _ in choices)
    return len(known - served), cut["high"], cut["low"], off, inside, order


def best(run: list[Task], start: int, minutes: int, rules: Breaks):
    """Return the least cost of all choices and minutes there are."""
    options = [
        [(choice, m) for choice in (CONTINUE, PAUSE, LUNCH) for m in range(task.min, task.max + 1)]
        + ([] if task.priority == "core" or task.start is not None else [(CUT, 0)])
        for task in run
    ]
    found = (cost(run, choices, start, start + minutes, rules) for choices in product(*options))
    return min((one for one in found if one is not None), default=None)


@settings(max_examples=400, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(run=tasks(), start=st.sampled_from([0, 5, 25]), minutes=st.integers(5, 70), rules=breaks)
def test_the_plan_is_the_best_there_is(run, start, minutes, rules):
    wanted, made = best(run, start, minutes, rules), plan(run, start, minutes, rules)
    if wanted is None:
        assert isinstance(made, Shortage)
        return
    assert isinstance(made, Plan)
    priorities = [task.priority for task in made.cut]
    found = len(made.lost), priorities.count("high"), priorities.count("low"), made.deviation
    assert found == wanted[:4]
    assert [task.id for task in made.cut] == [
        task.id for task, choice in zip(run, wanted[5], strict=True) if choice == CUT
    ]
    assert_keeps_the_rules(made, start, start + minutes, rules)


def assert_keeps_the_rules(made: Plan, start: int, end: int, rules: Breaks) -> None:
    clock, stretch = start, []
    for item in made.items:
        assert item.start == clock
        clock = item.end
        if item.kind in ("pause", "lunch"):
            assert item.minutes >= (rules.pause if item.kind == "pause" else rules.lunch)
            stretch = []
        elif item.task is not None:
            assert item.task.min <= item.minutes <= item.task.target
            assert item.task.start in (None, item.start)
            stretch.append(item.minutes)
            assert sum(stretch) <= rules.after or stretch == [item.task.min]
    assert clock == made.end <= end
    lunches = [item for item in made.items if item.kind == "lunch"]
    assert len(lunches) <= 1
    assert all(rules.lunch_from <= lunch.start <= rules.lunch_until for lunch in lunches)
    if start < rules.lunch_from and clock > rules.lunch_until:
        assert lunches


@settings(max_examples=100, deadline=None)
@given(run=tasks(), minutes=st.integers(5, 70), rules=breaks)
def test_what_is_short_is_exactly_what_is_missing(run, minutes, rules):
    unlocked = [Task(t.unit, t.id, t.min, t.target, t.max, t.priority, t.serves) for t in run]
    made = plan(unlocked, 0, minutes, rules)
    if isinstance(made, Shortage):
        assert (made.have, made.task) == (minutes, None)
        assert isinstance(plan(unlocked, 0, made.need, rules), Plan)
        assert isinstance(plan(unlocked, 0, made.need - 1, rules), Shortage)

"""What a plan is made from and what it is: tasks, rules for breaks, a timed run of items."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Priority = Literal["core", "high", "low"]


def clock(minutes: int) -> str:
    """Return minutes from midnight as a time of day, such as `9:05`."""
    return f"{minutes // 60 % 24}:{minutes % 60:02d}"


@dataclass(frozen=True, slots=True)
class Task:
    """Something that takes minutes: an activity, a step of a session, a unit as a whole.

    `serves` names objectives across units; `start` is a locked time of day, in minutes from
    midnight: a task that has one is kept whatever its priority.
    """

    unit: str
    id: str
    min: int
    target: int
    max: int
    priority: Priority = "core"
    serves: frozenset[str] = frozenset()
    start: int | None = None

    @property
    def name(self) -> str:
        """Return the id that is unique among the tasks of a plan: `unit.id`."""
        return f"{self.unit}.{self.id}"

    @property
    def is_fixed(self) -> bool:
        """Tell whether the task is in every plan."""
        return self.priority == "core" or self.start is not None


@dataclass(frozen=True, slots=True)
class Breaks:
    """When people rest. Minutes, and times of day in minutes from midnight.

    Nobody works longer than `after` in one go, but for a single task that takes longer. Whoever
    begins before `lunch_from` and is not done by `lunch_until` eats in between: lunch begins
    within these times.
    """

    after: int = 90
    pause: int = 15
    lunch: int = 60
    lunch_from: int = 12 * 60
    lunch_until: int = 14 * 60


@dataclass(frozen=True, slots=True)
class Item:
    """One line of a run sheet: a task, a pause or lunch, or waiting for a locked time."""

    kind: Literal["task", "pause", "lunch", "wait"]
    start: int
    minutes: int
    task: Task | None = None

    @property
    def end(self) -> int:
        """Return the time of day at which it ends, in minutes from midnight."""
        return self.start + self.minutes


@dataclass(frozen=True, slots=True)
class Plan:
    """The best run of tasks in the time there is, what was left out, and what that costs."""

    items: tuple[Item, ...]
    cut: tuple[Task, ...]
    lost: tuple[str, ...]
    start: int

    @property
    def kept(self) -> tuple[Item, ...]:
        """Return the items that are tasks."""
        return tuple(item for item in self.items if item.task is not None)

    @property
    def end(self) -> int:
        """Return the time of day at which it is over, in minutes from midnight."""
        return self.items[-1].end if self.items else self.start

    @property
    def work(self) -> int:
        """Return the minutes of work, breaks not counted."""
        return sum(item.minutes for item in self.kept)

    @property
    def deviation(self) -> int:
        """Return by how many minutes the tasks miss their targets."""
        return sum(abs(item.minutes - item.task.target) for item in self.kept if item.task)


@dataclass(frozen=True, slots=True)
class Shortage:
    """Why there is no plan: what has to be kept needs more time than there is.

    `need` and `have` are minutes with breaks from `start`, to the end or to the locked `task`.
    """

    start: int
    need: int
    have: int
    task: Task | None = None

    @property
    def code(self) -> str:
        """Return the code of the problem that this is."""
        return "no-plan" if self.task is None else "no-plan-locked"

    @property
    def facts(self) -> dict[str, object]:
        """Return what the problem's message says."""
        if self.task is None:
            return {"need": self.need, "have": self.have}
        time, until = clock(self.start + self.have), clock(self.start + self.need)
        return {"id": self.task.name, "time": time, "until": until}

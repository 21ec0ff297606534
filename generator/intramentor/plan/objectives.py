"""Which objectives a choice of tasks serves, as bits of those that are still open."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

from intramentor.plan.values import Task


@dataclass(frozen=True, slots=True)
class Objectives:
    """For each task: the bits it serves, and the bits that no later task can serve.

    Objectives that a fixed task serves are never lost and have no bit.
    """

    serves: tuple[int, ...]
    closes: tuple[int, ...]

    @classmethod
    def of(cls, tasks: Sequence[Task]) -> Objectives:
        """Return the bits of tasks in their order."""
        given = {name for task in tasks if task.is_fixed for name in task.serves}
        last: dict[str, int] = {}
        for index, task in enumerate(tasks):
            last |= dict.fromkeys(sorted(task.serves - given), index)
        bits = {name: 1 << number for number, name in enumerate(last)}
        return cls(
            tuple(sum(bits[name] for name in task.serves - given) for task in tasks),
            tuple(sum(bits[n] for n, at in last.items() if at == index) for index in range(len(tasks))),
        )

    def after(self, index: int, served: int, kept: bool) -> tuple[int, int]:
        """Return how many objectives are lost with this task, and the open ones that are served."""
        if kept:
            served |= self.serves[index]
        closed = self.closes[index]
        return (closed & ~served).bit_count(), served & ~closed


def with_sole_servers(tasks: Sequence[Task]) -> list[Task]:
    """Return the tasks with those fixed that alone serve an objective: a plan that loses none
    has them all.
    """
    servers = Counter(name for task in tasks for name in task.serves)
    alone = {name for name, count in servers.items() if count == 1}
    return [replace(task, priority="core") if task.serves & alone else task for task in tasks]


def lost(tasks: Sequence[Task], kept: Sequence[bool]) -> tuple[str, ...]:
    """Return the objectives that some task serves and no kept one."""
    known = {name for task in tasks for name in task.serves}
    served = {name for task, is_kept in zip(tasks, kept, strict=True) if is_kept for name in task.serves}
    return tuple(sorted(known - served))

"""Which labels are worth keeping: those that no other equals in everything that matters."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from intramentor.plan.solver import Label


def front(labels: Iterable[Label], pause: int) -> list[Label]:
    """Return the labels that no other one makes needless, whatever tasks follow."""
    groups: dict[tuple[bool, int], list[Label]] = {}
    for label in sorted(labels):
        kept = groups.setdefault((label.lunch, label.served), [])
        if not any(_is_as_good(other, label, pause) for other in kept):
            kept.append(label)
    return [label for kept in groups.values() for label in kept]


def _is_as_good(one: Label, other: Label, pause: int) -> bool:
    """Tell whether `one` is as good as `other`, now or after a pause, whatever follows.

    `one` comes first in the order of labels, so it has cost no more.
    """
    rested = one.least_clock + pause <= other.least_clock
    if one.least_clock > other.least_clock or (one.least_stretch > other.least_stretch and not rested):
        return False
    if one[:3] < other[:3]:
        return True
    if one.off > other.off or one.clock > other.clock:
        return False
    rested = rested and one.clock + pause <= other.clock
    if not rested and (one.least_stretch > other.least_stretch or one.stretch > other.stretch):
        return False
    cheaper = one.off < other.off and one.clock < other.clock
    return one.rank < other.rank or (cheaper and (rested or one.stretch < other.stretch))

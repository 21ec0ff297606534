"""Which labels are worth keeping: those that no other equals in everything that matters."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

COSTS = 4  # objectives lost, high and low tasks cut, minutes off

if TYPE_CHECKING:
    from intramentor.plan.solver import Label


def front(labels: Iterable[Label], pause: int, depth: int) -> list[Label]:
    """Return the labels that no other one makes needless, whatever tasks follow.

    Only the first `depth` costs count; with all of them the rank does too.
    """
    whole = depth == COSTS
    order = None if whole else lambda label: (label[:depth], label.least_clock, label.least_stretch)
    groups: dict[bool, list[Label]] = {}
    for label in sorted(labels, key=order):
        kept = groups.setdefault(label.lunch, [])
        for one in kept:
            if _fits(one, label, pause) and _is_cheap(one, label, pause, depth):
                break
        else:
            kept.append(label)
    return [label for kept in groups.values() for label in kept]


def _fits(one: Label, other: Label, pause: int) -> bool:
    """Tell whether `one`, now or after a pause, fits wherever `other` fits."""
    before = other.least_clock - one.least_clock
    return before >= pause or (before >= 0 and one.least_stretch <= other.least_stretch)


def _is_cheap(one: Label, other: Label, pause: int, depth: int) -> bool:
    """Tell whether `one`, which fits, ends no dearer than `other`.

    Each open objective that only `other` serves costs `one` an objective at most.
    """
    missing = (other.served & ~one.served).bit_count()
    at_most = (one.lost + missing, one.high, one.low)
    if depth < COSTS:
        return at_most[:depth] <= other[:depth]
    if at_most != other[:3]:
        return at_most < other[:3]
    if one.off > other.off or one.clock > other.clock:
        return False
    rested = min(other.least_clock - one.least_clock, other.clock - one.clock) >= pause
    if not rested and (one.least_stretch > other.least_stretch or one.stretch > other.stretch):
        return False
    cheaper = one.off < other.off and one.clock < other.clock
    return one.rank < other.rank or (cheaper and (rested or one.stretch < other.stretch))

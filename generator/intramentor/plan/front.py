"""Which labels are worth keeping: those that no other equals in everything that matters."""

from __future__ import annotations

from bisect import insort
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from intramentor.plan.label import COSTS, Label


class Rest(NamedTuple):
    """One more pause: its minutes, and what it adds to a label's rank at most."""

    minutes: int
    weight: int


def front(labels: Iterable[Label], rest: Rest, depth: int) -> list[Label]:
    """Return the labels that no other one makes needless, whatever tasks follow.

    Only the first `depth` costs count; with all of them the rank does too.
    """
    order = None if depth == COSTS else lambda label: (label[:depth], label.least_clock, label.least_stretch)
    found: dict[bool, list[tuple[int, int, Label]]] = {False: [], True: []}
    for label in sorted(labels, key=order):
        kept = found[label.lunch]
        if not any(_is_cheap(one, label, rest, depth) for one in _fitting(kept, label, rest.minutes)):
            insort(kept, (label.least_clock, label.least_stretch, label))
    return [label for kept in found.values() for _, _, label in kept]


def _fitting(kept: list[tuple[int, int, Label]], other: Label, pause: int) -> Iterator[Label]:
    """Yield those that, now or after a pause, fit wherever `other` fits."""
    latest, stretch = other.least_clock, other.least_stretch
    for clock, worked, one in kept:
        if clock > latest:
            return
        if worked <= stretch or clock + pause <= latest:
            yield one


def _is_cheap(one: Label, other: Label, rest: Rest, depth: int) -> bool:
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
    cheaper = one.off < other.off and one.clock < other.clock
    if one.least_stretch <= other.least_stretch and one.stretch <= other.stretch:
        return one.rank < other.rank or (cheaper and one.stretch < other.stretch)
    rested = min(other.least_clock - one.least_clock, other.clock - one.clock) >= rest.minutes
    return rested and (cheaper or one.rank + rest.weight < other.rank)

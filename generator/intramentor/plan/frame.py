"""The time there is, and the choices for each task in it."""

from __future__ import annotations

from typing import NamedTuple

from intramentor.plan.values import Breaks

# Choices for a task, the better of equal plans first: keep it with nothing, a pause or lunch
# before it, or leave it out.
CONTINUE, PAUSE, LUNCH, CUT = range(4)


class Frame(NamedTuple):
    """The time there is: from `start` to `end`, in minutes from midnight, and the breaks."""

    start: int
    end: int
    breaks: Breaks

    @property
    def has_lunch(self) -> bool:
        """Tell whether people begin early enough to eat in between."""
        return self.start < self.breaks.lunch_from

    def last(self, lunch: bool) -> int:
        """Return until when work may go on: without lunch not beyond the time for it."""
        return self.end if lunch or not self.has_lunch else min(self.end, self.breaks.lunch_until)

    def left(self, clock: int, lunch: bool) -> int:
        """Return the minutes left for work and pauses, at most. Lunch saves a pause."""
        if lunch or not self.has_lunch:
            return self.end - clock
        return max(self.last(lunch), self.end - self.breaks.lunch + self.breaks.pause) - clock

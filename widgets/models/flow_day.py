"""The lines of a day's flow: received and answered so far, and the band of what the weekday usually brings; no Qt."""

from dataclasses import dataclass

import numpy as np

from services.domain.report import Millis
from services.figures.daily import STEPS, Flow
from services.figures.periods import DAY, day_start

Point = tuple[float, float]
"""The share of the day that has passed, and a count."""


@dataclass(frozen=True, slots=True)
class FlowDay:
    """One day as it stood `at` a time of the hub."""

    flow: Flow
    at: Millis

    @property
    def since(self) -> Millis:
        """The midnight at which the day began."""
        return day_start(int(np.datetime64(self.flow.day, "D").astype(np.int64)))

    @property
    def totals(self) -> tuple[int, int]:
        """How many were received until now, and how many of these were answered."""
        return (self.flow.received or (0,))[-1], (self.flow.answered or (0,))[-1]

    @property
    def usual(self) -> bool:
        """Whether it is known what is usual on this weekday."""
        return len(self.flow.usual.low) > 0

    def highest(self) -> float:
        """Return the highest count to be drawn, at least 1."""
        return float(max(1, *self.totals, *self.flow.usual.high))

    def lines(self) -> tuple[list[Point], list[Point]]:
        """Return what was received and what was answered of it, from midnight to now."""
        now = max(0, min(self.at - self.since, DAY)) / DAY
        received, answered = (_line(counts, until=now) for counts in (self.flow.received, self.flow.answered))
        return received, answered

    def band(self) -> tuple[list[Point], list[Point]]:
        """Return the lower and the upper edge of what is usual over the whole day; empty where it is not known."""
        if not self.usual:
            return [], []
        return _line(self.flow.usual.low, until=1.0), _line(self.flow.usual.high, until=1.0)


def _line(counts: tuple[int, ...], *, until: float) -> list[Point]:
    """Return a running count as points at the ends of its steps; the last step may not be over yet."""
    return [(0.0, 0.0), *((min((n + 1) / STEPS, until), float(count)) for n, count in enumerate(counts))]

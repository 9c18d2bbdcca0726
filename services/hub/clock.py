"""The hub's time: never back, never by a leap, whatever somebody does to the computer's clock."""

import threading
from collections.abc import Callable
from typing import Final

from services.domain.report import Millis

SLEW: Final = 0.05
"""How much faster or slower than real time the hub's clock runs to come back to the computer's."""


class HubClock:
    """Runs with the steady clock and drifts to the wall clock, so that a leap of an hour breaches nothing at once.

    `wall` gives Unix milliseconds, `steady` milliseconds of a clock that nobody can set. May be asked from any thread.
    """

    __slots__ = ("_door", "_now", "_seen", "_steady", "_wall")

    def __init__(self, wall: Callable[[], float], steady: Callable[[], float]) -> None:
        self._wall = wall
        self._steady = steady
        self._now = wall()
        self._seen = steady()
        self._door = threading.Lock()

    def __call__(self) -> Millis:
        """Return the time in Unix milliseconds."""
        with self._door:
            return self._read()

    def _read(self) -> Millis:
        seen = self._steady()
        passed = max(0.0, seen - self._seen)
        self._seen = seen
        behind = self._wall() - (self._now + passed)
        most = SLEW * passed
        self._now += passed + min(most, max(-most, behind))
        return int(self._now)

"""The desk's clock: Unix time that never goes back and counts on while the PC sleeps."""

import time
from collections.abc import Callable

from services.domain.report import Millis

_SECOND = 1_000


def steady_clock() -> Callable[[], Millis]:
    """Return a clock in Unix milliseconds, set once by the wall clock; the hub's offset corrects it."""
    begin, started = round(time.time() * _SECOND), _passed()
    return lambda: begin + round((_passed() - started) * _SECOND)


def _passed() -> float:
    """Return seconds since some moment, those of a sleep included where the system tells them."""
    boot = getattr(time, "CLOCK_BOOTTIME", None)
    return time.monotonic() if boot is None else time.clock_gettime(boot)

"""Owns the day curve: how many reports were received and answered by each quarter of an hour, and how many usually."""

from dataclasses import dataclass
from math import ceil
from typing import Final

import numpy as np

from services.figures.columns import ABSENT, Ints
from services.figures.periods import DAY, day_name, day_numbers, day_start

STEP: Final = 900_000
"""Milliseconds between two values of a curve."""
STEPS: Final = DAY // STEP
WEEKS: Final = 6
"""How many weeks back the usual looks."""
FEWEST_WEEKS: Final = 3
"""With fewer weeks on record nothing is called usual."""


@dataclass(frozen=True, slots=True)
class Usual:
    """The band of received reports on this weekday, a value for all 96 steps; empty with fewer than three `weeks`.

    It reaches from the lower to the upper quartile: of six weeks the second lowest to the second highest.
    """

    low: tuple[int, ...]
    high: tuple[int, ...]
    weeks: int


@dataclass(frozen=True, slots=True)
class Flow:
    """A local day's curves, cumulative from 0, a value for the end of each step that has begun.

    `answered` counts those of the reports *received this day* that were answered by then, so the gap is what of this
    day still waits, and never negative.
    """

    day: str
    step: int
    received: tuple[int, ...]
    answered: tuple[int, ...]
    usual: Usual


def flow(received: Ints, answered: Ints, *, now: int, since: int | None = None) -> Flow:
    """Return the curves of the local day of `now`, as they stand at `now`.

    `received` and `answered` are moments in Unix milliseconds, a pair a report, `ABSENT` where it is not answered. The
    record is complete from `since` on (the first report received, if not given); days that begin earlier are not
    compared with.
    """
    today = int(day_numbers(np.array([now]))[0])
    begins = day_start(today)
    steps = (now - begins) // STEP + 1
    of_today = (received >= begins) & (received <= now)
    done = answered[of_today]
    done = done[(done != ABSENT) & (done <= now)]
    return Flow(
        day=day_name(today),
        step=STEP,
        received=_running(received[of_today], begins=begins, steps=steps),
        answered=_running(done, begins=begins, steps=steps),
        usual=_usual(received, today=today, since=since),
    )


def _running(moments: Ints, *, begins: int, steps: int) -> tuple[int, ...]:
    counts = np.bincount(np.maximum(moments - begins, 0) // STEP, minlength=steps)
    return tuple(np.cumsum(counts[:steps]).tolist())


def _usual(received: Ints, *, today: int, since: int | None) -> Usual:
    if since is None:
        since = int(received.min()) if len(received) else day_start(today)
    weeks = [week for week in range(1, WEEKS + 1) if day_start(today - 7 * week) >= since]
    if len(weeks) < FEWEST_WEEKS:
        return Usual((), (), len(weeks))
    curves = np.sort([_curve(received, day_start(today - 7 * week)) for week in weeks], axis=0)
    low, high = (curves[ceil(share * len(weeks)) - 1] for share in (0.25, 0.75))
    return Usual(tuple(low.tolist()), tuple(high.tolist()), len(weeks))


def _curve(received: Ints, begins: int) -> Ints:
    """Return the running count of one day at the end of each of its steps."""
    ends = begins + STEP * np.arange(1, STEPS + 1)
    in_order = np.sort(received[(received >= begins) & (received < begins + DAY)])
    return np.searchsorted(in_order, ends, side="left").astype(np.int64)

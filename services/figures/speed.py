"""Owns the figures of one group of reports: percentiles, share in target, ages of the open, and what games them."""

from math import floor
from typing import Final

import numpy as np

from services.figures.cells import Cell, InTarget, NotReached, OpenAge, Reached
from services.figures.clocks import Clocks, clocks
from services.figures.columns import ABSENT, Columns, Floats, Ints, Kind
from services.figures.intervals import wilson
from services.figures.survival import Beyond, Curve, aalen_johansen, kaplan_meier, percentile, quantile
from services.figures.survivorship import FEWEST, SURVIVORSHIP, nothing_open

LEAST_USED: Final = 0.1
MOST_USED: Final = 10.0
"""The ends of the bar that `used50` is drawn on."""


def figures(columns: Columns, *, now: int, key: tuple[str | None, ...] = ()) -> Cell:
    """Return the figures of these reports as they stand at `now` (Unix milliseconds).

    Percentiles are read off the curve of *all* reports of the cohort: Kaplan–Meier, or where some left by a competing
    close Aalen–Johansen, so that p90 is the time by which 90 % of what was received had been answered. Closing the hard
    ones as duplicates therefore brings no percentile nearer.
    """
    stands = clocks(columns, now)
    counted = stands.kind != Kind.EXCLUDED
    all_counted = bool(counted.all())
    kept = columns if all_counted else columns.take(counted)
    seen = stands if all_counted else Clocks(stands.kind[counted], stands.elapsed[counted], stands.wall[counted])
    n = len(kept)
    answered = int(np.count_nonzero(seen.kind == Kind.ANSWERED))
    waiting = int(np.count_nonzero(seen.kind == Kind.OPEN))
    curve = curve_of(seen.elapsed, seen.kind) if n >= FEWEST else None
    return Cell(
        key=key,
        n=n,
        answered=answered,
        open=waiting,
        competing=n - answered - waiting,
        excluded=len(columns) - n,
        p50=None if curve is None else _milliseconds(curve, 0.5),
        p90=None if curve is None else _milliseconds(curve, 0.9),
        used50=_used50(kept, seen),
        in_target=_in_target(kept, seen, now),
        open_age=_open_age(seen),
        paused_share=_share(int(kept.paused.sum()), int(seen.wall.sum())),
        reopened_share=_share(int(kept.reopened.sum()), n),
        refused_share=_share(int(kept.refused.sum()), n),
        handoffs=int(kept.handoffs.sum()) / n if n else None,
        warnings=(SURVIVORSHIP,) if nothing_open(n=n, waiting=waiting) else (),
    )


def curve_of(durations: Ints | Floats, kinds: Ints) -> Curve:
    """Return the curve of being answered: Kaplan–Meier, or Aalen–Johansen where there are competing closes."""
    if (kinds == Kind.COMPETING).any():
        return aalen_johansen(durations, kinds)
    return kaplan_meier(durations, kinds == Kind.ANSWERED)


def _milliseconds(curve: Curve, share: float) -> Reached | NotReached:
    match percentile(curve, share):
        case Beyond(largest):
            return NotReached(floor(largest))
        case reached:
            high = None if reached.high is None else floor(reached.high)
            return Reached(floor(reached.at), floor(reached.low), high)


def _used50(columns: Columns, seen: Clocks) -> float | None:
    """Return the median of elapsed ÷ own target within the ends of its bar; reports without a target are left out."""
    has_target = columns.target > 0
    if np.count_nonzero(has_target) < FEWEST:
        return None
    used = seen.elapsed[has_target] / columns.target[has_target]
    match percentile(curve_of(used, seen.kind[has_target]), 0.5):
        case Beyond(largest):
            # The bar ends at 10: a median known to lie past its end can be drawn, one past a nearer time cannot.
            return MOST_USED if largest >= MOST_USED else None
        case reached:
            return min(MOST_USED, max(LEAST_USED, reached.at))


def _in_target(columns: Columns, seen: Clocks, now: int) -> InTarget:
    """Return in time ÷ all whose target time has passed by now.

    Open and late ones count. One answered early counts from its due time on: before it, only successes could be in. A
    competing close before the due time leaves the count, a later one was late when it came.
    """
    in_time = (seen.kind != Kind.OPEN) & (columns.end <= columns.due)
    passed = (columns.due != ABSENT) & (columns.due < now) & ~(in_time & (seen.kind == Kind.COMPETING))
    inside = int(np.count_nonzero(passed & in_time))
    of = int(np.count_nonzero(passed))
    interval = wilson(inside, of)
    return InTarget(inside, of, interval.share, interval.low, interval.high)


def _open_age(seen: Clocks) -> OpenAge:
    ages = seen.elapsed[seen.kind == Kind.OPEN]
    if len(ages) == 0:
        return OpenAge(None, None, None)
    return OpenAge(quantile(ages, 0.5), quantile(ages, 0.9), int(ages.max()))


def _share(part: int, of: int) -> float | None:
    return min(1.0, part / of) if of else None

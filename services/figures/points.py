"""Owns the points of the response strip: one a report, so that every point of a chart opens its list."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from services.figures.clocks import clocks
from services.figures.columns import ABSENT, Kind, Observation, columns_of


@dataclass(frozen=True, slots=True)
class Point:
    """One report: `ms` until it was answered or, still open, its present age; `late` against its own due time."""

    report: str
    ms: int
    answered: bool
    late: bool


def points(observations: Sequence[Observation], now: int) -> tuple[Point, ...]:
    """Return a point for each report that was answered or is open at `now`, in their order.

    Those closed as duplicate, unfounded, not ours or cancelled, and those with impossible times, have none. A report
    without a due time is never late.
    """
    columns = columns_of(observations)
    stands = clocks(columns, now)
    answered = stands.kind == Kind.ANSWERED
    late = (columns.due != ABSENT) & (np.where(answered, columns.end, now) > columns.due)
    rows = np.flatnonzero(answered | (stands.kind == Kind.OPEN))
    shown = (rows, stands.elapsed[rows], answered[rows], late[rows])
    lines = zip(*(column.tolist() for column in shown), strict=True)
    return tuple(Point(observations[row].report, ms, done, over) for row, ms, done, over in lines)

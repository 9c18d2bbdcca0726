"""Owns the days, weeks and months of the regency's own time, of whole columns of moments at once.

Asia/Jakarta has been seven hours ahead of UTC without summer time since 1964, so no table of zones is needed.
"""

from typing import Final

import numpy as np

from services.figures.columns import Ints

DAY: Final = 86_400_000
"""Milliseconds of a day."""
AHEAD_OF_UTC: Final = 7 * 3_600_000
PERIODS: Final = ("day", "week", "month")


def day_numbers(moments: Ints) -> Ints:
    """Return the local day of each moment (Unix milliseconds), counted from 1 January 1970."""
    return np.floor_divide(moments + AHEAD_OF_UTC, DAY)


def day_start(day: int) -> int:
    """Return the moment (Unix milliseconds) at which a local day begins."""
    return day * DAY - AHEAD_OF_UTC


def day_name(day: int) -> str:
    """Return a local day as `2026-11-24`."""
    return str(np.datetime64(day, "D"))


def period_names(period: str, moments: Ints) -> tuple[Ints, tuple[str, ...]]:
    """Return the period each moment lies in, as positions in a tuple of names that ascends in time.

    A day is `2026-11-24`, an ISO week `2026-W48`, a month `2026-11`. Only the names that occur are made.

    Raises:
        ValueError: if `period` is not one of `PERIODS`.
    """
    if period not in PERIODS:
        raise ValueError(f"period: {period!r} is none of {', '.join(PERIODS)}")
    days = day_numbers(moments)
    if period == "day":
        values, positions = np.unique(days, return_inverse=True)
        return positions, tuple(day_name(int(day)) for day in values)
    if period == "month":
        values, positions = np.unique(days.astype("datetime64[D]").astype("datetime64[M]"), return_inverse=True)
        return positions, tuple(str(month) for month in values)
    # 1 January 1970 was a Thursday: three days on, weeks of seven begin on Mondays.
    values, positions = np.unique(np.floor_divide(days + 3, 7), return_inverse=True)
    return positions, tuple(_week_name(int(week)) for week in values)


def _week_name(week: int) -> str:
    """Return the ISO name of a week: its year is that of its Thursday."""
    thursday = np.datetime64(week * 7, "D")
    year = thursday.astype("datetime64[Y]")
    number = int((thursday - year.astype("datetime64[D]")) // np.timedelta64(7, "D")) + 1
    return f"{year}-W{number:02d}"

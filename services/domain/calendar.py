"""The office calendar: how much office time lies between two moments, and when so much of it has passed.

Mon–Thu 07.30–16.00, Fri 07.30–14.30 WIB, less public holidays and joint leave (TABLES.md section 3). WIB has no summer
time, so it is a fixed 7 hours. All is arithmetic on whole weeks, corrected by the few holidays: no step by day or hour.
"""

from bisect import bisect_left, bisect_right
from datetime import date
from functools import lru_cache

from services.domain.policy import DAY, HOUR, MINUTE
from services.domain.report import Millis

WIB: Millis = 7 * HOUR
"""Western Indonesian time, ahead of UTC."""

OPENING: Millis = 7 * HOUR + 30 * MINUTE
"""Time of day in WIB at which the office opens."""

_WEEK = (*(8 * HOUR + 30 * MINUTE,) * 4, 7 * HOUR, 0, 0)
"""Office hours of each day, Monday first."""

_BEFORE = tuple(sum(_WEEK[:day]) for day in range(8))
"""Office hours of a week before each of its days, and of all of it."""

_WEEK_HOURS = _BEFORE[7]
_OFFICE_DAYS = 5
_MONDAY = 3
"""Day 0 of the Unix calendar was a Thursday: day number + 3 counts from a Monday."""

_EPOCH = date(1970, 1, 1).toordinal()


class OfficeCalendar:
    """Office hours and office days for one set of holidays; made once a policy, see `office_calendar`.

    A day is counted from 1 January 1970 in WIB. A holiday on a weekend changes nothing.
    """

    __slots__ = ("_day_marks", "_days", "_hour_marks", "_lost")

    def __init__(self, holidays: frozenset[date]) -> None:
        self._days = sorted({day.toordinal() - _EPOCH for day in holidays if day.weekday() < _OFFICE_DAYS})
        self._lost = [0]
        for day in self._days:
            self._lost.append(self._lost[-1] + _WEEK[(day + _MONDAY) % 7])
        self._hour_marks = [_hours_before(day) - lost for day, lost in zip(self._days, self._lost, strict=False)]
        self._day_marks = [_days_before(day) - number for number, day in enumerate(self._days)]

    def hours(self, at: Millis) -> Millis:
        """Return the office time from a fixed day long ago until `at`: only differences mean something."""
        day, time = divmod(at + WIB, DAY)
        holidays = bisect_left(self._days, day)
        today = 0 if self._is_holiday(day, holidays) else min(max(time - OPENING, 0), _WEEK[(day + _MONDAY) % 7])
        return _hours_before(day) - self._lost[holidays] + today

    def when(self, hours: Millis) -> Millis:
        """Return the earliest moment at which `hours` says so much: a closing time rather than the next opening."""
        worked = hours + self._lost[bisect_left(self._hour_marks, hours)]
        week, rest = divmod(worked - 1, _WEEK_HOURS)
        weekday = bisect_right(_BEFORE, rest) - 1
        return (week * 7 + weekday - _MONDAY) * DAY + OPENING + rest + 1 - _BEFORE[weekday] - WIB

    def after_hours(self, start: Millis, length: Millis) -> Millis:
        """Return when `length` (over 0) of office time has passed since `start`; outside office hours none passes."""
        return self.when(self.hours(start) + length)

    def after_days(self, start: Millis, days: int) -> Millis:
        """Return the same time of day on the `days`-th office day after the day of `start`.

        The day of `start` is never counted, office day or not, and the time of day is kept whatever it is.
        """
        day, time = divmod(start + WIB, DAY)
        wanted = _days_before(day + 1) - bisect_right(self._days, day) + days - 1
        week, weekday = divmod(wanted + bisect_right(self._day_marks, wanted), _OFFICE_DAYS)
        return (week * 7 + weekday - _MONDAY) * DAY + time - WIB

    def _is_holiday(self, day: int, before: int) -> bool:
        return before < len(self._days) and self._days[before] == day


@lru_cache(maxsize=16)
def office_calendar(holidays: frozenset[date]) -> OfficeCalendar:
    """Return the office calendar without these public holidays and days of joint leave (WIB dates)."""
    return OfficeCalendar(holidays)


def _hours_before(day: int) -> Millis:
    """Office time of the whole weeks and days before `day`, as if there were no holidays."""
    week, weekday = divmod(day + _MONDAY, 7)
    return week * _WEEK_HOURS + _BEFORE[weekday]


def _days_before(day: int) -> int:
    """Working weekdays before `day`, as if there were no holidays."""
    week, weekday = divmod(day + _MONDAY, 7)
    return week * _OFFICE_DAYS + min(weekday, _OFFICE_DAYS)

"""Recorded times without a zone to Unix milliseconds: Western Indonesia's clock, UTC, and that of Los Angeles.

The rule of Los Angeles is written here because the zone database is not on every machine.
"""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta, timezone, tzinfo

from services.domain.report import Millis
from services.intake.records import RowRefused

WIB = timezone(timedelta(hours=7))
_PST = timezone(timedelta(hours=-8))
_PDT = timezone(timedelta(hours=-7))
_RULE_SINCE = 2007
"""The first year of the present American rule for summer time."""

ZoneOf = Callable[[datetime], tzinfo]
"""Which offset a naive local time has."""


def wib(_local: datetime) -> tzinfo:
    """Western Indonesia's time, the same all year."""
    return WIB


def utc(_local: datetime) -> tzinfo:
    """Universal time."""
    return UTC


def los_angeles(local: datetime) -> tzinfo:
    """Pacific time: summer time from the second Sunday of March to the first of November, at 2 o'clock.

    The hour that comes twice in November is taken as the first of the two.

    Raises:
        ValueError: before 2007 the rule was another.
    """
    if local.year < _RULE_SINCE:
        raise ValueError(f"before {_RULE_SINCE}")
    begin = _sunday(local.year, 3, second=True)
    end = _sunday(local.year, 11, second=False)
    return _PDT if begin <= local < end else _PST


def _sunday(year: int, month: int, *, second: bool) -> datetime:
    """Return 2 o'clock on a month's first or second Sunday."""
    first = datetime(year, month, 1, 2)  # noqa: DTZ001 - a wall clock's time is what the rule speaks of
    return first + timedelta(days=(6 - first.weekday()) % 7 + (7 if second else 0))


def moment(field: str, text: str, zone: ZoneOf) -> Millis:
    """Return a recorded time in Unix milliseconds; an offset written beside it counts more than `zone`.

    Raises:
        RowRefused: it is no date with a time, or none this program can place.
    """
    try:
        local = datetime.fromisoformat(text)
        known = local if local.tzinfo else local.replace(tzinfo=zone(local))
        at = round(known.timestamp() * 1_000)
    except (ValueError, OverflowError):
        raise RowRefused(field, "not a date and time of this format") from None
    if len(text) <= len("2017-02-20"):
        raise RowRefused(field, "a date without a time")
    if at < 0:
        raise RowRefused(field, "before 1970")
    return at

"""The office calendar against a reference that counts minute by minute and day by day, and at its edges."""

from datetime import UTC, date, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from services.domain.calendar import office_calendar
from services.domain.policy import HOUR, MINUTE
from services.domain.report import Millis

WIB = timezone(timedelta(hours=7))

# Idul Fitri 1447 with its joint leave, Christmas with its joint leave, New Year, and a holiday on a Sunday
HOLIDAYS = frozenset(
    {
        date(2026, 3, 19),
        date(2026, 3, 20),
        date(2026, 3, 22),
        date(2026, 3, 23),
        date(2026, 3, 24),
        date(2026, 12, 24),
        date(2026, 12, 25),
        date(2027, 1, 1),
    }
)

FIRST = datetime(2026, 2, 20, tzinfo=WIB)
moments = st.integers(0, 335 * 24 * 60).map(lambda minutes: FIRST + timedelta(minutes=minutes))
holidays = st.frozensets(st.dates(date(2026, 2, 20), date(2027, 3, 1)), max_size=12).map(lambda days: days | HOLIDAYS)


def at(year: int, month: int, day: int, hour: int = 0, minute: int = 0) -> Millis:
    """A moment on the office's clock."""
    return millis(datetime(year, month, day, hour, minute, tzinfo=WIB))


def millis(moment: datetime) -> Millis:
    return round(moment.timestamp() * 1000)


def is_office_day(day: date, free: frozenset[date]) -> bool:
    return day.weekday() < 5 and day not in free


def is_office_minute(moment: datetime, free: frozenset[date]) -> bool:
    """Whether the minute that begins now is one of the office's."""
    minute = moment.hour * 60 + moment.minute
    closing = 14 * 60 + 30 if moment.weekday() == 4 else 16 * 60
    return is_office_day(moment.date(), free) and 7 * 60 + 30 <= minute < closing


def naive_after_minutes(start: datetime, minutes: int, free: frozenset[date]) -> datetime:
    """The end of the `minutes`-th office minute from `start` on, found by looking at every minute."""
    moment = start
    while minutes:
        minutes -= is_office_minute(moment, free)
        moment += timedelta(minutes=1)
    return moment


def naive_after_days(start: datetime, days: int, free: frozenset[date]) -> datetime:
    """The same time of day on the `days`-th office day after that of `start`, found by looking at every day."""
    moment = start
    while days:
        moment += timedelta(days=1)
        days -= is_office_day(moment.date(), free)
    return moment


@given(moments, st.integers(1, 40 * 60), holidays)
def test_office_hours_pass_as_if_every_minute_were_counted(
    start: datetime, minutes: int, free: frozenset[date]
) -> None:
    found = office_calendar(free).after_hours(millis(start), minutes * MINUTE)

    assert found == millis(naive_after_minutes(start, minutes, free))


@given(moments, st.integers(1, 70), holidays)
def test_office_days_pass_as_if_every_day_were_counted(start: datetime, days: int, free: frozenset[date]) -> None:
    found = office_calendar(free).after_days(millis(start), days)

    assert found == millis(naive_after_days(start, days, free))


@given(st.integers(-(2**42), 2**42), st.integers(1, 2**34), holidays)
def test_the_time_when_so_much_was_worked_is_the_earliest_one(
    start: Millis, length: Millis, free: frozenset[date]
) -> None:
    office = office_calendar(free)
    worked = office.hours(start) + length

    due = office.when(worked)

    assert office.hours(due) == worked
    assert office.hours(due - 1) == worked - 1


@given(st.integers(-(2**42), 2**42), st.integers(0, 2**34), holidays)
def test_office_time_never_runs_backwards_nor_faster_than_the_clock(
    start: Millis, later: Millis, free: frozenset[date]
) -> None:
    office = office_calendar(free)

    assert 0 <= office.hours(start + later) - office.hours(start) <= later


@pytest.mark.parametrize(
    ("start", "hours", "due"),
    [
        pytest.param(at(2026, 11, 20, 10, 30), 4, at(2026, 11, 20, 14, 30), id="ends as the office closes on Friday"),
        pytest.param(at(2026, 11, 20, 10, 31), 4, at(2026, 11, 23, 7, 31), id="a minute more goes over the weekend"),
        pytest.param(at(2026, 11, 20, 14, 30), 4, at(2026, 11, 23, 11, 30), id="starts as it closes on Friday"),
        pytest.param(at(2026, 11, 20, 14, 29), 1, at(2026, 11, 23, 8, 29), id="a minute before it closes on Friday"),
        pytest.param(at(2026, 11, 19, 15, 0), 2, at(2026, 11, 20, 8, 30), id="Thursday closes at four"),
        pytest.param(at(2026, 11, 24, 5, 0), 1, at(2026, 11, 24, 8, 30), id="before opening"),
        pytest.param(at(2026, 11, 21, 12, 0), 1, at(2026, 11, 23, 8, 30), id="on a Saturday"),
        pytest.param(at(2026, 3, 18, 15, 0), 2, at(2026, 3, 25, 8, 30), id="over Idul Fitri and its joint leave"),
        pytest.param(at(2026, 3, 18, 12, 0), 4, at(2026, 3, 18, 16, 0), id="ends as the office closes for Idul Fitri"),
        pytest.param(at(2026, 3, 20, 9, 0), 1, at(2026, 3, 25, 8, 30), id="during the joint leave"),
        pytest.param(at(2026, 12, 31, 15, 0), 2, at(2027, 1, 4, 8, 30), id="over the end of the year"),
    ],
)
def test_hours_run_in_office_hours_only(start: Millis, hours: int, due: Millis) -> None:
    assert office_calendar(HOLIDAYS).after_hours(start, hours * HOUR) == due


@pytest.mark.parametrize(
    ("start", "days", "due"),
    [
        pytest.param(at(2026, 11, 24, 9, 0), 1, at(2026, 11, 25, 9, 0), id="tomorrow"),
        pytest.param(at(2026, 11, 20, 9, 0), 1, at(2026, 11, 23, 9, 0), id="Friday to Monday"),
        pytest.param(at(2026, 11, 19, 15, 45), 1, at(2026, 11, 20, 15, 45), id="past Friday's closing"),
        pytest.param(at(2026, 11, 21, 20, 0), 1, at(2026, 11, 23, 20, 0), id="from a Saturday evening"),
        pytest.param(at(2026, 11, 22, 9, 0), 2, at(2026, 11, 24, 9, 0), id="from a Sunday"),
        pytest.param(at(2026, 3, 18, 10, 0), 1, at(2026, 3, 25, 10, 0), id="over Idul Fitri and its joint leave"),
        pytest.param(at(2026, 3, 23, 10, 0), 1, at(2026, 3, 25, 10, 0), id="from a day of joint leave"),
        pytest.param(at(2026, 12, 23, 10, 0), 7, at(2027, 1, 6, 10, 0), id="over Christmas and the end of the year"),
        pytest.param(at(2026, 11, 24, 0, 30), 1, at(2026, 11, 25, 0, 30), id="the day is WIB's, not that of UTC"),
    ],
)
def test_working_days_keep_the_time_of_day(start: Millis, days: int, due: Millis) -> None:
    assert office_calendar(HOLIDAYS).after_days(start, days) == due


def test_a_holiday_on_a_weekend_changes_nothing() -> None:
    with_sunday, without = office_calendar(frozenset({date(2026, 3, 22)})), office_calendar(frozenset())

    start = millis(datetime(2026, 3, 20, 3, 0, tzinfo=UTC))
    assert with_sunday.after_hours(start, 20 * HOUR) == without.after_hours(start, 20 * HOUR)
    assert with_sunday.after_days(start, 5) == without.after_days(start, 5)


def test_one_set_of_holidays_makes_one_calendar() -> None:
    assert office_calendar(frozenset(HOLIDAYS)) is office_calendar(frozenset(set(HOLIDAYS)))

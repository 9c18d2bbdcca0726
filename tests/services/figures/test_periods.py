"""Days, weeks and months of the regency's own time."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from services.figures.periods import DAY, day_name, day_numbers, day_start, period_names
from tests.services.figures.builders import ints

JAKARTA = ZoneInfo("Asia/Jakarta")
MOMENTS = st.lists(st.integers(0, 4_102_444_800_000), min_size=1, max_size=30)


def moment(text: str) -> int:
    return round(datetime.fromisoformat(text).replace(tzinfo=JAKARTA).timestamp() * 1000)


def local(at: int) -> datetime:
    return (datetime.fromtimestamp(0, UTC) + timedelta(milliseconds=at)).astimezone(JAKARTA)


def names(period: str, *moments: int) -> list[str]:
    positions, found = period_names(period, ints(*moments))
    return [found[position] for position in positions]


def test_a_day_begins_at_midnight_in_jakarta() -> None:
    midnight = moment("2026-11-24 00:00")
    assert names("day", midnight - 1, midnight) == ["2026-11-23", "2026-11-24"]
    assert day_start(int(day_numbers(ints(midnight))[0])) == midnight
    assert day_name(midnight // DAY + 1) == "2026-11-24"


def test_a_week_begins_on_monday_and_carries_the_year_of_its_thursday() -> None:
    assert names("week", moment("2026-11-22 23:59"), moment("2026-11-23 00:00")) == ["2026-W47", "2026-W48"]
    assert names("week", moment("2027-01-01 12:00"), moment("2024-12-30 12:00")) == ["2026-W53", "2025-W01"]


def test_a_month_is_named_by_year_and_month() -> None:
    assert names("month", moment("2026-02-28 23:59"), moment("2026-03-01 00:00")) == ["2026-02", "2026-03"]


@given(MOMENTS)
def test_the_names_are_those_of_the_calendar(moments: list[int]) -> None:
    days = [local(at) for at in moments]
    assert names("day", *moments) == [day.strftime("%Y-%m-%d") for day in days]
    assert names("week", *moments) == [day.strftime("%G-W%V") for day in days]
    assert names("month", *moments) == [day.strftime("%Y-%m") for day in days]


@given(MOMENTS, st.sampled_from(("day", "week", "month")))
def test_names_ascend_in_time_and_only_those_that_occur_are_made(moments: list[int], period: str) -> None:
    positions, found = period_names(period, ints(*moments))
    assert list(found) == sorted(set(found))
    assert set(positions.tolist()) == set(range(len(found)))


def test_another_word_is_refused_by_name() -> None:
    with pytest.raises(ValueError, match="'year'"):
        period_names("year", ints(0))

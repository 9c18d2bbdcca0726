"""Recorded times without a zone are placed as their format says."""

from datetime import UTC, datetime

import pytest

from services.intake.records import RowRefused
from services.intake.times import ZoneOf, los_angeles, moment, utc, wib


@pytest.mark.parametrize(
    ("zone", "text", "want"),
    [
        (wib, "2017-02-20T07:58:22.262", "2017-02-20T00:58:22.262"),
        (wib, "2017-02-22T13:21:33.64", "2017-02-22T06:21:33.640"),
        (utc, "2022-01-01 00:29:00", "2022-01-01T00:29:00"),
        (los_angeles, "2020-01-01 00:05:00", "2020-01-01T08:05:00"),
        (los_angeles, "2020-03-08 01:59:59", "2020-03-08T09:59:59"),
        (los_angeles, "2020-03-08 03:00:00", "2020-03-08T10:00:00"),
        (los_angeles, "2020-07-01 12:00:00", "2020-07-01T19:00:00"),
        (los_angeles, "2020-11-01 01:30:00", "2020-11-01T08:30:00"),
        (los_angeles, "2020-11-01 02:00:00", "2020-11-01T10:00:00"),
        (los_angeles, "2026-11-01 02:00:00", "2026-11-01T10:00:00"),
        (los_angeles, "2015-03-08 03:00:00", "2015-03-08T10:00:00"),
        (wib, "2017-02-20T07:58:22+09:00", "2017-02-19T22:58:22"),
    ],
)
def test_a_time_is_placed(zone: ZoneOf, text: str, want: str) -> None:
    at = datetime.fromisoformat(want).replace(tzinfo=UTC)

    assert moment("created", text, zone) == round(at.timestamp() * 1_000)


@pytest.mark.parametrize(
    ("zone", "text"),
    [
        (utc, "yesterday"),
        (utc, "2022-13-01 00:00:00"),
        (utc, "2022-02-30 00:00:00"),
        (utc, "2022-01-01"),
        (utc, "1969-12-31 23:59:59"),
        (utc, "0001-01-01 00:00:00"),
        (los_angeles, "2006-12-31 00:00:00"),
        (utc, ""),
    ],
)
def test_what_cannot_be_placed_is_refused_by_its_field(zone: ZoneOf, text: str) -> None:
    with pytest.raises(RowRefused, match="created"):
        moment("created", text, zone)

"""The table of speed: grouping and its order."""

from collections import Counter
from datetime import datetime
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from services.figures.columns import Observation, columns_of
from services.figures.speed import figures
from services.figures.table import UnknownGrouping, cells_of, speed_table
from tests.services.figures.builders import DAY, HOUR, NOW, answered, observations, squad, waiting


def at(day: int) -> int:
    """Return noon in the regency on a day of November 2025."""
    return round(datetime(2025, 11, day, 12, tzinfo=ZoneInfo("Asia/Jakarta")).timestamp() * 1000)


def table(reports: list[Observation], *by: str, since: int = 0, until: int = NOW + 1000 * DAY) -> dict[object, int]:
    return {cell.key: cell.n for cell in speed_table(reports, by=by, since=since, until=until, now=NOW)}


def test_reports_are_grouped_by_squad_in_order_unmapped_ones_first() -> None:
    reports = [squad(name, answered(HOUR)) for name in ("orange", None, "blue", "orange")]
    assert list(table(reports, "squad").items()) == [((None,), 1), (("blue",), 1), (("orange",), 2)]


def test_two_keys_give_a_cell_for_each_pair_that_occurs() -> None:
    reports = [
        answered(HOUR, keys={"squad": "orange", "priority": "P2"}),
        answered(HOUR, keys={"squad": "blue", "priority": "P1"}),
        answered(HOUR, keys={"squad": "orange", "priority": "P1"}),
        answered(HOUR, keys={"squad": "blue", "priority": "P2"}),
        answered(HOUR, keys={"squad": "orange", "priority": "P2"}),
    ]
    assert list(table(reports, "squad", "priority").items()) == [
        (("blue", "P1"), 1),
        (("blue", "P2"), 1),
        (("orange", "P1"), 1),
        (("orange", "P2"), 2),
    ]


def test_a_report_belongs_to_the_day_week_and_month_it_was_received_in() -> None:
    # given: received on the 3rd, its clock started a day later, answered in December
    late = answered(30 * DAY, received=at(3), start=at(4))
    assert table([late], "day") == {("2025-11-03",): 1}
    assert table([late], "week", "month") == {("2025-W45", "2025-11"): 1}


def test_the_cohort_is_what_was_received_from_since_to_before_until() -> None:
    reports = [answered(HOUR, received=at(day)) for day in (3, 4, 5)]
    assert table(reports, "day", since=at(3), until=at(5)) == {("2025-11-03",): 1, ("2025-11-04",): 1}


def test_without_keys_there_is_one_cell_even_of_nothing() -> None:
    assert table([answered(HOUR)] * 3) == {(): 3}
    assert table([]) == {(): 0}
    assert table([], "squad", "day") == {}


@pytest.mark.parametrize("by", [("colour",), ("squad", "squad"), ("squad", "label", "day")])
def test_other_groupings_are_refused_by_name(by: tuple[str, ...]) -> None:
    with pytest.raises(UnknownGrouping, match="by: "):
        speed_table([], by=by, since=0, until=NOW, now=NOW)
    with pytest.raises(UnknownGrouping, match="by: "):
        cells_of(columns_of([]), labels={}, by=by, now=NOW)


def test_neighbouring_days_of_one_squad_are_compared_and_those_of_two_squads_are_not() -> None:
    # given: orange lets most of the 5th lie; blue lets most lie on both days
    reports = [
        *_day("orange", 4, done=36, lying=4),
        *_day("orange", 5, done=10, lying=30),
        *_day("blue", 4, done=10, lying=30),
        *_day("blue", 5, done=10, lying=30),
    ]
    for by in (("squad", "day"), ("day", "squad")):
        cells = speed_table(reports, by=by, since=0, until=NOW, now=NOW)
        assert {cell.key for cell in cells if cell.warnings} == {
            tuple({"squad": "orange", "day": day}[name] for name in by) for day in ("2025-11-04", "2025-11-05")
        }
        assert [cell.key for cell in cells] == sorted(cell.key for cell in cells)


def test_groups_that_are_not_periods_are_not_compared() -> None:
    reports = [*_day("orange", 4, done=36, lying=4), *_day("blue", 4, done=10, lying=30)]
    assert not any(cell.warnings for cell in speed_table(reports, by=("squad",), since=0, until=NOW, now=NOW))


@given(observations(), st.sampled_from([("squad",), ("day",), ("squad", "day"), ("week", "squad"), ("day", "month")]))
def test_every_report_lies_in_exactly_one_cell(drawn: list[Observation], by: tuple[str, ...]) -> None:
    cells = speed_table(drawn, by=by, since=0, until=NOW * 2, now=NOW)
    assert sum(cell.n + cell.excluded for cell in cells) == len(drawn)
    assert max(Counter(cell.key for cell in cells).values(), default=1) == 1
    assert all(cell.n + cell.excluded > 0 for cell in cells)


@given(observations())
def test_a_cell_is_what_its_reports_alone_give(drawn: list[Observation]) -> None:
    for cell in speed_table(drawn, by=("squad",), since=0, until=NOW * 2, now=NOW):
        alone = [one for one in drawn if one.keys["squad"] == cell.key[0]]
        assert cell == figures(columns_of(alone), now=NOW, key=cell.key)


def _day(name: str, day: int, *, done: int, lying: int) -> list[Observation]:
    answers = [squad(name, answered(HOUR, received=at(day))) for _ in range(done)]
    return answers + [squad(name, waiting(NOW - at(day))) for _ in range(lying)]

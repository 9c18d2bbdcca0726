"""The figures of one group of reports."""

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from services.figures.cells import Cell, InTarget, NotReached, OpenAge, Reached
from services.figures.columns import Kind, Observation
from services.figures.speed import figures
from tests.services.figures.builders import (
    AGO,
    DAY,
    HOUR,
    NOW,
    answered,
    columns,
    competing,
    observations,
    waiting,
    with_target,
)


def cell(*given_reports: Observation, now: int = NOW) -> Cell:
    return figures(columns(*given_reports), now=now, key=("orange",))


def test_reports_are_counted_by_how_they_stand_and_impossible_ones_beside_them() -> None:
    found = cell(answered(HOUR), answered(HOUR), waiting(DAY), competing(HOUR), answered(-HOUR), waiting(-1))
    assert (found.key, found.n) == (("orange",), 4)
    assert (found.answered, found.open, found.competing, found.excluded) == (2, 1, 1, 2)


def test_open_reports_count_in_the_median() -> None:
    # given: ten answered after 1 … 10 hours, and ten open far longer
    fast = [answered(hours * HOUR) for hours in range(1, 11)]
    rotting = [waiting(30 * DAY) for _ in range(10)]
    # then: half of all is the slowest of the answered ones, not their fifth
    assert _ms(cell(*fast).p50) == 5 * HOUR
    assert _ms(cell(*fast, *rotting).p50) == 10 * HOUR


def test_a_percentile_that_is_not_reached_says_beyond_what() -> None:
    found = cell(*(answered(HOUR) for _ in range(8)), *(waiting(31 * DAY) for _ in range(4)))
    assert isinstance(found.p50, Reached)
    assert found.p90 == NotReached(beyond=31 * DAY)


def test_closing_reports_as_duplicates_brings_no_percentile_nearer() -> None:
    # given: of twenty, ten answered; the others are open, or were all closed as duplicates on the second day
    done = [answered(hours * HOUR) for hours in range(1, 11)]
    honest = cell(*done, *(waiting(30 * DAY) for _ in range(10)))
    swept = cell(*done, *(competing(2 * DAY) for _ in range(10)))
    assert _ms(swept.p50) == _ms(honest.p50) == 10 * HOUR
    assert isinstance(swept.p90, NotReached)


def test_a_report_closed_early_as_a_duplicate_is_not_counted_as_if_it_might_yet_be_answered() -> None:
    # given: ten closed as duplicates within half an hour, ten answered after 1 … 10 hours
    found = cell(*(competing(HOUR // 2) for _ in range(10)), *(answered(hours * HOUR) for hours in range(1, 11)))
    # then: half of all that was received is all that was answered; censoring the duplicates would say 5 hours
    assert _ms(found.p50) == 10 * HOUR


def test_under_ten_reports_there_are_no_percentiles() -> None:
    nine = [with_target(answered(HOUR), HOUR) for _ in range(9)]
    for excluded in ([], [answered(-1)]):
        found = cell(*nine, *excluded)
        assert (found.p50, found.p90, found.used50) == (None, None, None)
    ten = cell(*nine, with_target(answered(HOUR), HOUR))
    assert ten.p50 == ten.p90 == Reached(HOUR, HOUR, HOUR)
    assert ten.used50 == 1.0


def test_the_interval_of_a_percentile_is_open_above_where_the_band_does_not_reach_it() -> None:
    found = cell(*(answered(hours * HOUR) for hours in range(1, 7)), *(waiting(5 * DAY) for _ in range(5)))
    assert found.p50 == Reached(6 * HOUR, 2 * HOUR, None)


# used50


def test_used_is_the_median_of_elapsed_over_own_target_open_reports_included() -> None:
    # given: half answered at half of quite different targets, a third of all open at thrice their target
    used = [with_target(answered(target // 2), target) for target in (HOUR, DAY) * 4]
    rotting = [with_target(waiting(3 * DAY), DAY) for _ in range(4)]
    assert cell(*used, *rotting).used50 == 0.5


@pytest.mark.parametrize(("after", "drawn"), [(1, 0.1), (HOUR // 5, 0.2), (100 * HOUR, 10.0)])
def test_used_stays_within_the_ends_of_its_bar(after: int, drawn: float) -> None:
    assert cell(*(with_target(answered(after), HOUR) for _ in range(12))).used50 == drawn


def test_a_median_not_reached_is_drawn_only_where_it_is_known_to_lie_past_the_end_of_the_bar() -> None:
    assert cell(*(with_target(waiting(9 * HOUR), HOUR) for _ in range(12))).used50 is None
    assert cell(*(with_target(waiting(11 * HOUR), HOUR) for _ in range(12))).used50 == 10.0


def test_reports_without_a_target_are_left_out_of_used() -> None:
    fast = [with_target(answered(HOUR), 2 * HOUR) for _ in range(10)]
    assert cell(*fast, *(answered(30 * DAY) for _ in range(50))).used50 == 0.5
    assert cell(*fast[1:], *(answered(30 * DAY) for _ in range(50))).used50 is None
    assert cell(*fast[1:], replace(fast[0], target=0)).used50 is None


# in_target


def test_in_target_is_of_all_whose_target_time_has_passed_open_and_late_ones_included() -> None:
    found = cell(
        with_target(answered(HOUR), 2 * HOUR),
        with_target(answered(2 * HOUR), 2 * HOUR),
        with_target(answered(3 * HOUR), 2 * HOUR),
        with_target(waiting(3 * HOUR), 2 * HOUR),
        with_target(waiting(HOUR), 2 * HOUR),
        answered(HOUR),
    )
    assert (found.in_target.inside, found.in_target.of, found.in_target.share) == (2, 4, 0.5)


def test_an_early_answer_counts_from_its_due_time_on_as_a_late_one_would() -> None:
    early = with_target(answered(HOUR), 2 * HOUR)
    assert cell(early, now=AGO + 2 * HOUR).in_target == InTarget(0, 0, None, None, None)
    assert cell(early, now=AGO + 2 * HOUR + 1).in_target.of == 1


def test_a_competing_close_before_the_due_time_is_not_counted_and_after_it_was_late() -> None:
    before, after = with_target(competing(HOUR), HOUR), with_target(competing(HOUR + 1), HOUR)
    assert cell(before).in_target.of == 0
    assert (cell(after).in_target.inside, cell(after).in_target.of) == (0, 1)


def test_an_answer_later_than_now_is_not_yet_in_time() -> None:
    late = with_target(answered(5 * HOUR), 2 * HOUR)
    assert cell(late, now=AGO + 3 * HOUR).in_target.of == 1
    assert cell(late, now=AGO + 3 * HOUR).in_target.inside == 0


# the rest


def test_open_age_is_of_the_open_reports_alone() -> None:
    ages = [waiting(hours * HOUR) for hours in range(1, 11)]
    assert cell(*ages, answered(30 * DAY), competing(30 * DAY), waiting(-DAY)).open_age == OpenAge(
        5 * HOUR, 9 * HOUR, 10 * HOUR
    )


def test_unknown_is_none_and_never_0() -> None:
    found = cell()
    assert found.n == 0
    assert found.open_age == OpenAge(None, None, None)
    assert found.in_target == InTarget(0, 0, None, None, None)
    assert (found.paused_share, found.reopened_share, found.refused_share, found.handoffs) == (None, None, None, None)


def test_what_games_speed_stands_beside_it() -> None:
    found = cell(
        answered(4 * HOUR, paused=HOUR, reopened=True, handoffs=3),
        answered(3 * HOUR, refused=True, uncounted=HOUR, paused=HOUR),
        waiting(HOUR, handoffs=1),
        competing(2 * HOUR),
        answered(-1, paused=99 * HOUR, handoffs=99, reopened=True, refused=True),
    )
    assert found.paused_share == 0.2
    assert (found.reopened_share, found.refused_share, found.handoffs) == (0.25, 0.25, 1.0)


def test_more_pause_than_time_is_no_more_than_all_of_it() -> None:
    assert cell(answered(HOUR, paused=2 * HOUR)).paused_share == 1.0
    assert cell(answered(0)).paused_share is None


def test_a_period_without_an_open_report_gets_a_survivorship_warning() -> None:
    closed = [answered(HOUR) for _ in range(10)]
    assert cell(*closed).warnings == ("survivorship",)
    assert cell(*closed, waiting(HOUR)).warnings == ()
    assert cell(*closed[1:]).warnings == ()


@given(observations())
def test_the_figures_of_any_reports_hold_together(drawn: list[Observation]) -> None:
    found = cell(*drawn)
    assert found.n == found.answered + found.open + found.competing == len(drawn) - found.excluded
    assert 0 <= found.in_target.inside <= found.in_target.of <= found.n
    assert found.used50 is None or 0.1 <= found.used50 <= 10
    assert (found.p50 is None) == (found.p90 is None) == (found.n < 10)
    for one in (found.p50, found.p90):
        if isinstance(one, Reached):
            assert 0 <= one.low <= one.ms
            assert one.high is None or one.ms <= one.high
    if isinstance(found.p90, Reached):
        assert _ms(found.p50) <= found.p90.ms
    for share in (found.paused_share, found.reopened_share, found.refused_share):
        assert share is None or 0 <= share <= 1


@given(observations(), st.integers(-(10**12), 10**12))
def test_moving_all_times_changes_nothing(drawn: list[Observation], by: int) -> None:
    moved = [
        replace(
            one,
            received=one.received + by,
            start=one.start + by,
            end=None if one.end is None else one.end + by,
            due=None if one.due is None else one.due + by,
        )
        for one in drawn
    ]
    assert cell(*moved, now=NOW + by) == cell(*drawn)


@given(observations(kinds=(Kind.OPEN, Kind.ANSWERED), least=10), st.integers(0, 90))
def test_one_more_open_report_never_improves_a_percentile(drawn: list[Observation], age: int) -> None:
    before, after = cell(*drawn), cell(*drawn, waiting(age * HOUR))
    for one, other in ((before.p50, after.p50), (before.p90, after.p90)):
        assert one is None or _ms(other) >= _ms(one)


@given(observations(kinds=(Kind.OPEN, Kind.ANSWERED, Kind.COMPETING), least=10), st.data())
def test_letting_a_late_report_lie_never_improves_the_share_in_target(
    drawn: list[Observation], data: st.DataObject
) -> None:
    # when: one answered report had been left open instead
    done = [position for position, one in enumerate(drawn) if one.kind is Kind.ANSWERED]
    left = list(drawn)
    if done:
        position = data.draw(st.sampled_from(done))
        left[position] = replace(left[position], kind=Kind.OPEN, end=None)
    # then
    before, after = cell(*drawn).in_target, cell(*left).in_target
    assert after.of == before.of
    assert after.inside <= before.inside


def _ms(found: Reached | NotReached | None) -> float:
    assert found is not None
    return found.ms if isinstance(found, Reached) else np.inf

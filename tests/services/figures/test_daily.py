"""The day curve and its usual."""

from dataclasses import replace
from datetime import datetime
from zoneinfo import ZoneInfo

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from services.figures.columns import ABSENT, Ints
from services.figures.daily import STEP, STEPS, Flow, Usual, flow
from tests.services.figures.builders import DAY, HOUR, ints

MIDNIGHT = round(datetime(2026, 11, 24, tzinfo=ZoneInfo("Asia/Jakarta")).timestamp() * 1000)
NOTHING = ints()


def day_of(*pairs: tuple[int, int], now: int) -> Flow:
    """Return the flow of reports given as (received, answered) after this day's midnight."""
    received = ints(*(MIDNIGHT + one for one, _ in pairs))
    answered = ints(*(ABSENT if other == ABSENT else MIDNIGHT + other for _, other in pairs))
    return flow(received, answered, now=MIDNIGHT + now)


def weeks_ago(*weeks: int, after: int = 8 * HOUR) -> Ints:
    return ints(*(MIDNIGHT - 7 * week * DAY + after for week in weeks))


def test_curves_run_up_in_steps_of_a_quarter_of_an_hour_until_now() -> None:
    found = day_of((0, 2 * STEP), (STEP, ABSENT), (STEP + 1, 3 * STEP), now=3 * STEP)
    assert (found.day, found.step) == ("2026-11-24", 900_000)
    assert found.received == (1, 3, 3, 3)
    assert found.answered == (0, 0, 1, 2)


def test_what_has_not_happened_yet_is_not_drawn() -> None:
    found = day_of((0, 2 * STEP), (1, 3), (3, ABSENT), (STEP, ABSENT), now=2)
    assert (found.received, found.answered) == ((2,), (0,))
    assert day_of((0, 3), (3, 4), now=3) == replace(found, received=(2,), answered=(1,))


def test_the_last_step_of_the_day_is_its_96th() -> None:
    found = day_of((DAY - 1, DAY + HOUR), now=DAY - 1)
    assert len(found.received) == STEPS == 96
    assert (found.received[-1], found.answered[-1]) == (1, 0)


def test_answers_to_reports_of_another_day_belong_to_that_day() -> None:
    found = day_of((-1, HOUR), (HOUR, 2 * HOUR), now=DAY - 1)
    assert (found.received[-1], found.answered[-1]) == (1, 1)


def test_an_answer_before_its_day_counts_from_the_days_beginning_on() -> None:
    assert day_of((0, -1), now=STEP).answered == (1, 1)


def test_the_usual_is_between_the_quartiles_of_the_same_weekday_in_the_last_six_weeks() -> None:
    # given: k reports at eight in the morning k weeks ago, many on other days, and long ago
    received = np.concatenate(
        [np.repeat(weeks_ago(week), week) for week in range(1, 7)]
        + [weeks_ago(*[1] * 50, after=DAY + HOUR), weeks_ago(*[7] * 50), ints(MIDNIGHT + HOUR)]
    )
    # when
    usual = flow(received, np.full(len(received), ABSENT), now=MIDNIGHT + 9 * HOUR).usual
    # then: second lowest and second highest of 1 … 6, from the step that ends after eight
    assert usual.weeks == 6
    assert (usual.low[31], usual.low[32], usual.low[-1]) == (0, 2, 2)
    assert (usual.high[31], usual.high[32], usual.high[-1]) == (0, 5, 5)
    assert len(usual.low) == len(usual.high) == STEPS


def test_days_before_the_record_begins_are_not_compared_with() -> None:
    received = weeks_ago(1, 2, 3, 4)
    assert flow(received, received, now=MIDNIGHT, since=MIDNIGHT - 35 * DAY).usual.weeks == 5
    assert flow(received, received, now=MIDNIGHT, since=MIDNIGHT - 21 * DAY).usual.weeks == 3
    # and without `since` the record begins with the first report, in the middle of that day
    assert flow(received, received, now=MIDNIGHT).usual.weeks == 3


def test_with_fewer_than_three_weeks_nothing_is_usual() -> None:
    received = weeks_ago(1, 2)
    assert flow(received, received, now=MIDNIGHT, since=MIDNIGHT - 14 * DAY).usual == Usual((), (), 2)
    assert flow(NOTHING, NOTHING, now=MIDNIGHT) == Flow("2026-11-24", STEP, (0,), (0,), Usual((), (), 0))


@given(
    st.lists(st.tuples(st.integers(-43 * 24, 30), st.none() | st.integers(0, 60)), max_size=60),
    st.integers(0, DAY - 1),
)
def test_answers_never_overtake_reports_and_no_curve_falls(pairs: list[tuple[int, int | None]], now: int) -> None:
    received = ints(*(MIDNIGHT + hours * HOUR for hours, _ in pairs))
    answered = ints(*(ABSENT if n is None else MIDNIGHT + (hours + n) * HOUR for hours, n in pairs))
    found = flow(received, answered, now=MIDNIGHT + now, since=MIDNIGHT - 60 * DAY)
    curves = np.array([found.received, found.answered])
    band = np.array([found.usual.low, found.usual.high])
    assert (curves[0] >= curves[1]).all()
    assert (band[0] <= band[1]).all()
    assert (np.diff(curves, axis=1) >= 0).all()
    assert (np.diff(band, axis=1) >= 0).all()

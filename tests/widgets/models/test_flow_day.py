"""A day's flow becomes lines that end now, and a band over the whole day."""

from services.figures.daily import STEP, STEPS, Flow, Usual
from tests.builders import NOW
from widgets.models.flow_day import FlowDay

BAND = Usual(low=tuple(range(STEPS)), high=tuple(2 * n for n in range(STEPS)), weeks=6)
NO_BAND = Usual((), (), 2)
MIDNIGHT = FlowDay(Flow("2026-11-24", STEP, (), (), NO_BAND), 0).since


def a_day(usual: Usual = BAND) -> FlowDay:
    """Three quarters of an hour have begun, the third is half over."""
    return FlowDay(Flow("2026-11-24", STEP, (1, 4, 9), (0, 2, 3), usual), MIDNIGHT + STEP * 5 // 2)


def test_a_day_begins_at_midnight_of_the_regency() -> None:
    assert MIDNIGHT == 1_795_453_200_000
    assert MIDNIGHT <= NOW


def test_the_lines_begin_at_nothing_and_end_now() -> None:
    received, answered = a_day().lines()
    assert received == [(0.0, 0.0), (1 / 96, 1.0), (2 / 96, 4.0), (2.5 / 96, 9.0)]
    assert answered[-1] == (2.5 / 96, 3.0)
    assert a_day().totals == (9, 3)


def test_the_band_reaches_over_the_whole_day() -> None:
    low, high = a_day().band()
    assert (low[0], low[-1]) == ((0.0, 0.0), (1.0, 95.0))
    assert high[-1] == (1.0, 190.0)


def test_without_enough_weeks_there_is_no_band() -> None:
    day = a_day(NO_BAND)
    assert day.band() == ([], [])
    assert not day.usual
    assert day.highest() == 9.0


def test_everything_fits_below_the_highest() -> None:
    assert a_day().highest() == 190.0


def test_an_empty_day_has_lines_and_a_height_too() -> None:
    day = FlowDay(Flow("2026-11-24", STEP, (0,), (0,), NO_BAND), MIDNIGHT)
    assert day.lines() == ([(0.0, 0.0), (0.0, 0.0)],) * 2
    assert (day.totals, day.highest()) == ((0, 0), 1.0)

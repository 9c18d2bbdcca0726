"""The curves against lifelines, an implementation nobody here wrote; only where it is installed."""

from collections.abc import Iterator
from typing import Any

import numpy as np
import pytest

from services.figures.columns import Flags, Floats, Ints, Kind
from services.figures.survival import Beyond, Percentile, aalen_johansen, kaplan_meier, percentile

lifelines = pytest.importorskip("lifelines", reason="lifelines is for development only")

SEEDS = range(12)


@pytest.fixture(autouse=True)
def numpy_errors_as_before() -> Iterator[None]:
    """Put numpy's error settings back: lifelines changes them for the whole process."""
    with np.errstate():
        yield


def tied(seed: int) -> tuple[Floats, Ints]:
    """Return durations of which many are equal, and kinds, about a third of them open."""
    chance = np.random.default_rng(seed)
    n = int(chance.integers(5, 400))
    return np.floor(chance.lognormal(3, 1, n)) + 1, chance.integers(0, 3, n)


def fitted(durations: Floats, answered: Flags) -> Any:
    return lifelines.KaplanMeierFitter().fit(durations, answered)


@pytest.mark.parametrize("seed", SEEDS)
def test_the_survival_function_and_its_band_are_those_of_lifelines(seed: int) -> None:
    durations, kinds = tied(seed)
    answered = kinds == Kind.ANSWERED
    curve, reference = kaplan_meier(durations, answered), fitted(durations, answered)
    survival = reference.survival_function_.iloc[1:, 0]  # lifelines begins with a row for time 0
    band = reference.confidence_interval_.iloc[1:]
    np.testing.assert_array_equal(curve.times, survival.index)
    np.testing.assert_allclose(1 - curve.answered, survival, rtol=0, atol=1e-9)
    np.testing.assert_allclose(1 - curve.high, band.iloc[:, 0], rtol=0, atol=1e-9)
    np.testing.assert_allclose(1 - curve.low, band.iloc[:, 1], rtol=0, atol=1e-9)


@pytest.mark.parametrize("all_answered", [False, True])
@pytest.mark.parametrize("seed", SEEDS)
def test_the_percentiles_and_their_intervals_are_read_off_as_lifelines_does(seed: int, all_answered: bool) -> None:
    durations, kinds = tied(seed)
    answered = (kinds > 0) | all_answered
    curve, reference = kaplan_meier(durations, answered), fitted(durations, answered)
    band = reference.confidence_interval_
    for share in (0.37, 0.613, 0.877):  # never a whole number of reports, where rounding would decide
        one = lifelines.utils.qth_survival_times(1 - share, reference.survival_function_)
        low, high = (lifelines.utils.qth_survival_times(1 - share, band.iloc[:, [column]]) for column in (0, 1))
        found = percentile(curve, share)
        if isinstance(found, Beyond):
            assert one == np.inf
        else:
            assert (found.at, found.low, found.high) == (one, low, None if high == np.inf else high)


@pytest.mark.parametrize("seed", SEEDS)
def test_the_cumulative_incidence_and_its_variance_are_those_of_lifelines(seed: int) -> None:
    # given: no two equal durations, which lifelines would move apart at random
    durations, kinds = tied(seed)
    durations = durations + np.random.default_rng(seed).permutation(len(durations)) / 1000
    # when
    curve = aalen_johansen(durations, kinds)
    reference = lifelines.AalenJohansenFitter().fit(durations, kinds, event_of_interest=int(Kind.ANSWERED))
    incidence, variance = reference.cumulative_density_.iloc[1:, 0], reference.variance_.iloc[1:].to_numpy()
    # then: where lifelines has one (it divides by nothing once everybody has left)
    np.testing.assert_allclose(curve.answered, incidence, rtol=0, atol=1e-9)
    known = np.isfinite(variance)
    assert known.sum() >= len(variance) - 1
    np.testing.assert_allclose(curve.variance[known], variance[known], rtol=0, atol=1e-9)


def test_a_median_beyond_what_was_watched_is_infinite_there_and_said_here() -> None:
    durations, answered = np.array([1.0, 2.0, 3.0]), np.array([True, False, False])
    assert fitted(durations, answered).median_survival_time_ == np.inf
    assert percentile(kaplan_meier(durations, answered), 0.5) == Beyond(3.0)
    assert isinstance(percentile(kaplan_meier(durations, np.ones(3, np.bool_)), 0.5), Percentile)

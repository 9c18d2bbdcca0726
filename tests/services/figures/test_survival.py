"""The curves of waiting and their percentiles."""

from fractions import Fraction

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from services.figures.columns import Flags, Ints, Kind
from services.figures.survival import Beyond, Percentile, aalen_johansen, kaplan_meier, percentile, quantile
from tests.services.figures.builders import ints

# Freireich's leukaemia trial, the 6-MP arm; minus: still in remission. Greenwood's errors as printed in every textbook.
REMISSIONS = (6, 6, 6, -6, 7, -9, 10, -10, -11, 13, 16, -17, -19, -20, 22, 23, -25, -32, -32, -34, -35)

DURATIONS = st.lists(st.tuples(st.integers(0, 30), st.sampled_from((0, 1, 2))), min_size=1, max_size=50)
SHARES = st.sampled_from((0.1, 0.25, 0.5, 0.9))


def columns(pairs: list[tuple[int, int]]) -> tuple[Ints, Ints]:
    return ints(*(time for time, _ in pairs)), ints(*(kind for _, kind in pairs))


def remissions() -> tuple[Ints, Flags]:
    times = ints(*REMISSIONS)
    return np.abs(times), times > 0


def test_the_curve_and_greenwoods_errors_are_those_of_the_published_example() -> None:
    curve = kaplan_meier(*remissions())
    at = np.isin(curve.times, (6, 7, 10, 13, 16, 22, 23))
    assert (1 - curve.answered[at]).round(3).tolist() == [0.857, 0.807, 0.753, 0.690, 0.627, 0.538, 0.448]
    assert np.sqrt(curve.variance[at]).round(4).tolist() == [0.0764, 0.0869, 0.0963, 0.1068, 0.1141, 0.1282, 0.1346]
    assert curve.at_risk[at].tolist() == [21, 17, 15, 12, 11, 7, 6]


def test_the_median_has_the_interval_of_its_band_and_no_upper_end_where_the_band_stays_below() -> None:
    assert percentile(kaplan_meier(*remissions()), 0.5) == Percentile(23, 13, None)


def test_a_percentile_the_curve_does_not_reach_names_the_longest_time_that_was_watched() -> None:
    assert percentile(kaplan_meier(*remissions()), 0.9) == Beyond(35)


def test_reports_answered_at_a_time_are_at_risk_beside_those_last_seen_waiting_then() -> None:
    # given: one answered and one still open at the same age
    curve = kaplan_meier(ints(5, 5), np.array([True, False]))
    # then: one of two, not one of one
    assert curve.answered.tolist() == [0.5]


def test_nothing_observed_gives_an_empty_curve_and_no_percentile() -> None:
    for curve in (kaplan_meier(ints(), np.zeros(0, np.bool_)), aalen_johansen(ints(), ints())):
        assert len(curve.times) == 0
        with pytest.raises(ValueError, match="curve: no time"):
            percentile(curve, 0.5)


def test_a_competing_close_ends_the_waiting_without_an_answer() -> None:
    # given: of four, one a duplicate at 1; answered at 2 and 3; open at 4
    curve = aalen_johansen(ints(1, 2, 3, 4), ints(Kind.COMPETING, Kind.ANSWERED, Kind.ANSWERED, Kind.OPEN))
    # then: each answer is a quarter of all; Kaplan–Meier with the duplicate censored would say a third
    assert curve.answered.round(12).tolist() == [0.0, 0.25, 0.5, 0.5]
    assert percentile(curve, 0.5) == Percentile(3, 2, None)


def test_rounding_does_not_push_a_percentile_to_the_next_time() -> None:
    for n in range(2, 200):
        curve = kaplan_meier(np.arange(n), np.ones(n, np.bool_))
        for share in (0.1, 0.5, 0.9):
            found = percentile(curve, share)
            assert isinstance(found, Percentile)
            assert found.at == quantile(np.arange(n), share) == -(-round(share * 10) * n // 10) - 1


@given(DURATIONS)
def test_with_ties_the_incidence_is_the_product_limit_in_exact_fractions(pairs: list[tuple[int, int]]) -> None:
    still, incidence, expected = Fraction(1), Fraction(0), []
    for time in sorted({time for time, _ in pairs}):
        at_risk = sum(other >= time for other, _ in pairs)
        leaving = [kind for other, kind in pairs if other == time and kind != Kind.OPEN]
        incidence += still * Fraction(leaving.count(Kind.ANSWERED), at_risk)
        still *= 1 - Fraction(len(leaving), at_risk)
        expected.append(float(incidence))
    np.testing.assert_allclose(aalen_johansen(*columns(pairs)).answered, expected, rtol=0, atol=1e-12)


@given(DURATIONS)
def test_the_curve_rises_from_0_to_1_at_most_within_its_band(pairs: list[tuple[int, int]]) -> None:
    times, kinds = columns(pairs)
    for curve in (kaplan_meier(times, kinds == Kind.ANSWERED), aalen_johansen(times, kinds)):
        assert (np.diff(curve.answered) >= -1e-12).all()
        assert (np.diff(curve.times) > 0).all()
        assert (curve.low >= -1e-12).all()
        assert (curve.low <= curve.answered).all()
        assert (curve.answered <= curve.high).all()
        assert (curve.high <= 1 + 1e-12).all()
        assert (curve.variance >= 0).all()
        assert np.isfinite([curve.low, curve.high, curve.variance]).all()


@given(DURATIONS)
def test_without_competing_closes_aalen_johansen_is_kaplan_meier_with_its_band(pairs: list[tuple[int, int]]) -> None:
    times, kinds = columns([(time, min(kind, 1)) for time, kind in pairs])
    one, other = kaplan_meier(times, kinds == Kind.ANSWERED), aalen_johansen(times, kinds)
    for name in ("times", "at_risk", "answered", "variance", "low", "high"):
        np.testing.assert_allclose(getattr(one, name), getattr(other, name), rtol=0, atol=1e-9, err_msg=name)


@given(DURATIONS, SHARES)
def test_a_percentile_is_a_time_of_an_answer_inside_its_interval(pairs: list[tuple[int, int]], share: float) -> None:
    times, kinds = columns(pairs)
    found = percentile(aalen_johansen(times, kinds), share)
    if isinstance(found, Beyond):
        assert found.largest == times.max()
        assert np.count_nonzero(kinds == Kind.ANSWERED) < len(kinds) or share > 1
    else:
        assert found.at in times[kinds == Kind.ANSWERED]
        assert found.low <= found.at
        assert found.high is None or found.at <= found.high


@given(st.lists(st.integers(0, 30), min_size=1, max_size=50), SHARES)
def test_where_all_were_answered_the_percentile_is_the_plain_one(times: list[int], share: float) -> None:
    found = percentile(kaplan_meier(ints(*times), np.ones(len(times), np.bool_)), share)
    assert isinstance(found, Percentile)
    assert found.at == quantile(ints(*times), share) == np.quantile(times, share, method="inverted_cdf")


@given(DURATIONS, st.integers(0, 40), SHARES)
def test_one_more_open_report_never_makes_a_percentile_shorter(
    pairs: list[tuple[int, int]], age: int, share: float
) -> None:
    times, kinds = columns([(time, min(kind, 1)) for time, kind in pairs])
    before = percentile(kaplan_meier(times, kinds == Kind.ANSWERED), share)
    after = percentile(kaplan_meier(np.append(times, age), np.append(kinds == Kind.ANSWERED, False)), share)
    assert _length(after) >= _length(before)


@given(DURATIONS, st.data())
def test_the_order_of_the_reports_does_not_matter(pairs: list[tuple[int, int]], data: st.DataObject) -> None:
    mixed = data.draw(st.permutations(pairs))
    one, other = aalen_johansen(*columns(pairs)), aalen_johansen(*columns(mixed))
    assert one.answered.tolist() == other.answered.tolist()
    assert one.variance.tolist() == other.variance.tolist()


def test_a_percentile_of_no_values_is_an_error() -> None:
    with pytest.raises(ValueError, match="values: none"):
        quantile(ints(), 0.5)


def _length(found: Percentile | Beyond) -> float:
    return found.at if isinstance(found, Percentile) else np.inf

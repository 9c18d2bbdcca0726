"""The interval of a share."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from services.figures.intervals import Share, wilson


def test_the_interval_is_that_of_the_example_in_the_tables() -> None:
    found = wilson(150, 198)
    assert (found.share, found.low, found.high) == pytest.approx((0.758, 0.693, 0.812), abs=5e-4)


def test_the_interval_is_wilsons_own_for_few_reports() -> None:
    # Newcombe, Statistics in Medicine 17 (1998), table I: 0 of 20 and 1 of 29, score method without correction
    none, one = wilson(0, 20), wilson(1, 29)
    assert (none.share, none.low, none.high) == pytest.approx((0, 0, 0.1611), abs=5e-5)
    assert (one.share, one.low, one.high) == pytest.approx((1 / 29, 0.0061, 0.1718), abs=5e-5)


def test_a_share_of_nothing_is_unknown() -> None:
    assert wilson(0, 0) == Share(None, None, None)


@given(st.integers(0, 500), st.integers(1, 500))
def test_the_interval_holds_the_share_and_stays_within_0_and_1(successes: int, of: int) -> None:
    found = wilson(min(successes, of), of)
    assert found.share is not None
    assert found.low is not None
    assert found.high is not None
    assert 0 <= found.low <= found.share <= found.high <= 1
    assert found.low < found.high


@given(st.integers(0, 200), st.integers(1, 200))
def test_failures_have_the_mirrored_interval(successes: int, of: int) -> None:
    one, other = wilson(min(successes, of), of), wilson(of - min(successes, of), of)
    assert one.low is not None
    assert other.high is not None
    assert one.low == pytest.approx(1 - other.high, abs=1e-12)


@pytest.mark.parametrize(("successes", "of"), [(-1, 3), (4, 3)])
def test_more_successes_than_there_were_chances_are_an_error(successes: int, of: int) -> None:
    with pytest.raises(ValueError, match="successes"):
        wilson(successes, of)

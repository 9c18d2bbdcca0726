"""A figure says what was measured, beside what, and whether that is enough."""

import json

import pytest

from tests.benchmarks.figure import Figure, Limits, percentile


def test_the_ratio_is_the_median_of_each_rounds_own() -> None:
    drifting = Figure(name="x", unit="ms", rounds=(2.0, 40.0, 6.0), reference_rounds=(1.0, 20.0, 2.0))
    assert drifting.value == 6.0
    assert drifting.ratio == 2.0


@pytest.mark.parametrize(
    ("limits", "met"),
    [
        (Limits(), None),
        (Limits(most=10.0), True),
        (Limits(most=9.0), False),
        (Limits(most=10.0, peer_ratio=1 / 20), True),
        (Limits(most=10.0, peer_ratio=1 / 21), False),
        (Limits(ratio=3.0), False),
        (Limits(times_peer=1 / 20), True),
        (Limits(times_peer=1 / 19), False),
    ],
)
def test_a_demand_is_met_only_if_all_of_it_is(limits: Limits, met: bool | None) -> None:
    assert Figure(name="x", unit="ms", rounds=(10.0,), peer_rounds=(200.0,), limits=limits).met is met


def test_the_demand_is_told_in_words() -> None:
    limits = Limits(most=8.0, ratio=1.5, peer_ratio=1 / 20)
    figure = Figure(name="x", unit="ms", rounds=(1.0,), limits=limits)
    assert json.loads(figure.line())["demand"] == "≤ 8 ms, ≤ 1.5 × reference, ≤ 1/20 of the peer"


@pytest.mark.parametrize(("share", "expected"), [(0.0, 1.0), (0.5, 50.0), (0.99, 99.0), (1.0, 100.0)])
def test_a_percentile_is_one_of_the_values(share: float, expected: float) -> None:
    assert percentile([float(n) for n in range(100, 0, -1)], share) == expected


def test_there_is_no_percentile_of_nothing() -> None:
    with pytest.raises(ValueError, match="no values"):
        percentile([], 0.5)

"""Mergeable histograms of durations."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from services.figures.histograms import (
    BUCKETS,
    LONGEST,
    Histogram,
    NotCounted,
    bucket_of,
    buckets_of,
    counts_of,
    merged,
    percentiles_of,
)
from tests.services.figures.builders import ints

DURATIONS = st.lists(st.integers(0, LONGEST) | st.integers(0, 2000), max_size=40)
SHARES = st.floats(0.01, 0.99)


def holding(durations: list[int]) -> Histogram:
    histogram = Histogram()
    for ms in durations:
        histogram.add(ms)
    return histogram


def counts(histogram: Histogram) -> list[object]:
    return list(histogram.counts.tolist())


@given(DURATIONS.filter(bool), SHARES)
def test_a_percentile_is_right_within_1_percent(durations: list[int], share: float) -> None:
    exact = int(np.quantile(ints(*durations), share, method="inverted_cdf"))
    found = holding(durations).percentile(share)
    assert found is not None
    assert abs(found - exact) <= 0.01 * exact


@given(DURATIONS, DURATIONS, DURATIONS)
def test_merging_is_associative_and_commutative_and_the_same_as_adding_all(
    first: list[int], second: list[int], third: list[int]
) -> None:
    one, two, three = holding(first), holding(second), holding(third)
    left = merged([merged([one, two]), three])
    assert counts(left) == counts(merged([one, merged([two, three])])) == counts(merged([three, two, one]))
    assert counts(left) == counts(holding(first + second + third))
    assert left.n == len(first) + len(second) + len(third)
    assert counts(one) == counts(holding(first))


@given(DURATIONS, st.integers(0, LONGEST))
def test_removing_what_was_added_leaves_no_trace(durations: list[int], ms: int) -> None:
    histogram = holding(durations)
    histogram.add(ms)
    histogram.remove(ms)
    assert counts(histogram) == counts(holding(durations))


@given(DURATIONS)
def test_many_durations_fall_into_the_same_buckets_as_one_by_one(durations: list[int]) -> None:
    assert buckets_of(ints(*durations)).tolist() == [bucket_of(ms) for ms in durations]


@given(st.integers(0, LONGEST - 1))
def test_a_longer_duration_never_falls_into_an_earlier_bucket(ms: int) -> None:
    assert 0 <= bucket_of(ms) <= bucket_of(ms + 1) <= bucket_of(ms) + 1 < BUCKETS + 1


@given(st.lists(st.tuples(st.integers(0, 4), st.integers(0, LONGEST)), max_size=60), SHARES)
def test_all_groups_at_once_give_what_each_gives_alone(pairs: list[tuple[int, int]], share: float) -> None:
    table = counts_of(ints(*(group for group, _ in pairs)), ints(*(ms for _, ms in pairs)), total=5)
    alone = [holding([ms for group, ms in pairs if group == number]) for number in range(5)]
    assert table.tolist() == [counts(histogram) for histogram in alone]
    expected = [histogram.percentile(share) for histogram in alone]
    assert percentiles_of(table, share).tolist() == [-1 if one is None else one for one in expected]
    assert Histogram(table[0]).n == alone[0].n


def test_an_empty_histogram_knows_no_percentile() -> None:
    assert Histogram().percentile(0.5) is None
    assert merged([]).n == 0


def test_taking_out_what_is_not_held_is_refused() -> None:
    histogram = holding([1000])
    with pytest.raises(NotCounted, match="2000"):
        histogram.remove(2000)
    assert histogram.n == 1


def test_a_duration_longer_than_can_be_told_counts_as_the_longest() -> None:
    assert bucket_of(LONGEST + 1) == bucket_of(LONGEST) == BUCKETS - 1
    assert buckets_of(ints(2**60)).tolist() == [BUCKETS - 1]


def test_negative_durations_are_refused() -> None:
    with pytest.raises(ValueError, match="ms: -1"):
        bucket_of(-1)
    with pytest.raises(ValueError, match="negative"):
        buckets_of(ints(5, -1))


def test_the_counts_given_and_returned_are_copies() -> None:
    source = np.zeros(BUCKETS, np.int64)
    histogram = Histogram(source)
    source[0] = 5
    histogram.counts[1] = 5
    assert histogram.n == 0

"""Owns mergeable histograms of durations: percentiles of any union of groups, to 1 %, without the single times.

They know answered reports only. They are for live displays of many groups; a figure that must not flatter, because
open reports count, comes from the curves.
"""

from collections.abc import Iterable
from math import frexp
from typing import Final

import numpy as np

from services.figures.columns import Ints
from services.figures.survival import TOLERANCE

LONGEST: Final = 2**41 - 1
"""The longest duration told apart, in milliseconds (some 69 years); longer ones count as this."""
EXACT: Final = 128
"""Durations under this many milliseconds have a bucket each; from here on 64 buckets an octave, so ± 1/128."""
BUCKETS: Final = (41 - 7) * 64 + EXACT


class NotCounted(ValueError):
    """A duration was to be taken out of a histogram that does not hold it."""


def bucket_of(ms: int) -> int:
    """Return the bucket of a duration in milliseconds.

    Raises:
        ValueError: if the duration is negative.
    """
    if ms < EXACT:
        if ms < 0:
            raise ValueError(f"ms: {ms} is negative")
        return ms
    fraction, exponent = frexp(min(ms, LONGEST))
    return (exponent - 7) * 64 + int(fraction * EXACT)


def buckets_of(durations: Ints) -> Ints:
    """Return the bucket of each duration: the same ones as `bucket_of`, exactly, so that what was added can be removed.

    Raises:
        ValueError: if a duration is negative.
    """
    if (durations < 0).any():
        raise ValueError("durations: a negative one")
    fraction, exponent = np.frexp(np.minimum(durations, LONGEST).astype(np.float64))
    logarithmic = (exponent.astype(np.int64) - 7) * 64 + (fraction * EXACT).astype(np.int64)
    return np.where(durations < EXACT, durations, logarithmic)


def counts_of(groups: Ints, durations: Ints, *, total: int) -> Ints:
    """Return the histograms of many groups at once: a row for each of the groups 0 … total - 1, a column a bucket."""
    flat = np.bincount(groups * BUCKETS + buckets_of(durations), minlength=total * BUCKETS)
    return flat.reshape(total, BUCKETS)


def percentiles_of(counts: Ints, share: float) -> Ints:
    """Return the percentile of every row of counts in milliseconds, within 1 %; -1 for an empty row."""
    running = np.cumsum(counts, axis=1)
    totals = running[:, -1]
    ranks = np.maximum(1, np.ceil(share * totals - TOLERANCE)).astype(np.int64)
    found = (running < ranks[:, None]).sum(axis=1)
    return np.where(totals > 0, _MIDDLES[np.minimum(found, BUCKETS - 1)], -1)


class Histogram:
    """The durations of one group, say a squad's day: adding, removing (for an undo) and merging cost no sorting."""

    __slots__ = ("_counts",)

    def __init__(self, counts: Ints | None = None) -> None:
        """Begin empty, or with the counts of each bucket (they are copied)."""
        self._counts: Ints = np.zeros(BUCKETS, np.int64) if counts is None else counts.astype(np.int64)

    @property
    def n(self) -> int:
        """The number of durations held."""
        return int(self._counts.sum())

    @property
    def counts(self) -> Ints:
        """A copy of the count of each bucket."""
        return self._counts.copy()

    def add(self, ms: int) -> None:
        """Count one duration in milliseconds (ValueError if negative)."""
        self._counts[bucket_of(ms)] += 1

    def remove(self, ms: int) -> None:
        """Take one duration out again.

        Raises:
            NotCounted: if no duration of its bucket is held.
        """
        bucket = bucket_of(ms)
        if self._counts[bucket] == 0:
            raise NotCounted(f"ms: no duration like {ms} is held")
        self._counts[bucket] -= 1

    def percentile(self, share: float) -> int | None:
        """Return the smallest duration with at least `share` of all at or under it, within 1 %; None when empty."""
        found = int(percentiles_of(self._counts[None, :], share)[0])
        return None if found < 0 else found


def merged(histograms: Iterable[Histogram]) -> Histogram:
    """Return one histogram of everything the given ones hold; they stay as they are."""
    total = np.zeros(BUCKETS, np.int64)
    for histogram in histograms:
        total += histogram.counts
    return Histogram(total)


def _middles() -> Ints:
    """Return the duration that stands for each bucket: its middle, so that the error is half a bucket at most."""
    buckets = np.arange(EXACT, BUCKETS)
    octave = buckets // 64 - 1
    lower = (buckets - (octave * 64)) << octave
    return np.concatenate((np.arange(EXACT), lower + ((1 << octave) - 1) // 2)).astype(np.int64)


_MIDDLES: Final = _middles()

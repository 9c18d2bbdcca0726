"""Owns the curves of waiting: Kaplan–Meier and Aalen–Johansen with their bands, and the percentiles read off them."""

from dataclasses import dataclass
from typing import Final

import numpy as np

from services.figures.columns import Flags, Floats, Ints, Kind
from services.figures.intervals import Z95

TOLERANCE: Final = 1e-12
"""How far sums of fractions may round: a curve that stands this near under a percentile has reached it."""


@dataclass(frozen=True, slots=True, eq=False)
class Curve:
    """The share of reports answered by each distinct time that was observed, ascending.

    `answered`, `low` and `high` lie between 0 and 1 (95 % band); `variance` is that of `answered`; `at_risk` is how
    many were still waiting just before the time. 1 - answered is the Kaplan–Meier survival function.
    """

    times: Floats
    at_risk: Ints
    answered: Floats
    variance: Floats
    low: Floats
    high: Floats


@dataclass(frozen=True, slots=True)
class Percentile:
    """The time by which a given share was answered; `high` is None where the band does not come that far."""

    at: float
    low: float
    high: float | None


@dataclass(frozen=True, slots=True)
class Beyond:
    """The curve never came to the percentile; it was watched up to `largest`."""

    largest: float


@dataclass(frozen=True, slots=True, eq=False)
class _LifeTable:
    times: Floats
    at_risk: Ints
    answered: Ints
    competing: Ints


def kaplan_meier(durations: Ints | Floats, answered: Flags) -> Curve:
    """Return the Kaplan–Meier curve of right-censored durations, with Greenwood's variance and the log-log band.

    Where a report was not answered its duration is the age at which it was last seen waiting. Of equal durations the
    answered ones come first. An empty input gives an empty curve.
    """
    table = _life_table(durations, np.where(answered, np.int64(Kind.ANSWERED), np.int64(Kind.OPEN)))
    waiting = np.cumprod(1 - table.answered / table.at_risk, dtype=np.float64)
    variance = waiting**2 * np.cumsum(_greenwood(table.answered, table.at_risk))
    return _with_band(table, 1 - waiting, variance)


def aalen_johansen(durations: Ints | Floats, kinds: Ints) -> Curve:
    """Return the cumulative incidence of being answered where competing closes also end the waiting.

    `kinds` are the numbers of `Kind` (OPEN, ANSWERED, COMPETING). The variance is Marubini and Valsecchi's (D. Collett,
    Modelling Survival Data in Medical Research, 3rd edition, p. 411); the band is the log-log band of 1 - answered, so
    that without competing closes the curve and its band are those of Kaplan–Meier.
    """
    table = _life_table(durations, kinds)
    leaving = table.answered + table.competing
    waiting = np.cumprod(1 - leaving / table.at_risk, dtype=np.float64)
    before = np.concatenate(([1.0], waiting[:-1]))[: len(waiting)]
    incidence = np.cumsum(before * table.answered / table.at_risk, dtype=np.float64)
    return _with_band(table, incidence, _incidence_variance(table, incidence=incidence, before=before))


def percentile(curve: Curve, share: float) -> Percentile | Beyond:
    """Return the smallest time by which `share` (0 < share < 1) was answered, with the times its band comes there.

    Raises:
        ValueError: if the curve is empty.
    """
    if len(curve.times) == 0:
        raise ValueError("curve: no time was observed")
    at = _first(curve, curve.answered, share)
    if at is None:
        return Beyond(float(curve.times[-1]))
    low = _first(curve, curve.high, share)
    return Percentile(at, at if low is None else low, _first(curve, curve.low, share))


def quantile(values: Ints, share: float) -> int:
    """Return the smallest of the values with at least `share` of them at or under it: a percentile without censoring.

    Raises:
        ValueError: if there are no values.
    """
    if len(values) == 0:
        raise ValueError("values: none given")
    rank = max(0, int(np.ceil(share * len(values) - TOLERANCE)) - 1)
    return int(np.partition(values, rank)[rank])


def _life_table(durations: Ints | Floats, kinds: Ints) -> _LifeTable:
    order = np.argsort(durations)
    sorted_times = durations[order].astype(np.float64)
    sorted_kinds = kinds[order]
    if len(sorted_times) == 0:
        none = np.zeros(0, np.int64)
        return _LifeTable(sorted_times, none, none, none)
    first = np.flatnonzero(np.concatenate(([True], sorted_times[1:] != sorted_times[:-1])))
    return _LifeTable(
        sorted_times[first],
        len(sorted_times) - first,
        np.add.reduceat((sorted_kinds == Kind.ANSWERED).astype(np.int64), first),
        np.add.reduceat((sorted_kinds == Kind.COMPETING).astype(np.int64), first),
    )


def _greenwood(leaving: Ints, at_risk: Ints) -> Floats:
    """Return Greenwood's term d / n (n - d) of each time; 0 where all leave, since nothing is uncertain after it."""
    staying = at_risk - leaving
    terms = np.zeros(len(leaving), np.float64)
    return np.divide(leaving, at_risk * staying, out=terms, where=staying > 0)


def _incidence_variance(table: _LifeTable, *, incidence: Floats, before: Floats) -> Floats:
    """Return the variance of the cumulative incidence at each time.

    The sum over the times up to t of (F(t) - F(i))² g(i) + a(i) - 2 (F(t) - F(i)) b(i), from running sums of powers.
    """
    g = _greenwood(table.answered + table.competing, table.at_risk)
    a = before**2 * table.answered * (table.at_risk - table.answered) / table.at_risk.astype(np.float64) ** 3
    b = before * table.answered / table.at_risk.astype(np.float64) ** 2
    square = incidence**2 * np.cumsum(g) - 2 * incidence * np.cumsum(g * incidence) + np.cumsum(g * incidence**2)
    cross = incidence * np.cumsum(b) - np.cumsum(b * incidence)
    return np.maximum(square + np.cumsum(a) - 2 * cross, 0.0)


def _with_band(table: _LifeTable, answered: Floats, variance: Floats) -> Curve:
    """Return the curve with its 95 % log-log ("exponential Greenwood") band, which never leaves 0 … 1."""
    waiting = 1 - answered
    inside = (waiting > TOLERANCE) & (waiting < 1 - TOLERANCE)
    log = np.log(waiting, out=np.full_like(waiting, -1.0), where=inside)
    spread = np.exp(Z95 * np.sqrt(variance) / np.where(inside, waiting * -log, 1.0))
    # Before the first answer and after the last possible one the curve is a fact and its band has no width.
    low = np.where(inside, np.minimum(1 - np.exp(log / spread), answered), answered)
    high = np.where(inside, np.maximum(1 - np.exp(log * spread), answered), answered)
    return Curve(table.times, table.at_risk, answered, variance, low, high)


def _first(curve: Curve, values: Floats, share: float) -> float | None:
    reached = values >= share - TOLERANCE
    index = int(np.argmax(reached))
    return float(curve.times[index]) if reached[index] else None

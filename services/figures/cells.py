"""Owns the answer of a speed question: the figures of one cell, under the names they travel by."""

from dataclasses import asdict, dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Reached:
    """A percentile in milliseconds with its 95 % interval; `high` is None where the band does not come that far."""

    ms: int
    low: int
    high: int | None


@dataclass(frozen=True, slots=True)
class NotReached:
    """A percentile the curve does not come to: longer than `beyond` milliseconds, the longest time that was watched."""

    beyond: int
    ms: None = None


@dataclass(frozen=True, slots=True)
class InTarget:
    """How many of those whose target time has passed were answered in time, with Wilson's interval.

    `inside` travels as `in`.
    """

    inside: int
    of: int
    share: float | None
    low: float | None
    high: float | None


@dataclass(frozen=True, slots=True)
class OpenAge:
    """The present ages of the open reports in milliseconds; None where none is open."""

    p50: int | None
    p90: int | None
    oldest: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """The figures of one group of reports under one measure.

    `n` is answered + open + competing; `excluded` ones come on top and enter nothing. Under ten reports `p50`, `p90`
    and `used50` are None. `used50` is the median of elapsed ÷ own target, within 0.1 … 10, None where unknown.
    `paused_share` is of all the time since the reports' start, the other shares are of n; `handoffs` is hand-offs a
    report. A figure of nothing is None, never 0.
    """

    key: tuple[str | None, ...]
    n: int
    answered: int
    open: int
    competing: int
    excluded: int
    p50: Reached | NotReached | None
    p90: Reached | NotReached | None
    used50: float | None
    in_target: InTarget
    open_age: OpenAge
    paused_share: float | None
    reopened_share: float | None
    refused_share: float | None
    handoffs: float | None
    warnings: tuple[str, ...]


def plain(cell: Cell) -> dict[str, Any]:
    """Return the cell as plain values, ready for JSON: exactly the names of the `speed` answer."""
    values = asdict(cell)
    share = values["in_target"]
    values["in_target"] = {"in": share.pop("inside"), **share}
    values["key"] = list(cell.key)
    values["warnings"] = list(cell.warnings)
    return values

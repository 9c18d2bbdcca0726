"""Owns the survivorship warning: where a figure of a period flatters because of what is, or is not, still open."""

from collections.abc import Sequence
from dataclasses import replace
from math import sqrt
from typing import Final

from services.figures.cells import Cell

SURVIVORSHIP: Final = "survivorship"
FEWEST: Final = 10
"""Under so many reports there is no percentile, no rank, and so nothing to warn of."""
STANDARD_ERRORS: Final = 2.58
"""How far two shares of open reports may lie apart by chance (99 % of the time)."""


def nothing_open(*, n: int, waiting: int) -> bool:
    """Say whether a period of n reports is suspect because not one is open: perhaps only closed ones were kept."""
    return n >= FEWEST and waiting == 0


def differently_open(one: Cell, other: Cell) -> bool:
    """Say whether two periods cannot be compared, their shares of open reports lying further apart than chance allows.

    The two-proportion test with a pooled share; a period of fewer than ten reports has no figure and is not tested.
    """
    if min(one.n, other.n) < FEWEST:
        return False
    pooled = (one.open + other.open) / (one.n + other.n)
    error = sqrt(pooled * (1 - pooled) * (1 / one.n + 1 / other.n))
    return abs(one.open / one.n - other.open / other.n) > STANDARD_ERRORS * error


def warned(periods: Sequence[Cell]) -> tuple[Cell, ...]:
    """Return consecutive periods of one group, both of two neighbours warned of that are differently open."""
    marked = [False] * len(periods)
    for index in range(1, len(periods)):
        if differently_open(periods[index - 1], periods[index]):
            marked[index - 1] = marked[index] = True
    return tuple(_with_warning(cell) if mark else cell for cell, mark in zip(periods, marked, strict=True))


def _with_warning(cell: Cell) -> Cell:
    return cell if SURVIVORSHIP in cell.warnings else replace(cell, warnings=(*cell.warnings, SURVIVORSHIP))

"""Owns the interval of a share: Wilson's score interval, honest for few reports and near 0 and 1."""

from dataclasses import dataclass
from math import sqrt
from statistics import NormalDist
from typing import Final

Z95: Final = NormalDist().inv_cdf(0.975)
"""Half the width, in standard errors, of every 95 % interval of the product."""


@dataclass(frozen=True, slots=True)
class Share:
    """A share between 0 and 1 with its interval; all three are None where there is nothing to take a share of."""

    share: float | None
    low: float | None
    high: float | None


def wilson(successes: int, of: int, *, z: float = Z95) -> Share:
    """Return the share of successes with Wilson's interval (E. B. Wilson, JASA 22, 1927).

    Raises:
        ValueError: if `successes` is negative or more than `of`.
    """
    if not 0 <= successes <= of:
        raise ValueError(f"successes: {successes} is not between 0 and {of}")
    if of == 0:
        return Share(None, None, None)
    share = successes / of
    shrink = 1 + z * z / of
    centre = (share + z * z / (2 * of)) / shrink
    half = z * sqrt(share * (1 - share) / of + z * z / (4 * of * of)) / shrink
    # At 0 and at `of` the bound is exactly the share; rounding must not push it past.
    low = 0.0 if successes == 0 else max(0.0, min(share, centre - half))
    high = 1.0 if successes == of else min(1.0, max(share, centre + half))
    return Share(share, low, high)

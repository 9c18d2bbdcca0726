"""The time axis of the response strip: logarithmic, because times span from minutes to weeks; no Qt."""

import math

import numpy as np
from numpy.typing import NDArray

from services.domain.policy import DAY, HOUR, MINUTE
from services.domain.report import Millis

FIRST: Millis = 3 * MINUTE
LAST: Millis = 16 * DAY
"""Where the axis begins and ends; what is shorter or longer is drawn at its end."""

TICKS: tuple[Millis, ...] = (
    5 * MINUTE, 15 * MINUTE, 30 * MINUTE, HOUR, 2 * HOUR, 4 * HOUR, 8 * HOUR, DAY, 3 * DAY, 10 * DAY,
)  # fmt: skip
FEW_TICKS: tuple[Millis, ...] = (5 * MINUTE, 30 * MINUTE, 2 * HOUR, 8 * HOUR, 3 * DAY)
"""For an axis too narrow, or letters too large, for all of them."""

_EDGE = 0.018
"""Points stay so far from the ends of the axis that they are seen whole."""
_DECADES = math.log10(LAST / FIRST)


def place(span: Millis) -> float:
    """Return where a length of time stands on the axis, 0 to 1."""
    return min(max(math.log10(max(span, 1) / FIRST) / _DECADES, _EDGE), 1.0 - _EDGE)


def places(spans: NDArray[np.int64]) -> NDArray[np.float64]:
    """Return where many lengths of time stand on the axis."""
    shares = np.log10(np.maximum(spans, 1) / FIRST) / _DECADES
    return np.minimum(np.maximum(shares, _EDGE), 1.0 - _EDGE)

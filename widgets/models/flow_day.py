"""How a day flows: reports received and answered so far, and what the same weekday usually brings; no Qt."""

from dataclasses import dataclass

from services.domain.report import Millis

HOUR: Millis = 3_600_000
DAY: Millis = 24 * HOUR


@dataclass(frozen=True, slots=True)
class FlowDay:
    """One day of the regency, cumulative, up to `at`.

    `since` is its midnight. `received` and `answered` hold one count at the end of each `step` of time that has begun,
    the last one at `at`. `usual` is from low to high at the end of each step of the whole day; empty where there are
    too few such days.
    """

    since: Millis
    at: Millis
    step: Millis
    received: tuple[int, ...]
    answered: tuple[int, ...]
    usual: tuple[tuple[float, float], ...] = ()

    @property
    def totals(self) -> tuple[int, int]:
        """How many were received and answered until now."""
        return (self.received or (0,))[-1], (self.answered or (0,))[-1]

    def highest(self) -> float:
        """Return the highest value to be drawn, at least 1."""
        return max(1.0, *self.totals, *(high for _, high in self.usual))

    def line(self, counts: tuple[int, ...]) -> list[tuple[float, float]]:
        """Return a line of counts as points: the share of the day that has passed, and the count."""
        now = max(0, min(self.at - self.since, DAY))
        ends = [min((n + 1) * self.step, now) / DAY for n in range(len(counts))]
        return [(0.0, 0.0), *zip(ends, map(float, counts), strict=True)]

    def band(self) -> tuple[list[tuple[float, float]], list[tuple[float, float]]]:
        """Return the lower and the upper edge of what is usual, as points; empty where it is not known."""
        if not self.usual:
            return [], []
        ends = [min((n + 1) * self.step / DAY, 1.0) for n in range(len(self.usual))]
        low, high = ([(0.0, 0.0), *((x, edges[side]) for x, edges in zip(ends, self.usual, strict=True))] for side in (0, 1))
        return low, high

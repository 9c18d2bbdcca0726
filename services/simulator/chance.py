"""Seeded chance of the believable day: ids, printed numbers, and times that scatter as people's do."""

import math
from collections.abc import Container
from random import Random

_LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
"""Without I, L, O and U: a number is read out by radio."""
_ID_LENGTH = 20


class Chance(Random):
    """Python's generator with the draws the simulator needs; the same seed gives the same day."""

    def id(self, kind: str) -> str:
        """Return a new id such as `r-7Q3K…`, of 100 bits."""
        return f"{kind}-{self._letters(_ID_LENGTH)}"

    def number(self, taken: Container[str]) -> str:
        """Return a printed number such as `7Q3K-92` that is not taken."""
        while (number := f"{self._letters(4)}-{self.randrange(100):02}") in taken:
            pass
        return number

    def happens(self, probability: float) -> bool:
        """Return whether something of this probability happens."""
        return self.random() < probability

    def around(self, median: float, spread: float) -> float:
        """Return a positive number around a median: twice as much is as likely as half of it (log-normal)."""
        return median * math.exp(self.gauss(0, spread))

    def poisson(self, mean: float) -> int:
        """Return how many of many unlikely things happen."""
        limit, product, count = math.exp(-mean), self.random(), 0
        while product > limit:
            product *= self.random()
            count += 1
        return count

    def _letters(self, count: int) -> str:
        return "".join(self.choice(_LETTERS) for _ in range(count))

"""Chance, as the hub needs it: ids of new reports and the short numbers printed on them."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

_LETTERS: Final = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
"""Crockford's: no I, L, O or U, so that a number can be read out by radio."""
_BITS: Final = 5
_MOST: Final = len(_LETTERS) - 1
_ID_LENGTH: Final = 20
_TRIES: Final = 1000


class NumbersExhausted(RuntimeError):
    """No free number was found in a thousand tries."""


@dataclass(frozen=True, slots=True)
class Draw:
    """Draws; `bits(n)` gives a number of n random bits."""

    bits: Callable[[int], int]

    def report_id(self) -> str:
        """Return the id of a new report: 100 bits."""
        return "r-" + self._letters(_ID_LENGTH)

    def photo_id(self) -> str:
        """Return the id of a photo: 100 bits."""
        return "p-" + self._letters(_ID_LENGTH)

    def number(self, taken: Callable[[str], bool]) -> str:
        """Return a number like `7Q3K-92` that no report has yet."""
        for _ in range(_TRIES):
            number = f"{self._letters(4)}-{self.bits(32) % 100:02}"
            if not taken(number):
                return number
        raise NumbersExhausted(f"{_TRIES} numbers in a row are taken")

    def _letters(self, count: int) -> str:
        drawn = self.bits(_BITS * count)
        return "".join(_LETTERS[drawn >> _BITS * place & _MOST] for place in range(count))

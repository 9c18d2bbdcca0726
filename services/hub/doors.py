"""How slowly a failed sign-in is answered, by account and by address, so that guessing does not pay."""

from dataclasses import dataclass, field
from typing import Final

from services.domain.report import Millis

FIRST: Final[Millis] = 250
MOST: Final[Millis] = 8_000
FORGOTTEN: Final[Millis] = 15 * 60_000
"""Failures older than this no longer count."""
FREE_BY_ADDRESS: Final = 8
"""Failures an address has free: a whole office may share one."""
HELD_BY_ADDRESS: Final = 16
"""Failed sign-ins of one address being held back at once; more are told to slow down without a look."""
REMEMBERED: Final = 10_000
"""Accounts and addresses remembered; beyond, the oldest are forgotten."""


@dataclass(frozen=True, slots=True)
class Failures:
    """How often somebody failed in a row, and when last."""

    count: int
    at: Millis


@dataclass(slots=True)
class Doors:
    """Counts failures. A right password is never slowed down, so nobody can lock another out."""

    _failures: dict[tuple[str, str], Failures] = field(default_factory=dict)
    _held: dict[str, int] = field(default_factory=dict)

    def crowded(self, address: str) -> bool:
        """Return whether this address must slow down before it is even looked at."""
        return self._held.get(address, 0) >= HELD_BY_ADDRESS

    def failed(self, account: str, address: str, now: Millis) -> Millis:
        """Note a failure and return how long to hold its answer; `let_go` must follow."""
        by_account = self._count(("account", account), now)
        by_address = self._count(("address", address), now) - FREE_BY_ADDRESS
        self._held[address] = self._held.get(address, 0) + 1
        step: int = max(by_account, by_address, 1) - 1
        return MOST if step > MOST.bit_length() else min(MOST, FIRST << step)

    def let_go(self, address: str) -> None:
        """Note that a held answer has gone out."""
        left = self._held.get(address, 0) - 1
        if left > 0:
            self._held[address] = left
        else:
            self._held.pop(address, None)

    def passed(self, account: str) -> None:
        """Forget an account's failures after a right sign-in."""
        self._failures.pop(("account", account), None)

    def _count(self, who: tuple[str, str], now: Millis) -> int:
        earlier = self._failures.pop(who, None)
        count = 1 if earlier is None or now - earlier.at > FORGOTTEN else earlier.count + 1
        self._failures[who] = Failures(count, now)
        if len(self._failures) > REMEMBERED:
            del self._failures[next(iter(self._failures))]
        return count

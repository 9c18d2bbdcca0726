"""A desk's commands on their way: numbered one after the other, kept before they are sent, sent again until answered."""

from collections import deque
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from typing import Any

from services.domain.commands import Command
from services.domain.report import Millis
from services.protocol.envelopes import number_of
from services.protocol.hub_messages import Bounds
from services.protocol.limits import Allowance, Bucket
from services.protocol.orders import from_command
from services.protocol.outcomes import AGAIN, Outcome

ANSWER_WITHIN: Millis = 10_000
"""After that without an answer the same key is sent again: a silence says nothing."""

PAUSE: Millis = 1_000
"""Before the same key is sent again if the hub names no time; twice as long after each `internal`."""

GIVE_UP = 5
"""Times that the hub may answer `internal` before a command is taken as failed, so that the others get through."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Order:
    """A command as the desk keeps it; `tag` is the desk's own name for it, `n` its number once it has left the outbox."""

    tag: str
    command: str
    args: dict[str, Any] = field(default_factory=dict)
    report: str | None = None
    base: str | None = None
    made: Millis | None = None
    offline: bool = False
    n: int | None = None


def order_of(command: Command, *, tag: str, made: Millis, report: str | None = None, base: str | None = None) -> Order:
    """Return a command of the domain as an order."""
    name, args = from_command(command)
    return Order(tag=tag, command=name, args=args, report=report, base=base, made=made)


@dataclass(frozen=True, slots=True)
class Settled:
    """A command's last answer; it is out of the outbox."""

    order: Order
    outcome: Outcome


class Outbox:
    """The orders of one desk, those with numbers first; give it what the desk had kept when it starts."""

    __slots__ = ("_bounds", "_bucket", "_desk", "_failures", "_hold", "_kept", "_keeping", "_last", "_sent", "_waiting")

    def __init__(self, desk: str, orders: Iterable[Order] = ()) -> None:
        known = list(orders)
        self._desk = desk
        self._kept = {order.n: order for order in sorted(known, key=lambda one: one.n or 0) if order.n is not None}
        """Numbered and written down, by number, in order; not answered."""
        self._keeping: dict[int, Order] = {}
        """Numbered, being written down."""
        self._waiting = deque(order for order in known if order.n is None)
        self._sent: dict[int, Millis] = {}
        """Under way on this connection, and since when."""
        self._bounds: Bounds | None = None
        self._bucket = Bucket(Allowance(1, 1), 0)
        self._last = 0
        self._hold: Millis = 0
        self._failures = 0

    def __len__(self) -> int:
        return len(self._kept) + len(self._keeping) + len(self._waiting)

    @property
    def orders(self) -> list[Order]:
        """Every order not answered yet, those with numbers first."""
        return [*self._kept.values(), *self._keeping.values(), *self._waiting]

    def add(self, order: Order) -> None:
        """Put in an order that has no number yet."""
        self._waiting.append(order)

    def withdraw(self, tag: str) -> bool:
        """Take out an order that has no number yet; False if it has one: then it may have been carried out."""
        left = deque(order for order in self._waiting if order.tag != tag)
        found = len(left) < len(self._waiting)
        self._waiting = left
        return found

    def connected(self, now: Millis, last_command: int, *, bounds: Bounds) -> list[Order]:
        """Begin a connection at the hub's highest number; return orders that got another number, to be written down."""
        self._bounds = bounds
        self._bucket = Bucket(Allowance(bounds.commands_per_second, bounds.burst), now)
        self._sent = {}
        self._hold = now
        self._failures = 0
        return self.renumbered(last_command)

    def lost(self) -> None:
        """End a connection: what was under way may or may not have arrived."""
        self._bounds = None
        self._sent = {}

    def stored(self, order: Order) -> None:
        """Note that an order is written down with its number: it may be sent."""
        if order.n is not None and self._keeping.get(order.n) == order:
            self._kept[order.n] = self._keeping.pop(order.n)

    def next_to_keep(self) -> list[Order]:
        """Give numbers to as many waiting orders as may be under way; they must be written down before they are sent."""
        if self._bounds is None:
            return []
        room = min(self._bounds.in_flight - len(self._kept) - len(self._keeping), len(self._waiting))
        return [self._number(self._waiting.popleft()) for _ in range(room)]

    def next_to_send(self, now: Millis) -> list[Order]:
        """Return the orders to send now, in their order, those first that are sent again."""
        if self._bounds is None or now < self._hold:
            return []
        if any(now - since >= ANSWER_WITHIN for since in self._sent.values()):
            self._sent = {}
        sending = []
        for n in sorted(self._kept.keys() - self._sent.keys()):
            if len(self._sent) >= self._bounds.in_flight or any(earlier < n for earlier in self._keeping):
                break
            if wait := self._bucket.take(now):
                self._hold = now + wait
                break
            self._sent[n] = now
            sending.append(self._kept[n])
        return sending

    def next_tick(self) -> Millis | None:
        """Return when `next_to_send` may have something that it has not now."""
        if self._bounds is None:
            return None
        unsent = [self._hold] if len(self._kept) > len(self._sent) else []
        return min([*unsent, *(since + ANSWER_WITHIN for since in self._sent.values())], default=None)

    def answered(self, now: Millis, outcome: Outcome) -> Settled | None:
        """Take in an outcome; return the settled order, or None if it is sent again or was settled before."""
        n = number_of(outcome.key, self._desk)
        if n is None or n not in self._kept:
            return None
        if outcome.ok or outcome.code not in AGAIN:
            return self._settle(n, outcome)
        self._sent.pop(n, None)
        if outcome.code != "internal":
            self._hold = max(self._hold, now + (PAUSE if outcome.wait is None else outcome.wait))
            return None
        self._failures += 1
        self._hold = now + (PAUSE << self._failures)
        return self._settle(n, outcome) if self._failures >= GIVE_UP else None

    def renumbered(self, last_command: int) -> list[Order]:
        """Number anew what the hub has not carried out if its highest number says that ours have a gap.

        Returns the orders to be written down again. Nothing beyond the hub's highest number was ever carried out.
        """
        held = {**self._kept, **self._keeping}
        beyond = sorted(n for n in held if n > last_command)
        self._last = last_command + len(beyond)
        if beyond == list(range(last_command + 1, self._last + 1)):
            return []
        for n in beyond:
            self._kept.pop(n, None)
            self._keeping.pop(n, None)
            self._sent.pop(n, None)
        moved = [replace(held[n], n=new) for new, n in enumerate(beyond, last_command + 1)]
        self._keeping.update({order.n: order for order in moved if order.n is not None})
        return moved

    def _settle(self, n: int, outcome: Outcome) -> Settled:
        self._failures = 0
        self._sent.pop(n, None)
        return Settled(self._kept.pop(n), outcome)

    def _number(self, order: Order) -> Order:
        self._last += 1
        self._keeping[self._last] = numbered = replace(order, n=self._last)
        return numbered

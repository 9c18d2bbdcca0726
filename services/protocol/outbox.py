"""A desk's commands on their way: numbered in order, kept before they are sent, sent again until answered."""

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
    """A command as the desk keeps it; `tag` is the desk's own name for it, `n` its number once it has one."""

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
        self._new: list[Order] = []
        """Numbered, nobody told yet."""

    def __len__(self) -> int:
        return len(self._kept) + len(self._keeping) + len(self._waiting)

    @property
    def orders(self) -> list[Order]:
        """Every order not answered yet, those with numbers first."""
        return [*self._kept.values(), *self._keeping.values(), *self._waiting]

    def add(self, order: Order) -> None:
        """Put in an order that has no number yet; without a connection it counts as made offline."""
        self._waiting.append(order if self._bounds else replace(order, offline=True))

    def withdraw(self, tag: str) -> bool:
        """Take out an order that has no number yet; False if it has one: then it may have been carried out."""
        left = deque(order for order in self._waiting if order.tag != tag)
        found = len(left) < len(self._waiting)
        self._waiting = left
        return found

    def connected(self, now: Millis, last_command: int, *, bounds: Bounds) -> None:
        """Begin a connection; `last_command` is the hub's highest number of this desk."""
        self._bounds = bounds
        self._bucket = Bucket(Allowance(bounds.commands_per_second, bounds.burst), now)
        self._sent = {}
        self._hold = now
        self._failures = 0
        self._number_from(last_command)

    def lost(self) -> None:
        """End a connection: what was under way may or may not have arrived."""
        self._bounds = None
        self._sent = {}

    def stored(self, order: Order) -> None:
        """Note that an order is written down with its number: it may be sent."""
        if order.n is not None and self._keeping.get(order.n) == order:
            self._kept[order.n] = self._keeping.pop(order.n)

    def next_to_keep(self) -> list[Order]:
        """Return the orders that have just got their number; they must be written down before they are sent.

        There are never more numbered ones than may be under way. One that was made over a row waits for the answer to
        an earlier one on the same report: its base is what that leaves behind.
        """
        room = self._bounds.in_flight - len(self._kept) - len(self._keeping) if self._bounds else 0
        while room > 0 and self._waiting and not self._follows_another(self._waiting[0]):
            self._number(self._waiting.popleft(), self._last + 1)
            room -= 1
        new, self._new = self._new, []
        return new

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
        if self._failures < GIVE_UP:
            return None
        settled = self._settle(n, outcome)
        self._number_from(n - 1)
        return settled

    def _settle(self, n: int, outcome: Outcome) -> Settled:
        self._failures = 0
        self._sent.pop(n, None)
        order = self._kept.pop(n)
        if outcome.ok and outcome.rev is not None and order.base is not None:
            self._waiting = deque(_moved_on(waiting, order, outcome.rev) for waiting in self._waiting)
        return Settled(order, outcome)

    def _follows_another(self, order: Order) -> bool:
        """Whether an order was made over a row that an earlier one, not answered yet, is about to change."""
        under_way = (*self._kept.values(), *self._keeping.values())
        return order.base is not None and any(other.report == order.report and other.base for other in under_way)

    def _number_from(self, last_command: int) -> None:
        """Number the orders beyond the hub's highest number without a gap: none of them was ever carried out."""
        held = {**self._kept, **self._keeping}
        beyond = sorted(n for n in held if n > last_command)
        self._last = last_command
        for n in beyond:
            if n == self._last + 1:
                self._last = n
                continue
            for place in (self._kept, self._keeping, self._sent):
                place.pop(n, None)
            self._number(held[n], self._last + 1)

    def _number(self, order: Order, n: int) -> None:
        self._last = n
        self._keeping[n] = numbered = replace(order, n=n)
        self._new.append(numbered)


def _moved_on(waiting: Order, done: Order, rev: str) -> Order:
    """Return a waiting order as made over the row its predecessor left, if both were made over the same one."""
    same = (waiting.report, waiting.base) == (done.report, done.base)
    return replace(waiting, base=rev) if same else waiting

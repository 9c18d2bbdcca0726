"""Lets messages to citizens go when they have been held; until there is a channel, going out is being noted as sent."""

from collections import deque
from collections.abc import Iterable
from dataclasses import dataclass, field

from services.domain.events import DutyBegan, DutyEnded
from services.domain.replied import HELD_FOR, Replied
from services.domain.replies import stands
from services.domain.report import Millis
from services.hub.commit import Commit
from services.store.kept import Held
from services.store.transaction import Transaction


@dataclass(slots=True)
class Outgoing:
    """Knows when the next message is due. Lives on the loop's thread; the store has the messages, also after a stop."""

    _written: deque[Millis] = field(default_factory=deque)

    def begin(self, held: Iterable[Held]) -> None:
        """Take up what was held when the hub stopped."""
        self._written.extend(message.at for message in held)

    def take(self, commit: Commit) -> None:
        """Look at a commit for messages."""
        self._written.extend(commit.at for event in commit.events if isinstance(event, Replied))

    def due(self, now: Millis) -> bool:
        """Return whether a message may go out now, and take it as on its way."""
        due = False
        while self._written and now - self._written[0] > HELD_FOR:
            self._written.popleft()
            due = True
        return due

    def put_back(self, now: Millis) -> None:
        """Try again soon: the store did not take it."""
        self._written.appendleft(now - HELD_FOR)


def let_go(transaction: Transaction) -> int:
    """Send each message that has been held long enough and still stands, once; return how many were sent.

    An undo comes too late by the same clock, so that what is sent here can no longer be undone.
    """
    sent, now = 0, transaction.now()
    for message in transaction.held_messages():
        if now - message.at <= HELD_FOR:
            break
        still = _stands(transaction, message)
        transaction.end_message(message, sent=still, at=now)
        sent += still
    return sent


def _stands(transaction: Transaction, message: Held) -> bool:
    log = [(one.seq, one.event) for one in transaction.history(message.report)]
    events = [(seq, event) for seq, event in log if not isinstance(event, DutyBegan | DutyEnded)]
    n = next(n for n, (seq, _) in enumerate(events) if seq == message.seq)
    return stands([event for _, event in events], n)

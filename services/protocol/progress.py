"""How far a desk has really come in a view: which of the cursors sent to it it has applied.

A program that never says `applied` is judged by its connection alone (what it takes off the line, and its pongs): one
written from the protocol's text may leave it out.
"""

from collections import deque

from services.domain.report import Millis
from services.protocol.closing import Code

PATIENCE: Millis = 15_000
"""How long a desk may leave something unapplied without any progress."""

SILENCE: Millis = 30_000
"""How long a desk with a view may say nothing of its progress; it should every 5 seconds."""

NEVER: Millis = 2**62
"""Later than any time."""

_MOST = 1_024
"""Cursors remembered; of more than that the oldest are forgotten."""


class Progress:
    """The cursors of one view that are under way to a desk, from its subscription at `now` on."""

    __slots__ = ("_heard", "_sent", "_since")

    def __init__(self, now: Millis) -> None:
        self._sent: deque[str] = deque(maxlen=_MOST)
        self._since = now
        """When the desk last came a step further, or when something was first under way to it again."""
        self._heard: Millis | None = None
        """When it last said how far it is."""

    def sent(self, cursor: str, now: Millis) -> None:
        """Note that a delta or a snapshot's end with this cursor has left."""
        if not self._sent:
            self._since = now
        self._sent.append(cursor)

    def applied(self, cursor: str, now: Millis) -> None:
        """Note that the desk says to be at a cursor; one it was not sent, or has passed already, is no progress."""
        self._heard = now
        if cursor in self._sent:
            self._since = now
            while self._sent.popleft() != cursor:
                pass

    def fault(self, now: Millis) -> Code | None:
        """Return the close code the desk has earned by now: 4001 stuck, 4002 silent, or None."""
        if self._heard is None:
            return None
        if self._sent and now - self._since >= PATIENCE:
            return Code.SLOW
        return Code.SILENT if now - self._heard >= SILENCE else None

    @property
    def fault_at(self) -> Millis:
        """When it will have earned one unless it says something."""
        if self._heard is None:
            return NEVER
        silent = self._heard + SILENCE
        return min(silent, self._since + PATIENCE) if self._sent else silent

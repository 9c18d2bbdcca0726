"""The commands of one connection, from a parsed frame to envelopes for the hub, within the limits of the role."""

from dataclasses import dataclass
from typing import Any

from services.domain.report import Millis
from services.protocol.desk_messages import MOST_ITEMS
from services.protocol.envelopes import Envelope, read_envelope
from services.protocol.limits import Bucket, Limits
from services.protocol.outcomes import Outcome
from services.protocol.parsing import Fault, Parsed
from services.protocol.server_actions import Execute, Send
from services.protocol.under_way import Batch, UnderWay, answer_frame

NAMES = ("command", "commands")

SOON: Millis = 100
"""When to send again what came while too much was under way."""


@dataclass(frozen=True, slots=True)
class _Judge:
    """Judges the items of one message."""

    desk: str
    bucket: Bucket
    crowded: bool
    sound: bool

    def judge(self, item: object, now: Millis) -> Envelope | Outcome:
        """Return an item's envelope, or its outcome if the hub need not see it; such a one consumes no number."""
        key = item.get("key") if isinstance(item, dict) else None
        refused = Outcome(key=key if isinstance(key, str) else None, ok=False, at=now)
        wait = SOON if self.crowded else self.bucket.take(now)
        if wait:
            return _because(refused, code="rate", wait=wait)
        return read_envelope(item, self.desk, sound=self.sound) or _because(refused, code="bad_format", field="key")


def _because(refused: Outcome, **why: Any) -> Outcome:
    return Outcome(key=refused.key, ok=False, at=refused.at, **why)


class OrderIntake:
    """Takes the commands of a desk that has signed in."""

    __slots__ = ("_bucket", "_desk", "_limits", "_under_way", "fault")

    def __init__(self, desk: str, limits: Limits, now: Millis) -> None:
        self._desk = desk
        self._limits = limits
        self._bucket = Bucket(limits.commands, now)
        self._under_way = UnderWay()
        self.fault: str | None = None
        """The code with which an order of the last message was refused for its form."""

    def take(self, parsed: Parsed, now: Millis) -> Execute | Send | Fault:
        """Return what the hub has to carry out, or the answer if that is nothing, or what is wrong with the message."""
        several = parsed.tree["type"] == "commands"
        items = parsed.tree.get("items") if several else [parsed.tree]
        if not isinstance(items, list) or not items:
            return Fault("bad_format", "items", parsed.reply_to)
        if len(items) > MOST_ITEMS:
            return Fault("too_large", "items", parsed.reply_to)
        crowded = len(self._under_way) >= self._limits.in_flight
        judge = _Judge(self._desk, self._bucket, crowded=crowded, sound=parsed.problem is None)
        judged = [judge.judge(item, now) for item in items]
        refused = (one.code for one in judged if isinstance(one, Outcome))
        self.fault = next((code for code in refused if code != "rate"), None)
        orders = tuple(one for one in judged if isinstance(one, Envelope))
        outcomes = tuple(None if isinstance(one, Envelope) else one for one in judged)
        batch = Batch(parsed.reply_to, several, outcomes)
        return Execute(self._under_way.add(batch), orders) if orders else Send(answer_frame(batch, ()))

    def answer(self, ticket: int, outcomes: tuple[Outcome, ...]) -> bytes:
        """Return the frame that answers what was to be carried out under a ticket.

        Raises:
            KeyError: there is no such ticket, or it was answered.
        """
        return self._under_way.answer(ticket, outcomes)

"""Which commands may be given without a hub, and how old they may be when there is one (RELIABILITY.md section 4)."""

from collections.abc import Mapping
from types import MappingProxyType

from services.domain.report import Millis
from services.protocol.outbox import Order

_MINUTE: Millis = 60_000
_HOUR: Millis = 60 * _MINUTE

OLDEST: Mapping[str, Millis] = MappingProxyType(
    {
        **dict.fromkeys(("note", "open"), 72 * _HOUR),
        **dict.fromkeys(("claim", "release", "alarm_seen"), 5 * _MINUTE),
        **dict.fromkeys(("acknowledge", "accept", "arrive", "wait", "resume", "resolve"), 24 * _HOUR),
        **dict.fromkeys(
            ("assign", "reassign", "hand_back", "close", "verify", "refuse", "merge", "relabel", "prioritise", "reply"),
            4 * _HOUR,
        ),
        "escalate": 15 * _MINUTE,
    }
)
"""Command -> how long it may wait; what is not here needs a hub."""


class NeedsHub(Exception):
    """This command cannot be given without a hub; the text is its name."""


def check_offline(command: str) -> None:
    """Judge whether a command may wait for a hub.

    Raises:
        NeedsHub: it may not.
    """
    if command not in OLDEST:
        raise NeedsHub(command)


def expired(order: Order, now: Millis) -> bool:
    """Return whether an order has waited too long to be sent now; one with a number may have been carried out."""
    if order.n is not None or not order.offline or order.made is None:
        return False
    return now - order.made > OLDEST.get(order.command, 0)

"""What a hub's session asks its hub to do, in the order in which it asks."""

from dataclasses import dataclass

from services.protocol.closing import Code
from services.protocol.desk_messages import Applied, Check, Get, Hello, Offer, Presence, Renew, Subscribe, Upload
from services.protocol.envelopes import Envelope


@dataclass(frozen=True, slots=True)
class Send:
    """Send this text frame, in order with everything else of this desk."""

    frame: bytes


@dataclass(frozen=True, slots=True)
class CloseWith:
    """Send what was asked for before, then close with this code and reason."""

    code: Code
    reason: str


@dataclass(frozen=True, slots=True)
class Execute:
    """Carry out these orders one after the other and give their outcomes, so ordered, to `ServerSession.outcomes`."""

    ticket: int
    orders: tuple[Envelope, ...]


Wanted = Hello | Subscribe | Check | Get | Renew | Upload | Presence | Applied | Offer | Execute
"""What the hub answers: `Hello` by `welcome` or `refuse`, `Execute` by `outcomes`, others with an `id` by a message.

`Presence`, `Applied` and `Offer` need no answer.
"""

Action = Send | CloseWith | Wanted

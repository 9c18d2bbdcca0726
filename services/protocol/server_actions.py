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


@dataclass(frozen=True, slots=True)
class PhotoCame:
    """Keep this photo, give its id to `ServerSession.uploaded`, or end it by `ServerSession.photo_ended`."""

    id: int
    image: bytes


Wanted = Hello | Subscribe | Check | Get | Renew | Upload | Presence | Applied | Offer | Execute | PhotoCame
"""What the hub answers: `Hello` by `welcome` or `refuse`, `Execute` by `outcomes`, others with an `id` by a message.

`Upload` by `ServerSession.receive_photo`, if he may; `PhotoCame` comes then.

`Presence`, `Applied` and `Offer` need no answer.
"""

Action = Send | CloseWith | Wanted

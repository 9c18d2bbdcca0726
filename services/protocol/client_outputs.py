"""What a desk's session asks its desk to do, in the order in which it asks."""

from dataclasses import dataclass
from typing import Any

from services.domain.board import Changes, Op, Put
from services.domain.people import User
from services.domain.report import Millis
from services.protocol.answers import Read
from services.protocol.hub_messages import Happened, Looking
from services.protocol.link import Link
from services.protocol.outbox import Order, Settled


@dataclass(frozen=True, slots=True)
class Send:
    """Send this text frame."""

    text: str


@dataclass(frozen=True, slots=True)
class Close:
    """Close the connection, without waiting for the other side; `ClientSession.closed` follows."""

    code: int
    reason: str


@dataclass(frozen=True, slots=True)
class Connect:
    """Connect anew at this time of the desk's clock."""

    at: Millis


@dataclass(frozen=True, slots=True)
class SignInAgain:
    """Ask the person to sign in: give it to `ClientSession.sign_in`, not before `retry_after` milliseconds."""

    code: str
    retry_after: Millis = 0


@dataclass(frozen=True, slots=True)
class Stop:
    """Do not connect again; say why: a close code, or a code of `refused`."""

    reason: str


@dataclass(frozen=True, slots=True)
class Wipe:
    """Wipe everything this desk has stored, then show the sign-in screen: the user was revoked."""


@dataclass(frozen=True, slots=True)
class Forget:
    """Drop the stored rows and cursor, keep the commands: the user's rights have changed."""


@dataclass(frozen=True, slots=True)
class SignedIn:
    """The hub let the desk in."""

    user: User
    epoch: str
    timezone: str


@dataclass(frozen=True, slots=True)
class KeepToken:
    """Keep this token for signing in again; `expires` by the hub's clock."""

    token: str
    expires: Millis


@dataclass(frozen=True, slots=True)
class KeepOrder:
    """Write down this order with its number, fsynced, then call `ClientSession.stored`; only then is it sent."""

    order: Order


@dataclass(frozen=True, slots=True)
class Answered:
    """A command has its answer: take it out of the outbox; once only for each `order.tag`."""

    settled: Settled


@dataclass(frozen=True, slots=True)
class BoardReplaced:
    """The board is this snapshot now; store rows and cursor in one step."""

    puts: tuple[Put[Any], ...]
    cursor: str
    at: Millis


@dataclass(frozen=True, slots=True, kw_only=True)
class BoardChanged:
    """A delta was applied to the board; store ops, cursor and `done` in one step.

    `events` are for sound and motion, empty while catching up (`replay`); `done` are the keys of this desk's own
    commands whose effect is now on the board.
    """

    ops: tuple[Op, ...]
    changes: Changes
    cursor: str
    at: Millis
    events: tuple[Happened, ...]
    done: tuple[str, ...]
    replay: bool
    caught_up: bool


@dataclass(frozen=True, slots=True)
class LinkChanged:
    """The state of the feed is another one."""

    link: Link


@dataclass(frozen=True, slots=True)
class ReadAnswered:
    """A `get` has its answer."""

    id: int
    value: Read


@dataclass(frozen=True, slots=True)
class ReadFailed:
    """A `get` came to nothing: a code of the hub, or `lost` with the connection."""

    id: int
    code: str
    field: str | None = None


@dataclass(frozen=True, slots=True)
class PhotoWanted:
    """The bytes of an announced photo may be sent, in binary frames."""

    id: int


@dataclass(frozen=True, slots=True)
class PhotoKept:
    """A photo is kept at the hub under this id."""

    id: int
    photo: str


@dataclass(frozen=True, slots=True)
class PhotoRefused:
    """A photo was not kept: a code of the hub, or `lost` with the connection."""

    id: int
    code: str
    field: str | None = None


@dataclass(frozen=True, slots=True)
class Present:
    """Who looks at what now."""

    desks: tuple[Looking, ...]


@dataclass(frozen=True, slots=True)
class Noticed:
    """The hub gave notice: `drain`, `revoked` or `clock`."""

    code: str


@dataclass(frozen=True, slots=True)
class RecallWanted:
    """Give back the commands known to be acknowledged since then, by `ClientSession.offer`."""

    since: Millis


Output = (
    Send
    | Close
    | Connect
    | SignInAgain
    | Stop
    | Wipe
    | Forget
    | SignedIn
    | KeepToken
    | KeepOrder
    | Answered
    | BoardReplaced
    | BoardChanged
    | LinkChanged
    | ReadAnswered
    | ReadFailed
    | PhotoWanted
    | PhotoKept
    | PhotoRefused
    | Present
    | Noticed
    | RecallWanted
)

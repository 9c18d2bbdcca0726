"""What a feed's client tells its window or its program: plain values that name nothing of the wire."""

from dataclasses import dataclass
from enum import Enum, auto

from services.domain.board import Changes
from services.domain.people import User
from services.domain.report import Millis
from services.domain.rows import ReportRow


class LinkState(Enum):
    """How fresh the board is, or why there is no feed."""

    CONNECTING = auto()
    """Nothing has come yet since the desk was started."""
    LIVE = auto()
    AGING = auto()
    STALE = auto()
    """For 12 seconds nothing has come: the screen says how old its data is."""
    LOST = auto()
    """For 25 seconds nothing has come, or the desk works without a hub; it keeps trying."""
    STOPPED = auto()
    """The desk has given up: `why` says for what reason."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """The state of the feed, and `since` when; times by the desk's clock but for `data_at`, which is the hub's.

    `waiting` are the commands not yet answered. `why`: the close code, or the code with which the hub refused.
    """

    state: LinkState
    since: Millis
    data_at: Millis | None = None
    waiting: int = 0
    why: str | None = None


@dataclass(frozen=True, slots=True)
class FeedEvent:
    """Something that happened to a report, for sound and motion only; `by` is a display name."""

    event: str
    report: str
    by: str
    at: Millis


@dataclass(frozen=True, slots=True)
class BoardReplaced:
    """The board is another one as a whole. The effects of the commands `done` are on it."""

    done: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class BoardChanged:
    """Rows changed. The effects of the commands `done` are on the board now: their overlays fall.

    `replay`: this is catching up, so there are no events.
    """

    changes: Changes
    events: tuple[FeedEvent, ...] = ()
    done: tuple[str, ...] = ()
    replay: bool = False


@dataclass(frozen=True, slots=True)
class Current:
    """A row as it stands now, beside a conflict."""

    rev: str
    row: ReportRow


@dataclass(frozen=True, slots=True, kw_only=True)
class Answered:
    """What became of a command, once only; `key` is what `order` returned. Codes: PROTOCOL.md section 6.

    Besides those, `withdrawn` is a command that was taken back before it was sent, by `undo`.
    """

    key: str
    command: str
    ok: bool
    code: str | None = None
    report: str | None = None
    rev: str | None = None
    existing: bool = False
    repeated: bool = False
    current: Current | None = None
    changed: tuple[str, ...] = ()
    by: str = ""
    changed_at: Millis | None = None
    allow: tuple[str, ...] = ()
    field: str | None = None
    wait: Millis | None = None
    ref: str | None = None


@dataclass(frozen=True, slots=True)
class Expired:
    """A command given without a hub was too old to be sent when there was one again: a person decides anew."""

    key: str
    command: str
    report: str | None
    made: Millis


@dataclass(frozen=True, slots=True)
class LinkChanged:
    """The state of the feed, or the number of commands waiting, is another one."""

    link: Link


@dataclass(frozen=True, slots=True)
class SignedIn:
    """The hub let this desk in."""

    user: User
    epoch: str
    timezone: str


@dataclass(frozen=True, slots=True)
class SignInRefused:
    """Somebody must sign in (again), not before `retry_after` milliseconds: `bad_credentials`, `expired`."""

    code: str
    retry_after: Millis = 0


@dataclass(frozen=True, slots=True)
class Revoked:
    """The user is nobody's any more; everything kept on this PC was wiped."""


@dataclass(frozen=True, slots=True)
class ClockOffset:
    """What to add to the desk's clock to have the hub's."""

    ms: Millis


@dataclass(frozen=True, slots=True)
class Looking:
    """Somebody who looks at a report (`viewing` or `editing`)."""

    user: str
    name: str
    report: str
    activity: str


@dataclass(frozen=True, slots=True)
class Present:
    """Who looks at what now."""

    looking: tuple[Looking, ...]


@dataclass(frozen=True, slots=True)
class Noticed:
    """The hub gave notice: `drain`, `revoked` or `clock`."""

    code: str


@dataclass(frozen=True, slots=True)
class DiskTrouble:
    """A command could not be written down and so was not sent; it is tried again each second."""

    key: str
    reason: str


Output = (
    BoardReplaced
    | BoardChanged
    | Answered
    | Expired
    | LinkChanged
    | SignedIn
    | SignInRefused
    | Revoked
    | ClockOffset
    | Present
    | Noticed
    | DiskTrouble
)

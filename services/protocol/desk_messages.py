"""The messages a desk sends to the hub, by their names in PROTOCOL.md."""

from typing import Any

from msgspec import Struct, field

from services.domain.report import Millis


class Auth(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """Who signs in: a user with a password, or a token."""

    user: str | None = None
    password: str | None = None
    token: str | None = None


class Hello(Struct, tag_field="type", tag="hello", frozen=True, kw_only=True, omit_defaults=True):
    """The first message of every connection."""

    versions: tuple[int, ...]
    desk: str
    auth: Auth
    app: str = ""
    language: str = "id"
    sent: Millis | None = None


class Renew(Struct, tag_field="type", tag="renew", frozen=True, kw_only=True):
    """Asks for a new token."""

    id: int


class Subscribe(Struct, tag_field="type", tag="subscribe", frozen=True, kw_only=True, omit_defaults=True):
    """Asks for a view, from the stored cursor on."""

    id: int
    view: str
    cursor: str | None = None


class Check(Struct, tag_field="type", tag="check", frozen=True, kw_only=True):
    """Asks whether the rows at a cursor are those of the hub."""

    id: int
    view: str
    cursor: str
    digest: str


class CommandItem(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """One order with its key `<desk>.<n>`; `base` is the row's `rev` as the desk saw it, `made` the desk's time."""

    key: str
    command: str
    report: str | None = None
    base: str | None = None
    args: dict[str, Any] = field(default_factory=dict)
    made: Millis | None = None
    offline: bool = False


class Command(CommandItem, tag_field="type", tag="command", frozen=True, kw_only=True, omit_defaults=True):
    """One order."""

    id: int | None = None


class Commands(Struct, tag_field="type", tag="commands", frozen=True, kw_only=True):
    """Up to 100 orders, each with its own key and fate."""

    id: int | None = None
    items: tuple[CommandItem, ...]


class Get(Struct, tag_field="type", tag="get", frozen=True, kw_only=True, omit_defaults=True):
    """Reads something; which members are needed depends on `what`."""

    id: int
    what: str
    report: str | None = None
    query: str | None = None
    limit: int | None = None
    measure: str | None = None
    since: Millis | None = None
    until: Millis | None = None
    by: tuple[str, ...] = ()
    squad: str | None = None
    request: str | None = None


class Presence(Struct, tag_field="type", tag="presence", frozen=True, kw_only=True):
    """Says which report this desk is looking at (`viewing` or `editing`), or none."""

    id: int | None = None
    report: str | None = None
    activity: str | None = None


class Applied(Struct, tag_field="type", tag="applied", frozen=True, kw_only=True):
    """Says how far the desk has really come; `lag` in milliseconds."""

    view: str
    cursor: str
    lag: int = 0


class Ping(Struct, tag_field="type", tag="ping", frozen=True, kw_only=True):
    """Asks for the hub's time."""

    id: int
    sent: Millis


class Upload(Struct, tag_field="type", tag="upload", frozen=True, kw_only=True):
    """Announces a photo of so many bytes."""

    id: int
    bytes: int
    media: str


class OfferedCommand(CommandItem, frozen=True, kw_only=True, omit_defaults=True):
    """A command this desk knows to have been acknowledged at `at`."""

    at: Millis


class Offer(Struct, tag_field="type", tag="offer", frozen=True, kw_only=True):
    """Gives back acknowledged commands after a restore, at most 100 a message; the last has `more` false."""

    commands: tuple[OfferedCommand, ...]
    more: bool = False


Request = Renew | Subscribe | Check | Get | Upload
"""What is answered by a message of its own, or by `error`."""

Remark = Presence | Applied | Ping | Offer
"""What needs no answer, or gets a fixed one."""

DeskMessage = Hello | Request | Remark | Command | Commands

WHATS = frozenset({"history", "report", "search", "speed", "points", "similar", "people", "identity", "day"})
"""What can be read by `get`."""

VIEWS = frozenset({"board", "wall", "audit"})

ACTIVITIES = frozenset({"viewing", "editing"})

MOST_ITEMS = 100
"""Orders in one `commands`, and offered commands in one `offer`."""

"""The small values the store keeps beside events and reports, and what it says of its log."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from services.domain.events import Event, MemberEvent
from services.domain.report import Millis


@dataclass(frozen=True, slots=True)
class Head:
    """The end of the log: the last sequence number (0 when empty), its time, and the epoch of this database."""

    seq: int
    at: Millis
    epoch: str


class Logged(NamedTuple):
    """One entry of the log: `txn` is the command's key, or the hub's own name for what its timers did."""

    seq: int
    txn: str
    event: Event | MemberEvent


class Held(NamedTuple):
    """A message to a citizen that has not gone out: its event, its report, and when it was written."""

    seq: int
    report: str
    at: Millis


class Changed(NamedTuple):
    """A report (or member) that has events after a position, and the last of them."""

    id: str
    seq: int


@dataclass(frozen=True, slots=True, kw_only=True)
class StoredAnswer:
    """What a desk was told for one key; `seq` is the command's last event, None if nothing happened."""

    hash: str
    command: str
    result: Mapping[str, Any]
    at: Millis
    seq: int | None = None


@dataclass(frozen=True, slots=True)
class DeskHead:
    """To whom a desk id belongs and the highest command number stored for it (0: none yet)."""

    user: str
    last_command: int = 0


class Touch(NamedTuple):
    """The last change of one field: the row's version then, by whom (display name) and when."""

    n: int
    by: str
    at: Millis


@dataclass(frozen=True, slots=True)
class RowVersion:
    """How often a row changed for one projection, the last change of each field, and when it left the board."""

    n: int
    touched: Mapping[str, Touch] = field(default_factory=dict)
    gone: Millis | None = None


class Hit(NamedTuple):
    """A report that was searched for: its place in the order of arrival, and the last event it stands after."""

    n: int
    id: str
    seq: int


class RowKey(NamedTuple):
    """Whose version a `RowVersion` is."""

    kind: str
    id: str
    projection: str


class Command(NamedTuple):
    """A key of a desk whose command has happened, and its last event."""

    key: str
    seq: int

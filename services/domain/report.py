"""A citizen's report as the hub knows it: one frozen value, changed only by `rules.apply`."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from types import MappingProxyType

from services.domain.squads import Squad

Millis = int
"""A time in integer Unix milliseconds UTC, or a length of time in milliseconds."""


class State(StrEnum):
    """Where a report stands in its life (PRODUCT.md section 3)."""

    RECEIVED = "received"
    QUEUED = "queued"
    ASSIGNED = "assigned"
    ACCEPTED = "accepted"
    ON_SCENE = "on_scene"
    WAITING = "waiting"
    RESOLVED = "resolved"
    CLOSED = "closed"


class Outcome(StrEnum):
    """How a closed report ended; only `done` is an answer, the others are competing events."""

    DONE = "done"
    DUPLICATE = "duplicate"
    UNFOUNDED = "unfounded"
    NOT_OURS = "not_ours"
    CANCELLED = "cancelled"


class Priority(StrEnum):
    """How urgent a report is: P1 emergency, P2 urgent, P3 ordinary."""

    P1 = "P1"
    P2 = "P2"
    P3 = "P3"


class TimeSource(StrEnum):
    """Who vouches for a time stamp; `hub` is the default and is not written down."""

    MEMBER = "member"
    ON_BEHALF = "on_behalf"
    IMPORTED = "imported"
    HUB = "hub"


@dataclass(frozen=True, slots=True)
class Claim:
    """A lease on a report: who has it in hand, since when and until when. It blocks nobody."""

    user: str
    name: str
    since: Millis
    until: Millis


@dataclass(frozen=True, slots=True)
class Waiting:
    """A pause of the squad clock: its reason, its end, when it began and the state to go back to."""

    reason: str
    until: Millis
    since: Millis
    back: State


@dataclass(frozen=True, slots=True)
class Pending:
    """Something a supervisor must confirm: a closing as unfounded or not ours, or a long pause."""

    what: str
    """`close` or `pause`."""
    by: str
    at: Millis
    reason: str
    outcome: Outcome | None = None
    until: Millis | None = None


@dataclass(frozen=True, slots=True)
class Seen:
    """Who has seen an alarm, and when."""

    user: str
    name: str
    at: Millis


@dataclass(frozen=True, slots=True)
class Shelf:
    """Who has put an alarm aside, until when and why."""

    user: str
    name: str
    until: Millis
    reason: str


@dataclass(frozen=True, slots=True)
class Alarm:
    """The newest alarm of a kind on a report; whether it stands, `alarms` says. `by` is who let the lease lapse."""

    about: str
    raised: Millis
    by: str = ""
    seen: Seen | None = None
    shelved: Shelf | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """One citizen's report. Times are Unix milliseconds or None where the thing has not happened."""

    id: str
    number: str
    version: int = 0
    """How many events have been applied."""
    squad: Squad | None
    """None: unmapped, no squad owns the label yet."""
    label: str
    priority: Priority
    state: State = State.RECEIVED
    outcome: Outcome | None = None

    title: str = ""
    text: str = ""
    channel: str = "app"
    kecamatan: str | None = None
    desa: str | None = None
    place: str = ""
    lat: float | None = None
    lon: float | None = None
    outside: bool = False
    photos: tuple[str, ...] = ()
    danger: bool = False
    source_label: str | None = None
    source_system: str | None = None
    source_id: str | None = None
    sent: Millis | None = None
    identity: str | None = None
    """The reference of the sealed reporter's identity; never the identity."""

    received: Millis
    acknowledged: Millis | None = None
    queued: Millis | None = None
    """When the squad clock started; set once and never reset."""
    assigned: Millis | None = None
    """The first assignment (the `dispatch` measure)."""
    accepted: Millis | None = None
    on_scene: Millis | None = None
    """The first action (the `first_action` measure)."""
    resolved: Millis | None = None
    closed: Millis | None = None
    replied: Millis | None = None
    sources: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    """Time name -> TimeSource value, only where it is not the hub's own clock."""

    queued_since: Millis | None = None
    """When it last came to `queued` (the acknowledged lease, hand-backs)."""
    assigned_since: Millis | None = None
    """When the present assignment was made (the accept timer)."""
    acted: Millis | None = None
    """When a member was first on the scene in this episode (what ends its ladder)."""
    resolved_by: str | None = None
    """The user who sent `resolve`; somebody else must verify."""
    opened_by: str = ""
    closed_from: State | None = None
    reopened: Millis | None = None
    """When the present episode began, if it is not the first."""
    open_before: Millis = 0
    """Citizen-clock time of the earlier episodes."""

    breached: tuple[str, ...] = ()
    waiting: Waiting | None = None
    paused: Millis = 0
    """Finished pauses of the squad clock."""
    members: tuple[str, ...] = ()
    claim: Claim | None = None
    lapses: int = 0
    escalation: int = 0
    ladder: tuple[str, ...] = ()
    """Ladder steps of this episode that fired or expired, by their names in `timers.LADDER`."""
    handoffs: int = 0
    refusals: int = 0
    episode: int = 1
    duplicates: tuple[str, ...] = ()
    suspected: tuple[str, ...] = ()
    merged_into: str | None = None
    hidden_links: tuple[str, ...] = ()
    """Linked reports (duplicates, merged_into) that are covert: cut out for the uncleared."""
    pending: Pending | None = None
    alarms: tuple[Alarm, ...] = ()
    """The newest alarm of each kind, standing or not, with who has seen or shelved it."""

    covert: bool = False
    access: frozenset[str] = frozenset()
    excluded: frozenset[str] = frozenset()
    retired: bool = False
    """Off every board: closed for 24 hours."""

    @property
    def open(self) -> bool:
        """Whether it is not closed."""
        return self.state is not State.CLOSED

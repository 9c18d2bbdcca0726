"""What happened: one frozen, flat dataclass an event; the log is made of these and a report is their fold.

Every event has `report`, `at` (Unix milliseconds), `by` (a user id, or `hub`) and `name` (the display name, empty for
the hub). Fields are plain values and tuples of strings only (but for `Undone.before`), so that the log can store them
as flat JSON.
"""

from dataclasses import dataclass

from services.domain.alarm_events import AlarmSeen, AlarmShelved, NotAccepted
from services.domain.happening import Happening
from services.domain.link_events import Parted, Suspected, Unmerged
from services.domain.replied import Replied
from services.domain.report import Millis, Report


@dataclass(frozen=True, slots=True, kw_only=True)
class Opened(Happening):
    """A report came in. Born covert, it carries its access list."""

    number: str
    label: str
    squad: str | None
    priority: str
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
    covert: bool = False
    access: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Acknowledged(Happening):
    """Somebody took it in, confirmed squad, label and priority, and holds the lease until `until`."""

    squad: str
    label: str
    priority: str
    until: Millis


@dataclass(frozen=True, slots=True, kw_only=True)
class Routed(Happening):
    """It belongs to another squad now; `handoff` says whether that counts, `reason` is None when the hub routed it."""

    squad: str
    reason: str | None = None
    note: str | None = None
    handoff: bool = True
    to_queue: bool = True
    """Whether it went back to the queue (a squad-only reassign after assignment)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Assigned(Happening):
    """Members of its squad have it now; `reason` is set by a reassign."""

    members: tuple[str, ...]
    reason: str | None = None
    note: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Accepted(Happening):
    """A member said yes."""

    member: str
    via: str | None = None
    words: str | None = None
    source: str = "on_behalf"


@dataclass(frozen=True, slots=True, kw_only=True)
class Arrived(Happening):
    """A member is on the scene: the first action."""

    member: str
    via: str | None = None
    words: str | None = None
    source: str = "on_behalf"


@dataclass(frozen=True, slots=True, kw_only=True)
class WaitingBegan(Happening):
    """The squad clock is paused (`waiting`); `pending` means only asked for, a supervisor decides."""

    reason: str
    until: Millis
    note: str | None = None
    pending: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Resumed(Happening):
    """The pause ended; `automatic` when its date came."""

    automatic: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Resolved(Happening):
    """The squad is done; kinds, ids and words of the evidence stand side by side (empty string: none)."""

    kinds: tuple[str, ...]
    ids: tuple[str, ...] = ()
    words: tuple[str, ...] = ()
    note: str | None = None
    via: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Verified(Happening):
    """Somebody else confirmed it: closed as done."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Refused(Happening):
    """The result was not enough: back to the queue."""

    reason: str
    note: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class HandedBack(Happening):
    """Its members gave it back to the queue."""

    reason: str
    note: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Escalated(Happening):
    """It stands at a higher level; `step` names the ladder's step when the hub did it.

    `skipped` is the level the ladder wanted and in which nobody stands.
    """

    level: int
    reason: str
    note: str | None = None
    step: str | None = None
    skipped: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Closed(Happening):
    """Closed with an outcome; `pending` means only asked for, a supervisor confirms within 24 hours."""

    outcome: str
    reason: str
    note: str | None = None
    pending: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Confirmed(Happening):
    """A supervisor confirmed what was pending."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Declined(Happening):
    """What was pending was refused, or (by the hub, reason None) ran out after 24 hours."""

    reason: str | None = None
    note: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Reopened(Happening):
    """Open again: the next episode."""

    reason: str
    note: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Prioritised(Happening):
    """Its priority changed."""

    priority: str
    reason: str
    note: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Relabelled(Happening):
    """Its label changed."""

    label: str
    reason: str
    note: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Merged(Happening):
    """Closed as a duplicate of `into`; `hidden` when that one is covert."""

    into: str
    reason: str = "duplicate"
    note: str | None = None
    hidden: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Absorbed(Happening):
    """Another report was merged into this one (the target's side of `merged`)."""

    duplicate: str
    photos: tuple[str, ...] = ()
    hidden: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Noted(Happening):
    """An internal note."""

    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Claimed(Happening):
    """Somebody holds the lease until `until`; `taken_from` is the former holder.

    `renewed` makes no line in the timeline.
    """

    until: Millis
    reason: str | None = None
    note: str | None = None
    taken_from: str | None = None
    renewed: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Released(Happening):
    """The lease was given back."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Lapsed(Happening):
    """The lease ran out without a next step."""

    holder: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Breached(Happening):
    """A target time passed; stays in the history for good."""

    measure: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Expired(Happening):
    """A ladder step that could not fire, written down.

    It came to be due while the hub was down for more than an hour, or nobody stands in its level or any above.
    """

    step: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Retired(Happening):
    """Closed for 24 hours: off the boards."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Undone(Happening):
    """The command of key `of` never happened: the report is `before` again (breaches and versions excepted)."""

    of: str
    before: Report
    """The report as it was, so that the fold needs nothing else; the one field that is not flat."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DutyBegan(Happening):
    """A member began duty (`report` is the member's id)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DutyEnded(Happening):
    """A member ended duty (`report` is the member's id)."""

    reason: str | None = None


Event = (
    Opened
    | Acknowledged
    | Routed
    | Assigned
    | Accepted
    | Arrived
    | WaitingBegan
    | Resumed
    | Resolved
    | Verified
    | Refused
    | HandedBack
    | Escalated
    | Closed
    | Confirmed
    | Declined
    | Reopened
    | Prioritised
    | Relabelled
    | Merged
    | Absorbed
    | Unmerged
    | Parted
    | Suspected
    | Replied
    | Noted
    | Claimed
    | Released
    | Lapsed
    | Breached
    | Expired
    | Retired
    | Undone
    | NotAccepted
    | AlarmSeen
    | AlarmShelved
)
"""What can happen to a report."""

MemberEvent = DutyBegan | DutyEnded

NAMES: dict[str, type[Event] | type[MemberEvent]] = {
    "opened": Opened,
    "acknowledged": Acknowledged,
    "routed": Routed,
    "assigned": Assigned,
    "accepted": Accepted,
    "arrived": Arrived,
    "waiting": WaitingBegan,
    "resumed": Resumed,
    "resolved": Resolved,
    "verified": Verified,
    "refused": Refused,
    "handed_back": HandedBack,
    "escalated": Escalated,
    "closed": Closed,
    "confirmed": Confirmed,
    "declined": Declined,
    "reopened": Reopened,
    "prioritised": Prioritised,
    "relabelled": Relabelled,
    "merged": Merged,
    "absorbed": Absorbed,
    "unmerged": Unmerged,
    "parted": Parted,
    "suspected": Suspected,
    "replied": Replied,
    "noted": Noted,
    "claimed": Claimed,
    "released": Released,
    "lapsed": Lapsed,
    "breached": Breached,
    "expired": Expired,
    "retired": Retired,
    "undone": Undone,
    "not_accepted": NotAccepted,
    "alarm_seen": AlarmSeen,
    "alarm_shelved": AlarmShelved,
    "member_on": DutyBegan,
    "member_off": DutyEnded,
}
"""Name in the log, on the wire and in the timeline -> event."""

NAME_OF: dict[type, str] = {kind: name for name, kind in NAMES.items()}

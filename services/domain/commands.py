"""What people and the hub can order: one frozen dataclass a command, names and fields as in PROTOCOL.md section 6."""

from dataclasses import dataclass

from services.domain.report import Millis, Outcome, Priority
from services.domain.squads import Squad


@dataclass(frozen=True, slots=True)
class Evidence:
    """One item that shows a report was dealt with; `kind` is photo, document or visit_note."""

    kind: str
    id: str | None = None
    words: str | None = None


@dataclass(frozen=True, slots=True)
class Source:
    """Where an imported report comes from; the pair makes `open` idempotent."""

    system: str
    id: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Open:
    """Open a report; at least one of text, photos or place."""

    label: str
    text: str = ""
    title: str = ""
    place: str = ""
    desa: str | None = None
    lat: float | None = None
    lon: float | None = None
    photos: tuple[str, ...] = ()
    reporter: str | None = None
    """The reporter's identity in words; the hub seals it before anything is stored."""
    sent: Millis | None = None
    danger: bool = False
    channel: str = "app"
    source_label: str | None = None
    source: Source | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Acknowledge:
    """Take a report in: confirm or correct its squad, label and priority."""

    squad: Squad | None = None
    label: str | None = None
    priority: Priority | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Assign:
    """Give a report to one or more members of its squad."""

    members: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Reassign:
    """Move a report to another squad, other members, or both."""

    reason: str
    squad: Squad | None = None
    members: tuple[str, ...] = ()
    note: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Accept:
    """Write down that a member said yes."""

    member: str
    via: str | None = None
    words: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Arrive:
    """Write down that a member is on the scene."""

    member: str
    via: str | None = None
    words: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Wait:
    """Pause the squad clock until a date, for a reason from a closed list."""

    reason: str
    until: Millis
    note: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Resume:
    """End a pause."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Resolve:
    """Write down that the squad is done, with one to five items of evidence."""

    evidence: tuple[Evidence, ...]
    note: str | None = None
    via: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Verify:
    """Confirm a resolved report and close it as done."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Refuse:
    """Send a resolved report back to the queue."""

    reason: str
    note: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class HandBack:
    """Take a report from its members back to the queue."""

    reason: str
    note: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Escalate:
    """Raise a report to level 1 supervisor, 2 head of the agency or 3 regent."""

    level: int
    reason: str
    note: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Close:
    """Close a report, or ask for it where a supervisor must confirm."""

    outcome: Outcome
    reason: str
    note: str | None = None
    into: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Confirm:
    """Confirm what is pending."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Decline:
    """Refuse what is pending."""

    reason: str
    note: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Reopen:
    """Open a closed report again: a new episode."""

    reason: str
    note: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Prioritise:
    """Change the priority."""

    priority: Priority
    reason: str
    note: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Relabel:
    """Change the label; never the squad."""

    label: str
    reason: str
    note: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Merge:
    """Close a report as a duplicate of another, open one."""

    into: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Unmerge:
    """Take a merge back: the report is by itself again, in the state it had."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reply:
    """Write to the citizen; held at the hub for a while before it goes out."""

    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Note:
    """Write an internal note."""

    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class TakeClaim:
    """Take the lease on a report (`claim`)."""

    reason: str | None = None
    note: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Release:
    """Give the lease back."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Undo:
    """Put back what one's own command of that key did."""

    of: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SeeAlarm:
    """Say that an alarm was seen (`alarm_seen`)."""

    alarm: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ShelveAlarm:
    """Put an alarm aside for an hour at most (`alarm_shelve`)."""

    alarm: str
    until: Millis
    reason: str
    note: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class MemberOn:
    """A member begins duty."""

    member: str


@dataclass(frozen=True, slots=True, kw_only=True)
class MemberOff:
    """A member ends duty."""

    member: str
    reason: str | None = None


Command = (
    Open
    | Acknowledge
    | Assign
    | Reassign
    | Accept
    | Arrive
    | Wait
    | Resume
    | Resolve
    | Verify
    | Refuse
    | HandBack
    | Escalate
    | Close
    | Confirm
    | Decline
    | Reopen
    | Prioritise
    | Relabel
    | Merge
    | Unmerge
    | Reply
    | Note
    | TakeClaim
    | Release
    | Undo
    | MemberOn
    | MemberOff
    | SeeAlarm
    | ShelveAlarm
)

NAMES: dict[str, type[Command]] = {
    "open": Open,
    "acknowledge": Acknowledge,
    "assign": Assign,
    "reassign": Reassign,
    "accept": Accept,
    "arrive": Arrive,
    "wait": Wait,
    "resume": Resume,
    "resolve": Resolve,
    "verify": Verify,
    "refuse": Refuse,
    "hand_back": HandBack,
    "escalate": Escalate,
    "close": Close,
    "confirm": Confirm,
    "decline": Decline,
    "reopen": Reopen,
    "prioritise": Prioritise,
    "relabel": Relabel,
    "merge": Merge,
    "unmerge": Unmerge,
    "reply": Reply,
    "note": Note,
    "claim": TakeClaim,
    "release": Release,
    "undo": Undo,
    "member_on": MemberOn,
    "member_off": MemberOff,
    "alarm_seen": SeeAlarm,
    "alarm_shelve": ShelveAlarm,
}
"""Name on the wire -> command."""

NAME_OF: dict[type[Command], str] = {kind: name for name, kind in NAMES.items()}

NEEDS_BASE = frozenset(NAMES) - {
    *("open", "note", "reply", "claim", "release", "undo"),
    *("member_on", "member_off", "alarm_seen", "alarm_shelve"),
}
"""Commands that carry the row's `rev` as the desk saw it."""

ALWAYS_CONFLICT = frozenset({"reassign", "escalate", "close", "verify", "merge"})
"""Commands that are never applied to a row that moved since `base`."""

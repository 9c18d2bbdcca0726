"""The rows a viewer's board is made of, shaped as on the wire (PROTOCOL.md section 5, TABLES.md section 5)."""

from collections.abc import Mapping
from dataclasses import dataclass

from services.domain.report import Millis


@dataclass(frozen=True, slots=True)
class WaitingRow:
    """Why, until when and since when the squad clock is paused."""

    reason: str
    until: Millis
    since: Millis | None = None


@dataclass(frozen=True, slots=True)
class ClaimRow:
    """Who has a report in hand and until when."""

    user: str
    name: str
    until: Millis


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportRow:
    """What one viewer sees of a report. States, squads, outcomes and priorities are their wire strings."""

    number: str
    squad: str | None
    label: str
    priority: str
    state: str
    outcome: str | None
    title: str
    text: str
    channel: str
    kecamatan: str | None
    desa: str | None
    place: str
    lat: float | None
    lon: float | None
    photos: tuple[str, ...]
    received: Millis
    acknowledged: Millis | None
    queued: Millis | None
    assigned: Millis | None
    accepted: Millis | None
    on_scene: Millis | None
    resolved: Millis | None
    closed: Millis | None
    due_first: Millis | None
    due_resolve: Millis | None
    due_acknowledge: Millis | None
    due_accept: Millis | None
    due_verify: Millis | None
    breached: tuple[str, ...]
    waiting: WaitingRow | None
    paused: Millis
    members: tuple[str, ...]
    claim: ClaimRow | None
    lapses: int
    danger: bool
    escalation: int
    handoffs: int
    episode: int
    reopened: Millis | None
    open_before: Millis
    duplicates: tuple[str, ...]
    suspected: tuple[str, ...]
    merged_into: str | None
    sent: Millis | None
    source_label: str | None
    outside: bool
    sources: Mapping[str, str]
    covert: bool
    pending: str | None


@dataclass(frozen=True, slots=True)
class Base:
    """Where a member starts from."""

    desa: str
    lat: float
    lon: float


@dataclass(frozen=True, slots=True, kw_only=True)
class MemberRow:
    """A member of a squad and his load; times in milliseconds, `p50` None under n = 10."""

    name: str
    squad: str
    on: bool
    on_since: Millis | None
    limit: int
    open: int
    late: int
    due_hour: int
    p50: Millis | None
    n: int
    base: Base | None
    ended: Millis | None
    replaced_by: str | None
    code_name: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class SquadRow:
    """A squad's queue and its figures over `window_days`; `used50` is elapsed / own target (0.1 to 10).

    What a viewer is not told of a squad is None: of the covert one the regent has `open`, `late`, `n` and `p50` alone.
    """

    open: int
    late: int
    unassigned: int | None
    to_verify: int | None
    on: int | None
    window_days: int | None
    n: int
    p50: Millis | None
    p50_reached: bool | None
    used50: float | None
    in_target: Mapping[str, float] | None
    """`in` of `of` reports in time, with Wilson's interval `low`, `high` of the share (0 to 1)."""
    at: Millis | None


@dataclass(frozen=True, slots=True, kw_only=True)
class LabelRow:
    """A label as the desk offers it: names by language, targets by priority as written in the policy."""

    name: Mapping[str, str]
    squad: str | None
    priority: str
    calendar: str
    first: Mapping[str, str]
    resolve: Mapping[str, str]
    sensitive: bool
    active: bool
    policy: int
    icon: str
    call: str | None


@dataclass(frozen=True, slots=True)
class SeenRow:
    """Who has seen an alarm, for everybody, and when."""

    user: str
    name: str
    at: Millis


@dataclass(frozen=True, slots=True)
class ShelvedRow:
    """Who has put an alarm aside, until when and why."""

    user: str
    name: str
    until: Millis
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AlarmRow:
    """Something a person must act on now; one report an alarm, like ones are folded at the desk.

    `since` is what its cause is counted from (came in, was assigned), `by` who let a lease lapse.
    """

    about: str
    level: str
    report: str | None
    squad: str | None
    priority: str | None
    raised: Millis
    since: Millis
    by: str
    seen: SeenRow | None
    shelved: ShelvedRow | None
    count: int
    reports: tuple[str, ...]

    @classmethod
    def of_the_room(cls, about: str, *, level: str, since: Millis, raised: Millis) -> "AlarmRow":
        """Return an alarm about no report but about the room itself: its hub, its link."""
        return cls(
            about=about,
            level=level,
            report=None,
            squad=None,
            priority=None,
            raised=raised,
            since=since,
            by="",
            seen=None,
            shelved=None,
            count=1,
            reports=(),
        )


Row = ReportRow | MemberRow | SquadRow | LabelRow | AlarmRow

KINDS: dict[str, type[Row]] = {
    "report": ReportRow,
    "member": MemberRow,
    "squad": SquadRow,
    "label": LabelRow,
    "alarm": AlarmRow,
}
"""Row kind on the wire -> row type; kinds of later steps are ignored by an older desk."""

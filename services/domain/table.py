"""TABLES.md section 1 as data: which command may be given in which state, and by whom.

What an actor is allowed is asked twice: by the hub over a report when it refuses a command, and by a desk over a row
for its hints. A row does not say who resolved a report or who asked for what is pending: there the hint is only a hint.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from services.domain.people import HUB, Role, User
from services.domain.policy import DAY
from services.domain.report import Claim, Millis, Priority, Report, State
from services.domain.rows import ClaimRow, ReportRow
from services.domain.squads import Squad

_ANY = frozenset(State)
_OPEN = _ANY - {State.CLOSED}
_QUEUE = frozenset({State.RECEIVED, State.QUEUED})
_HELD = frozenset({State.ASSIGNED, State.ACCEPTED, State.ON_SCENE, State.WAITING})
_BEGUN = frozenset({State.ACCEPTED, State.ON_SCENE})

STATES: Mapping[str, frozenset[State]] = MappingProxyType(
    {
        "acknowledge": _QUEUE,
        "assign": _QUEUE,
        "reassign": _QUEUE | _HELD,
        "accept": frozenset({State.ASSIGNED}),
        "arrive": frozenset({State.ASSIGNED, State.ACCEPTED}),
        "wait": _BEGUN,
        "resume": frozenset({State.WAITING}),
        "resolve": frozenset({State.ON_SCENE}),
        "verify": frozenset({State.RESOLVED}),
        "refuse": frozenset({State.RESOLVED}),
        "hand_back": _HELD,
        "escalate": _OPEN,
        "close": _OPEN,
        "confirm": _OPEN,
        "decline": _OPEN,
        "reopen": frozenset({State.CLOSED}),
        "prioritise": _OPEN,
        "relabel": _OPEN - {State.RESOLVED},
        "merge": _OPEN - {State.RESOLVED},
        "unmerge": frozenset({State.CLOSED}),
        "note": _ANY,
        "reply": _ANY,
        "claim": _OPEN,
        "release": _OPEN,
    }
)
"""Command on a report -> the states in which it may be given."""

_DESK = frozenset({Role.DISPATCHER, Role.SUPERVISOR})
_SUPERVISOR = frozenset({Role.SUPERVISOR})

ROLES: Mapping[str, frozenset[Role]] = MappingProxyType(
    {
        **dict.fromkeys(STATES, _DESK),
        "open": _DESK | {Role.INTAKE},
        "escalate": _DESK | {Role.REGENT},
        "note": _DESK | {Role.REGENT},
        "confirm": _SUPERVISOR,
        "decline": _SUPERVISOR,
        "undo": _DESK | {Role.REGENT},
        "member_on": _DESK,
        "member_off": _DESK,
        "alarm_seen": _DESK,
        "alarm_shelve": _SUPERVISOR,
    }
)
"""Command -> the roles that may give it; `undo` is for whoever may do what can be undone."""

HUB_MAY = frozenset({"resume", "escalate"})
"""What the hub itself may order."""

REOPEN_FOR: Millis = DAY
"""How long after closing a dispatcher may reopen."""

TOP_LEVEL = 3
"""The regent."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """What of a report decides about the commands it allows; None where it is not so, or not known to a desk."""

    state: State
    squad: Squad | None
    priority: Priority
    escalation: int
    pending: bool
    claimed_by: str | None
    closed: Millis | None
    merged: bool = False
    asked_by: str | None = None
    resolved_by: str | None = None


def standing_of(subject: Report | ReportRow, user: User, now: Millis) -> Standing:
    """Return how a report, or a desk's row of one, stands for this user; a lease that has run out is none."""
    report = subject if isinstance(subject, Report) else None
    return Standing(
        state=State(subject.state),
        squad=None if subject.squad is None else Squad(subject.squad),
        priority=Priority(subject.priority),
        escalation=subject.escalation,
        pending=subject.pending is not None,
        claimed_by=_holder(subject.claim, now),
        closed=subject.closed,
        merged=subject.merged_into is not None and (report is None or _told_of_merge(report, user)),
        asked_by=report.pending.by if report and report.pending else None,
        resolved_by=report.resolved_by if report else None,
    )


def _told_of_merge(report: Report, user: User) -> bool:
    """What went into a covert report was merely closed, for whoever is not cleared."""
    return report.merged_into not in report.hidden_links or (user.cleared and bool(user.roles & _DESK))


def _holder(claim: Claim | ClaimRow | None, now: Millis) -> str | None:
    return claim.user if claim and claim.until > now else None


def allowed(subject: Report | ReportRow, user: User, *, now: Millis) -> tuple[str, ...]:
    """Return the names of the commands this user may give on a report now, in the order of the table."""
    standing = standing_of(subject, user, now)
    return tuple(name for name in STATES if fits(name, standing) and entitled(name, standing, user, now=now))


def role_may(name: str, user: User) -> bool:
    """Whether the user's role, or the hub as such, may give this command at all."""
    return name in HUB_MAY if user == HUB else bool(user.roles & ROLES[name])


def fits(name: str, standing: Standing) -> bool:
    """Whether the report, as it stands, takes the command, whoever gives it."""
    return standing.state in STATES[name] and (name not in _ALSO_NEEDED or _ALSO_NEEDED[name](standing))


_ALSO_NEEDED: Mapping[str, Callable[[Standing], bool]] = MappingProxyType(
    {
        "acknowledge": lambda standing: standing.state is State.RECEIVED or standing.claimed_by is None,
        "assign": lambda standing: standing.squad is not None,
        "escalate": lambda standing: standing.escalation < TOP_LEVEL,
        "confirm": lambda standing: standing.pending,
        "decline": lambda standing: standing.pending,
        "release": lambda standing: standing.claimed_by is not None,
        "unmerge": lambda standing: standing.merged,
    }
)
"""What a report needs besides the right state."""


def entitled(name: str, standing: Standing, user: User, *, now: Millis) -> bool:
    """Whether this user may give the command on a report that stands so."""
    return role_may(name, user) and (name not in _ALSO_ASKED or _ALSO_ASKED[name](standing, user, now))


_ALSO_ASKED: Mapping[str, Callable[[Standing, User, Millis], bool]] = MappingProxyType(
    {
        "escalate": lambda standing, user, _: may_escalate_to(standing.escalation + 1, standing.priority, user),
        "verify": lambda standing, user, _: standing.resolved_by != user.id,
        "confirm": lambda standing, user, _: standing.asked_by != user.id,
        "decline": lambda standing, user, _: standing.asked_by != user.id,
        "release": lambda standing, user, _: standing.claimed_by == user.id,
        "reopen": lambda standing, user, now: may_reopen(standing.closed, user, now),
        "unmerge": lambda standing, user, now: may_reopen(standing.closed, user, now),
    }
)
"""What is asked of the user besides his role."""


def may_escalate_to(level: int, priority: Priority, user: User) -> bool:
    """Whether this user may raise a report to this level: a dispatcher to the regent only an emergency."""
    above = user == HUB or bool(user.roles & {Role.SUPERVISOR, Role.REGENT})
    return above or level < TOP_LEVEL or priority is Priority.P1


def may_prioritise(old: Priority, new: Priority, user: User) -> bool:
    """Whether a person may give a report this priority: lowering an emergency is the supervisor's."""
    return old is not Priority.P1 or new is Priority.P1 or Role.SUPERVISOR in user.roles


def may_reopen(closed: Millis | None, user: User, now: Millis) -> bool:
    """Whether a person may reopen, or take a merge back: a dispatcher within a day of closing."""
    return Role.SUPERVISOR in user.roles or closed is None or now - closed <= REOPEN_FOR

"""What a desk shows between sending a command and the hub's delta: the row as it will most likely be.

The rules are the hub's own: the row is read back into a report, as far as it tells, and the command is decided on it.
"""

from dataclasses import replace

from services.domain.commands import (
    Acknowledge,
    Assign,
    Command,
    Confirm,
    MemberOff,
    MemberOn,
    Open,
    Reassign,
    Relabel,
    SeeAlarm,
    ShelveAlarm,
    Undo,
    Unmerge,
)
from services.domain.deadlines import UNKNOWN_LABEL, claim_length, dues, paused
from services.domain.events import MemberEvent
from services.domain.people import Member, User
from services.domain.places import Gazetteer
from services.domain.policy import Policy
from services.domain.refusals import CommandRefused
from services.domain.report import Claim, Millis, Outcome, Pending, Priority, Report, State, Waiting
from services.domain.report_row import row_of
from services.domain.room import Room
from services.domain.rows import ReportRow
from services.domain.rules import apply, decide
from services.domain.squads import Squad

_THIS = "this report"
_ANOTHER = "another report"


def expect(row: ReportRow, command: Command, *, user: User, now: Millis) -> ReportRow:
    """Return the row as the command will leave it; the very row where that cannot be known or the hub will refuse it.

    Due times that hang on the label's targets stay as they are until the hub's own row comes. Those of accepting and
    verifying are exact but for public holidays.
    """
    if isinstance(command, Open | Undo | Unmerge | MemberOn | MemberOff | SeeAlarm | ShelveAlarm):
        return row
    if isinstance(command, Confirm):
        return replace(row, pending=None)  # the row does not tell what exactly was asked for
    before = _report_of(row, user, now=now)
    after = before
    try:
        events = decide(before, command, actor=user, now=now, room=_room(before, command))
    except CommandRefused:
        return row
    for event in events:
        if event.report == _THIS and not isinstance(event, MemberEvent):
            after = apply(after, event)
    return _with_dues(row, before=before, after=after)


def _with_dues(row: ReportRow, *, before: Report, after: Report) -> ReportRow:
    due = dues(after, Policy())
    same = after.state is before.state
    resolve = row.due_resolve
    return replace(
        row_of(after, due),
        due_first=row.due_first,
        due_resolve=None if resolve is None else resolve + paused(after) - paused(before),
        due_acknowledge=row.due_acknowledge if same else None,
        due_accept=due.accept if due.accept is not None or not same else row.due_accept,
        due_verify=row.due_verify if same else due.verify,
    )


def _report_of(row: ReportRow, user: User, *, now: Millis) -> Report:
    """As much of the report as its row tells; what the row keeps silent about is taken as harmless."""
    return Report(
        id=_THIS,
        number=row.number,
        squad=None if row.squad is None else Squad(row.squad),
        label=row.label,
        priority=Priority(row.priority),
        state=State(row.state),
        outcome=None if row.outcome is None else Outcome(row.outcome),
        title=row.title,
        text=row.text,
        channel=row.channel,
        kecamatan=row.kecamatan,
        desa=row.desa,
        place=row.place,
        lat=row.lat,
        lon=row.lon,
        outside=row.outside,
        photos=row.photos,
        danger=row.danger,
        source_label=row.source_label,
        sent=row.sent,
        received=row.received,
        acknowledged=row.acknowledged,
        queued=row.queued,
        assigned=row.assigned,
        accepted=row.accepted,
        on_scene=row.on_scene,
        resolved=row.resolved,
        closed=row.closed,
        sources=row.sources,
        reopened=row.reopened,
        open_before=row.open_before,
        breached=row.breached,
        waiting=_waiting_of(row, now),
        paused=row.paused,
        members=row.members,
        claim=_claim_of(row),
        lapses=row.lapses,
        escalation=row.escalation,
        handoffs=row.handoffs,
        episode=row.episode,
        duplicates=row.duplicates,
        suspected=row.suspected,
        merged_into=row.merged_into,
        pending=None if row.pending is None else Pending(row.pending, by="", at=now, reason=""),
        covert=row.covert,
        access=frozenset({user.id}),
    )


def _waiting_of(row: ReportRow, now: Millis) -> Waiting | None:
    """The pause as if it had just begun: the row does not tell since when it has been running, nor what it broke."""
    if row.waiting is None:
        return None
    back = State.ACCEPTED if row.on_scene is None else State.ON_SCENE
    return Waiting(row.waiting.reason, row.waiting.until, since=now, back=back)


def _claim_of(row: ReportRow) -> Claim | None:
    if row.claim is None:
        return None
    since = row.claim.until - claim_length(Priority(row.priority))
    return Claim(row.claim.user, row.claim.name, since=since, until=row.claim.until)


def _room(report: Report, command: Command) -> Room:
    """A room in which whatever the command names exists; only the hub knows whether it does."""
    squad, labels = report.squad, [report.label]
    members: tuple[str, ...] = ()
    match command:
        case Assign():
            members = command.members
        case Reassign():
            squad, members = command.squad or squad, command.members
        case Acknowledge() | Relabel() if command.label is not None:
            labels.append(command.label)
        case _:
            pass
    known = {one: Member(id=one, name=one, squad=squad) for one in members if squad is not None}
    return Room(
        policy=Policy(labels={key: replace(UNKNOWN_LABEL, key=key) for key in labels}),
        members=known,
        gazetteer=Gazetteer((), {}),
        find=lambda other: replace(report, id=other, state=State.QUEUED),
        done=lambda _: None,
        cleared=frozenset(),
        fresh_id=_ANOTHER,
        fresh_number="",
    )

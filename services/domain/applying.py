"""What an event makes of a report: `apply` is total over the events, and a report is nothing but their fold."""

from collections.abc import Iterable
from dataclasses import replace
from typing import assert_never

from services.domain.alarm_events import AlarmSeen, AlarmShelved, NotAccepted
from services.domain.alarms import BREACHED, LAPSED, NOT_ACCEPTED, UNACKNOWLEDGED, marked, raised
from services.domain.events import (
    Absorbed,
    Accepted,
    Acknowledged,
    Arrived,
    Assigned,
    Breached,
    Claimed,
    Closed,
    Confirmed,
    Declined,
    DutyBegan,
    DutyEnded,
    Escalated,
    Event,
    Expired,
    HandedBack,
    Lapsed,
    MemberEvent,
    Merged,
    Noted,
    Opened,
    Prioritised,
    Refused,
    Relabelled,
    Released,
    Reopened,
    Resolved,
    Resumed,
    Retired,
    Routed,
    Undone,
    Verified,
    WaitingBegan,
)
from services.domain.link_events import Parted, Suspected, Unmerged
from services.domain.linking import Linking, linked
from services.domain.people import Member
from services.domain.replied import Replied
from services.domain.report import Alarm, Claim, Millis, Outcome, Pending, Priority, Report, State, TimeSource
from services.domain.squads import Squad
from services.domain.transitions import (
    closed,
    confirmed,
    first,
    only_closing,
    pause_over,
    paused,
    reopened,
    sourced,
    to_queue,
)

Intake = Acknowledged | Routed | Assigned | Prioritised | Relabelled
Field = Accepted | Arrived | Resolved | HandedBack | Refused
Pausing = WaitingBegan | Resumed
Ending = Verified | Closed | Confirmed | Declined | Reopened
Holding = Claimed | Released | Lapsed | NotAccepted | AlarmSeen | AlarmShelved
Marking = Escalated | Noted | Replied | Breached | Expired | Retired | Undone


def fold(events: Iterable[Event]) -> Report:
    """Return the report these events make, from its `opened` on.

    Raises:
        ValueError: if there are none, or the first is not `opened`.
    """
    report: Report | None = None
    for event in events:
        report = apply(report, event)
    if report is None:
        raise ValueError("events: a report begins with `opened`")
    return report


def apply(report: Report | None, event: Event) -> Report:
    """Return the report after the event; its version counts events.

    Raises:
        ValueError: if anything but `opened` comes to no report.
    """
    if isinstance(event, Opened):
        return _opened(event)
    if report is None:
        raise ValueError("report: there is none before its `opened`")
    return replace(_changed(report, event), version=report.version + 1)


def apply_duty(member: Member, event: MemberEvent) -> Member:
    """Return the member after the beginning or end of a duty."""
    match event:
        case DutyBegan():
            return replace(member, on=True, on_since=event.at)
        case DutyEnded():
            return replace(member, on=False, on_since=None)
        case never:
            assert_never(never)


def _opened(event: Opened) -> Report:
    return Report(
        id=event.report,
        number=event.number,
        version=1,
        squad=None if event.squad is None else Squad(event.squad),
        label=event.label,
        priority=Priority(event.priority),
        title=event.title,
        text=event.text,
        channel=event.channel,
        kecamatan=event.kecamatan,
        desa=event.desa,
        place=event.place,
        lat=event.lat,
        lon=event.lon,
        outside=event.outside,
        photos=event.photos,
        danger=event.danger,
        source_label=event.source_label,
        source_system=event.source_system,
        source_id=event.source_id,
        sent=event.sent,
        identity=event.identity,
        received=event.at,
        opened_by=event.by,
        covert=event.covert,
        access=frozenset(event.access),
        alarms=_emergency((), Priority(event.priority), event.at),
    )


def _emergency(alarms: tuple[Alarm, ...], priority: Priority, at: Millis) -> tuple[Alarm, ...]:
    """An emergency is an alarm until somebody acknowledges it."""
    return raised(alarms, UNACKNOWLEDGED, at) if priority is Priority.P1 else alarms


def _changed(report: Report, event: Intake | Field | Pausing | Ending | Linking | Holding | Marking) -> Report:
    match event:
        case Acknowledged() | Routed() | Assigned() | Prioritised() | Relabelled():
            return _taken_in(report, event)
        case Accepted() | Arrived() | Resolved() | HandedBack() | Refused():
            return _worked_on(report, event)
        case Verified() | Closed() | Confirmed() | Declined() | Reopened():
            return _ended(report, event)
        case WaitingBegan() | Resumed() | Merged() | Absorbed() | Unmerged() | Parted() | Suspected():
            return _paused_or_linked(report, event)
        case Claimed() | Released() | Lapsed() | NotAccepted() | AlarmSeen() | AlarmShelved():
            return _held(report, event)
        case Escalated() | Noted() | Replied() | Breached() | Expired() | Retired() | Undone():
            return _marked(report, event)
        case never:
            assert_never(never)


def _taken_in(report: Report, event: Intake) -> Report:
    match event:
        case Acknowledged():
            return _acknowledged(report, event)
        case Routed():
            queued = to_queue(report, event.at) if event.to_queue else report
            return replace(queued, squad=Squad(event.squad), handoffs=report.handoffs + event.handoff)
        case Assigned():
            return replace(
                pause_over(report, event.at),
                state=State.ASSIGNED,
                members=event.members,
                assigned=first(report.assigned, event.at),
                assigned_since=event.at,
                claim=None,
                pending=only_closing(report.pending),
            )
        case Prioritised():
            priority = Priority(event.priority)
            return replace(report, priority=priority, alarms=_emergency(report.alarms, priority, event.at))
        case Relabelled():
            return replace(report, label=event.label)
        case never:
            assert_never(never)


def _acknowledged(report: Report, event: Acknowledged) -> Report:
    queued = to_queue(report, event.at) if report.state is State.RECEIVED else report
    return replace(
        queued,
        squad=Squad(event.squad),
        label=event.label,
        priority=Priority(event.priority),
        claim=Claim(event.by, event.name, event.at, event.until),
    )


def _worked_on(report: Report, event: Field) -> Report:
    match event:
        case Accepted():
            kept = sourced(report, "accepted", event.source) if report.accepted is None else report
            return replace(kept, state=State.ACCEPTED, accepted=first(report.accepted, event.at))
        case Arrived():
            kept = sourced(report, "on_scene", event.source) if report.on_scene is None else report
            return replace(
                kept,
                state=State.ON_SCENE,
                on_scene=first(report.on_scene, event.at),
                acted=first(report.acted, event.at),
            )
        case Resolved():
            return replace(
                sourced(report, "resolved", TimeSource.ON_BEHALF),
                state=State.RESOLVED,
                resolved=event.at,
                resolved_by=event.by,
                pending=only_closing(report.pending),
            )
        case HandedBack():
            return replace(to_queue(report, event.at), handoffs=report.handoffs + 1)
        case Refused():
            return replace(to_queue(report, event.at), refusals=report.refusals + 1)
        case never:
            assert_never(never)


def _ended(report: Report, event: Ending) -> Report:
    match event:
        case Verified():
            return closed(report, event.at, Outcome.DONE)
        case Closed():
            outcome = Outcome(event.outcome)
            if event.pending:
                return replace(report, pending=Pending("close", event.by, event.at, event.reason, outcome=outcome))
            return closed(report, event.at, outcome)
        case Confirmed():
            return confirmed(report, event.at)
        case Declined():
            return replace(report, pending=None)
        case Reopened():
            return reopened(report, event.at)
        case never:
            assert_never(never)


def _paused_or_linked(report: Report, event: Pausing | Linking) -> Report:
    match event:
        case WaitingBegan():
            if event.pending:
                return replace(report, pending=Pending("pause", event.by, event.at, event.reason, until=event.until))
            return paused(report, reason=event.reason, since=event.at, until=event.until)
        case Resumed():
            return pause_over(report, event.at)
        case Merged() | Absorbed() | Unmerged() | Parted() | Suspected():
            return linked(report, event)
        case never:
            assert_never(never)


def _held(report: Report, event: Holding) -> Report:
    match event:
        case Claimed():
            since = report.claim.since if event.renewed and report.claim else event.at
            return replace(report, claim=Claim(event.by, event.name, since, event.until))
        case Released():
            return replace(report, claim=None)
        case Lapsed():
            holder = report.claim.name if report.claim else ""
            alarms = raised(report.alarms, LAPSED, event.at, by=holder)
            return replace(report, claim=None, lapses=report.lapses + 1, alarms=alarms)
        case NotAccepted():
            return replace(report, alarms=raised(report.alarms, NOT_ACCEPTED, event.at))
        case AlarmSeen() | AlarmShelved():
            return replace(report, alarms=marked(report.alarms, event))
        case never:
            assert_never(never)


def _marked(report: Report, event: Marking) -> Report:
    match event:
        case Escalated():
            steps = () if event.step is None else (event.step,)
            return replace(report, escalation=event.level, ladder=(*report.ladder, *steps))
        case Noted() | Replied():
            return replace(report, replied=first(report.replied, event.at)) if isinstance(event, Replied) else report
        case Breached():
            breached = replace(report, breached=(*report.breached, event.measure))
            first_action = event.measure == "first_action"
            return replace(breached, alarms=raised(report.alarms, BREACHED, event.at)) if first_action else breached
        case Expired():
            return replace(report, ladder=(*report.ladder, event.step))
        case Retired():
            return replace(report, retired=True)
        case Undone():
            breaches = tuple(dict.fromkeys((*event.before.breached, *report.breached)))
            return replace(event.before, breached=breaches, alarms=report.alarms)
        case never:
            assert_never(never)

"""What a command does: `decide` says which events it gives or refuses it, `apply` and `fold` make reports of events."""

from typing import assert_never

from services.domain.access import sees
from services.domain.applying import apply, apply_duty, fold
from services.domain.case import Case, mark
from services.domain.commands import (
    NAME_OF,
    Accept,
    Acknowledge,
    Arrive,
    Assign,
    Close,
    Command,
    Confirm,
    Decline,
    Escalate,
    HandBack,
    MemberOff,
    MemberOn,
    Merge,
    Note,
    Open,
    Prioritise,
    Reassign,
    Refuse,
    Relabel,
    Release,
    Reopen,
    Reply,
    Resolve,
    Resume,
    SeeAlarm,
    ShelveAlarm,
    TakeClaim,
    Undo,
    Unmerge,
    Verify,
    Wait,
)
from services.domain.deadlines import claim_length
from services.domain.decide_alarms import decide_alarm
from services.domain.decide_closing import ClosingCommand, decide_closing
from services.domain.decide_field import FieldCommand, decide_field
from services.domain.decide_intake import IntakeCommand, decide_intake, opened
from services.domain.decide_merging import MergingCommand, decide_merging
from services.domain.decide_standing import StandingCommand, decide_duty, decide_standing
from services.domain.events import Claimed, Event, MemberEvent
from services.domain.formats import check_format
from services.domain.people import HUB, User
from services.domain.refusals import Denied, NotFound
from services.domain.report import Millis, Report
from services.domain.room import Room
from services.domain.table import fits, may_escalate_to, may_prioritise, may_reopen, role_may, standing_of
from services.domain.undoing import undone

__all__ = ["admit", "apply", "apply_duty", "decide", "fold"]

OnReport = IntakeCommand | FieldCommand | ClosingCommand | MergingCommand | StandingCommand
"""Commands on one report."""


def decide(
    report: Report | None,
    command: Command,
    *,
    actor: User,
    now: Millis,
    room: Room,
) -> tuple[Event | MemberEvent, ...]:
    """Return what a command makes happen; a merge and its undo tell of two reports, each event names its own.

    Raises:
        CommandRefused: in the order of PROTOCOL.md section 6: BadFormat, NotFound, Denied, then BadState or Conflict.
            What can only be judged in that state (are these members of its squad?) is refused as BadFormat after it.
    """
    admit(report, command, actor=actor, now=now)
    match command:
        case Open():
            return opened(command, actor=actor, now=now, room=room)
        case Undo():
            return undone(command, actor=actor, now=now, room=room)
        case MemberOn() | MemberOff():
            return decide_duty(command, actor=actor, now=now, room=room)
        case SeeAlarm() | ShelveAlarm():
            return decide_alarm(command, actor=actor, now=now, room=room)
        case _:
            return _on_report(Case(_seen(report, actor), actor, now, room), command)


def admit(report: Report | None, command: Command, *, actor: User, now: Millis) -> None:
    """Judge what comes before `base` and state: format, visibility, role. The hub asks this before it compares `base`.

    Raises:
        BadFormat: the arguments are wrong by themselves.
        NotFound: there is no such report, or none this actor may know of.
        Denied: the actor's role may not do this, or not so much of it.
    """
    check_format(command, now=now, by_hub=actor == HUB)
    match command:
        case MemberOn() | MemberOff() | SeeAlarm() | ShelveAlarm():
            return  # judged over the member or alarm they name
        case Open() | Undo():
            within = True
        case _:
            within = _within_rights(_seen(report, actor), command, actor=actor, now=now)
    if not (within and role_may(NAME_OF[type(command)], actor)):
        raise Denied


def _seen(report: Report | None, actor: User) -> Report:
    if report is None or not (actor == HUB or sees(actor, report)):
        raise NotFound
    return report


def _within_rights(report: Report, command: OnReport, *, actor: User, now: Millis) -> bool:
    """What a role may only in part."""
    match command:
        case Escalate():
            return may_escalate_to(command.level, report.priority, actor)
        case Prioritise() | Acknowledge():
            return may_prioritise(report.priority, command.priority or report.priority, actor)
        case Reopen() | Unmerge():
            return may_reopen(report.closed, actor, now)
        case _:
            return True


def _on_report(case: Case, command: OnReport) -> tuple[Event, ...]:
    if not fits(NAME_OF[type(command)], standing_of(case.report, case.actor, case.now)):
        raise case.bad_state()
    return _renewed(case, _events(case, command))


def _events(case: Case, command: OnReport) -> tuple[Event, ...]:
    match command:
        case Acknowledge() | Assign() | Reassign() | Prioritise() | Relabel():
            return decide_intake(case, command)
        case Accept() | Arrive() | Wait() | Resume() | Resolve() | HandBack():
            return decide_field(case, command)
        case Verify() | Refuse() | Close() | Confirm() | Decline() | Reopen():
            return decide_closing(case, command)
        case Merge() | Unmerge():
            return decide_merging(case, command)
        case Escalate() | Note() | Reply() | TakeClaim() | Release():
            return decide_standing(case, command)
        case never:
            assert_never(never)


def _renewed(case: Case, events: tuple[Event, ...]) -> tuple[Event, ...]:
    """Every command of its holder makes a lease last longer, if it still stands."""
    report = case.report
    for event in events:
        if event.report == report.id:
            report = apply(report, event)
    claim, until = report.claim, case.now + claim_length(report.priority)
    if claim and claim.user == case.actor.id and case.now < claim.until < until:
        return (*events, Claimed(**mark(report.id, case.actor, case.now), until=until, renewed=True))
    return events

"""The rules of work in the field, written down by the desk: accept, arrive, wait, resume, resolve, hand_back."""

from typing import assert_never

from services.domain.case import Case
from services.domain.commands import Accept, Arrive, HandBack, Resolve, Resume, Wait
from services.domain.events import Accepted, Arrived, Event, HandedBack, Resolved, Resumed, WaitingBegan
from services.domain.formats import CITIZEN_PAUSE, SHORT_PAUSE
from services.domain.people import HUB, Role
from services.domain.refusals import BadFormat
from services.domain.report import State

FieldCommand = Accept | Arrive | Wait | Resume | Resolve | HandBack


def decide_field(case: Case, command: FieldCommand) -> tuple[Event, ...]:
    """Return what happens when one of these is carried out; state and rights have been looked at."""
    match command:
        case Accept():
            return (_accepted(case, command),)
        case Arrive():
            return _arrived(case, command)
        case Wait():
            return (_waiting(case, command),)
        case Resume():
            return (Resumed(**case.mark, automatic=case.actor == HUB),)
        case Resolve():
            return (_resolved(case, command),)
        case HandBack():
            return (HandedBack(**case.mark, reason=command.reason, note=command.note),)
        case never:
            assert_never(never)


def _has_it(case: Case, member: str) -> str:
    if member not in case.report.members:
        raise BadFormat("member", "the report is not assigned to this member")
    return member


def _accepted(case: Case, command: Accept | Arrive) -> Accepted:
    return Accepted(**case.mark, member=_has_it(case, command.member), via=command.via, words=command.words)


def _arrived(case: Case, command: Arrive) -> tuple[Event, ...]:
    """Who is there has said yes by it."""
    arrived = Arrived(**case.mark, member=_has_it(case, command.member), via=command.via, words=command.words)
    return (_accepted(case, command), arrived) if case.report.state is State.ASSIGNED else (arrived,)


def _waiting(case: Case, command: Wait) -> WaitingBegan:
    """A long pause is only asked for, unless a supervisor orders it himself."""
    most = CITIZEN_PAUSE if command.reason == "citizen" else SHORT_PAUSE
    pending = command.until - case.now > most and Role.SUPERVISOR not in case.actor.roles
    if pending and case.report.pending:
        raise case.bad_state()
    return WaitingBegan(**case.mark, reason=command.reason, until=command.until, note=command.note, pending=pending)


def _resolved(case: Case, command: Resolve) -> Resolved:
    """A photo may be one a member is said to have; one that is named must be there."""
    shown = (item.id for item in command.evidence if item.kind == "photo" and item.id)
    if not all(case.room.has_photo(photo) for photo in shown):
        raise BadFormat("evidence", "a photo is not kept here")
    return Resolved(
        **case.mark,
        kinds=tuple(item.kind for item in command.evidence),
        ids=tuple(item.id or "" for item in command.evidence),
        words=tuple(item.words or "" for item in command.evidence),
        note=command.note,
        via=command.via,
    )

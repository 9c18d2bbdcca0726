"""The rules of what leaves the state alone: escalate, note, reply, claim, release; and a member's duty."""

from typing import assert_never

from services.domain.case import Case, mark
from services.domain.commands import Escalate, MemberOff, MemberOn, Note, Release, Reply, TakeClaim
from services.domain.deadlines import claim_length
from services.domain.events import Claimed, DutyBegan, DutyEnded, Escalated, Event, MemberEvent, Noted, Released
from services.domain.people import Member, Role, User
from services.domain.policy import MINUTE
from services.domain.refusals import BadFormat, BadState, Denied, NotFound
from services.domain.replied import Replied
from services.domain.report import Claim, Millis
from services.domain.room import Room
from services.domain.table import role_may

StandingCommand = Escalate | Note | Reply | TakeClaim | Release

TWO_HANDS: Millis = MINUTE // 3
"""Two hands at once: so soon after its start a lease is taken over without a reason."""


def decide_standing(case: Case, command: StandingCommand) -> tuple[Event, ...]:
    """Return what happens when one of these is carried out; state and rights have been looked at."""
    match command:
        case Escalate():
            if command.level <= case.report.escalation:
                raise case.bad_state()
            return (Escalated(**case.mark, level=command.level, reason=command.reason, note=command.note),)
        case Note():
            return (Noted(**case.mark, text=command.text),)
        case Reply():
            return (Replied(**case.mark, text=command.text),)
        case TakeClaim():
            return (_claimed(case, command),)
        case Release():
            if (claim := live_claim(case)) and claim.user != case.actor.id:
                raise Denied
            return (Released(**case.mark),)
        case never:
            assert_never(never)


def live_claim(case: Case) -> Claim | None:
    """Return the lease on the report, if it has not run out."""
    claim = case.report.claim
    return claim if claim and claim.until > case.now else None


def _claimed(case: Case, command: TakeClaim) -> Claimed:
    """Take the lease, take it over, or make one's own last longer."""
    claim = live_claim(case)
    until = case.now + claim_length(case.report.priority)
    if claim and claim.user == case.actor.id:
        return Claimed(**case.mark, until=until, renewed=True)
    if claim and command.reason is None and case.now - claim.since > TWO_HANDS:
        raise BadFormat("reason", "somebody else has it in hand")
    return Claimed(
        **case.mark,
        until=until,
        reason=command.reason,
        note=command.note,
        taken_from=claim.user if claim else None,
    )


def decide_duty(command: MemberOn | MemberOff, *, actor: User, now: Millis, room: Room) -> tuple[MemberEvent, ...]:
    """Begin or end a member's duty.

    Raises:
        NotFound: there is no such member, or none this actor may know of, or of no squad this dispatcher serves.
        Denied: the actor's role may not.
        BadState: the member has left, or is on duty (or off) already.
    """
    member = room.members.get(command.member)
    if member is None or not _serves(actor, member):
        raise NotFound
    if not role_may("member_on", actor):
        raise Denied
    if member.ended is not None or member.on is isinstance(command, MemberOn):
        raise BadState
    match command:
        case MemberOn():
            return (DutyBegan(**mark(member.id, actor, now)),)
        case MemberOff():
            return (DutyEnded(**mark(member.id, actor, now), reason=command.reason),)
        case never:
            assert_never(never)


def _serves(actor: User, member: Member) -> bool:
    if member.squad.covert:
        return actor.cleared
    return Role.SUPERVISOR in actor.roles or actor.squads is None or member.squad in actor.squads

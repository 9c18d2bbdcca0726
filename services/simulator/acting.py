"""What is done about a report when the time for it has come, and by whom."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from services.domain.commands import (
    Accept,
    Acknowledge,
    Arrive,
    Assign,
    Close,
    Command,
    Confirm,
    Decline,
    Escalate,
    Evidence,
    HandBack,
    Note,
    Prioritise,
    Reassign,
    Refuse,
    Relabel,
    Release,
    Reopen,
    Reply,
    Resolve,
    Resume,
    Verify,
    Wait,
)
from services.domain.policy import DAY
from services.domain.report import Millis, Outcome, Priority, Report, State
from services.domain.squads import Squad
from services.simulator.floor import Act, Floor, heard
from services.simulator.people import HENDRO, STAFF
from services.simulator.plan import Aside, Plan, Twist
from services.simulator.timing import let_go, unanswered

_ANSWERED = 0.5
"""How often somebody writes to the citizen instead of noting something."""
_DECLINED = 0.15
"""How often the supervisor does not agree."""


@dataclass(frozen=True, slots=True)
class Turn:
    """One report when something is to be done about it."""

    report: Report
    plan: Plan
    floor: Floor
    now: Millis

    def say(self, act: str) -> str:
        """Return what somebody says at an act."""
        return self.floor.say(act, self.report.squad)

    def pick(self, *reasons: str) -> str:
        """Return one of these reasons."""
        return self.floor.chance.choice(reasons)


def act_on(turn: Turn) -> Act:
    """Return what is done about a report now."""
    if turn.report.pending is not None:
        declined = turn.floor.chance.happens(_DECLINED)
        return Act(HENDRO.user, Decline(reason="no_evidence") if declined else Confirm())
    act = _WHAT[turn.report.state](turn)
    if isinstance(act, Act):
        return act
    return Act(STAFF.get(turn.plan.operator) or turn.floor.operator(turn.report, turn.now), act)


def aside_on(turn: Turn, aside: Aside) -> Act | None:
    """Return what somebody does beside the course of things; None where there is nothing to do."""
    report = turn.report
    actor = turn.floor.operator(report, turn.now)
    match aside:
        case Aside.NOTED:
            answers = turn.floor.chance.happens(_ANSWERED)
            return Act(actor, Reply(text=turn.say("reply")) if answers else Note(text=turn.say("note")))
        case Aside.RAISED if report.priority is Priority.P3:
            return Act(actor, Prioritise(priority=Priority.P2, reason="new_facts"))
        case Aside.ESCALATED if report.escalation == 0:
            reason = "danger" if report.danger else "no_answer"
            return Act(actor, Escalate(level=1, reason=reason, note=turn.say("escalate")))
        case _:
            return None


def _received(turn: Turn) -> Command | Act:
    """A report without a squad is given to the office's, until it turns out to be nobody's."""
    match turn.plan.twist:
        case Twist.DUPLICATE:
            return Close(outcome=Outcome.DUPLICATE, reason="duplicate", into=turn.plan.original)
        case Twist.WITHDRAWN:
            return Close(outcome=Outcome.CANCELLED, reason="citizen_withdrew")
        case _:
            return Acknowledge(squad=Squad.RED if turn.report.squad is None else None)


def _queued(turn: Turn) -> Command | Act:
    report, plan = turn.report, turn.plan
    if report.claim is not None and let_go(report, plan):
        return Act(STAFF[report.claim.user], Release())
    if plan.twist is Twist.NOT_OURS:
        return Close(outcome=Outcome.NOT_OURS, reason="other_authority")
    if plan.right is not None and report.squad is not plan.right.squad:
        return Reassign(squad=plan.right.squad, reason="wrong_squad")
    if plan.right is not None and report.label != plan.right.key:
        return Relabel(label=plan.right.key, reason="wrong_at_intake")
    return Assign(members=(turn.floor.member(report),))


def _assigned(turn: Turn) -> Command | Act:
    if unanswered(turn.report, turn.plan):
        return Reassign(members=(turn.floor.member(turn.report),), reason="no_answer")
    return Accept(member=turn.report.members[0], via=heard(turn.floor.chance), words=turn.say("accept"))


def _accepted(turn: Turn) -> Command | Act:
    if turn.plan.twist is Twist.HANDED_BACK and not turn.report.handoffs:
        return HandBack(reason=turn.pick("not_competent", "no_access", "wrong_place", "off_shift"))
    return Arrive(member=turn.report.members[0], via=heard(turn.floor.chance), words=turn.say("arrive"))


def _on_scene(turn: Turn) -> Command | Act:
    between = None if turn.report.paused else _between(turn)
    return between or Resolve(evidence=(_evidence(turn),), via=heard(turn.floor.chance))


def _between(turn: Turn) -> Command | None:
    """What comes between the arrival and the end of the work."""
    match turn.plan.twist:
        case Twist.PAUSED:
            reason = turn.pick("citizen", "authority", "material", "unsafe", "access")
            return Wait(reason=reason, until=turn.now + turn.plan.pause, note=turn.say("wait"))
        case Twist.PAUSED_LONG:
            return Wait(reason="material", until=turn.now + turn.plan.pause + 3 * DAY, note=turn.say("wait"))
        case Twist.UNFOUNDED:
            return Close(outcome=Outcome.UNFOUNDED, reason="no_problem_found")
        case _:
            return None


def _evidence(turn: Turn) -> Evidence:
    kind = "document" if turn.report.squad in {Squad.RED, Squad.SHADOW} else "visit_note"
    return Evidence(kind, words=turn.say("resolve"))


def _waiting(_: Turn) -> Command | Act:
    return Resume()


def _resolved(turn: Turn) -> Command | Act:
    actor = turn.floor.another(turn.report, turn.now)
    if turn.plan.twist is Twist.REFUSED and not turn.report.refusals:
        return Act(actor, Refuse(reason=turn.pick("no_evidence", "not_solved", "not_solved", "wrong_place")))
    return Act(actor, Verify())


def _closed(turn: Turn) -> Command | Act:
    return Reopen(reason=turn.pick("citizen_disagrees", "problem_back"))


_WHAT: Mapping[State, Callable[[Turn], Command | Act]] = {
    State.RECEIVED: _received,
    State.QUEUED: _queued,
    State.ASSIGNED: _assigned,
    State.ACCEPTED: _accepted,
    State.ON_SCENE: _on_scene,
    State.WAITING: _waiting,
    State.RESOLVED: _resolved,
    State.CLOSED: _closed,
}

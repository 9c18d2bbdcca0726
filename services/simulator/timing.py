"""When the next act on a report is wanted, from its state and its plan alone: asked again, it says the same."""

from collections.abc import Callable, Mapping

from services.domain.deadlines import claim_length
from services.domain.policy import HOUR, MINUTE, Policy
from services.domain.report import Millis, Outcome, Priority, Report, State
from services.simulator.plan import Plan, Twist, after

_RELEASED_AFTER: Millis = 8 * MINUTE
"""How long somebody keeps a report that he then leaves to others."""
_NO_ANSWER_AFTER = {Priority.P1: 12 * MINUTE, Priority.P2: 70 * MINUTE, Priority.P3: 3 * HOUR}
_AT_LEAST: Millis = MINUTE


def next_act(report: Report, plan: Plan, policy: Policy) -> Millis | None:
    """Return when somebody will do something about a report if nothing else happens before; None if never."""
    if report.pending is not None:
        return report.pending.at + plan.verify
    if plan.hold is report.state and report.state is not State.QUEUED:
        return None
    return _WHEN[report.state](report, plan, policy)


def _received(report: Report, plan: Plan, policy: Policy) -> Millis | None:
    return plan.acknowledge


def _queued(report: Report, plan: Plan, policy: Policy) -> Millis | None:
    """Given to a member, or first let go of; a forgotten lease runs out before anybody looks again."""
    since = report.queued_since or report.received
    if report.claim is not None and let_go(report, plan):
        return since + _RELEASED_AFTER
    if plan.hold is State.QUEUED:
        return None
    forgotten = plan.twist is Twist.LAPSED and not report.lapses
    return since + (2 * claim_length(report.priority) if forgotten else max(plan.assign, _AT_LEAST))


def _assigned(report: Report, plan: Plan, policy: Policy) -> Millis | None:
    """The member says yes, or in the end somebody else is asked."""
    since = report.assigned_since or report.received
    if unanswered(report, plan):
        return after(report, since, _NO_ANSWER_AFTER[report.priority], policy=policy)
    return min(after(report, since, plan.accept, policy=policy), _arrival(report, plan, policy) - MINUTE)


def _accepted(report: Report, plan: Plan, policy: Policy) -> Millis | None:
    return _arrival(report, plan, policy)


def _on_scene(report: Report, plan: Plan, policy: Policy) -> Millis | None:
    """Done, or half of the way there something comes between."""
    began = report.assigned_since or report.received
    work = after(report, began, 2 * plan.again, policy=policy)
    finish = max(plan.finish + report.paused, work) if _first_time(report) else work
    if plan.twist in {Twist.PAUSED, Twist.PAUSED_LONG, Twist.UNFOUNDED} and not report.paused:
        return began + (finish - began) // 2
    return finish


def _waiting(report: Report, plan: Plan, policy: Policy) -> Millis | None:
    """Every other pause ends before its date."""
    waiting = report.waiting
    if waiting is None or plan.again % 2:
        return None
    return waiting.since + (waiting.until - waiting.since) * 3 // 4


def _resolved(report: Report, plan: Plan, policy: Policy) -> Millis | None:
    return (report.resolved or report.received) + plan.verify


def _closed(report: Report, plan: Plan, policy: Policy) -> Millis | None:
    """Some citizens are not content, within the day in which a dispatcher may open it again."""
    again = plan.twist is Twist.REOPENED and report.episode == 1 and report.outcome is Outcome.DONE
    return report.closed + min(plan.reopen, 20 * HOUR) if again and report.closed is not None else None


def let_go(report: Report, plan: Plan) -> bool:
    """Whether the holder of a queued report leaves it to others before his lease is over."""
    rests = plan.hold is State.QUEUED or plan.assign >= claim_length(report.priority)
    return rests and plan.twist is not Twist.LAPSED


def unanswered(report: Report, plan: Plan) -> bool:
    """Whether the first member it was given to does not answer."""
    silent = report.members[0] == plan.silent and plan.again % 4 > 0
    return (silent or plan.twist is Twist.NO_ANSWER) and report.assigned == report.assigned_since


def _first_time(report: Report) -> bool:
    return report.episode == 1 and report.refusals == 0


def _arrival(report: Report, plan: Plan, policy: Policy) -> Millis:
    since = report.assigned_since or report.received
    if report.on_scene is None:
        late = 4 * plan.again if report.members[0] == plan.silent else 0
        return max(plan.arrive, since + 3 * _AT_LEAST) + late
    return after(report, since, plan.again, policy=policy)


_WHEN: Mapping[State, Callable[[Report, Plan, Policy], Millis | None]] = {
    State.RECEIVED: _received,
    State.QUEUED: _queued,
    State.ASSIGNED: _assigned,
    State.ACCEPTED: _accepted,
    State.ON_SCENE: _on_scene,
    State.WAITING: _waiting,
    State.RESOLVED: _resolved,
    State.CLOSED: _closed,
}

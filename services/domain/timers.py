"""What the hub writes by itself when time has passed: leases, pauses, targets, the ladder, requests, closed reports.

Breached are the measures of PRODUCT.md section 4 that have a target: `acknowledge`, `first_action` and `resolve`, each
once for good. An assignment can be made many times, so that its members have not said yes in time is an event of its
own, once an assignment; the verify time is a due time only.

The ladder counts from the start of the episode and ends with its first action. Where several steps are due at once (a
P3 that became a P1) only the highest fires. A step without a person in it is passed over at once: the next level with
one is told.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from services.domain.alarm_events import NotAccepted
from services.domain.alarms import NOT_ACCEPTED, raised_in
from services.domain.applying import apply
from services.domain.deadlines import Dues, dues, first_at
from services.domain.events import (
    Breached,
    Declined,
    Escalated,
    Event,
    Expired,
    Lapsed,
    Resumed,
    Retired,
)
from services.domain.people import HUB
from services.domain.policy import DAY, MINUTE, Policy
from services.domain.reasons import LADDER as BY_LADDER
from services.domain.report import Millis, Priority, Report, State

DECIDE_WITHIN: Millis = DAY
"""How long a supervisor has to confirm what is pending."""
KEPT_ON_BOARD: Millis = DAY
"""How long a closed report stays on the boards."""
SHORT_OUTAGE: Millis = 60 * MINUTE
"""Steps that came to be due while the hub was down for longer than this are written down as expired."""


@dataclass(frozen=True, slots=True)
class Step:
    """A step of the ladder: its name in the log, the level it raises to, and when.

    `amount` is a share of the first-action target, or for an unacknowledged emergency milliseconds since it came in.
    """

    name: str
    level: int
    amount: float


LATE = (Step("late_100", 1, 1), Step("late_200", 2, 2), Step("late_300", 3, 3))
UNACKNOWLEDGED = (
    Step("unacknowledged_5", 1, 5 * MINUTE),
    Step("unacknowledged_15", 2, 15 * MINUTE),
    Step("unacknowledged_60", 3, 60 * MINUTE),
)
LADDER: tuple[Step, ...] = LATE + UNACKNOWLEDGED
"""Every step; each fires at most once in an episode."""


def next_due_event(report: Report, policy: Policy) -> Millis | None:
    """Return when the hub has something to write next if nothing else happens before; None if never."""
    return min((event.at for event in _timers(report, policy)), default=None)


def due_events(
    report: Report,
    *,
    now: Millis,
    policy: Policy,
    up_since: Millis,
    down_since: Millis | None,
) -> tuple[Event, ...]:
    """Return what is due by now, in the order it came to be due; none is due again once these are applied.

    The hub has been up since `up_since` and was down from `down_since` (None: never before).
    """
    events: list[Event] = []
    while due := [event for event in _timers(report, policy) if event.at <= now]:
        event = _written(due, up_since=up_since, down_since=down_since)
        events.append(replace(event, at=now))
        report = apply(report, events[-1])
    return tuple(events)


def _written(due: list[Event], *, up_since: Millis, down_since: Millis | None) -> Event:
    """The first of what is due; of the ladder's steps the highest, or that it expired."""

    def missed(event: Event) -> bool:
        return down_since is not None and up_since - down_since > SHORT_OUTAGE and down_since <= event.at < up_since

    first = min(due, key=lambda event: event.at)
    if not isinstance(first, Escalated):
        return first
    if missed(first) and first.step is not None:
        return Expired(report=first.report, at=first.at, by=HUB.id, step=first.step)
    return max(
        (event for event in due if isinstance(event, Escalated) and not missed(event)), key=lambda one: one.level
    )


def _timers(report: Report, policy: Policy) -> Iterator[Event]:
    """Everything that will happen to the report by itself, each at the time it is due."""
    if report.claim:
        yield Lapsed(report=report.id, at=report.claim.until, by=HUB.id, holder=report.claim.user)
    if report.waiting:
        yield Resumed(report=report.id, at=report.waiting.until, by=HUB.id, automatic=True)
    if report.pending:
        yield Declined(report=report.id, at=report.pending.at + DECIDE_WITHIN, by=HUB.id)
    if report.open:
        due = dues(report, policy)
        yield from _breaches(report, due)
        yield from _unanswered(report, due)
        yield from _steps(report, policy)
    if report.closed is not None and not report.retired:
        yield Retired(report=report.id, at=report.closed + KEPT_ON_BOARD, by=HUB.id)


def _unanswered(report: Report, due: Dues) -> Iterator[Event]:
    since = report.assigned_since
    if due.accept is not None and since is not None and not raised_in(report.alarms, NOT_ACCEPTED, since):
        yield NotAccepted(report=report.id, at=due.accept, by=HUB.id)


def _breaches(report: Report, due: Dues) -> Iterator[Event]:
    for measure, at, done in (
        ("acknowledge", due.acknowledge, report.acknowledged),
        ("first_action", due.first, report.on_scene),
        ("resolve", due.resolve, report.resolved),
    ):
        if at is not None and done is None and measure not in report.breached:
            yield Breached(report=report.id, at=at, by=HUB.id, measure=measure)


def _steps(report: Report, policy: Policy) -> Iterator[Event]:
    began = report.received if report.reopened is None else report.reopened
    if report.acted is None:
        episode = replace(report, received=began)
        for step in LATE:
            yield from _step(report, step, first_at(episode, step.amount, policy), policy=policy)
    if report.priority is Priority.P1 and report.state is State.RECEIVED:
        for step in UNACKNOWLEDGED:
            yield from _step(report, step, began + round(step.amount), policy=policy)


def _step(report: Report, step: Step, at: Millis, *, policy: Policy) -> Iterator[Event]:
    """One step of the ladder, if it has not been taken and leads upward."""
    if step.name in report.ladder or step.level <= report.escalation:
        return
    staffed = [level for level in sorted(policy.staffed) if level >= step.level]
    if not staffed:
        yield Expired(report=report.id, at=at, by=HUB.id, step=step.name)
        return
    level = staffed[0]
    yield Escalated(
        report=report.id,
        at=at,
        by=HUB.id,
        level=level,
        reason=BY_LADDER,
        step=step.name,
        skipped=None if level == step.level else step.level,
    )

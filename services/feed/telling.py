"""From what the session says to what a window is told: the same, without the wire's own types."""

from collections.abc import Iterable

from services.feed.outputs import Answered, Current, FeedEvent, Looking
from services.protocol.hub_messages import Happened
from services.protocol.hub_messages import Looking as LookingOnTheWire
from services.protocol.outbox import Settled


def told(settled: Settled) -> Answered:
    """Return an order's fate as a window is told it."""
    outcome = settled.outcome
    current = outcome.current
    return Answered(
        key=settled.order.tag,
        command=settled.order.command,
        ok=outcome.ok,
        code=outcome.code,
        report=outcome.report,
        rev=outcome.rev,
        existing=bool(outcome.existing),
        repeated=outcome.repeated,
        current=None if current is None else Current(current.rev, current.value),
        changed=outcome.changed or (),
        by=outcome.by or "",
        changed_at=outcome.changed_at,
        allow=outcome.allow or (),
        field=outcome.field,
        wait=outcome.wait,
        ref=outcome.ref,
    )


def events_of(happened: Iterable[Happened]) -> tuple[FeedEvent, ...]:
    """Return a delta's events."""
    return tuple(FeedEvent(event.event, event.report, event.by, event.at) for event in happened)


def looking_of(desks: Iterable[LookingOnTheWire]) -> tuple[Looking, ...]:
    """Return who looks at what."""
    return tuple(Looking(desk.user, desk.name, desk.report, desk.activity) for desk in desks)

"""Short ways to give commands in tests of the rules."""

from services.domain.commands import Command
from services.domain.events import DutyBegan, DutyEnded, Event
from services.domain.people import User
from services.domain.report import Millis, Report
from services.domain.room import Room
from services.domain.rules import apply, decide
from tests.builders import NOW, a_dispatcher, a_room


def events_of(
    report: Report | None,
    command: Command,
    *,
    actor: User | None = None,
    now: Millis = NOW,
    room: Room | None = None,
) -> tuple[Event, ...]:
    """The events of a command on reports, by Sari unless told otherwise."""
    surroundings = room or a_room(*([report] if report else []))
    events = decide(report, command, actor=actor or a_dispatcher(), now=now, room=surroundings)
    return tuple(event for event in events if not isinstance(event, DutyBegan | DutyEnded))


def after(
    report: Report,
    command: Command,
    *,
    actor: User | None = None,
    now: Millis = NOW,
    room: Room | None = None,
) -> Report:
    """The report after a command."""
    for event in events_of(report, command, actor=actor, now=now, room=room):
        if event.report == report.id:
            report = apply(report, event)
    return report

"""The rules of what people do about an alarm: seen it, or put it aside for a while."""

from services.domain import alarms
from services.domain.access import sees
from services.domain.alarm_events import AlarmSeen, AlarmShelved
from services.domain.case import mark
from services.domain.commands import NAME_OF, SeeAlarm, ShelveAlarm
from services.domain.people import User
from services.domain.refusals import BadState, Denied, NotFound
from services.domain.report import Millis, Priority
from services.domain.room import Room
from services.domain.table import role_may

AlarmCommand = SeeAlarm | ShelveAlarm


def decide_alarm(
    command: AlarmCommand, *, actor: User, now: Millis, room: Room
) -> tuple[AlarmSeen | AlarmShelved, ...]:
    """Return what happens to the alarm a command names.

    Raises:
        NotFound: the alarm does not stand (any more), or on no report this actor may know of.
        Denied: the actor's role may not.
        BadState: somebody has seen it already, or it is an emergency's and cannot be put aside.
    """
    report = room.find(alarms.report_of(command.alarm))
    if report is None or not sees(actor, report):
        raise NotFound
    if not role_may(NAME_OF[type(command)], actor):
        raise Denied
    alarm = alarms.found(report, command.alarm)
    if alarm is None:
        raise NotFound
    if isinstance(command, SeeAlarm):
        if alarm.seen is not None:
            raise BadState
        return (AlarmSeen(**mark(report.id, actor, now), about=alarm.about, raised=alarm.raised),)
    if report.priority is Priority.P1:
        raise BadState
    return (
        AlarmShelved(
            **mark(report.id, actor, now),
            about=alarm.about,
            raised=alarm.raised,
            until=command.until,
            reason=command.reason,
            note=command.note,
        ),
    )

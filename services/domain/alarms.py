"""Which alarms stand on a report: a person must act now. Known from the report alone, so state + events tell them all.

============== ============================================ =========================================================
about          raised by                                    ends with
============== ============================================ =========================================================
unacknowledged an emergency comes in, or a report that      its acknowledgement, or another priority
               nobody has taken in becomes one
lapsed         a lease runs out without a next step         anybody taking the report in hand, or a way out of the queue
not_accepted   the accept time of an assignment passes      a yes, an arrival, another assignment, a way back
breached       the first-action target passes               somebody on the scene, a pause, an assignment made since, or
                                                            level 2: somebody above has been told by then
============== ============================================ =========================================================

A report keeps the newest alarm of each kind, with who has seen or shelved it; a new cause is a new alarm that nobody
has seen. The id names report, kind and time, so that a mark on its way never falls on the next alarm.
"""

from collections.abc import Callable, Mapping
from dataclasses import replace
from types import MappingProxyType
from typing import Final

from services.domain.alarm_events import AlarmSeen, AlarmShelved
from services.domain.policy import MINUTE
from services.domain.report import Alarm, Millis, Priority, Report, Seen, Shelf, State

UNACKNOWLEDGED: Final = "unacknowledged"
LAPSED: Final = "lapsed"
NOT_ACCEPTED: Final = "not_accepted"
BREACHED: Final = "breached"
STORAGE: Final = "storage"
"""Of no report: the hub can store nothing. It stands until the hub is started anew."""

CRITICAL: Final = "critical"
"""The level of every alarm: what is not one is no alarm."""
TOLD_ABOVE: Final = 2
"""The escalation with which a passed target is somebody else's to act on."""
LONGEST_SHELF: Final[Millis] = 60 * MINUTE

_QUEUE: Final = frozenset({State.RECEIVED, State.QUEUED})
_NOT_THERE_YET: Final = _QUEUE | {State.ASSIGNED, State.ACCEPTED}


def standing(report: Report) -> tuple[Alarm, ...]:
    """Return the alarms that stand on a report, in the order they were raised."""
    return tuple(alarm for alarm in report.alarms if _STANDS[alarm.about](report, alarm.raised))


def _unacknowledged(report: Report, _raised: Millis) -> bool:
    return report.state is State.RECEIVED and report.priority is Priority.P1


def _lapsed(report: Report, raised: Millis) -> bool:
    since = report.received if report.queued_since is None else report.queued_since
    in_queue = report.state in _QUEUE and report.claim is None
    return in_queue and raised >= since and not _unacknowledged(report, raised)


def _not_accepted(report: Report, raised: Millis) -> bool:
    return report.state is State.ASSIGNED and report.assigned_since is not None and raised >= report.assigned_since


def _breached(report: Report, raised: Millis) -> bool:
    unacted = report.assigned_since is None or report.assigned_since <= raised
    began = report.received if report.reopened is None else report.reopened
    nobody_there = report.acted is None and report.state in _NOT_THERE_YET
    return nobody_there and unacted and raised >= began and report.escalation < TOLD_ABOVE


_STANDS: Mapping[str, Callable[[Report, Millis], bool]] = MappingProxyType(
    {
        UNACKNOWLEDGED: _unacknowledged,
        LAPSED: _lapsed,
        NOT_ACCEPTED: _not_accepted,
        BREACHED: _breached,
    }
)


def since(report: Report, alarm: Alarm) -> Millis:
    """Return what a screen counts an alarm's cause from: when it came in, was assigned, or else was raised."""
    if alarm.about == UNACKNOWLEDGED:
        return report.received
    if alarm.about == NOT_ACCEPTED and report.assigned_since is not None:
        return report.assigned_since
    return alarm.raised


def raised(alarms: tuple[Alarm, ...], about: str, at: Millis, *, by: str = "") -> tuple[Alarm, ...]:
    """Return the alarms of a report with a new one, in the place of an earlier one of its kind."""
    return (*(alarm for alarm in alarms if alarm.about != about), Alarm(about, at, by))


def raised_in(alarms: tuple[Alarm, ...], about: str, since: Millis) -> bool:
    """Whether an alarm of a kind was raised at a time or later."""
    return any(alarm.about == about and alarm.raised >= since for alarm in alarms)


def marked(alarms: tuple[Alarm, ...], event: AlarmSeen | AlarmShelved) -> tuple[Alarm, ...]:
    """Return the alarms of a report with one of them seen or shelved; whoever shelves an alarm has seen it."""
    return tuple(
        _marked(alarm, event) if (alarm.about, alarm.raised) == (event.about, event.raised) else alarm
        for alarm in alarms
    )


def _marked(alarm: Alarm, event: AlarmSeen | AlarmShelved) -> Alarm:
    seen = Seen(event.by, event.name, event.at) if alarm.seen is None else alarm.seen
    if isinstance(event, AlarmSeen):
        return replace(alarm, seen=seen)
    return replace(alarm, seen=seen, shelved=Shelf(event.by, event.name, event.until, event.reason))


def id_of(report: str, alarm: Alarm) -> str:
    """Return an alarm's id: it says nothing that its row does not say."""
    return f"a-{report}.{alarm.about}.{alarm.raised}"


def report_of(alarm: str) -> str:
    """Return the report an alarm's id names, an empty string if it names none."""
    report = alarm.rsplit(".", 2)[0]
    return report.removeprefix("a-") if report.startswith("a-") and alarm.count(".") > 1 else ""


def found(report: Report, alarm: str) -> Alarm | None:
    """Return the alarm of that id, if it stands on the report."""
    return next((one for one in standing(report) if id_of(report.id, one) == alarm), None)

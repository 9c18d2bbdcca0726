"""When things are due: targets per label and priority, and due times derived from them, never stored.

Targets in the label table are those of P2, or P1's own where P1 is the label's default (TABLES.md section 3):

======== ========================================= ============================================
priority first action                              resolution
======== ========================================= ============================================
P1       the shorter of P2's and 15 minutes        half of P2's (of working days: rounded up)
P2       as written                                as written
P3       twice P2's                                as P2's
======== ========================================= ============================================

A label whose default is P1 has its written targets for P1 and for P2.

Calendars: minutes and hours of an office label run in office hours only, so outside them the clock starts at the next
opening. "n working days" is the same time of day on the n-th office day after the day of the start, whatever time that
is: by "1 working day" a report of Saturday 20.00 is due on Monday 20.00. Days are days of 24 hours in every calendar.
Round the clock every day is a working day. P1 always runs round the clock.
"""

import math
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from services.domain.calendar import office_calendar
from services.domain.policy import (
    DAY,
    HOUR,
    MINUTE,
    OTHER_LABEL,
    CalendarKind,
    Label,
    Policy,
    Target,
    Unit,
)
from services.domain.report import Millis, Priority, Report, State

UNKNOWN_LABEL = Label(
    key=OTHER_LABEL,
    name_id="Lainnya",
    name_en="Other",
    squad=None,
    priority=Priority.P3,
    calendar=CalendarKind.OFFICE,
    first=Target(1, Unit.WORKING_DAYS),
    resolve=Target(5, Unit.WORKING_DAYS),
)
"""What counts for a label of which the policy knows nothing, if it has no `lainnya` either."""

_LENGTH: dict[Unit, Millis] = {Unit.MINUTES: MINUTE, Unit.HOURS: HOUR, Unit.DAYS: DAY, Unit.WORKING_DAYS: DAY}
_SMALLER = {Unit.DAYS: (24, Unit.HOURS), Unit.HOURS: (60, Unit.MINUTES)}

P1_FIRST = Target(15, Unit.MINUTES)
"""The longest first-action target an emergency can have."""

_ANSWERING = {
    Priority.P1: (Target(5, Unit.MINUTES), CalendarKind.ALWAYS),
    Priority.P2: (Target(30, Unit.MINUTES), CalendarKind.ALWAYS),
    Priority.P3: (Target(4, Unit.HOURS), CalendarKind.OFFICE),
}
"""How soon a report must be acknowledged and an assignment accepted, whatever its label."""

_VERIFYING = Target(1, Unit.WORKING_DAYS)
_CLAIM: dict[Priority, Millis] = {Priority.P1: 5 * MINUTE, Priority.P2: 15 * MINUTE, Priority.P3: 60 * MINUTE}


@dataclass(frozen=True, slots=True)
class Dues:
    """When each step of a report is due, in Unix milliseconds; None where that step is not under way.

    `first` is there for good, and `resolve` from the first `queued` on: what was done is measured against them, too.
    """

    first: Millis
    resolve: Millis | None
    acknowledge: Millis | None
    accept: Millis | None
    verify: Millis | None


def add(start: Millis, target: Target, *, calendar: CalendarKind, holidays: frozenset[date]) -> Millis:
    """Return when `target` has passed since `start` (Unix milliseconds).

    A part of a working day (`3.5wd`, or 75 % of one) is that part of the office time between the whole ones around it.
    """
    if target.unit is Unit.WORKING_DAYS and calendar is CalendarKind.OFFICE:
        return _add_working_days(start, target.amount, holidays)
    length = round(target.amount * _LENGTH[target.unit])
    if target.unit is Unit.DAYS or calendar is CalendarKind.ALWAYS:
        return start + length
    return office_calendar(holidays).after_hours(start, length)


def _add_working_days(start: Millis, amount: float, holidays: frozenset[date]) -> Millis:
    office = office_calendar(holidays)
    part, whole = math.modf(amount)
    before = office.after_days(start, int(whole)) if whole else start
    if not part:
        return before
    after = office.after_days(start, int(whole) + 1)
    opened, closed = office.hours(before), office.hours(after)
    if opened == closed:
        return after
    return min(max(office.when(opened + round(part * (closed - opened))), before), after)


def scaled(target: Target, factor: float) -> Target:
    """Return a share or a multiple of a target: 0.75 of `2h` is `90m`, twice `1wd` is `2wd`."""
    amount, unit = target.amount * factor, target.unit
    while not float(amount).is_integer() and unit in _SMALLER:
        times, unit = _SMALLER[unit]
        amount *= times
    return Target(amount, unit)


@lru_cache(maxsize=1024)
def targets_of(label: Label, priority: Priority) -> tuple[Target, Target]:
    """Return the targets for the first action and for the resolution of such a report."""
    if priority is Priority.P2:
        return label.first, label.resolve
    if priority is Priority.P3:
        return scaled(label.first, 2), label.resolve
    if label.priority is Priority.P1:
        return label.first, label.resolve
    return min(label.first, P1_FIRST, key=_nominal), _half(label.resolve)


def _nominal(target: Target) -> float:
    return target.amount * _LENGTH[target.unit]


def _half(target: Target) -> Target:
    """Half a target; of working days whole ones, rounded up, and 12 hours of a single one."""
    if target.unit is not Unit.WORKING_DAYS:
        return scaled(target, 0.5)
    return Target(math.ceil(target.amount / 2), target.unit) if target.amount > 1 else Target(12, Unit.HOURS)


def calendar_of(label: Label, priority: Priority) -> CalendarKind:
    """Return the calendar such a report's targets run in: the label's, but round the clock for P1."""
    return CalendarKind.ALWAYS if priority is Priority.P1 else label.calendar


def label_of(key: str, policy: Policy) -> Label:
    """Return the label of this key; of one that is not in the policy what counts for other things."""
    return policy.labels.get(key) or policy.labels.get(OTHER_LABEL) or UNKNOWN_LABEL


def claim_length(priority: Priority) -> Millis:
    """Return how long a lease on a report of this priority lasts."""
    return _CLAIM[priority]


def first_at(report: Report, share: float, policy: Policy) -> Millis:
    """Return when `share` (1 is all) of the first-action target has passed: what the ladder goes by."""
    label = label_of(report.label, policy)
    target = targets_of(label, report.priority)[0]
    calendar = calendar_of(label, report.priority)
    return add(report.received, scaled(target, share), calendar=calendar, holidays=policy.holidays)


def dues(report: Report, policy: Policy) -> Dues:
    """Return when each step of a report is due, from its times and the policy alone.

    Pauses put the resolution off by their length. A pause under way counts with its whole planned length, so that a
    paused report does not grow late while its clock stands; when it ends sooner, the rest is taken off again.
    """
    label = label_of(report.label, policy)
    calendar = calendar_of(label, report.priority)
    first, resolve = targets_of(label, report.priority)
    return Dues(
        first=add(report.received, first, calendar=calendar, holidays=policy.holidays),
        resolve=None
        if report.queued is None
        else add(report.queued, resolve, calendar=calendar, holidays=policy.holidays) + paused(report),
        acknowledge=_answer_due(report, report.received, policy) if report.state is State.RECEIVED else None,
        accept=_answer_due(report, report.assigned_since, policy) if report.state is State.ASSIGNED else None,
        verify=_verify_due(report, policy) if report.state is State.RESOLVED else None,
    )


def paused(report: Report) -> Millis:
    """Return how long the squad clock stands in all: the pauses that have ended, and one under way up to its end."""
    running = report.waiting
    return report.paused + (running.until - running.since if running else 0)


def _answer_due(report: Report, since: Millis | None, policy: Policy) -> Millis | None:
    if since is None:
        return None
    target, calendar = _ANSWERING[report.priority]
    return add(since, target, calendar=calendar, holidays=policy.holidays)


def _verify_due(report: Report, policy: Policy) -> Millis | None:
    """One office day, of an emergency 24 hours."""
    if report.resolved is None:
        return None
    calendar = CalendarKind.ALWAYS if report.priority is Priority.P1 else CalendarKind.OFFICE
    return add(report.resolved, _VERIFYING, calendar=calendar, holidays=policy.holidays)

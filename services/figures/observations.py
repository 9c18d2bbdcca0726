"""Owns how a report becomes an observation under a measure of PRODUCT.md section 4."""

from dataclasses import dataclass
from typing import Final

from services.domain.report import Millis, Outcome, State
from services.domain.rows import ReportRow
from services.figures.columns import Kind, Observation

MEASURES: Final = ("acknowledge", "dispatch", "first_action", "resolve", "closure", "reply")
"""What can be measured."""


class UnknownMeasure(ValueError):
    """A measure was asked for that there is none of."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Beside:
    """What a row does not say of its report, as far as whoever counts knows it.

    `pausing` is how long the pause under way has lasted and `pause` how long it will have by its planned end, in
    milliseconds; `due_acknowledge` the due time also of what was acknowledged long ago; `replied` when a person first
    wrote to the citizen.
    """

    refused: bool = False
    pausing: Millis = 0
    pause: Millis = 0
    due_acknowledge: Millis | None = None
    replied: Millis | None = None


_NOTHING: Final = Beside()


@dataclass(frozen=True, slots=True)
class _Clock:
    """One measure's clock on one report."""

    start: Millis
    answered: Millis | None
    due: Millis | None = None
    uncounted: Millis = 0
    beyond: Millis = 0
    """What of the time until `due` the target does not count."""


def observation(report: str, row: ReportRow, measure: str, *, beside: Beside = _NOTHING) -> Observation | None:
    """Return a report's row as an observation under a measure, None where that measure's clock has not begun.

    Raises:
        UnknownMeasure: if `measure` is none of `MEASURES`.
    """
    clock = _clock(row, measure, beside)
    if clock is None:
        return None
    kind, end = _end(row, clock.answered)
    return Observation(
        received=row.received,
        start=clock.start,
        end=end,
        kind=kind,
        due=clock.due,
        target=None if clock.due is None else clock.due - clock.start - clock.beyond,
        paused=row.paused + beside.pausing,
        uncounted=clock.uncounted,
        reopened=row.episode > 1,
        refused=beside.refused,
        handoffs=row.handoffs,
        report=report,
        keys={
            "squad": row.squad,
            "label": row.label,
            "priority": row.priority,
            "kecamatan": row.kecamatan,
            "member": row.members[0] if row.members else None,
        },
    )


def _clock(row: ReportRow, measure: str, beside: Beside) -> _Clock | None:
    match measure:
        case "acknowledge":
            due = row.due_acknowledge if beside.due_acknowledge is None else beside.due_acknowledge
            return _Clock(row.received, row.acknowledged, due)
        case "dispatch":
            return _Clock(row.received, row.assigned)
        case "first_action":
            return _Clock(row.received, row.on_scene, row.due_first)
        case "resolve":
            return _squad_clock(row, beside)
        case "closure":
            between = 0 if row.reopened is None else row.reopened - row.received - row.open_before
            return _Clock(row.received, row.closed if row.outcome == Outcome.DONE else None, uncounted=between)
        case "reply":
            return _Clock(row.received, beside.replied)
        case _:
            raise UnknownMeasure(f"measure: {measure!r} is none of {', '.join(MEASURES)}")


def _squad_clock(row: ReportRow, beside: Beside) -> _Clock | None:
    if row.queued is None:
        return None
    return _Clock(
        row.queued,
        row.resolved,
        row.due_resolve,
        uncounted=row.paused + beside.pausing,
        beyond=row.paused + beside.pause,
    )


def _end(row: ReportRow, answered: Millis | None) -> tuple[Kind, Millis | None]:
    """Return how it ended: answered, left by a competing close, or still open.

    Closed as done without the time of the measured act it was answered nobody knows when, which excludes it.
    """
    if answered is not None:
        return Kind.ANSWERED, answered
    if row.state != State.CLOSED:
        return Kind.OPEN, None
    return (Kind.ANSWERED, None) if row.outcome == Outcome.DONE else (Kind.COMPETING, row.closed)

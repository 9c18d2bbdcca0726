"""What a queue sorts by: the next due time of a row, how near it is, and how much of its time is used."""

from enum import IntEnum

from services.domain.policy import MINUTE
from services.domain.report import Millis, State
from services.domain.rows import ReportRow

SOON_WITHIN: Millis = 30 * MINUTE
NEVER: Millis = 2**63 - 1
"""Sorts behind every due time; it fits a signed 64-bit column."""


class Group(IntEnum):
    """The three parts of a queue, in their order."""

    LATE = 0
    SOON = 1
    LATER = 2


LATE, SOON, LATER = Group
_CLOSED, _RESOLVED, _WAITING = State.CLOSED.value, State.RESOLVED.value, State.WAITING.value
"""As plain words: every change of a row asks, and a member costs more to get than all the rest."""


def next_due(row: ReportRow) -> Millis | None:
    """Return when this report's next step is due; None once it is closed or where no such time is known.

    Until the first action that is `due_first`, then `due_resolve`, and once resolved `due_verify`. While it waits it is
    `due_resolve` too, which already holds the pause up to its end.
    """
    state = row.state
    if state == _CLOSED:
        return None
    if state == _RESOLVED:
        return row.due_verify
    return row.due_resolve if state == _WAITING or row.on_scene is not None else row.due_first


def group(row: ReportRow, now: Millis) -> Group:
    """Return whether the next step is late (due before `now`), due within 30 minutes, or later or never."""
    due = next_due(row)
    if due is None or due > now + SOON_WITHIN:
        return LATER
    return LATE if due < now else SOON


def used(row: ReportRow, now: Millis) -> float:
    """Return the share of the time for the next step that has passed: 0 at its start, 1 when it is due, over 1 late.

    Pauses that have ended are in neither part of the share. Without a due time it is 0.
    """
    start, due = _start(row), next_due(row)
    if start is None or due is None:
        return 0.0
    return max(now - start, 0) / max(due - start, 1)


def sort_key(row: ReportRow, id_: str) -> tuple[Millis, Millis, str]:
    """Return what rows are sorted by, most urgent first: next due time, then the longer wait, then the id."""
    due = next_due(row)
    return (NEVER if due is None else due, row.received, id_)


def _start(row: ReportRow) -> Millis | None:
    """When the time for the next step began."""
    if row.state == _RESOLVED:
        return row.resolved
    if row.state == _WAITING or row.on_scene is not None:
        return None if row.queued is None else row.queued + row.paused
    return row.received

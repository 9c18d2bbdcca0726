"""The rules of duplicates: a report goes into another, open one, and comes out of it again."""

from collections.abc import Sequence
from typing import assert_never

from services.domain.access import sees
from services.domain.applying import fold
from services.domain.case import Case, mark
from services.domain.commands import Merge, Unmerge
from services.domain.events import Absorbed, Event, Merged, Reopened
from services.domain.link_events import Parted, Unmerged
from services.domain.refusals import BadFormat, NotFound
from services.domain.report import Report
from services.domain.report_row import hidden

MergingCommand = Merge | Unmerge

BY_MISTAKE = "closed_by_mistake"
"""Why the neutral closing of what had gone into a covert report is taken back."""


def decide_merging(case: Case, command: MergingCommand) -> tuple[Event, ...]:
    """Return what happens to both reports; state and rights have been looked at."""
    match command:
        case Merge():
            return merged(case, command.into, reason="duplicate", note=None)
        case Unmerge():
            return _unmerged(case)
        case never:
            assert_never(never)


def merged(case: Case, into: str, *, reason: str, note: str | None) -> tuple[Event, ...]:
    """Both keep their arrival times and the photos move along, but never out of a covert report into a public one."""
    duplicate, target = case.report, _target(case, into)
    leaks = duplicate.covert and not target.covert
    absorbed = Absorbed(
        **mark(target.id, case.actor, case.now),
        duplicate=duplicate.id,
        photos=() if leaks else duplicate.photos,
        hidden=duplicate.covert,
    )
    return Merged(**case.mark, into=target.id, reason=reason, note=note, hidden=target.covert), absorbed


def _target(case: Case, into: str) -> Report:
    """The report a duplicate goes into: another one, seen by the actor, and open."""
    if into == case.report.id:
        raise BadFormat("into", "a report is no duplicate of itself")
    target = case.room.find(into)
    if target is None or not sees(case.actor, target):
        raise NotFound
    if not target.open:
        raise case.bad_state()
    return target


def before_merge(history: Sequence[Event]) -> Report | None:
    """Return the report as it was when it was merged the last time, None if it never was."""
    at = max((n for n, event in enumerate(history) if isinstance(event, Merged)), default=None)
    return None if at is None else fold(history[:at])


def _unmerged(case: Case) -> tuple[Event, ...]:
    """Both are as they were: the duplicate in its state of then, the target without it and its photos.

    What went into a covert report was merely closed for whoever is not cleared, so it is reopened like anything else.
    """
    report = case.report
    target = case.room.find(report.merged_into) if report.merged_into else None
    before = case.room.before_merge(report.id)
    if target is None or not sees(case.actor, target):
        raise NotFound
    if before is None:
        raise case.bad_state()
    parted = parting(case, target)
    if target.id in report.hidden_links and not hidden(report):
        return Reopened(**case.mark, reason=BY_MISTAKE), parted
    return Unmerged(**case.mark, into=target.id, before=before), parted


def parting(case: Case, target: Report) -> Parted:
    """Return what the target loses with the duplicate: its photos, unless another duplicate has brought them, too."""
    report = case.report
    others = (case.room.find(one) for one in target.duplicates if one != report.id)
    shared = {photo for other in others if other for photo in other.photos}
    apart = report.id in target.hidden_links and not hidden(target)
    return Parted(
        **mark(target.id, case.actor, case.now),
        duplicate=report.id,
        photos=() if apart else tuple(photo for photo in report.photos if photo not in shared),
        hidden=report.id in target.hidden_links,
    )

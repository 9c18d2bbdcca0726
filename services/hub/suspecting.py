"""Writes down which public reports look like duplicates of each other, after the commit that opened or closed one.

A covert report neither has likely duplicates by itself nor is one: what happens to it starts nothing here.
"""

from collections import deque
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Final, NamedTuple

from services.domain.case import mark
from services.domain.events import Event
from services.domain.link_events import Parted, Suspected, Unmerged
from services.domain.people import HUB
from services.domain.policy import Policy
from services.domain.report import Millis, Report
from services.domain.similar import comparable
from services.hub.commit import Change, Commit
from services.hub.neighbours import Neighbours
from services.hub.record import record
from services.hub.state import State
from services.hub.works import BY_TIME

FULL: Final = 10
"""Likely duplicates a report has at most: a flood is not a hundred pairs."""
AT_ONCE: Final = 16
"""Reports of the start that are looked at in one turn."""


class Suspicion(NamedTuple):
    """A report to be looked at, and its likely duplicates by what the hub shows."""

    report: str
    alike: tuple[str, ...]


@dataclass(slots=True)
class Suspecting:
    """Knows what lies near what. Lives on the loop's thread; what it finds is judged again where it is written."""

    neighbours: Neighbours
    _left: deque[str] = field(default_factory=deque)
    """Reports that were there at the start and have not been looked at yet."""

    def begin(self, reports: Iterable[Report]) -> None:
        """Take in what the hub shows at the start."""
        for report in reports:
            self.neighbours.take(report)
            if comparable(report):
                self._left.append(report.id)

    def take(self, commit: Commit) -> list[Suspicion]:
        """Take in a commit and return what is to be written after it."""
        for change in commit.changes:
            self.neighbours.take(change.after)
        return list(self._found(change.after for change in commit.changes if _matters(change)))

    def catch_up(self, find: dict[str, Report]) -> list[Suspicion]:
        """Return what is to be written for some of the reports of the start; `find` has them as they are now."""
        some = [self._left.popleft() for _ in range(min(AT_ONCE, len(self._left)))]
        return list(self._found(find[id_] for id_ in some if id_ in find))

    def _found(self, reports: Iterable[Report]) -> Iterator[Suspicion]:
        for report in reports:
            alike = self.neighbours.alike(report)
            if report.suspected or not set(alike) <= set(report.suspected):
                yield Suspicion(report.id, alike)


def _matters(change: Change) -> bool:
    """Whether a report came to be compared, or no longer, or is about something else now."""
    before, after = change.before, change.after
    if comparable(before) is not comparable(after):
        return True
    return before is not None and comparable(after) and before.label != after.label


def write_suspicion(state: State, suspicion: Suspicion, policy: Policy) -> Commit | None:
    """Write what is new about a report's likely duplicates on both sides, None if that is nothing."""
    report = state.load_report(suspicion.report)
    if report is None:
        return None
    now = state.now()
    events = list(_new(state, report, suspicion.alike, now=now) if comparable(report) else _over(state, report, now))
    return record(state, events, key=BY_TIME, at=now, policy=policy) if events else None


def _new(state: State, report: Report, alike: tuple[str, ...], *, now: Millis) -> Iterator[Event]:
    """Tie an open report to its like, unless somebody has parted them before or one of them has enough."""
    apart = _parted(state, report)
    known = {one: state.load_report(one) for one in dict.fromkeys((*report.suspected, *alike))}
    stale = tuple(one for one in report.suspected if not comparable(known[one]))
    room = FULL - len(report.suspected)
    added: list[str] = []
    for id_ in alike:
        other = known[id_]
        fits = id_ not in apart and id_ not in report.suspected and len(added) < room
        if fits and other is not None and comparable(other) and len(other.suspected) < FULL:
            added.append(id_)
    if added or stale:
        yield Suspected(**mark(report.id, HUB, now), added=tuple(added), dropped=stale)
    for id_ in (*report.suspected, *added):
        other = known[id_]
        if other is not None and comparable(other) and report.id not in other.suspected:
            yield Suspected(**mark(id_, HUB, now), added=(report.id,))


def _over(state: State, report: Report, now: Millis) -> Iterator[Event]:
    """Untie a report that is closed now. The one it was merged into is told in any case, for the undo of the merge."""
    if report.suspected:
        yield Suspected(**mark(report.id, HUB, now), dropped=report.suspected)
    for id_ in report.suspected:
        other = state.load_report(id_)
        if other is not None and (report.id in other.suspected or id_ == report.merged_into):
            yield Suspected(**mark(id_, HUB, now), dropped=(report.id,))


def _parted(state: State, report: Report) -> frozenset[str]:
    """Return the reports of which somebody has said that they are something else, by taking back a merge."""
    events = [logged.event for logged in state.history(report.id)]
    out = {event.into for event in events if isinstance(event, Unmerged)}
    return frozenset(out | {event.duplicate for event in events if isinstance(event, Parted)})

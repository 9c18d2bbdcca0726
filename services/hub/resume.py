"""Finds what a desk has missed since a cursor: from the log, so that a restart of the hub loses nothing."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Final, Protocol

from services.domain.access import on_board, project_alarms
from services.domain.alarms import report_of
from services.domain.events import DutyBegan, DutyEnded
from services.domain.people import User
from services.domain.policy import DAY
from services.domain.report import Millis, Report
from services.domain.rules import fold
from services.hub.follower import Follower
from services.hub.pending import Pending, RowOp
from services.hub.picture import Picture
from services.protocol.frames import EncodedRow, encode_delete
from services.store.kept import Changed, Command, Head, Logged

OLDEST: Final[Millis] = 7 * DAY


class Past(Protocol):
    """What of the store is read to find what was missed."""

    def head(self) -> Head:
        """Return the end of the log."""
        ...

    def seq_at(self, at: Millis) -> int:
        """Return the position of the log at a time."""
        ...

    def changed_since(self, seq: int) -> list[Changed]:
        """Return the reports with events after a position and the last of these."""
        ...

    def keys_since(self, desk: str, seq: int) -> list[Command]:
        """Return a desk's commands that happened after a position."""
        ...

    def history(self, report: str) -> list[Logged]:
        """Return all events of a report in order."""
        ...


@dataclass(frozen=True, slots=True)
class Missed:
    """What has happened since a position, for one desk."""

    since: int
    reports: Mapping[str, int]
    """Each report with its last event."""
    was_on_board: Mapping[str, bool]
    """Whether a report that is not in view now was then."""
    keys: tuple[tuple[str, int], ...]
    """The desk's own commands with their events."""
    alarms: Mapping[str, frozenset[str]] = field(default_factory=dict)
    """The alarms in view then, of each report that was looked at as it was."""


def plain(follower: Follower, picture: Picture) -> frozenset[str]:
    """Return the reports in view on which no alarm was ever raised: there is nothing to delete with them."""
    reports = picture.reports
    return frozenset(id_ for id_ in follower.scope.board.entries("report") if not reports[id_].alarms)


def why_not(past: Past, position: int, now: Millis) -> str | None:
    """Return why a desk cannot resume from a position, None if it can."""
    if position > past.head().seq:
        return "unknown"
    return "too_old" if past.seq_at(now - OLDEST) > position else None


def missed_since(past: Past, position: int, *, desk: str, viewer: User, visible: Collection[str]) -> Missed:
    """Read what has happened since a position; reports that are not `visible` now are looked at as they were then.

    So are those that have ever had an alarm: leave them out of `visible` (`plain`).
    """
    reports = {changed.id: changed.seq for changed in past.changed_since(position)}
    keys = tuple((command.key, command.seq) for command in past.keys_since(desk, position))
    missed = Missed(position, reports, {}, keys)
    return with_those_gone(past, missed, reports.keys() - set(visible), viewer=viewer)


def with_those_gone(past: Past, missed: Missed, gone: Iterable[str], *, viewer: User) -> Missed:
    """Add for reports that are not in view now whether they were on the viewer's board at the position."""
    then = {report: _as_it_was(past.history(report), missed.since) for report in gone}
    was = {id_: report is not None and on_board(viewer, report) for id_, report in then.items()}
    alarms = {id_: frozenset(project_alarms(report, viewer) if report else ()) for id_, report in then.items()}
    return replace(missed, was_on_board={**missed.was_on_board, **was}, alarms={**missed.alarms, **alarms})


def unclear(missed: Missed, follower: Follower) -> set[str]:
    """Return the reports that have left the view since the log was read: it must be read again for these."""
    return {
        report
        for report in _reports(missed, follower)
        if not follower.scope.has_report(report) and report not in missed.was_on_board
    }


def changes_of(missed: Missed, follower: Follower, picture: Picture) -> Pending:
    """Return what the desk is told: rows as they are now, deletes of what it had, and its own commands.

    Rows of squads and members follow from others and are all sent again.
    """
    changes = Pending()
    scope = follower.scope
    for report, position in _reports(missed, follower).items():
        row = scope.row("report", report)
        if row is not None:
            changes.add(RowOp("report", report, position, row.put, put=True, was=True))
        elif missed.was_on_board.get(report):
            changes.add(RowOp("report", report, position, encode_delete("report", report), put=False, was=True))
    for op in _alarms(missed, follower):
        changes.add(op)
    for kind in ("member", "squad"):
        for id_, row in scope.rows(kind).items():
            changes.add(RowOp(kind, id_, picture.position, row.put, put=True, was=True))
    for key, position in dict((*missed.keys, *follower.pending.settled())).items():
        changes.settle(key, position)
    return changes


def _reports(missed: Missed, follower: Follower) -> dict[str, int]:
    """Return the reports changed since the position, those since the promise to resume included."""
    since = {op.id: op.position for op in follower.pending.rows().values() if op.kind == "report"}
    return {**missed.reports, **since}


def _alarms(missed: Missed, follower: Follower) -> Iterator[RowOp]:
    """Yield what has become of alarms: of each changed report those that stand, and the end of those that stood."""
    scope = follower.scope
    now: dict[str, dict[str, EncodedRow]] = {}
    for id_, row in scope.rows("alarm").items():
        now.setdefault(report_of(id_), {})[id_] = row
    looked_at = missed.reports.keys() | missed.alarms.keys()
    for report, position in _reports(missed, follower).items():
        if report in looked_at:
            standing = now.get(report, {})
            for id_, row in standing.items():
                yield RowOp("alarm", id_, position, row.put, put=True, was=True)
            for id_ in sorted(missed.alarms.get(report, frozenset()) - standing.keys()):
                yield RowOp("alarm", id_, position, encode_delete("alarm", id_), put=False, was=True)
    for op in follower.pending.rows().values():
        if op.kind == "alarm" and report_of(op.id) not in looked_at:
            yield op


def _as_it_was(history: Iterable[Logged], position: int) -> Report | None:
    past = (event for seq, _, event in history if seq <= position)
    events = [event for event in past if not isinstance(event, DutyBegan | DutyEnded)]
    return fold(events) if events else None

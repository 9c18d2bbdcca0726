"""Counts the queues of squads and the loads of their members, over the rows that one audience may see."""

from collections.abc import Callable
from dataclasses import dataclass, field

from services.domain.policy import HOUR
from services.domain.report import Millis, Report, State
from services.domain.rows import ReportRow
from services.domain.squads import Squad
from services.domain.urgency import next_due

Key = tuple[str, str]
"""Kind and id of a row that the counts stand in: a squad or a member."""


@dataclass(frozen=True, slots=True)
class Count:
    """How many reports are open, and how many of these are late, due within the hour, unassigned, to be verified."""

    open: int = 0
    late: int = 0
    due_hour: int = 0
    unassigned: int = 0
    to_verify: int = 0

    def __add__(self, other: "Count") -> "Count":
        return Count(
            self.open + other.open,
            self.late + other.late,
            self.due_hour + other.due_hour,
            self.unassigned + other.unassigned,
            self.to_verify + other.to_verify,
        )

    def __sub__(self, other: "Count") -> "Count":
        return Count(
            self.open - other.open,
            self.late - other.late,
            self.due_hour - other.due_hour,
            self.unassigned - other.unassigned,
            self.to_verify - other.to_verify,
        )


NOTHING = Count()


@dataclass(frozen=True, slots=True)
class _Part:
    """What one open report adds, and to whom."""

    keys: tuple[Key, ...]
    due: Millis | None
    count: Count


@dataclass(slots=True)
class Tally:
    """The counts of some squads and of their members; `look` gives the row the audience sees of a report, or None."""

    squads: frozenset[Squad]
    look: Callable[[Report], ReportRow | None]
    _parts: dict[str, _Part] = field(default_factory=dict)
    _counts: dict[Key, Count] = field(default_factory=dict)

    def row(self, report: Report) -> ReportRow | None:
        """Return the audience's row of a report of these squads."""
        row = self.look(report) if report.squad in self.squads else None
        return row if row is not None and row.squad is not None else None

    def count(self, kind: str, id_: str) -> Count:
        """Return the counts of a squad or a member."""
        return self._counts.get((kind, id_), NOTHING)

    def take(self, report: str, row: ReportRow | None, now: Millis) -> set[Key]:
        """Count a report as it is now and return whose counts changed."""
        return self._put(report, _part(row, now) if row is not None and row.state != State.CLOSED else None)

    def tick(self, now: Millis) -> set[Key]:
        """Count anew what time alone has made late or due, and return whose counts changed."""
        changed: set[Key] = set()
        for report, part in list(self._parts.items()):
            count = _counted(part.count, part.due, now)
            if count != part.count:
                changed |= self._put(report, _Part(part.keys, part.due, count))
        return changed

    def _put(self, report: str, part: _Part | None) -> set[Key]:
        old = self._parts.pop(report, None)
        if part is not None:
            self._parts[report] = part
        if old == part:
            return set()
        before = {key: self.count(*key) for one in (old, part) if one for key in one.keys}
        for key in old.keys if old else ():
            self._counts[key] = self.count(*key) - (old.count if old else NOTHING)
        for key in part.keys if part else ():
            self._counts[key] = self.count(*key) + (part.count if part else NOTHING)
        return {key for key, count in before.items() if count != self.count(*key)}


def _part(row: ReportRow, now: Millis) -> _Part:
    keys: list[Key] = [("squad", row.squad or ""), *(("member", member) for member in row.members)]
    unassigned = int(row.state in {State.RECEIVED, State.QUEUED})
    count = Count(open=1, unassigned=unassigned, to_verify=int(row.state == State.RESOLVED))
    due = next_due(row)
    return _Part(tuple(keys), due, _counted(count, due, now))


def _counted(count: Count, due: Millis | None, now: Millis) -> Count:
    late = due is not None and due < now
    soon = due is not None and now <= due <= now + HOUR
    return Count(1, int(late), int(soon), count.unassigned, count.to_verify)

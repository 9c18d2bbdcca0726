"""The event log: gapless numbers, times that never go back, and what can be asked of it."""

from collections.abc import Iterable, Iterator, Sequence

from services.domain.events import Event, MemberEvent
from services.domain.report import Millis
from services.store.codec import event_parts, read_event
from services.store.kept import Changed, Head, Logged
from services.store.line import Line, Values

_INSERT = "INSERT INTO event (seq, at, kind, report, txn, actor, body) VALUES (?, ?, ?, ?, ?, ?, ?)"
_HISTORY = "SELECT seq, at, kind, report, txn, actor, body FROM event WHERE report = ? ORDER BY seq"
_AFTER = "SELECT seq, at, kind, report, txn, actor, body FROM event WHERE seq > ? ORDER BY seq LIMIT ?"
_BACK = "SELECT seq, at, kind, report, txn, actor, body FROM event WHERE seq <= ? ORDER BY seq DESC"
_BY_REPORT = "SELECT seq, at, kind, report, txn, actor, body FROM event ORDER BY report, seq"
_REPORTS_CHANGED = """SELECT report, max(seq) AS last FROM event
    WHERE seq > ? AND kind NOT IN ('member_on', 'member_off') GROUP BY report ORDER BY last"""
_MEMBERS_CHANGED = """SELECT report, max(seq) AS last FROM event
    WHERE seq > ? AND kind IN ('member_on', 'member_off') GROUP BY report ORDER BY last"""


def head(line: Line) -> Head:
    """Return the end of the log."""
    ((seq, at, epoch),) = line.rows("SELECT seq, at, epoch FROM log_head WHERE log = 1")
    return Head(seq, at, epoch)


def append(line: Line, events: Sequence[Event | MemberEvent], *, txn: str, at: Millis, head: Head) -> Head:
    """Write events after the head and return the new one; the writer keeps it in `log_head` when the group commits.

    Raises:
        ValueError: if there is no event, or `at` lies before the last event.
    """
    if not events:
        raise ValueError("events: want at least one")
    if at < head.at:
        raise ValueError(f"at: {at} lies before the last event at {head.at}")
    rows: list[Values] = []
    for seq, event in enumerate(events, start=head.seq + 1):
        kind, body = event_parts(event, at)
        rows.append((seq, at, kind, event.report, txn, event.by, body))
    line.run_each(_INSERT, rows)
    return Head(head.seq + len(rows), at, head.epoch)


def keep_head(line: Line, head: Head, *, term: int) -> bool:
    """Write the head; False when another writer has opened the log since (a newer term)."""
    kept = line.run("UPDATE log_head SET seq = ?, at = ? WHERE log = 1 AND term = ?", (head.seq, head.at, term))
    return kept.rowcount == 1


def begin_term(line: Line) -> int:
    """Count a new writer and return its term."""
    line.run("UPDATE log_head SET term = term + 1 WHERE log = 1")
    return int(line.value("SELECT term FROM log_head WHERE log = 1"))


def history(line: Line, report: str) -> list[Logged]:
    """Return all events of a report or member, in order."""
    return list(_logged(line.rows(_HISTORY, (report,))))


def after(line: Line, seq: int, limit: int) -> list[Logged]:
    """Return up to `limit` events after a position."""
    return list(_logged(line.rows(_AFTER, (seq, limit))))


def by_report(line: Line) -> Iterator[Logged]:
    """Yield the whole log, report by report, each in order."""
    return _logged(line.stream(_BY_REPORT))


def ending_at(line: Line, seq: int, txn: str) -> list[Logged]:
    """Return the events of one command, which stand together and end at `seq`, in order."""
    found: list[Logged] = []
    for one in _logged(line.stream(_BACK, (seq,))):
        if one.txn != txn:
            break
        found.append(one)
    return found[::-1]


def changed_since(line: Line, seq: int) -> list[Changed]:
    """Return the reports with events after a position and the last of these, in the order of these."""
    return [Changed(report, last) for report, last in line.rows(_REPORTS_CHANGED, (seq,))]


def members_changed_since(line: Line, seq: int) -> list[Changed]:
    """Return the members with duty events after a position."""
    return [Changed(member, last) for member, last in line.rows(_MEMBERS_CHANGED, (seq,))]


def seq_at(line: Line, at: Millis) -> int:
    """Return the last position not later than a time, by halving: `at` never goes back along the log."""
    low, high = 0, head(line).seq
    while low < high:
        middle = (low + high + 1) // 2
        if line.value("SELECT at FROM event WHERE seq = ?", (middle,)) <= at:
            low = middle
        else:
            high = middle - 1
    return low


def _logged(rows: Iterable[Values]) -> Iterator[Logged]:
    for seq, at, kind, report, txn, actor, body in rows:
        yield Logged(seq, txn, read_event(kind, body, {"report": report, "by": actor, "at": at}))

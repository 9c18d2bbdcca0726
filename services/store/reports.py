"""The reports as they stand: one row each, the fold of its events."""

from collections.abc import Iterator
from typing import NamedTuple

from services.domain.report import Millis, Report
from services.store.codec import read_report, report_text
from services.store.line import Line, Values
from services.store.search import index

COLUMNS = (
    *("seq", "squad", "label", "priority", "state", "covert", "body"),
    *("retired", "members"),
    *("id", "number", "received", "source_system", "source_id"),
)
"""What stands in a report's row: what changes often, what is indexed or feeds an index, what never changes."""

_CHANGING = 7
_FIXED = 9
_INSERT = """INSERT INTO report (seq, squad, label, priority, state, covert, body, retired, members,
    id, number, received, source_system, source_id) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"""
_SELECT = """SELECT seq, squad, label, priority, state, covert, body, retired, members,
    id, number, received, source_system, source_id FROM report WHERE id = ?"""
_UPDATE = """UPDATE report SET seq = ?, squad = ?, label = ?, priority = ?, state = ?, covert = ?, body = ?
    WHERE n = ?"""

_BETWEEN = "SELECT body FROM report WHERE received >= ? AND received < ? AND seq > ? ORDER BY received, n"
_EVER = 2**62


def columns(report: Report, seq: int) -> Values:
    """Return a report's row, in the order of `COLUMNS`."""
    return (
        seq,
        report.squad and str(report.squad),
        report.label,
        str(report.priority),
        str(report.state),
        int(report.covert),
        report_text(report),
        int(report.retired),
        " ".join(report.members),
        report.id,
        report.number,
        report.received,
        report.source_system,
        report.source_id,
    )


class Place(NamedTuple):
    """Where a report's row is, and the columns that are written only when they change."""

    n: int
    retired: int
    members: str


def place(line: Line, report: str) -> Place | None:
    """Return where a report's row is, None if it has none."""
    found = line.one("SELECT n, retired, members FROM report WHERE id = ?", (report,))
    return None if found is None else Place(*found)


def add(line: Line, report: Report, seq: int) -> Place:
    """Keep a new report and put it into the full-text index."""
    row = columns(report, seq)
    n = line.run(_INSERT, row).lastrowid or 0
    index(line, n, report)
    _put_members(line, n, report)
    _put_photos(line, report)
    return Place(n, *row[_CHANGING:_FIXED])


def update(line: Line, report: Report, seq: int, *, kept: Place) -> Place:
    """Keep a report as it is now; indexed columns are written only when they change.

    Values are plain `str` and `int`: the driver looks for an adapter for every other type, an enum's too.
    """
    row = columns(report, seq)
    line.run(_UPDATE, (*row[:_CHANGING], kept.n))
    now = Place(kept.n, *row[_CHANGING:_FIXED])
    if now.retired != kept.retired:
        line.run("UPDATE report SET retired = ? WHERE n = ?", (now.retired, kept.n))
    if now.members != kept.members:
        line.run("UPDATE report SET members = ? WHERE n = ?", (now.members, kept.n))
        left = [(one, kept.n) for one in kept.members.split()]
        line.run_each("DELETE FROM report_member WHERE member = ? AND n = ?", left)
        _put_members(line, kept.n, report)
    if report.duplicates:  # photos come to a report later only with one that is merged into it
        _put_photos(line, report)
    return now


def load(line: Line, report: str) -> Report | None:
    """Return a report by id."""
    text = line.value("SELECT body FROM report WHERE id = ?", (report,))
    return None if text is None else read_report(text)


def kept_columns(line: Line, report: str) -> Values | None:
    """Return a report's row as it is kept, in the order of `COLUMNS`."""
    return line.one(_SELECT, (report,))


def live(line: Line) -> list[Report]:
    """Return the reports that are not retired."""
    return [read_report(text) for (text,) in line.rows("SELECT body FROM report WHERE NOT retired ORDER BY n")]


def since(line: Line, received: Millis) -> list[Report]:
    """Return the reports received at that time or later."""
    rows = line.rows("SELECT body FROM report WHERE received >= ? ORDER BY received, n", (received,))
    return [read_report(text) for (text,) in rows]


def between(line: Line, received: Millis, until: Millis | None, *, changed_after: int) -> Iterator[Report]:
    """Yield the reports received in a time that have changed after a position, one by one."""
    rows = line.stream(_BETWEEN, (received, _EVER if until is None else until, changed_after))
    return (read_report(text) for (text,) in rows)


def find_source(line: Line, system: str, source: str) -> list[str]:
    """Return the ids of the reports of that source, oldest first.

    There is more than one where somebody who may not know of the first has opened it again.
    """
    rows = line.rows("SELECT id FROM report WHERE source_system = ? AND source_id = ? ORDER BY n", (system, source))
    return [str(id_) for (id_,) in rows]


def find_number(line: Line, number: str) -> str | None:
    """Return the id of the report of that printed number."""
    found = line.value("SELECT id FROM report WHERE number = ?", (number,))
    return None if found is None else str(found)


def with_photo(line: Line, photo: str) -> list[str]:
    """Return the ids of the reports that have carried a photo."""
    return [str(report) for (report,) in line.rows("SELECT report FROM report_photo WHERE photo = ?", (photo,))]


def _put_photos(line: Line, report: Report) -> None:
    carried = [(photo, report.id) for photo in report.photos]
    line.run_each("INSERT OR IGNORE INTO report_photo (photo, report) VALUES (?, ?)", carried)


def _put_members(line: Line, n: int, report: Report) -> None:
    line.run_each("INSERT INTO report_member (member, n) VALUES (?, ?)", [(one, n) for one in report.members])

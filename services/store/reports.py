"""The reports as they stand: one row each, the fold of its events."""

from services.domain.report import Millis, Report
from services.store.codec import read_report, report_text
from services.store.line import Line, Values
from services.store.search import index

COLUMNS = (
    *("seq", "squad", "label", "priority", "state", "covert", "retired", "members", "body"),
    *("id", "number", "received", "source_system", "source_id"),
)
"""What stands in a report's row."""

_INSERT = """INSERT INTO report (seq, squad, label, priority, state, covert, retired, members, body,
    id, number, received, source_system, source_id) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"""
_SELECT = """SELECT seq, squad, label, priority, state, covert, retired, members, body,
    id, number, received, source_system, source_id FROM report WHERE id = ?"""
_UPDATE = """UPDATE report SET seq = ?, squad = ?, label = ?, priority = ?, state = ?, covert = ?, body = ?
    WHERE n = ?"""


def columns(report: Report, seq: int) -> Values:
    """Return a report's row, in the order of `COLUMNS`."""
    return (
        seq,
        report.squad,
        report.label,
        report.priority,
        report.state,
        report.covert,
        report.retired,
        " ".join(report.members),
        report_text(report),
        report.id,
        report.number,
        report.received,
        report.source_system,
        report.source_id,
    )


def save(line: Line, report: Report, seq: int) -> None:
    """Keep a report; a new one goes into the full-text index. Indexed columns are written only when they change."""
    kept = line.one("SELECT n, members, retired FROM report WHERE id = ?", (report.id,))
    if kept is None:
        _add(line, report, seq)
        return
    n, members, retired = kept
    squad, state, text = report.squad, report.state, report_text(report)
    line.run(_UPDATE, (seq, squad, report.label, report.priority, state, report.covert, text, n))
    if bool(retired) != report.retired:
        line.run("UPDATE report SET retired = ? WHERE n = ?", (report.retired, n))
    if members != (now := " ".join(report.members)):
        line.run("UPDATE report SET members = ? WHERE n = ?", (now, n))
        line.run_each("DELETE FROM report_member WHERE member = ? AND n = ?", [(one, n) for one in members.split()])
        _put_members(line, n, report)


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


def find_source(line: Line, system: str, source: str) -> str | None:
    """Return the id of the report of that source."""
    found = line.value("SELECT id FROM report WHERE source_system = ? AND source_id = ?", (system, source))
    return None if found is None else str(found)


def find_number(line: Line, number: str) -> str | None:
    """Return the id of the report of that printed number."""
    found = line.value("SELECT id FROM report WHERE number = ?", (number,))
    return None if found is None else str(found)


def _add(line: Line, report: Report, seq: int) -> None:
    n = line.run(_INSERT, columns(report, seq)).lastrowid or 0
    index(line, n, report)
    _put_members(line, n, report)


def _put_members(line: Line, n: int, report: Report) -> None:
    line.run_each("INSERT INTO report_member (member, n) VALUES (?, ?)", [(one, n) for one in report.members])

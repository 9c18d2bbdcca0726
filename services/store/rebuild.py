"""Checks that the rows are the fold of the log, byte for byte: what the hub shows is what happened."""

import dataclasses
import itertools
from collections.abc import Iterator

from services.domain.applying import apply_duty, fold
from services.domain.events import DutyBegan, DutyEnded, MemberEvent
from services.domain.report import Report
from services.store import journal, members, reports
from services.store.kept import Logged
from services.store.line import Line
from services.store.reader import Reader

_BACK_IN_TIME = """SELECT later.seq FROM event JOIN event AS later ON later.seq = event.seq + 1
    WHERE later.at < event.at LIMIT 1"""


def differences(reader: Reader) -> Iterator[str]:
    """Yield one line for each gap in the log and each row that is not what its events make of it."""
    line = reader.line
    yield from _gaps(line)
    folded = 0
    for about, entries in itertools.groupby(journal.by_report(line), key=lambda one: one.event.report):
        log = list(entries)
        events = [one.event for one in log if not isinstance(one.event, DutyBegan | DutyEnded)]
        duties = [one.event for one in log if isinstance(one.event, DutyBegan | DutyEnded)]
        if duties:
            yield from _member_differs(line, about, duties)
        if events:
            folded += 1
            yield from _report_differs(line, fold(events), last=log[-1])
    kept = line.value("SELECT count(*) FROM report")
    if kept > folded:
        yield f"{kept - folded} reports have no event"


def _gaps(line: Line) -> Iterator[str]:
    head = journal.head(line)
    ((count, last),) = line.rows("SELECT count(*), coalesce(max(seq), 0) FROM event")
    if (count, last) != (head.seq, head.seq):
        yield f"log: {count} events up to {last}, the head says {head.seq}"
    if (seq := line.value(_BACK_IN_TIME)) is not None:
        yield f"log: event {seq} is earlier than the one before"


def _report_differs(line: Line, folded: Report, *, last: Logged) -> Iterator[str]:
    kept = reports.kept_columns(line, folded.id)
    if kept is None:
        yield f"report {folded.id}: it has events and no row"
        return
    position = kept[0]
    if position < last.seq or line.value("SELECT txn FROM event WHERE seq = ?", (position,)) != last.txn:
        yield f"report {folded.id}: seq is not what its events say"
    for name, is_kept, is_wanted in zip(reports.COLUMNS, kept, reports.columns(folded, position), strict=True):
        if is_kept != is_wanted:
            yield f"report {folded.id}: {name} is not what its events say"


def _member_differs(line: Line, about: str, events: list[MemberEvent]) -> Iterator[str]:
    kept = members.load(line, about)
    if kept is None:
        yield f"member {about}: he has events and no row"
        return
    folded = dataclasses.replace(kept, on=False, on_since=None)
    for event in events:
        folded = apply_duty(folded, event)
    if folded != kept:
        yield f"member {about}: his duty is not what his events say"

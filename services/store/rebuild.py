"""Checks that the rows are the fold of the log, byte for byte: what the hub shows is what happened."""

import dataclasses
import itertools
from collections.abc import Iterator
from typing import get_args

from services.domain.applying import apply_duty, fold
from services.domain.events import Event, MemberEvent
from services.domain.people import Member
from services.store import journal, members, reports
from services.store.line import Line
from services.store.reader import Reader

_DUTY = get_args(MemberEvent)


def differences(reader: Reader) -> Iterator[str]:
    """Yield one line for each gap in the log and each row that is not what its events make of it; nothing if all is well."""
    line = reader.line
    yield from _gaps(line)
    folded = 0
    for about, logged in itertools.groupby(journal.by_report(line), key=lambda one: one.event.report):
        entries = list(logged)
        if isinstance(entries[0].event, _DUTY):
            yield from _member_differs(line, about, [one.event for one in entries if isinstance(one.event, _DUTY)])
        else:
            folded += 1
            events = [one.event for one in entries if not isinstance(one.event, _DUTY)]
            yield from _report_differs(line, about, events, entries[-1].seq)
    kept = line.value("SELECT count(*) FROM report")
    if kept > folded:
        yield f"{kept - folded} reports have no event"


def _gaps(line: Line) -> Iterator[str]:
    head = journal.head(line)
    ((count, last),) = line.rows("SELECT count(*), coalesce(max(seq), 0) FROM event")
    if (count, last) != (head.seq, head.seq):
        yield f"log: {count} events up to {last}, the head says {head.seq}"
    back = (
        "SELECT later.seq FROM event JOIN event AS later ON later.seq = event.seq + 1 WHERE later.at < event.at LIMIT 1"
    )
    if (seq := line.value(back)) is not None:
        yield f"log: event {seq} is earlier than the one before"


def _report_differs(line: Line, about: str, events: list[Event], seq: int) -> Iterator[str]:
    kept = reports.kept_columns(line, about)
    if kept is None:
        yield f"report {about}: it has events and no row"
        return
    wanted = reports.columns(fold(events), seq)
    for name, is_kept, is_wanted in zip(reports.COLUMNS, kept, wanted, strict=True):
        if is_kept != is_wanted:
            yield f"report {about}: {name} is not what its events say"


def _member_differs(line: Line, about: str, events: list[MemberEvent]) -> Iterator[str]:
    kept = members.load(line, about)
    if kept is None:
        yield f"member {about}: has events and no row"
        return
    folded: Member = dataclasses.replace(kept, on=False, on_since=None)
    for event in events:
        folded = apply_duty(folded, event)
    if folded != kept:
        yield f"member {about}: the duty is not what the events say"

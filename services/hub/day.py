"""The day's flow for each class of viewers: the days compared with are read once a day, of today only what is new."""

import threading
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Final

import numpy as np

from services.domain.access import project
from services.domain.people import User
from services.domain.policy import Policy
from services.domain.report import Millis, Report
from services.domain.rows import ReportRow
from services.figures.columns import ABSENT, Ints
from services.figures.daily import WEEKS, Flow, flow
from services.figures.periods import day_numbers, day_start
from services.hub.scopes import scope_name
from services.store.reader import Reader

MOST_KEPT: Final = 32
"""Scopes whose day is kept; the one asked for longest ago is forgotten first."""

_Times = tuple[Millis, Millis]
"""When a report was received and had its first action, `ABSENT` without one."""


@dataclass(slots=True)
class _Day:
    """One day as one class of viewers sees it; `seq` is how far of the log today's reports are known."""

    number: int
    since: Millis
    past: Ints
    seq: int = -1
    today: dict[str, _Times] = field(default_factory=dict)


@dataclass(slots=True)
class Days:
    """The days of all scopes that asked; called from reading threads, one at a time."""

    _days: OrderedDict[str, _Day] = field(default_factory=OrderedDict)
    _one: threading.Lock = field(default_factory=threading.Lock)

    def flow(self, reader: Reader, viewer: User, *, policy: Policy, now: Millis) -> Flow:
        """Return the curves of today, counted over what this viewer may see."""

        def look(report: Report) -> ReportRow | None:
            return project(report, viewer, policy)

        with self._one:
            day = self._day(reader, scope_name(viewer), look, now=now)
            _go_on(day, reader, look)
            moments = np.array(list(day.today.values()), dtype=np.int64).reshape(-1, 2)
        received = np.concatenate((day.past, moments[:, 0]))
        answered = np.concatenate((np.full(len(day.past), ABSENT), moments[:, 1]))
        return flow(received, answered, now=now, since=day.since)

    def _day(self, reader: Reader, scope: str, look: Callable[[Report], ReportRow | None], *, now: Millis) -> _Day:
        number = int(day_numbers(np.array([now]))[0])
        found = self._days.get(scope)
        if found is None or found.number != number:
            found = self._days[scope] = _begun(reader, look, number)
        self._days.move_to_end(scope)
        if len(self._days) > MOST_KEPT:
            self._days.popitem(last=False)
        return found


def _begun(reader: Reader, look: Callable[[Report], ReportRow | None], number: int) -> _Day:
    """Read the same weekday of the weeks before, and since when the viewer has seen anything at all.

    The week before these tells whether the record goes back further than what is compared with.
    """
    today = day_start(number)
    earliest = reader.reports_between(day_start(number - 7 * (WEEKS + 1)), today)
    since = next((report.received for report in earliest if look(report) is not None), today)
    days = (number - 7 * week for week in range(WEEKS, 0, -1))
    reports = (report for day in days for report in reader.reports_between(day_start(day), day_start(day + 1)))
    past = np.array([report.received for report in reports if look(report) is not None], dtype=np.int64)
    return _Day(number, since, past)


def _go_on(day: _Day, reader: Reader, look: Callable[[Report], ReportRow | None]) -> None:
    """Take in what has happened to today's reports since the last look."""
    begin = day_start(day.number)
    for report in reader.reports_between(begin, changed_after=day.seq):
        row = look(report)
        if row is None:
            day.today.pop(report.id, None)
        else:
            day.today[report.id] = (row.received, ABSENT if row.on_scene is None else row.on_scene)
    day.seq = max(day.seq, reader.head().seq)

"""What a desk can read from its hub, as plain values, and the readings under way."""

import asyncio
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, assert_never

from services.domain.report import Millis
from services.domain.rows import ReportRow
from services.figures.daily import Flow, Usual
from services.figures.day import DayFlow
from services.protocol.answers import Day, Found, History, OneReport, Read


class ReadRefused(Exception):
    """The hub did not answer: a code of PROTOCOL.md section 6, or `lost` with the connection."""

    def __init__(self, code: str, field: str | None = None) -> None:
        super().__init__(code if field is None else f"{code}: {field}")
        self.code = code
        self.field = field


@dataclass(frozen=True, slots=True, kw_only=True)
class TimelineEntry:
    """One line of a report's timeline; `details` has what else the event says."""

    event: str
    at: Millis
    by: str
    source: str | None
    words: str | None
    details: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Timeline:
    """A report's timeline, oldest first."""

    entries: tuple[TimelineEntry, ...]


@dataclass(frozen=True, slots=True)
class ReportRead:
    """A report as this user sees it now."""

    rev: str
    row: ReportRow


@dataclass(frozen=True, slots=True)
class ReportsFound:
    """Reports that match, by id, best first."""

    reports: Mapping[str, ReportRead]


Answer = Timeline | ReportRead | ReportsFound | DayFlow | dict[str, Any] | list[Any]
"""`speed`, `points` and `people` come as plain values."""


class Readings:
    """The readings under way, by request number."""

    def __init__(self) -> None:
        self._asked: dict[int, asyncio.Future[Answer]] = {}

    def ask(self, request: int) -> asyncio.Future[Answer]:
        """Return what the answer will be put into."""
        future: asyncio.Future[Answer] = asyncio.get_running_loop().create_future()
        self._asked[request] = future
        return future

    def answer(self, request: int, value: Read) -> None:
        """Hand an answer to whoever waits for it."""
        if (future := self._taken(request)) is not None:
            future.set_result(_plain(value))

    def fail(self, request: int, refused: ReadRefused) -> None:
        """Tell whoever waits that there will be no answer."""
        if (future := self._taken(request)) is not None:
            future.set_exception(refused)

    def _taken(self, request: int) -> asyncio.Future[Answer] | None:
        future = self._asked.pop(request, None)
        return None if future is None or future.done() else future


def _plain(value: Read) -> Answer:
    match value:
        case History():
            return Timeline(
                tuple(
                    TimelineEntry(
                        event=line.event,
                        at=line.at,
                        by=line.by,
                        source=line.source,
                        words=line.words,
                        details=line.details,
                    )
                    for line in value.events
                )
            )
        case OneReport():
            return ReportRead(value.rev, value.value)
        case Found():
            return ReportsFound({found.id: ReportRead(found.rev, found.value) for found in value.reports})
        case Day():
            return _day(value)
        case dict() | list():
            return value
        case never:
            assert_never(never)


def _day(value: Day) -> DayFlow:
    usual = Usual(value.usual.low, value.usual.high, value.usual.weeks)
    curves = Flow(value.day, value.step, value.received, value.answered, usual)
    return DayFlow(at=value.at, open=value.open, late=value.late, flow=curves)

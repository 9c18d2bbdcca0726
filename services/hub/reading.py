"""Answers `get`: everything goes through the viewer's own projection, and what he may not see is not found."""

from collections.abc import Iterator
from dataclasses import asdict, dataclass, field, replace
from typing import Any, Final

from services.domain.access import project
from services.domain.deadlines import dues
from services.domain.events import DutyBegan, DutyEnded
from services.domain.people import Role, User
from services.domain.policy import DAY, Policy
from services.domain.report import Millis, Report, State
from services.domain.rows import ReportRow
from services.figures.cells import plain
from services.figures.columns import Observation
from services.figures.observations import MEASURES, Beside, observation
from services.figures.points import points
from services.figures.table import UnknownGrouping, speed_table
from services.hub.day import Days
from services.hub.lookalikes import lookalikes
from services.hub.projections import counted_for
from services.hub.scopes import BOARD_ROLES
from services.hub.searching import Rows, Search
from services.hub.tally import NOTHING, Count
from services.hub.telling import line_of
from services.protocol.desk_messages import Get
from services.protocol.revs import Revs
from services.store.kept import RowKey
from services.store.reader import Reader
from services.store.search import Places

FOUND: Final = 50
MOST_FOUND: Final = 200
PERIOD: Final[Millis] = 30 * DAY


class ReadRefused(Exception):
    """A `get` that is not answered: `code` and `field` of the error."""

    def __init__(self, code: str, field: str | None = None) -> None:
        super().__init__(code, field)
        self.code = code
        self.field = field


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """One viewer's look into the store at `now`."""

    reader: Reader
    viewer: User
    policy: Policy
    revs: Revs
    now: Millis
    places: Places = lambda _: ()
    """The places that are called by a word; only for `search`."""
    rows: Rows = field(default_factory=Rows)
    """What was found lately; only for `search`."""
    near: frozenset[str] = frozenset()
    """The open reports around the one that is asked about, visible or not; only for `similar`."""
    days: Days = field(default_factory=Days)
    standing: Count = NOTHING
    """What is open and late for this viewer; only for `day`."""

    def answer(self, asked: Get) -> Any:
        """Return the value of the answer, as plain values and rows.

        Raises:
            ReadRefused: with a code of PROTOCOL.md section 6.
        """
        self._admit(asked)
        match asked.what:
            case "report":
                report, row = self._visible(asked.report)
                return {"rev": self._rev(report.id), "value": row}
            case "history":
                return {"events": self._history(asked.report)}
            case "search" | "similar":
                return {"reports": self._search(asked) if asked.what == "search" else self._similar(asked.report)}
            case "speed":
                return self._speed(asked)
            case "points":
                return self._points(asked)
            case "day":
                return self._day()
            case _:
                raise ReadRefused("not_found", "what")

    def _admit(self, asked: Get) -> None:
        """Desks and the regent read everything they see, a connector what it opened, nobody else anything."""
        roles = self.viewer.roles
        if not roles & BOARD_ROLES and not (Role.INTAKE in roles and asked.what == "report"):
            raise ReadRefused("denied")

    def _visible(self, id_: str | None) -> tuple[Report, ReportRow]:
        if id_ is None:
            raise ReadRefused("bad_format", "report")
        report = self.reader.load_report(id_)
        row = project(report, self.viewer, self.policy) if report else None
        if report is None or row is None:
            raise ReadRefused("not_found")
        return report, row

    def _rev(self, report: str) -> str:
        key = RowKey("report", report, counted_for(self.viewer))
        version = self.reader.row_version(key)
        return self.revs.rev(key.projection, key.kind, id_=report, n=version.n if version else 0)

    def _history(self, id_: str | None) -> list[dict[str, Any]]:
        report, _ = self._visible(id_)
        logged = (one.event for one in self.reader.history(report.id))
        lines = (line_of(event, self.viewer) for event in logged if not isinstance(event, DutyBegan | DutyEnded))
        return [line for line in lines if line is not None]

    def _similar(self, id_: str | None) -> list[dict[str, Any]]:
        _, mine = self._visible(id_)
        found = lookalikes(self.reader, mine, self.near, viewer=self.viewer, policy=self.policy)
        return [{"id": one, "rev": self._rev(one), "value": row} for one, row in found]

    def _search(self, asked: Get) -> list[dict[str, Any]]:
        if not asked.query or not asked.query.strip():
            raise ReadRefused("bad_format", "query")
        limit = FOUND if asked.limit is None else asked.limit
        if limit < 1:
            raise ReadRefused("bad_format", "limit")
        search = Search(
            reader=self.reader,
            viewer=self.viewer,
            policy=self.policy,
            revs=self.revs,
            places=self.places,
            rows=self.rows,
        )
        found = search.found(asked.query, min(MOST_FOUND, limit))
        return [{"id": id_, "rev": shown.rev, "value": shown.row} for id_, shown in found]

    def _speed(self, asked: Get) -> dict[str, Any]:
        measure = _measure(asked)
        since, until = self._period(asked)
        seen = list(self._observations(measure, since, until=until))
        try:
            cells = speed_table(seen, by=asked.by, since=since, until=until, now=self.now)
        except UnknownGrouping:
            raise ReadRefused("bad_format", "by") from None
        return {
            "measure": measure,
            "since": since,
            "until": until,
            "at": self.now,
            "by": asked.by,
            "cells": [plain(cell) for cell in cells],
        }

    def _points(self, asked: Get) -> list[dict[str, Any]]:
        measure = _measure(asked)
        since, until = self._period(asked)
        seen = list(self._observations(measure, since, until=until))
        wanted = [one for one in seen if asked.squad is None or one.keys["squad"] == asked.squad]
        return [asdict(point) for point in points(wanted, self.now)]

    def _day(self) -> dict[str, Any]:
        """Return the row `day` of TABLES.md section 5, without the share in target."""
        curves = asdict(self.days.flow(self.reader, self.viewer, policy=self.policy, now=self.now))
        return {"at": self.now, "open": self.standing.open, "late": self.standing.late, **curves}

    def _period(self, asked: Get) -> tuple[Millis, Millis]:
        """Return the asked period; the last thirty days unless said otherwise."""
        until = self.now + 1 if asked.until is None else asked.until
        since = until - PERIOD if asked.since is None else asked.since
        if since >= until:
            raise ReadRefused("bad_format", "since")
        return since, until

    def _observations(self, measure: str, since: Millis, *, until: Millis) -> Iterator[Observation]:
        for report in self.reader.reports_since(since):
            row = project(report, self.viewer, self.policy) if report.received < until else None
            seen = observation(report.id, row, measure, beside=self._beside(report, measure)) if row else None
            if seen is not None:
                yield seen

    def _beside(self, report: Report, measure: str) -> Beside:
        pause = report.waiting
        due = None
        if measure == "acknowledge":
            due = dues(replace(report, state=State.RECEIVED), self.policy).acknowledge
        return Beside(
            refused=report.refusals > 0,
            pausing=self.now - pause.since if pause else 0,
            pause=pause.until - pause.since if pause else 0,
            due_acknowledge=due,
            replied=report.replied,
        )


def _measure(asked: Get) -> str:
    """Return the asked measure, the first action unless said otherwise; an unknown one is refused over no rows, too."""
    measure = "first_action" if asked.measure is None else asked.measure
    if measure not in MEASURES:
        raise ReadRefused("bad_format", "measure")
    return measure

"""The reports a map shows, a few arrays kept up to date by whole rows; covert reports never come this far; no Qt."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

from services.domain.report import Millis, State
from services.domain.rows import ReportRow
from services.domain.squads import Squad
from services.domain.urgency import next_due
from widgets.models.map_shapes import SLOTS, Floats, Geography, Spot
from widgets.models.map_tiles import NO_SEAT, places_on_tiles, take_seats

Ints = NDArray[np.int64]
Flags = NDArray[np.bool_]

_NEVER = 2**62
_COVERT, _CLOSED = Squad.SHADOW.value, State.CLOSED.value
"""As plain words: every row of a new board is asked."""
_NOWHERE = np.nan
_NO_AREA = -1
_LEAST_CAPACITY = 256
SQUADS: tuple[str | None, ...] = (None, *(squad.value for squad in Squad))
"""A mark's squad by its number; 0 is a report no squad has yet."""
_NUMBERS: Mapping[str | None, int] = {squad: number for number, squad in enumerate(SQUADS)}

_Shown = tuple[str | None, str | None, str | None, float | None, float | None, Millis | None]
"""What a map shows of a report: squad, kecamatan, desa, point and due time."""


def on_map(row: ReportRow) -> bool:
    """Whether a report may be shown on a map at all: an open one that is not covert, whoever looks."""
    return not row.covert and row.squad != _COVERT and row.state != _CLOSED


@dataclass(frozen=True, slots=True)
class AreaCount:
    """How many reports are open in an area, and how many of them are late."""

    code: str
    open: int
    late: int


@dataclass(frozen=True, slots=True, eq=False)
class MapMarks:
    """The reports of a map, one element each; a place that nobody knows is not a number. `eq` is identity."""

    ids: NDArray[np.object_]
    squads: Ints
    areas: Ints
    due: Ints
    x: Floats
    y: Floats

    def late(self, now: Millis) -> Flags:
        """Return which reports are late."""
        return np.less(self.due, now)


class MapPoints:
    """The reports of a map by id."""

    def __init__(self, geography: Geography) -> None:
        self._geography, self._reach, self._tiles = geography, geography.reach(), geography.tiles
        self._marks: MapMarks | None = None
        self._clear(_LEAST_CAPACITY)

    @property
    def geography(self) -> Geography:
        """The areas the reports lie in."""
        return self._geography

    def replace(self, rows: Mapping[str, ReportRow]) -> None:
        """Forget everything and take these reports."""
        self._clear(max(_LEAST_CAPACITY, len(rows)))
        self.put(rows.items())

    def put(self, changes: Iterable[tuple[str, ReportRow]]) -> None:
        """Take new and changed reports; what no map shows of them costs next to nothing."""
        known = self._known
        for report, row in changes:
            if not on_map(row):
                self._forget(report)
                continue
            shown = (row.squad, row.kecamatan, row.desa, row.lat, row.lon, next_due(row))
            if known.get(report) != shown:
                self._store(report, row, shown)

    def remove(self, reports: Iterable[str]) -> None:
        """Drop reports; unknown ids are ignored."""
        for report in reports:
            self._forget(report)

    def marks(self) -> MapMarks:
        """Return all reports; the very value of last time where nothing changed."""
        if self._marks is None:
            slots = np.fromiter(self._slot_of.values(), np.int64, len(self._slot_of))
            x, y = self._places(slots)
            self._marks = MapMarks(self._id[slots], self._squad[slots], self._area[slots], self._due[slots], x, y)
        return self._marks

    def counts(self, now: Millis) -> tuple[AreaCount, ...]:
        """Return what each area has, most open reports first; areas without any too."""
        marks, areas = self.marks(), self._geography.areas
        known = marks.areas >= 0
        open_ = np.bincount(marks.areas[known], minlength=len(areas))
        late = np.bincount(marks.areas[known & marks.late(now)], minlength=len(areas))
        counts = [AreaCount(area.code, int(open_[n]), int(late[n])) for n, area in enumerate(areas)]
        return tuple(sorted(counts, key=lambda count: (-count.open, -count.late, count.code)))

    def _clear(self, capacity: int) -> None:
        self._known: dict[str, _Shown] = {}
        self._slot_of: dict[str, int] = {}
        self._marks = None
        self._free = list(range(capacity - 1, -1, -1))
        self._number_of = {area.code: number for number, area in enumerate(self._geography.areas)}
        self._id = np.empty(capacity, np.object_)
        self._squad, self._area, self._due, self._seat, self._wanted = (np.zeros(capacity, np.int64) for _ in range(5))
        self._x, self._y = np.zeros(capacity), np.zeros(capacity)

    def _store(self, report: str, row: ReportRow, shown: _Shown) -> None:
        before = self._known.get(report)
        slot = self._slot_of.get(report)
        if slot is None:
            slot = self._take_slot(report)
        self._known[report] = shown
        self._marks = None
        self._squad[slot] = _NUMBERS.get(row.squad, 0)
        self._due[slot] = _NEVER if shown[-1] is None else shown[-1]
        if before is None or before[1:5] != shown[1:5]:
            area = self._number_of.get(row.kecamatan or "", _NO_AREA)
            self._area[slot] = area
            self._seat[slot] = NO_SEAT
            if not self._tiles:
                self._x[slot], self._y[slot] = self._at(report, row)

    def _places(self, slots: Ints) -> tuple[Floats, Floats]:
        """Where these reports stand; on tiles those that have no place yet are given one, and keep it."""
        if not self._tiles:
            return self._x[slots], self._y[slots]
        self._seat[slots] = take_seats(self._area[slots], self._seat[slots], self._wanted[slots])
        return places_on_tiles(self._geography, self._area[slots], self._seat[slots])

    def _at(self, report: str, row: ReportRow) -> Spot:
        spot = self._geography.spot_of(report, row)
        left, top, right, bottom = self._reach
        if spot is None or not (left <= spot[0] <= right and top <= spot[1] <= bottom):
            return _NOWHERE, _NOWHERE
        return spot

    def _forget(self, report: str) -> None:
        slot = self._slot_of.pop(report, None)
        if slot is not None:
            del self._known[report]
            self._free.append(slot)
            self._id[slot] = None
            self._marks = None

    def _take_slot(self, report: str) -> int:
        if not self._free:
            self._grow()
        slot = self._free.pop()
        self._slot_of[report] = slot
        self._id[slot] = report
        self._wanted[slot] = crc32(report.encode()) % len(SLOTS)
        return slot

    def _grow(self) -> None:
        size = len(self._due)
        self._free = list(range(2 * size - 1, size - 1, -1))
        for name in ("_id", "_squad", "_area", "_due", "_seat", "_wanted", "_x", "_y"):
            column = getattr(self, name)
            setattr(self, name, np.concatenate((column, np.zeros(size, column.dtype))))

"""The points of the response strip: reports answered today and reports still waiting, a few arrays per squad; no Qt.

A change of a report costs one comparison and, only where something the chart shows is different, a few stores in
columns. A squad's arrays are made anew when they are asked for. Ages are computed from `received` at that moment, so
that time can pass without anything being rebuilt.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

from services.domain.report import Millis, State
from services.domain.rows import ReportRow
from services.domain.squads import Squad
from services.figures.periods import DAY, day_numbers, day_start

Ints = NDArray[np.int64]
Floats = NDArray[np.float64]
Flags = NDArray[np.bool_]
Ids = NDArray[np.object_]

_NEVER = 2**62
"""A due time that is not known: nothing is ever late by it."""
_WAITING = -1
"""Instead of a time of answer: the report is open and nobody has been on the scene."""
_NO_SQUAD = 0
_SQUAD_NUMBER: Mapping[str | None, int] = {squad.value: squad.key for squad in Squad}
_NAMES = {squad.key: squad.value for squad in Squad}
_LEAST_CAPACITY = 256
_HASHES = 2**32 - 1

_Shown = tuple[int, Millis, Millis, Millis]
"""What the chart shows of a report: squad number, received, due, answered or `_WAITING`."""


@dataclass(frozen=True, slots=True, eq=False)
class StripData:
    """One squad's points; times in milliseconds. `eq` is identity: the same value means the same picture at one time.

    `elapsed` is what each answered report took; `received` and `due` belong to the waiting ones. The jitters are -1 to
    1, the same for one report for ever. `target` is the median target of all these reports, None where there is none.
    """

    answered: Ids
    elapsed: Ints
    answered_jitter: Floats
    waiting: Ids
    received: Ints
    due: Ints
    waiting_jitter: Floats
    target: Millis | None

    def ages(self, now: Millis) -> Ints:
        """Return how long each waiting report has waited, never less than nothing."""
        return np.maximum(now - self.received, 0)

    def late(self, now: Millis) -> Flags:
        """Return which of the waiting reports are beyond their own due time; without one they never are."""
        return np.less(self.due, now)


def strip_data(rows: Mapping[str, ReportRow], *, squads: tuple[str, ...], now: Millis) -> Mapping[str, StripData]:
    """Return the points of these squads out of all rows."""
    points = StripPoints()
    points.replace(rows)
    return {squad: points.data(squad, now) for squad in squads}


class StripPoints:
    """The reports the chart shows, kept up to date by whole rows."""

    def __init__(self) -> None:
        self._clear(_LEAST_CAPACITY)

    def replace(self, rows: Mapping[str, ReportRow]) -> None:
        """Forget everything and take these reports."""
        self._clear(max(_LEAST_CAPACITY, len(rows)))
        self.put(rows.items())

    def put(self, changes: Iterable[tuple[str, ReportRow]]) -> None:
        """Take new and changed reports; what the chart does not show of them costs next to nothing."""
        known = self._known
        for report, row in changes:
            shown = _shown(row)
            if known.get(report) == shown:
                continue
            if shown is None:
                self._forget(report)
            else:
                self._store(report, shown)

    def remove(self, ids: Iterable[str]) -> None:
        """Drop reports; unknown ids are ignored."""
        for report in ids:
            self._forget(report)

    def data(self, squad: str, now: Millis) -> StripData:
        """Return a squad's points; the very value of last time where nothing changed and it is still the same day."""
        number = _SQUAD_NUMBER[squad]
        today = _day(now)
        kept = self._kept.get(number)
        if kept is not None and number not in self._dirty and kept[0] == today:
            return kept[1]
        made = self._made(number, day_start(today))
        self._kept[number] = (today, made)
        self._dirty.discard(number)
        return made

    def dirty(self) -> frozenset[str]:
        """Return the squads whose points changed since they were last asked for."""
        return frozenset(_NAMES[number] for number in self._dirty)

    def _clear(self, capacity: int) -> None:
        self._known: dict[str, _Shown] = {}
        self._slot_of: dict[str, int] = {}
        self._free = list(range(capacity - 1, -1, -1))
        self._squad = np.zeros(capacity, np.int8)
        self._received = np.zeros(capacity, np.int64)
        self._due = np.zeros(capacity, np.int64)
        self._answered = np.zeros(capacity, np.int64)
        self._jitter = np.zeros(capacity, np.float64)
        self._id = np.empty(capacity, np.object_)
        self._kept: dict[int, tuple[int, StripData]] = {}
        self._dirty: set[int] = set()

    def _store(self, report: str, shown: _Shown) -> None:
        slot = self._slot_of.get(report)
        if slot is None:
            slot = self._take_slot(report)
        else:
            self._dirty.add(self._known[report][0])
        self._known[report] = shown
        self._squad[slot], self._received[slot], self._due[slot], self._answered[slot] = shown
        self._dirty.add(shown[0])

    def _forget(self, report: str) -> None:
        slot = self._slot_of.pop(report, None)
        if slot is not None:
            self._dirty.add(self._known.pop(report)[0])
            self._squad[slot] = _NO_SQUAD
            self._id[slot] = None
            self._free.append(slot)

    def _take_slot(self, report: str) -> int:
        if not self._free:
            self._grow()
        slot = self._free.pop()
        self._slot_of[report] = slot
        self._id[slot] = report
        self._jitter[slot] = crc32(report.encode()) / _HASHES * 2 - 1
        return slot

    def _grow(self) -> None:
        size = len(self._squad)
        self._free = list(range(2 * size - 1, size - 1, -1))
        for name in ("_squad", "_received", "_due", "_answered", "_jitter", "_id"):
            column = getattr(self, name)
            setattr(self, name, np.concatenate((column, np.zeros(size, column.dtype))))

    def _made(self, number: int, midnight: Millis) -> StripData:
        slots = np.flatnonzero(self._squad == number)
        ends = self._answered[slots]
        waiting = slots[ends == _WAITING]
        answered = slots[(ends >= midnight) & (ends < midnight + DAY)]
        shown = np.concatenate((answered, waiting))
        targets = (self._due[shown] - self._received[shown])[self._due[shown] != _NEVER]
        return StripData(
            answered=self._id[answered],
            elapsed=self._answered[answered] - self._received[answered],
            answered_jitter=self._jitter[answered],
            waiting=self._id[waiting],
            received=self._received[waiting],
            due=self._due[waiting],
            waiting_jitter=self._jitter[waiting],
            target=int(np.median(targets)) if len(targets) else None,
        )


def _shown(row: ReportRow) -> _Shown | None:
    """Return what the chart shows of a report, None for one that has no point: as in `services.figures.points`.

    That is one without a squad, one closed before anybody was on the scene, and one with impossible times.
    """
    number = _SQUAD_NUMBER.get(row.squad)
    answered = row.on_scene
    if number is None:
        return None
    if answered is None:
        if row.state == State.CLOSED:
            return None
        answered = _WAITING
    elif answered < row.received:
        return None
    return number, row.received, _NEVER if row.due_first is None else row.due_first, answered


def _day(now: Millis) -> int:
    return int(day_numbers(np.array([now], np.int64))[0])

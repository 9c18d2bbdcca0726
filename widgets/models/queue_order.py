"""Which reports the queue shows and in which order: numpy keys, re-sorted once a frame, no Qt.

Keys of a live queue are nearly sorted from one frame to the next, so one stable argsort over the previous order costs
about a tenth of a millisecond for 10,000 reports; a sorting proxy over a Python model costs seconds.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from types import MappingProxyType

import numpy as np
from numpy.typing import NDArray

from services.domain.report import Millis
from services.domain.rows import ReportRow
from services.domain.squads import Squad
from services.domain.urgency import SOON_WITHIN, next_due
from widgets.models.queue_marks import Sieve, mark_of, marks_of
from widgets.models.report_words import Filter
from widgets.models.runs import runs

_NEVER = 2**62
_SQUAD_NUMBER: Mapping[str | None, int] = {squad.value: squad.key for squad in Squad}
_NO_SQUAD = 0
_MANY = 8
"""Where more than one report in so many has come, it is cheaper to look at all than to look each up."""
_LEAST_CAPACITY = 256
_NO_ROWS: Mapping[str, ReportRow] = MappingProxyType({})

_Slots = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Counts:
    """How many reports stand in each of the queue's three groups."""

    late: int
    soon: int
    later: int

    @property
    def sizes(self) -> tuple[int, int, int]:
        """The three sizes, in the order of the groups."""
        return (self.late, self.soon, self.later)

    @property
    def total(self) -> int:
        """All reports shown."""
        return self.late + self.soon + self.later


class QueueOrder:
    """The sorted index over the board's reports; `settle` brings it up to date, everything else is a look-up.

    Each report has a slot, a row of the numpy columns; a slot goes to another report only after the next `settle`, so
    that a slot means the same report in the order before it and after it.

    Args:
        user: the id of the user whose claims make the queue "mine".
        due: when a report's next target time passes, None for never.
        fits: what a sieve's filter lets through, None where it filters nothing; asked once a report and change.
    """

    def __init__(
        self,
        user: str = "",
        due: Callable[[ReportRow], Millis | None] = next_due,
        *,
        fits: Callable[[Sieve], Filter | None] = lambda _: None,
    ) -> None:
        self._user = user
        self._due_of = due
        self._fits_of = fits
        self._filter: Filter | None = None
        self._slot_of: dict[str, int] = {}
        self._sieve = Sieve()
        self._counts = Counts(0, 0, 0)
        self._stale = True
        self._clear(capacity=_LEAST_CAPACITY)

    @property
    def sieve(self) -> Sieve:
        """What is shown now."""
        return self._sieve

    @property
    def counts(self) -> Counts:
        """The sizes of the groups at the last `settle`."""
        return self._counts

    @property
    def stale(self) -> bool:
        """Whether something was taken that the shown order does not show yet."""
        return self._stale

    @property
    def shown(self) -> _Slots:
        """The slots of the shown reports in order; a new array after each change, never written to."""
        return self._shown

    def __len__(self) -> int:
        return len(self._shown)

    def replace(self, rows: Mapping[str, ReportRow]) -> None:
        """Forget everything and take these reports."""
        self._slot_of.clear()
        self._clear(capacity=max(_LEAST_CAPACITY, len(rows)))
        count, values, due, user = len(rows), rows.values(), self._due_of, self._user
        self._id.extend(rows)
        self._slot_of.update(zip(rows, range(count), strict=True))
        self._put.extend(range(count))
        self._due[:count] = [_NEVER if (at := due(row)) is None else at for row in values]
        self._received[:count] = [row.received for row in values]
        self._squad[:count] = [_SQUAD_NUMBER.get(row.squad, _NO_SQUAD) for row in values]
        self._marks[:count] = [marks_of(row, user=user) for row in values]
        if self._filter is not None:
            self._fitting[:count] = [self._filter.fits(report, row) for report, row in rows.items()]

    def put(self, rows: Iterable[tuple[str, ReportRow]]) -> None:
        """Take new and changed reports."""
        for report, row in rows:
            slot = self._slot_of.get(report)
            if slot is None:
                slot = self._take_slot(report)
            due = self._due_of(row)
            self._due[slot] = _NEVER if due is None else due
            self._received[slot] = row.received
            self._squad[slot] = _NO_SQUAD if row.squad is None else _SQUAD_NUMBER.get(row.squad, _NO_SQUAD)
            self._marks[slot] = marks_of(row, user=self._user)
            if self._filter is not None:
                self._fitting[slot] = self._filter.fits(report, row)
            self._put.append(slot)
            self._stale = True

    def remove(self, reports: Iterable[str]) -> None:
        """Drop reports; unknown ids are ignored."""
        for report in reports:
            slot = self._slot_of.pop(report, None)
            if slot is not None:
                self._marks[slot] = 0
                self._due[slot], self._received[slot] = _NEVER, slot
                self._id[slot] = ""
                self._freed.append(slot)
                self._stale = True

    def show(self, sieve: Sieve, rows: Mapping[str, ReportRow] = _NO_ROWS) -> None:
        """Choose what is shown from the next `settle` on; `rows` are all reports, which a filter must look through."""
        self._sieve = sieve
        self._filter = self._fits_of(sieve)
        if self._filter is not None:
            self._fitting[:] = False
            self._fitting[[self._slot_of[report] for report in self._filter.among(rows)]] = True
        self._stale = True

    def settle(self, now: Millis, *, hold: bool = False) -> bool:
        """Bring the shown order up to `now`; returns whether it or a group's size changed.

        With `hold` nothing comes and nothing moves, but what does not belong to the queue any more leaves at once.
        """
        before, counts = self._shown, self._counts
        if hold:
            self._drop_leavers()
        else:
            if self._stale:
                self._sort()
            self._counts = self._counted(now)
        self._free.extend(self._freed)
        self._freed.clear()
        return self._counts != counts or not np.array_equal(before, self._shown)

    def ids(self, start: int, stop: int) -> list[str]:
        """The reports at positions start to stop (exclusive), 0 the most urgent."""
        return [self._id[slot] for slot in self._shown[start:stop].tolist()]

    def id_of_slot(self, slot: int) -> str:
        """The report that has a slot of `shown`."""
        return self._id[slot]

    def position_of(self, report: str) -> int | None:
        """Where a report stands, or None if it is not shown."""
        slot = self._slot_of.get(report)
        if slot is None:
            return None
        position = int(self._position[slot])
        return None if position < 0 else position

    def waits(self, report: str) -> bool:
        """Whether a report belongs to the queue and is only not shown yet, because the order is held."""
        slot = self._slot_of.get(report)
        return slot is not None and self._position[slot] < 0 and bool(self._passes(self._sieve)[slot])

    def is_before(self, report: str, other: str) -> bool:
        """Whether a report is more urgent than another; both must be known."""
        return self._key(report) < self._key(other)

    def count_of(self, sieve: Sieve) -> int:
        """How many reports another queue has; a filter counts only where it is the one that is shown."""
        return int(np.count_nonzero(self._passes(sieve)))

    def late_of(self, sieve: Sieve, now: Millis) -> int:
        """How many of them are late at `now`."""
        return int(np.count_nonzero(self._passes(sieve) & (self._due[: self._used] < now)))

    def _clear(self, *, capacity: int) -> None:
        self._due: _Slots = np.full(capacity, _NEVER, np.int64)
        self._received: _Slots = np.zeros(capacity, np.int64)
        self._squad: NDArray[np.int8] = np.zeros(capacity, np.int8)
        self._marks: NDArray[np.uint8] = np.zeros(capacity, np.uint8)
        self._fitting: NDArray[np.bool_] = np.zeros(capacity, np.bool_)
        self._position: _Slots = np.full(capacity, -1, np.int64)
        self._order: _Slots = np.zeros(0, np.int64)
        self._shown: _Slots = np.zeros(0, np.int64)
        self._id: list[str] = []
        self._free: list[int] = []
        self._freed: list[int] = []
        self._put: list[int] = []
        """The slots of what came since the last sorting; only these can stand wrongly among those due with them."""
        self._counts = Counts(0, 0, 0)
        self._stale = True

    @property
    def _used(self) -> int:
        return len(self._id)

    def _key(self, report: str) -> tuple[int, int, str]:
        slot = self._slot_of[report]
        return int(self._due[slot]), int(self._received[slot]), report

    def _take_slot(self, report: str) -> int:
        if self._free:
            slot = self._free.pop()
            self._id[slot] = report
        else:
            slot = len(self._id)
            self._id.append(report)
            if slot == len(self._due):
                self._grow()
        self._slot_of[report] = slot
        return slot

    def _grow(self) -> None:
        more = len(self._due)
        self._due = np.concatenate([self._due, np.full(more, _NEVER, np.int64)])
        self._received = np.concatenate([self._received, np.zeros(more, np.int64)])
        self._squad = np.concatenate([self._squad, np.zeros(more, np.int8)])
        self._marks = np.concatenate([self._marks, np.zeros(more, np.uint8)])
        self._fitting = np.concatenate([self._fitting, np.zeros(more, np.bool_)])
        self._position = np.concatenate([self._position, np.full(more, -1, np.int64)])

    def _passes(self, sieve: Sieve) -> NDArray[np.bool_]:
        passes: NDArray[np.bool_] = (self._marks[: self._used] & mark_of(sieve)) != 0
        if sieve.squad is not None:
            passes &= self._squad[: self._used] == _SQUAD_NUMBER[sieve.squad]
        if sieve.filtered and self._filter is not None:
            passes &= self._fitting[: self._used]
        return passes

    def _sort(self) -> None:
        known = len(self._order)
        if known != self._used:
            self._order = np.concatenate([self._order, np.arange(known, self._used)])
        order = self._order[np.argsort(self._due[self._order], kind="stable")]
        self._order = self._with_ties_sorted(order)
        self._put.clear()
        self._show(self._order[self._passes(self._sieve)[self._order]])
        self._stale = False

    def _with_ties_sorted(self, order: _Slots) -> _Slots:
        """Put reports that are due at the same time in the order of their waits, then of their ids.

        Such ties are common: all that came in at night is due at the same minute of the next morning.
        """
        tied = self._tied_anew(self._due[order])
        if not tied.any():
            return order
        slots = order[tied]
        slots = slots[np.lexsort((self._received[slots], self._due[slots]))]
        due, received = self._due[slots], self._received[slots]
        twins = np.flatnonzero((due[1:] == due[:-1]) & (received[1:] == received[:-1]))
        for first, last in runs(twins.tolist()):
            slots[first : last + 2] = sorted(slots[first : last + 2].tolist(), key=self._id.__getitem__)
        order[tied] = slots
        return order

    def _tied_anew(self, due: _Slots) -> NDArray[np.bool_]:
        """Return which places of the sorted due times share theirs with a report that came since the last sorting."""
        if len(self._put) * _MANY > len(due):
            same = np.concatenate(([False], due[1:] == due[:-1], [False]))
            return np.logical_or(same[:-1], same[1:])
        came = self._due[np.array(self._put, np.int64)]
        first, end = np.searchsorted(due, came, side="left"), np.searchsorted(due, came, side="right")
        shared = end - first > 1
        edges = np.zeros(len(due) + 1, np.int64)
        np.add.at(edges, first[shared], 1)
        np.add.at(edges, end[shared], -1)
        return np.cumsum(edges[:-1]) > 0

    def _drop_leavers(self) -> None:
        stays = self._passes(self._sieve)[self._shown]
        if stays.all():
            return
        late, soon = self._counts.late, self._counts.late + self._counts.soon
        sizes = (int(np.count_nonzero(part)) for part in np.split(stays, [late, soon]))
        self._counts = Counts(*sizes)
        self._show(self._shown[stays])

    def _show(self, shown: _Slots) -> None:
        self._position[self._shown] = -1
        self._shown = shown
        self._position[shown] = np.arange(len(shown))

    def _counted(self, now: Millis) -> Counts:
        due = self._due[self._shown]
        late = int(np.searchsorted(due, now, side="left"))
        soon = int(np.searchsorted(due, now + SOON_WITHIN, side="right"))
        return Counts(late, soon - late, len(due) - soon)

"""The queue as a Qt model: group heads and reports in one column, told to Qt exactly as they change."""

from collections.abc import Callable, Iterable, Mapping
from enum import IntEnum
from typing import Any

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from services.domain.report import Millis
from services.domain.rows import ReportRow
from widgets.models.queue_order import Counts, QueueOrder, Sieve

_HEADS = 3
_Index = QModelIndex | QPersistentModelIndex


class QueueRole(IntEnum):
    """What a row of the queue can be asked for beside Qt's own roles."""

    REPORT = Qt.ItemDataRole.UserRole + 1
    """The report's id, or None for a group head."""
    HEAD = Qt.ItemDataRole.UserRole + 2
    """0 late, 1 within half an hour, 2 later; None for a report."""


class QueueModel(QAbstractListModel):
    """The shown part of the board, most urgent first, under the heads of its groups.

    Args:
        order: the sorted index; this model settles it.
        describe: says a report aloud (screen reader, tool tip).
        head: says a group head aloud: its number and its size.
    """

    def __init__(
        self,
        order: QueueOrder,
        *,
        describe: Callable[[ReportRow], str],
        head: Callable[[int, int], str],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._order = order
        self._describe = describe
        self._say_head = head
        self._rows: dict[str, ReportRow] = {}
        self._sequence: NDArray[np.int64] = np.zeros(0, np.int64)
        self._now: Millis = 0

    @property
    def counts(self) -> Counts:
        """The sizes of the three groups."""
        return self._order.counts

    @property
    def order(self) -> QueueOrder:
        """The sorted index below this model."""
        return self._order

    def replace(self, rows: Mapping[str, ReportRow], now: Millis) -> None:
        """Show a whole new board (after a snapshot)."""
        self._rows = dict(rows)
        self._order.replace(self._rows)
        self._restart(now)

    def show(self, sieve: Sieve, now: Millis) -> None:
        """Show another queue."""
        self._order.show(sieve)
        self._restart(now)

    def frame(self, puts: Mapping[str, ReportRow], removed: Iterable[str], now: Millis) -> None:
        """Take one frame's changes and tell Qt what came of them."""
        gone = list(removed)
        for report in gone:
            self._rows.pop(report, None)
        self._rows.update(puts)
        self._order.remove(gone)
        self._order.put(puts.items())
        self.settle(now)
        self._tell_changed(puts)

    def settle(self, now: Millis) -> None:
        """Bring order and groups up to `now`."""
        self._now = now
        if self._order.settle(now):
            self._move_to(self._with_heads())
            for row in self.heads():
                self.dataChanged.emit(self.index(row), self.index(row))

    def row(self, report: str) -> ReportRow | None:
        """The row of a report, shown or not."""
        return self._rows.get(report)

    def report_at(self, row: int) -> str | None:
        """The report in a row of the model, None for a head or beyond the end."""
        if not 0 <= row < len(self._sequence):
            return None
        slot = int(self._sequence[row])
        return None if slot < 0 else self._order.id_of_slot(slot)

    def head_at(self, row: int) -> int | None:
        """The group whose head stands in a row, None for a report."""
        slot = int(self._sequence[row])
        return slot + _HEADS if slot < 0 else None

    def heads(self) -> tuple[int, ...]:
        """The rows that are heads, in order."""
        sizes = (self.counts.late, self.counts.soon, self.counts.later)
        rows, at = [], 0
        for size in sizes:
            if size:
                rows.append(at)
                at += size + 1
        return tuple(rows)

    def row_of(self, report: str) -> int | None:
        """The row of the model in which a report stands, None if it is not shown."""
        position = self._order.position_of(report)
        if position is None:
            return None
        late, soon = self.counts.late, self.counts.soon
        before = (
            int(late > 0) + int(soon > 0 and position >= late) + int(self.counts.later > 0 and position >= late + soon)
        )
        return position + before

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: N802, B008 (Qt's name and Qt's default)
        """How many rows, heads included."""
        return 0 if parent.isValid() else len(self._sequence)

    def flags(self, index: _Index) -> Qt.ItemFlag:
        """Heads cannot be chosen."""
        if index.isValid() and self.head_at(index.row()) is not None:
            return Qt.ItemFlag.ItemIsEnabled
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Texts for screen readers and tests; the view paints from `row` instead."""
        if not index.isValid():
            return None
        at = index.row()
        head = self.head_at(at)
        if role == QueueRole.HEAD:
            return head
        report = self.report_at(at)
        if role == QueueRole.REPORT:
            return report
        if role not in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole}:
            return None
        if head is not None:
            return self._say_head(head, (self.counts.late, self.counts.soon, self.counts.later)[head])
        return self._describe(self._rows[report]) if report is not None else None

    def _restart(self, now: Millis) -> None:
        self.beginResetModel()
        self._now = now
        self._order.settle(now)
        self._sequence = self._with_heads()
        self.endResetModel()

    def _with_heads(self) -> NDArray[np.int64]:
        shown, counts = self._order.shown, self._order.counts
        parts: list[NDArray[np.int64]] = []
        at = 0
        for head, size in enumerate((counts.late, counts.soon, counts.later)):
            if size:
                parts += [np.array([head - _HEADS], np.int64), shown[at : at + size]]
                at += size
        return np.concatenate(parts) if parts else np.zeros(0, np.int64)

    def _tell_changed(self, puts: Mapping[str, ReportRow]) -> None:
        rows = sorted(row for report in puts if (row := self.row_of(report)) is not None)
        for first, last in _runs(rows):
            self.dataChanged.emit(self.index(first), self.index(last))

    def _move_to(self, new: NDArray[np.int64]) -> None:
        old = self._sequence
        size = int(max(old.max(initial=0), new.max(initial=0))) + 1 + _HEADS
        in_old, in_new = np.zeros(size, bool), np.zeros(size, bool)
        in_old[old + _HEADS] = True
        in_new[new + _HEADS] = True
        stays = in_new[old + _HEADS]
        known = in_old[new + _HEADS]
        self._remove(np.flatnonzero(~stays))
        self._permute(new[known])
        self._insert(new, np.flatnonzero(~known))

    def _remove(self, rows: NDArray[np.int64]) -> None:
        for first, last in reversed(_runs(rows.tolist())):
            self.beginRemoveRows(QModelIndex(), first, last)
            self._sequence = np.delete(self._sequence, slice(first, last + 1))
            self.endRemoveRows()

    def _permute(self, new: NDArray[np.int64]) -> None:
        old = self._sequence
        if np.array_equal(old, new):
            return
        self.layoutAboutToBeChanged.emit()
        kept = self.persistentIndexList()
        slots = [int(old[index.row()]) for index in kept]
        self._sequence = new
        place = {slot: int(np.flatnonzero(new == slot)[0]) for slot in slots}
        self.changePersistentIndexList(kept, [self.index(place[slot]) for slot in slots])
        self.layoutChanged.emit()

    def _insert(self, new: NDArray[np.int64], rows: NDArray[np.int64]) -> None:
        for first, last in _runs(rows.tolist()):
            self.beginInsertRows(QModelIndex(), first, last)
            self._sequence = np.concatenate([self._sequence[:first], new[first : last + 1], self._sequence[first:]])
            self.endInsertRows()


def _runs(rows: list[int]) -> list[tuple[int, int]]:
    """Gather ascending row numbers into runs of neighbours (first, last)."""
    runs: list[tuple[int, int]] = []
    for row in rows:
        if runs and row == runs[-1][1] + 1:
            runs[-1] = (runs[-1][0], row)
        else:
            runs.append((row, row))
    return runs

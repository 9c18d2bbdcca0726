"""The queue as a Qt model: group heads and reports in one column, told to Qt exactly as they change."""

from collections.abc import Callable, Iterable, Mapping
from enum import IntEnum
from typing import Any

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QAbstractListModel, QMetaMethod, QModelIndex, QObject, QPersistentModelIndex, Qt

from services.domain.report import Millis
from services.domain.rows import ReportRow
from widgets.models.queue_marks import Sieve
from widgets.models.queue_order import Counts, QueueOrder
from widgets.models.runs import runs

_HEADS = 3
_Index = QModelIndex | QPersistentModelIndex
_TEXTS = frozenset({Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole})


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
        """The slot of each row; a head is its group less three."""
        self._heads: tuple[int, ...] = ()

    @property
    def counts(self) -> Counts:
        """The sizes of the three groups."""
        return self._order.counts

    @property
    def order(self) -> QueueOrder:
        """The sorted index below this model."""
        return self._order

    @property
    def heads(self) -> tuple[int, ...]:
        """The rows that are heads, in order."""
        return self._heads

    def replace(self, rows: Mapping[str, ReportRow], now: Millis) -> None:
        """Show a whole new board (after a snapshot)."""
        self._rows = dict(rows)
        self._order.replace(self._rows)
        self._restart(now)

    def show(self, sieve: Sieve, now: Millis) -> None:
        """Show another queue."""
        self._order.show(sieve, self._rows)
        self._restart(now)

    def frame(self, puts: Mapping[str, ReportRow], removed: Iterable[str], *, now: Millis, hold: bool = False) -> None:
        """Take one frame's changes and tell Qt what came of them; `hold` as in `settle`."""
        gone = list(removed)
        for report in gone:
            self._rows.pop(report, None)
        self._rows.update(puts)
        self._order.remove(gone)
        self._order.put(puts.items())
        self.settle(now, hold=hold)
        self._tell_changed(puts)

    def settle(self, now: Millis, *, hold: bool = False) -> None:
        """Bring order and groups up to `now`; with `hold` rows only leave, nothing comes or moves."""
        if not self._order.settle(now, hold=hold):
            return
        if not self._heard():
            self._take(self._with_heads())
            return
        self._move_to(self._with_heads())
        for row in self._heads:
            self._changed(row, row)

    def row(self, report: str) -> ReportRow | None:
        """The row of a report, shown or not."""
        return self._rows.get(report)

    def unknown(self, reports: Iterable[str]) -> set[str]:
        """Those of the reports that this model has not."""
        return set(reports).difference(self._rows)

    def slots(self, first: int, last: int) -> list[int]:
        """The slots in rows first to last (exclusive), below 0 for heads: the same slots, the same reports."""
        found: list[int] = self._sequence[first:last].tolist()
        return found

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

    def row_of(self, report: str) -> int | None:
        """The row of the model in which a report stands, None if it is not shown."""
        row = self._order.position_of(report)
        if row is None:
            return None
        for head in self._heads:
            if head <= row:
                row += 1
        return row

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 (Qt's default)
        """How many rows, heads included."""
        return 0 if parent.isValid() else len(self._sequence)

    def flags(self, index: _Index) -> Qt.ItemFlag:
        """Heads cannot be chosen."""
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        if self.head_at(index.row()) is not None:
            return Qt.ItemFlag.ItemIsEnabled
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Texts for screen readers and tests; the view paints from `row` instead."""
        if not index.isValid():
            return None
        head, report = self.head_at(index.row()), self.report_at(index.row())
        if role == QueueRole.HEAD:
            return head
        if role == QueueRole.REPORT:
            return report
        return self._text(head, report) if role in _TEXTS else None

    def _text(self, head: int | None, report: str | None) -> str | None:
        if head is not None:
            return self._say_head(head, self.counts.sizes[head])
        row = None if report is None else self._rows.get(report)
        return None if row is None else self._describe(row)

    def _heard(self) -> bool:
        """Whether anybody follows this model: telling hundreds of changes a frame to nobody is half of a frame."""
        return bool(self.persistentIndexList()) or any(
            self.isSignalConnected(QMetaMethod.fromSignal(signal))
            for signal in (self.dataChanged, self.rowsInserted, self.rowsRemoved, self.layoutChanged)
        )

    def _restart(self, now: Millis) -> None:
        self.beginResetModel()
        self._order.settle(now)
        self._take(self._with_heads())
        self.endResetModel()

    def _take(self, sequence: NDArray[np.int64]) -> None:
        self._sequence = sequence
        self._heads = tuple(np.flatnonzero(sequence < 0).tolist())

    def _with_heads(self) -> NDArray[np.int64]:
        shown = self._order.shown
        parts: list[NDArray[np.int64]] = []
        at = 0
        for head, size in enumerate(self._order.counts.sizes):
            if size:
                parts += [np.array([head - _HEADS], np.int64), shown[at : at + size]]
                at += size
        return np.concatenate(parts) if parts else np.zeros(0, np.int64)

    def _changed(self, first: int, last: int) -> None:
        self.dataChanged.emit(self.index(first), self.index(last))

    def _tell_changed(self, puts: Mapping[str, ReportRow]) -> None:
        if not self._heard():
            return
        rows = sorted(row for report in puts if (row := self.row_of(report)) is not None)
        for first, last in runs(rows):
            self._changed(first, last)

    def _move_to(self, new: NDArray[np.int64]) -> None:
        old = self._sequence
        size = int(max(old.max(initial=0), new.max(initial=0))) + 1 + _HEADS
        in_old, in_new = np.zeros(size, bool), np.zeros(size, bool)
        in_old[old + _HEADS] = True
        in_new[new + _HEADS] = True
        known = in_old[new + _HEADS]
        self._remove(np.flatnonzero(~in_new[old + _HEADS]))
        self._permute(new[known])
        self._insert(new, np.flatnonzero(~known))

    def _remove(self, rows: NDArray[np.int64]) -> None:
        for first, last in reversed(runs(rows.tolist())):
            self.beginRemoveRows(QModelIndex(), first, last)
            self._take(np.delete(self._sequence, slice(first, last + 1)))
            self.endRemoveRows()

    def _permute(self, new: NDArray[np.int64]) -> None:
        old = self._sequence
        if np.array_equal(old, new):
            return
        self.layoutAboutToBeChanged.emit()
        kept = self.persistentIndexList()
        slots = [int(old[index.row()]) for index in kept]
        self._take(new)
        places = [int(np.flatnonzero(new == slot)[0]) for slot in slots]
        self.changePersistentIndexList(kept, [self.index(place) for place in places])
        self.layoutChanged.emit()

    def _insert(self, new: NDArray[np.int64], rows: NDArray[np.int64]) -> None:
        for first, last in runs(rows.tolist()):
            self.beginInsertRows(QModelIndex(), first, last)
            self._take(np.concatenate([self._sequence[:first], new[first : last + 1], self._sequence[first:]]))
            self.endInsertRows()

"""A list of the queue's rows whose places are computed, and in which one row can keep its place on the screen.

Qt's own item views lay every section out anew when an order changes, and answer each inserted row; this one only reads
the model, so that a frame costs what is in sight and nothing that grows with the queue.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import NamedTuple

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QWidget

from widgets.models.queue_model import QueueModel
from widgets.queue_geometry import QueueGeometry


@dataclass(frozen=True, slots=True)
class _Anchor:
    """A report and where it stands on the screen."""

    report: str
    top: float


class Sight(NamedTuple):
    """What stands where: the first row in sight with its top, the slots from there on, and the head over them."""

    first: int
    top: float
    slots: list[int]
    sticky: tuple[int, float] | None
    sizes: tuple[int, int, int]

    def same_places(self, other: "Sight") -> bool:
        """Whether the same stands in the same places; a group may have another size."""
        return self.top == other.top and self.slots == other.slots and self.sticky == other.sticky


class PlacedList(QAbstractScrollArea):
    """Rows of two heights over a `QueueModel`; whoever feeds it repaints what is in sight.

    While a row keeps its place there may be empty room above or below the list; it goes when a person scrolls or moves
    on.
    """

    def __init__(self, model: QueueModel, *, row_height: float, head_height: float, parent: QWidget | None) -> None:
        super().__init__(parent)
        self._queue = model
        self._heights = (row_height, head_height)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.viewport().setAutoFillBackground(False)
        self.verticalScrollBar().valueChanged.connect(self._on_scrolled)

    def set_heights(self, *, row: float, head: float) -> None:
        """Give rows and heads other heights, in whole logical pixels."""
        self._heights = (row, head)
        self.fit_bar()

    def geometry_of_rows(self) -> QueueGeometry:
        """Return where the rows lie in the list."""
        row_height, head_height = self._heights
        return QueueGeometry(self._queue.rowCount(), self._queue.heads, row_height, head_height)

    def top_row(self) -> int:
        """Return the first row of the model that is at least partly in sight."""
        return self.geometry_of_rows().row_at(self.verticalOffset())

    def row_rect(self, row: int) -> QRectF:
        """Return where a row lies in the viewport, in logical pixels."""
        geometry = self.geometry_of_rows()
        top = geometry.top_of(row) - self.verticalOffset()
        return QRectF(0, top, self.viewport().width(), geometry.height_of(row))

    def in_sight(self) -> Iterator[tuple[int, QRectF]]:
        """Yield the rows in sight, each with where it lies."""
        geometry, offset = self.geometry_of_rows(), self.verticalOffset()
        width, height = self.viewport().width(), self.viewport().height()
        first = geometry.row_at(offset)
        top = geometry.top_of(first) - offset
        for row in range(first, geometry.rows):
            if top >= height:
                return
            high = geometry.height_of(row)
            yield row, QRectF(0, top, width, high)
            top += high

    def sight(self) -> Sight:
        """Return what is in sight, to be compared with what is there after a frame."""
        offset, geometry = self.verticalOffset(), self.geometry_of_rows()
        first, last = geometry.row_at(offset), geometry.row_at(offset + self.viewport().height())
        head = geometry.head_above(offset)
        return Sight(
            first=first,
            top=geometry.top_of(first) - offset,
            slots=self._queue.slots(first, last + 1),
            sticky=None if head is None else (head, geometry.head_top(head, offset)),
            sizes=self._queue.counts.sizes,
        )

    @contextmanager
    def keeping_place(self, report: str | None) -> Iterator[None]:
        """Leave this report (if not in sight, the topmost) where it is while the rows around it change."""
        pinned = report is not None and self._queue.row_of(report) is not None
        anchor = self._anchor(report)
        at_top = self.verticalOffset() == 0 and not pinned
        yield
        row = None if anchor is None else self._queue.row_of(anchor.report)
        if anchor is None or row is None or at_top:
            self.take_back_empty_room()
        else:
            self._put_at(round(self.geometry_of_rows().top_of(row) - anchor.top))

    def take_back_empty_room(self) -> None:
        """Leave no empty room beyond the ends of the list."""
        self._set_range(0, self._furthest())

    def _anchor(self, report: str | None) -> _Anchor | None:
        top = self.top_row()
        for candidate in (report, self._queue.report_at(top), self._queue.report_at(top + 1)):
            row = None if candidate is None else self._queue.row_of(candidate)
            if candidate is None or row is None:
                continue
            rect = self.row_rect(row)
            if rect.bottom() > 0 and rect.top() < self.viewport().height():
                return _Anchor(candidate, rect.top())
        return None

    def _put_at(self, offset: int) -> None:
        """Scroll so that the list begins `offset` pixels above the viewport, beyond its ends if need be."""
        self._set_range(min(0, offset), max(self._furthest(), offset))
        self.verticalScrollBar().setValue(offset)

    def _set_range(self, low: int, high: int) -> None:
        bar = self.verticalScrollBar()
        bar.setRange(low, high)
        bar.setEnabled(high > low)

    def _furthest(self) -> int:
        return max(0, round(self.geometry_of_rows().total) - self.viewport().height())

    def _on_scrolled(self, value: int) -> None:
        self._set_range(min(0, value), max(self._furthest(), value))

    def verticalOffset(self) -> int:
        """How far the list is scrolled, in logical pixels; negative where there is empty room above it."""
        return self.verticalScrollBar().value()

    def row_under(self, y: float) -> int | None:
        """Return the row at a height of the viewport, None beside the list."""
        geometry = self.geometry_of_rows()
        at = y + self.verticalOffset()
        return geometry.row_at(at) if 0 <= at < geometry.total else None

    def bring_into_sight(self, row: int) -> None:
        """Scroll as little as shows a row, clear of the head that stays in sight."""
        rect, head = self.row_rect(row), self._heights[1]
        bar, height = self.verticalScrollBar(), self.viewport().height()
        if rect.top() < head:
            bar.setValue(round(bar.value() + rect.top() - head))
        elif rect.bottom() > height:
            bar.setValue(round(bar.value() + rect.bottom() - height))

    def fit_bar(self) -> None:
        """Fit the scroll bar to rows and viewport."""
        bar = self.verticalScrollBar()
        bar.setPageStep(self.viewport().height())
        bar.setSingleStep(round(self._heights[0]))
        self.take_back_empty_room()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the scroll bar to the new height."""
        super().resizeEvent(event)
        self.fit_bar()

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        """Repaint: rows are painted where they are."""
        self.viewport().update()

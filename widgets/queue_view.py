"""The queue on the screen: rows painted from a cache, two row heights by arithmetic, and a focused row that never moves.

Qt's own views lay every section out anew when an order changes; this one computes where a row is, so that a change
costs what is visible and nothing that grows with the queue.
"""

from collections.abc import Callable, Iterable, Mapping

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QRegion, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QWidget

from services.domain.report import Millis
from services.domain.rows import ReportRow
from widgets.models.queue_model import QueueModel
from widgets.models.queue_order import Sieve
from widgets.paint.heads import draw_group_head
from widgets.paint.source import Paint
from widgets.paint.surfaces import draw_selection
from widgets.queue_row import RowLook, RowPictures, RowTime, draw_time, time_rect

_Index = QModelIndex | QPersistentModelIndex
Look = Callable[[str, ReportRow], RowLook]
Time = Callable[[ReportRow, Millis], RowTime]
HeadWords = Callable[[int, int], tuple[str, str]]
"""Group and size -> its title and its count, in words."""


class QueueView(QAbstractItemView):
    """The queue; says which report is under the focus and which one a person wants to open.

    Signals:
        report_chosen(str): the id under the focus.
        report_opened(str): Enter or a double click on it.
    """

    report_chosen = Signal(str)
    report_opened = Signal(str)

    def __init__(
        self, model: QueueModel, *, paint: Paint, look: Look, time: Time, heads: HeadWords, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._queue = model
        self._paint = paint
        self._look = look
        self._time = time
        self._head_words = heads
        self._pictures = RowPictures()
        self._now: Millis = 0
        self._short = False
        self._chosen: str | None = None
        self._last_row = 0
        self.setModel(model)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.viewport().setAutoFillBackground(False)

    # what the window gives

    @property
    def chosen(self) -> str | None:
        """The report under the focus."""
        return self._chosen

    def set_paint(self, paint: Paint) -> None:
        """Paint with another theme or text scale."""
        self._paint = paint
        self._pictures.clear()
        self.updateGeometries()
        self.viewport().update()

    def set_short(self, short: bool) -> None:
        """Use the lower rows of a low screen."""
        if short != self._short:
            self._short = short
            self._pictures.clear()
            self.updateGeometries()
            self.viewport().update()

    def set_board(self, rows: Mapping[str, ReportRow], now: Millis) -> None:
        """Show a whole new board; the focus stays on its report if that is still there."""
        self._now = now
        with _Anchor(self):
            self._queue.replace(rows, now)
        self.viewport().update()

    def show_queue(self, sieve: Sieve, now: Millis) -> None:
        """Show another queue from its top."""
        self._now = now
        self._queue.show(sieve, now)
        self.verticalScrollBar().setValue(0)
        self._sync_current()
        self.viewport().update()

    def frame(self, puts: Mapping[str, ReportRow], removed: Iterable[str], now: Millis) -> None:
        """Take one frame's changes; the row under the focus keeps its place on the screen."""
        self._now = now
        with _Anchor(self):
            self._queue.frame(puts, removed, now)
        self.viewport().update()

    def tick(self, now: Millis) -> None:
        """Let a second pass: regroup if a deadline passed, and repaint the times only."""
        self._now = now
        with _Anchor(self):
            self._queue.settle(now)
        rect = time_rect(QRectF(self.viewport().rect()), self._paint).toAlignedRect()
        self.viewport().update(rect)

    def choose(self, report: str | None) -> None:
        """Put the focus on a report of the queue (or on none) and bring it into sight."""
        row = None if report is None else self._queue.row_of(report)
        self._choose(report if row is not None else None)
        if row is not None:
            self.scrollTo(self._queue.index(row))

    def step(self, by: int) -> None:
        """Move the focus `by` reports down (negative: up); heads are stepped over."""
        row = self._row_to_step_from()
        target = self._next_report(row + by, 1 if by > 0 else -1)
        if target is not None:
            self.choose(self._queue.report_at(target))

    def top_row(self) -> int:
        """The first row of the model that is at least partly visible."""
        return self._row_at(self.verticalOffset())

    # where rows are

    def row_rect(self, row: int) -> QRectF:
        """Where a row lies in the viewport, in logical pixels."""
        top = self._top_of(row) - self.verticalOffset()
        return QRectF(0, top, self.viewport().width(), self._height_of(row))

    def _row_height(self) -> float:
        rows = self._paint.measures.row
        return round(self._paint.px(rows.short if self._short else rows.normal))

    def _head_height(self) -> float:
        return round(self._paint.px(self._paint.measures.row.head))

    def _height_of(self, row: int) -> float:
        return self._head_height() if row in self._queue.heads() else self._row_height()

    def _top_of(self, row: int) -> float:
        heads = sum(1 for head in self._queue.heads() if head < row)
        return (row - heads) * self._row_height() + heads * self._head_height()

    def _row_at(self, y: float) -> int:
        row = int(y // self._row_height())
        while row > 0 and self._top_of(row) > y:
            row -= 1
        while row + 1 < self._queue.rowCount() and self._top_of(row + 1) <= y:
            row += 1
        return row

    # the focus

    def _choose(self, report: str | None) -> None:
        changed = report != self._chosen
        self._chosen = report
        self._sync_current()
        self.viewport().update()
        if changed and report is not None:
            self.report_chosen.emit(report)

    def _sync_current(self) -> None:
        row = None if self._chosen is None else self._queue.row_of(self._chosen)
        if row is not None:
            self._last_row = row
        selection = self.selectionModel()
        index = QModelIndex() if row is None else self._queue.index(row)
        if selection.currentIndex() != index:
            selection.setCurrentIndex(index, selection.SelectionFlag.ClearAndSelect)

    def _row_to_step_from(self) -> int:
        row = None if self._chosen is None else self._queue.row_of(self._chosen)
        if row is not None:
            return row
        return self._last_row - 1 if self._chosen is not None else -1

    def _next_report(self, row: int, direction: int) -> int | None:
        while 0 <= row < self._queue.rowCount():
            if self._queue.report_at(row) is not None:
                return row
            row += direction
        return None

    # painting

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 (Qt's name)
        """Paint the rows that are in sight, and the head of the topmost group over them."""
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(event.rect(), self._paint.theme.bg1)
        times_only = event.rect().left() > 0
        bottom = self.viewport().height()
        for row in range(self.top_row(), self._queue.rowCount()):
            rect = self.row_rect(row)
            if rect.top() >= bottom:
                break
            self._paint_row(painter, row, rect=rect, times_only=times_only)
        self._paint_sticky_head(painter)
        painter.end()

    def _paint_row(self, painter: QPainter, row: int, *, rect: QRectF, times_only: bool) -> None:
        report = self._queue.report_at(row)
        if report is None:
            self._paint_head(painter, row, rect=rect)
            return
        value = self._queue.row(report)
        if value is None:
            return
        if report == self._chosen:
            pad = self._paint.px(8)
            draw_selection(painter, rect.adjusted(pad, 1, -pad, -1), paint=self._paint, focused=self.hasFocus())
        if not times_only:
            ratio = self.devicePixelRatioF()
            body = self._pictures.body(
                report, self._look(report, value), size=rect.size(), ratio=ratio, paint=self._paint
            )
            painter.drawPixmap(rect.topLeft(), body)
        draw_time(painter, rect, time=self._time(value, self._now), paint=self._paint)

    def _paint_head(self, painter: QPainter, row: int, *, rect: QRectF) -> None:
        group = self._queue.head_at(row)
        if group is None:
            return
        counts = self._queue.counts
        title, count = self._head_words(group, (counts.late, counts.soon, counts.later)[group])
        inset = self._paint.px(self._paint.measures.space.queue)
        draw_group_head(
            painter, rect.adjusted(inset, 0, -inset, 0), title=title, count=count, late=group == 0, paint=self._paint
        )

    def _paint_sticky_head(self, painter: QPainter) -> None:
        above = [head for head in self._queue.heads() if self._top_of(head) < self.verticalOffset()]
        if not above:
            return
        head = above[-1]
        height = self._head_height()
        later = [self.row_rect(row).top() for row in self._queue.heads() if row > head]
        top = min(0.0, later[0] - height) if later else 0.0
        rect = QRectF(0, top, self.viewport().width(), height)
        painter.fillRect(rect, self._paint.theme.bg1)
        self._paint_head(painter, head, rect=rect)

    # hands

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802 (Qt's name)
        """Choose the report under the pointer."""
        self.setFocus(Qt.FocusReason.MouseFocusReason)
        report = self._queue.report_at(self._row_at(event.position().y() + self.verticalOffset()))
        if report is not None and event.button() == Qt.MouseButton.LeftButton:
            self._choose(report)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:  # noqa: N802 (Qt's name)
        """Open the report under the pointer."""
        report = self._queue.report_at(self._row_at(event.position().y() + self.verticalOffset()))
        if report is not None:
            self.report_opened.emit(report)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 (Qt's name)
        """Move with the arrows, Page, Home and End; everything else is the window's."""
        page = max(1, int(self.viewport().height() // self._row_height()) - 1)
        steps = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_PageDown: page, Qt.Key.Key_PageUp: -page}
        by = steps.get(Qt.Key(event.key()))
        if by is not None:
            self._step_clamped(by)
        elif event.key() == Qt.Key.Key_Home:
            self.choose(self._edge_report(0, 1))
        elif event.key() == Qt.Key.Key_End:
            self.choose(self._edge_report(self._queue.rowCount() - 1, -1))
        else:
            event.ignore()

    def focusInEvent(self, event: QFocusEvent) -> None:  # noqa: N802 (Qt's name)
        """Show that the keys act here."""
        super().focusInEvent(event)
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:  # noqa: N802 (Qt's name)
        """Show that the keys act elsewhere."""
        super().focusOutEvent(event)
        self.viewport().update()

    def _step_clamped(self, by: int) -> None:
        row = min(max(self._row_to_step_from() + by, 0), self._queue.rowCount() - 1)
        target = self._next_report(row, 1 if by > 0 else -1)
        if target is not None:
            self.choose(self._queue.report_at(target))

    def _edge_report(self, row: int, direction: int) -> str | None:
        found = self._next_report(row, direction)
        return None if found is None else self._queue.report_at(found)

    # what Qt asks of an item view

    def visualRect(self, index: _Index) -> QRect:  # noqa: N802 (Qt's name)
        """Where an index lies in the viewport."""
        return self.row_rect(index.row()).toAlignedRect() if index.isValid() else QRect()

    def scrollTo(  # noqa: N802 (Qt's name)
        self, index: _Index, hint: QAbstractItemView.ScrollHint = QAbstractItemView.ScrollHint.EnsureVisible
    ) -> None:
        """Bring an index into sight with as little movement as possible, clear of the sticky head."""
        del hint
        if not index.isValid():
            return
        rect = self.row_rect(index.row())
        bar = self.verticalScrollBar()
        if rect.top() < self._head_height():
            bar.setValue(round(bar.value() + rect.top() - self._head_height()))
        elif rect.bottom() > self.viewport().height():
            bar.setValue(round(bar.value() + rect.bottom() - self.viewport().height()))

    def indexAt(self, point: QPoint) -> QModelIndex:  # noqa: N802 (Qt's name)
        """The index under a point of the viewport."""
        y = point.y() + self.verticalOffset()
        if y < 0 or y >= self._top_of(self._queue.rowCount()):
            return QModelIndex()
        return self._queue.index(self._row_at(y))

    def moveCursor(  # noqa: N802 (Qt's name)
        self, action: QAbstractItemView.CursorAction, modifiers: Qt.KeyboardModifier
    ) -> QModelIndex:
        """The index a cursor key leads to (Qt asks; `keyPressEvent` moves)."""
        del action, modifiers
        return self.currentIndex()

    def horizontalOffset(self) -> int:  # noqa: N802 (Qt's name)
        """Never scrolled sideways."""
        return 0

    def verticalOffset(self) -> int:  # noqa: N802 (Qt's name)
        """How far the list is scrolled, in logical pixels."""
        return self.verticalScrollBar().value()

    def isIndexHidden(self, index: _Index) -> bool:  # noqa: N802 (Qt's name)
        """No row is hidden."""
        del index
        return False

    def setSelection(self, rect: QRect, command: object) -> None:  # noqa: N802 (Qt's name)
        """Rubber bands choose nothing."""
        del rect, command

    def visualRegionForSelection(self, selection: object) -> QRegion:  # noqa: N802 (Qt's name)
        """Where the chosen row is."""
        del selection
        row = None if self._chosen is None else self._queue.row_of(self._chosen)
        return QRegion() if row is None else QRegion(self.row_rect(row).toAlignedRect())

    def updateGeometries(self) -> None:  # noqa: N802 (Qt's name)
        """Fit the scroll bar to the rows."""
        total = self._top_of(self._queue.rowCount())
        bar = self.verticalScrollBar()
        bar.setPageStep(self.viewport().height())
        bar.setSingleStep(round(self._row_height()))
        bar.setRange(0, max(0, round(total) - self.viewport().height()))
        super().updateGeometries()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 (Qt's name)
        """Fit the scroll bar to the new height."""
        super().resizeEvent(event)
        self.updateGeometries()

    def dataChanged(self, top_left: _Index, bottom_right: _Index, roles: Iterable[int] = ()) -> None:  # noqa: N802 (Qt's name)
        """Nothing to do: whoever feeds the view repaints it once a frame."""


class _Anchor:
    """Keeps the row under the focus (or else the topmost) where it is on the screen while the rows around it change."""

    def __init__(self, view: QueueView) -> None:
        self._view = view
        self._report: str | None = None
        self._top = 0.0

    def __enter__(self) -> None:
        view = self._view
        model = view._queue  # noqa: SLF001 (same module)
        for report in (view.chosen, model.report_at(view.top_row()), model.report_at(view.top_row() + 1)):
            row = None if report is None else model.row_of(report)
            if row is not None and 0 <= view.row_rect(row).bottom() and view.row_rect(row).top() < view.viewport().height():
                self._report, self._top = report, view.row_rect(row).top()
                return

    def __exit__(self, *exception: object) -> None:
        view = self._view
        view.updateGeometries()
        row = None if self._report is None else view._queue.row_of(self._report)  # noqa: SLF001 (same module)
        if row is not None:
            bar = view.verticalScrollBar()
            at_top = bar.value() == 0 and view.chosen is None
            if not at_top:
                bar.setValue(bar.value() + round(view.row_rect(row).top() - self._top))
        view._sync_current()  # noqa: SLF001 (same module)

"""The queue on the screen: its focus, its frames, its hands; the focused row never moves by itself."""

from collections.abc import Collection, Container, Iterable, Mapping

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from services.domain.report import Millis
from services.domain.rows import ReportRow
from widgets.enter_key import is_plain_enter
from widgets.models.queue_marks import Sieve
from widgets.models.queue_model import QueueModel
from widgets.paint.source import Paint
from widgets.placed_list import PlacedList, Sight
from widgets.queue_news import QueueNews
from widgets.queue_painter import HeadWords, Look, QueuePainter, RowPlace, Time
from widgets.queue_row import time_rect

HOLD: Millis = 2_000
"""For so long after a key nothing comes into the order and nothing moves in it."""


class QueueView(PlacedList):
    """The queue; says which report is under the focus and which one a person wants to open.

    Signals:
        report_chosen(str): the id under the focus.
        report_opened(str): a double click on it.
        entered(): Enter; what it means is the window's to say.
        tick_wanted(str): Ctrl and a click on it.
        held_changed(int): how many new reports there are above what is in sight, waiting ones included.
    """

    report_chosen = Signal(str)
    report_opened = Signal(str)
    entered = Signal()
    tick_wanted = Signal(str)
    held_changed = Signal(int)

    def __init__(
        self,
        model: QueueModel,
        *,
        paint: Paint,
        look: Look,
        time: Time,
        heads: HeadWords,
        parent: QWidget | None = None,
    ) -> None:
        self._painter = QueuePainter(paint=paint, look=look, time=time, heads=heads)
        self._news = QueueNews(model)
        self._now: Millis = 0
        self._held_until: Millis = 0
        self._short = False
        self._loading = False
        self._empty = ""
        self._chosen: str | None = None
        self._last_row = 0
        super().__init__(
            model,
            row_height=self._painter.row_height(short=False),
            head_height=self._painter.head_height(),
            parent=parent,
        )
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    @property
    def chosen(self) -> str | None:
        """The report under the focus."""
        return self._chosen

    # what the window gives

    def set_paint(self, paint: Paint) -> None:
        """Paint with another theme or text scale."""
        self._painter.set_paint(paint)
        self.refresh()

    def refresh(self) -> None:
        """Paint everything anew: other words, other names of members."""
        self._painter.forget()
        self.set_heights(row=self._painter.row_height(short=self._short), head=self._painter.head_height())
        self.viewport().update()

    def set_short(self, short: bool) -> None:
        """Use the lower rows of a low screen."""
        if short != self._short:
            self._short = short
            self.refresh()

    def set_loading(self, loading: bool) -> None:
        """Show grey bars in the shape of rows while the first board is under way."""
        self._loading = loading
        self.viewport().update()

    def set_empty(self, text: str) -> None:
        """Say this where the queue holds nothing."""
        self._empty = text
        self.viewport().update()

    def set_board(self, rows: Mapping[str, ReportRow], now: Millis) -> None:
        """Show a whole new board; the focus stays on its report if that is still there."""
        self._now = now
        with self.keeping_place(self._chosen):
            self._queue.replace(rows, now)
        self._start_anew()

    def show_queue(self, sieve: Sieve, now: Millis) -> None:
        """Show another queue from its top."""
        self._now = now
        self._held_until = 0
        self._queue.show(sieve, now)
        self.go_to_top()
        self._start_anew()

    def frame(self, puts: Mapping[str, ReportRow], removed: Iterable[str], now: Millis) -> None:
        """Take one frame's changes; repaints only what of them is in sight."""
        self._now = now
        before = self.sight()
        self._news.arrive(puts)
        self._painter.doubt(puts)
        with self.keeping_place(self._chosen):
            self._queue.frame(puts, removed, now=now, hold=now < self._held_until)
        self._sync_current()
        self._tell_news()
        self._repaint(before, puts)

    def touched(self, now: Millis) -> None:
        """Somebody pressed a key: for two seconds nothing comes or moves, rows in sight only change and leave."""
        self._held_until = now + HOLD

    def tick(self, now: Millis) -> None:
        """Let a second pass: regroup if a deadline passed or a hold is over, and repaint the times only."""
        self._now = now
        before = self.sight()
        with self.keeping_place(self._chosen):
            self._queue.settle(now, hold=now < self._held_until)
        self._sync_current()
        self._tell_news()
        self._repaint(before, ())
        self.viewport().update(time_rect(QRectF(self.viewport().rect()), self._painter.paint).toAlignedRect())

    def choose(self, report: str | None) -> None:
        """Put the focus on a report of the queue (or on none) and bring it into sight."""
        row = None if report is None else self._queue.row_of(report)
        self._choose(report if row is not None else None)
        self.take_back_empty_room()
        if row is not None:
            self.bring_into_sight(row)

    def begin(self) -> None:
        """Begin at the first report of this queue, or stay at the one under the focus, which is brought into sight."""
        row = self._row_of_chosen()
        first = self._next_report(0, 1)
        if row is not None:
            self.bring_into_sight(row)
        elif first is not None:
            self.choose(first)

    def step(self, by: int) -> None:
        """Move the focus `by` reports down (negative: up); heads are stepped over, the ends are the ends."""
        row = min(max(self._row_to_step_from(by) + by, 0), self._queue.rowCount() - 1)
        direction = 1 if by > 0 else -1
        target = self._next_report(row, direction) or self._next_report(row, -direction)
        if target is not None:
            self.choose(target)

    def doubt(self, reports: Collection[str]) -> None:
        """Paint these reports anew: something beside their rows has changed."""
        self._painter.doubt(reports)
        for row, rect in self.in_sight():
            if self._queue.report_at(row) in reports:
                self.viewport().update(rect.toAlignedRect())

    def after(self, reports: Collection[str]) -> str | None:
        """Return with which report to go on after these: the next below the focus, else the next above it."""
        at = self._row_of_chosen()
        if at is None:
            return None
        for direction in (1, -1):
            row = at
            while (report := self._next_report(row + direction, direction)) is not None:
                if report not in reports:
                    return report
                row += direction
        return None

    def go_to_top(self) -> None:
        """Show the beginning of the list; the focus stays where it is."""
        self.verticalScrollBar().setValue(0)
        self.take_back_empty_room()

    def _start_anew(self) -> None:
        self._news.forget()
        self._sync_current()
        self._tell_news()
        self.viewport().update()

    # the focus

    def _choose(self, report: str | None) -> None:
        changed = report != self._chosen
        self._chosen = report
        self._sync_current()
        self.viewport().update()
        if changed and report is not None:
            self.report_chosen.emit(report)

    def _row_of_chosen(self) -> int | None:
        return None if self._chosen is None else self._queue.row_of(self._chosen)

    def _sync_current(self) -> None:
        """Remember where the focus is, and say it to screen readers: this list has no rows of Qt's own."""
        row = self._row_of_chosen()
        words = ""
        if row is not None:
            self._last_row = row
            words = self._queue.index(row).data(Qt.ItemDataRole.AccessibleTextRole)
        if words != self.accessibleDescription():
            self.setAccessibleDescription(words)

    def _row_to_step_from(self, by: int) -> int:
        """The row a step counts from; where the report under the focus has left, the gap it left."""
        row = self._row_of_chosen()
        if row is not None:
            return row
        if self._chosen is None:
            return -1 if by > 0 else self._queue.rowCount()
        return self._last_row - 1 if by > 0 else self._last_row

    def _next_report(self, row: int, direction: int) -> str | None:
        while 0 <= row < self._queue.rowCount():
            report = self._queue.report_at(row)
            if report is not None:
                return report
            row += direction
        return None

    def _on_scrolled(self, value: int) -> None:
        super()._on_scrolled(value)
        self._tell_news()

    def _tell_news(self) -> None:
        if self._news.count(self.top_row()):
            self.held_changed.emit(self._news.told)

    # painting

    def _repaint(self, before: Sight, puts: Container[str]) -> None:
        sight = self.sight()
        if not before.same_places(sight):
            self.viewport().update()
            return
        others = before.sizes != sight.sizes
        for row, slot in enumerate(sight.slots, sight.first):
            if others if slot < 0 else self._queue.order.id_of_slot(slot) in puts:
                self.viewport().update(self.row_rect(row).toAlignedRect())
        if others and sight.sticky is not None:
            head = QRectF(0, sight.sticky[1], self.viewport().width(), self._painter.head_height())
            self.viewport().update(head.toAlignedRect())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the rows that are in sight, and the head of the topmost group over them."""
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(event.rect(), self._painter.paint.theme.bg1)
        if self._queue.rowCount() == 0:
            self._paint_nothing(painter)
        region, times_only = event.region(), event.rect().left() > 0
        everything = event.rect() == self.viewport().rect() and region.rectCount() == 1
        for row, rect in self.in_sight():
            if everything or region.intersects(rect.toAlignedRect()):
                self._paint_row(painter, row, rect=rect, times_only=times_only)
        self._paint_sticky_head(painter)
        painter.end()

    def _paint_row(self, painter: QPainter, row: int, *, rect: QRectF, times_only: bool) -> None:
        report = self._queue.report_at(row)
        value = None if report is None else self._queue.row(report)
        if report is None or value is None:
            self._paint_head(painter, row, rect=rect)
            return
        place = RowPlace(rect=rect, chosen=report == self._chosen, focused=self.hasFocus(), times_only=times_only)
        self._painter.draw_row(painter, report, row=value, now=self._now, place=place)

    def _paint_head(self, painter: QPainter, row: int, *, rect: QRectF) -> None:
        group = self._queue.head_at(row)
        if group is not None:
            self._painter.draw_head(painter, rect, group=group, size=self._queue.counts.sizes[group])

    def _paint_sticky_head(self, painter: QPainter) -> None:
        geometry, offset = self.geometry_of_rows(), self.verticalOffset()
        head = geometry.head_above(offset)
        if head is not None:
            rect = QRectF(0, geometry.head_top(head, offset), self.viewport().width(), geometry.head_height)
            self._paint_head(painter, head, rect=rect)

    def _paint_nothing(self, painter: QPainter) -> None:
        rect = QRectF(self.viewport().rect())
        if self._loading:
            self._painter.draw_loading(painter, rect, height=self._painter.row_height(short=self._short))
        elif self._empty:
            self._painter.draw_words(painter, rect, text=self._empty)

    # hands

    def _report_under(self, event: QMouseEvent) -> str | None:
        row = self.row_under(event.position().y())
        return None if row is None else self._queue.report_at(row)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose the report under the pointer."""
        self.setFocus(Qt.FocusReason.MouseFocusReason)
        report = self._report_under(event)
        if report is None or event.button() != Qt.MouseButton.LeftButton:
            return
        self._choose(report)
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.tick_wanted.emit(report)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Nothing is dragged."""
        event.accept()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """The press has chosen already."""
        event.accept()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Open the report under the pointer."""
        report = self._report_under(event)
        if report is not None:
            self.report_opened.emit(report)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move with the arrows, Page, Home and End, take with Enter; everything else is the window's."""
        page = max(1, int(self.viewport().height() // self._painter.row_height(short=self._short)) - 1)
        far = self._queue.rowCount()
        steps = {
            Qt.Key.Key_Down: 1,
            Qt.Key.Key_Up: -1,
            Qt.Key.Key_PageDown: page,
            Qt.Key.Key_PageUp: -page,
            Qt.Key.Key_End: far,
            Qt.Key.Key_Home: -far,
        }
        by = steps.get(Qt.Key(event.key()))
        if by is not None:
            self.step(by)
        elif is_plain_enter(event):
            self.entered.emit()
        else:
            event.ignore()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show that the keys act here."""
        super().focusInEvent(event)
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Show that the keys act elsewhere."""
        super().focusOutEvent(event)
        self.viewport().update()

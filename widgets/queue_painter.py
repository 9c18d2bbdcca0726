"""Paints the queue's rows and heads, rows from kept pictures."""

from collections.abc import Callable, Container
from dataclasses import replace
from typing import NamedTuple

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter

from services.domain.report import Millis
from services.domain.rows import ReportRow
from services.domain.urgency import Group
from widgets.kept_pictures import Cast, KeptPictures
from widgets.paint.fonts import TextRole
from widgets.paint.heads import draw_group_head
from widgets.paint.source import Paint
from widgets.paint.surfaces import draw_loading_bars, draw_selection
from widgets.queue_row import RIGHT, RowLook, RowTime, draw_body, draw_time, text_rect, time_rect

Look = Callable[[str, ReportRow], RowLook]
"""What the body of a report's row shows, by its id and its row."""
Time = Callable[[ReportRow, Millis], RowTime]
"""What the time half of a row shows."""
HeadWords = Callable[[int, int], tuple[str, str]]
"""Group and size -> its title and its count, in words."""

_SECOND = 1000
_INSET = 8.0
_BESIDE_BAR = 2.0
"""Between the selected row's ground and the scroll bar."""


class RowPlace(NamedTuple):
    """Where and how one row is painted."""

    rect: QRectF
    chosen: bool
    focused: bool
    times_only: bool


class QueuePainter:
    """The painter of a queue; keeps the pictures of rows for one theme, text scale and language."""

    def __init__(self, *, paint: Paint, look: Look, time: Time, heads: HeadWords) -> None:
        self._paint = paint
        self._look = look
        self._time = time
        self._heads = heads
        self._bodies: KeptPictures[RowLook] = KeptPictures(self._draw_body)
        self._times: KeptPictures[RowTime] = KeptPictures(self._draw_time)

    @property
    def paint(self) -> Paint:
        """What it paints with."""
        return self._paint

    def set_paint(self, paint: Paint) -> None:
        """Paint with another theme or text scale from now on."""
        self._paint = paint
        self.forget()

    def row_height(self, *, short: bool) -> float:
        """Return how high a row is, in whole logical pixels."""
        rows = self._paint.measures.row
        return round(self._paint.px(rows.short if short else rows.normal))

    def head_height(self) -> float:
        """Return how high a group head is, in whole logical pixels."""
        return round(self._paint.px(self._paint.measures.row.head))

    def forget(self) -> None:
        """Keep no picture: other words, other names."""
        self._bodies.clear()
        self._times.clear()

    def doubt(self, reports: Container[str]) -> None:
        """Ask anew what these reports show."""
        self._bodies.doubt(reports)

    def draw_row(self, painter: QPainter, report: str, *, row: ReportRow, now: Millis, place: RowPlace) -> None:
        """Draw one report."""
        rect, ratio = place.rect, painter.device().devicePixelRatioF()
        if place.chosen:
            ground = rect.adjusted(self._paint.px(_INSET), 1, -_BESIDE_BAR, -1)
            draw_selection(painter, ground, paint=self._paint, focused=place.focused)
        second = now // _SECOND
        if not place.times_only:
            body = Cast(row, second, rect.size(), ratio)
            painter.drawPixmap(rect.topLeft(), self._bodies.picture(report, body, lambda: self._look(report, row)))
        times = time_rect(rect, self._paint)
        cast = Cast(row, second, times.size(), ratio)
        painter.drawPixmap(times.topLeft(), self._times.picture(report, cast, lambda: self._rough_time(row, now)))

    def _draw_body(self, painter: QPainter, rect: QRectF, look: RowLook) -> None:
        draw_body(painter, rect, look=look, paint=self._paint)

    def _draw_time(self, painter: QPainter, rect: QRectF, time: RowTime) -> None:
        draw_time(painter, rect, time=time, paint=self._paint)

    def _rough_time(self, row: ReportRow, now: Millis) -> RowTime:
        """The time half, its fuse in steps no wider than a pixel, so that its picture lasts."""
        time = self._time(row, now)
        return time if time.used is None else replace(time, used=round(time.used, 2))

    def draw_head(self, painter: QPainter, rect: QRectF, *, group: int, size: int) -> None:
        """Draw the head of a group over its own ground."""
        title, count = self._heads(group, size)
        inset = self._paint.px(self._paint.measures.space.queue)
        painter.fillRect(rect, self._paint.theme.bg1)
        line = rect.adjusted(inset, 0, -self._paint.px(RIGHT), 0)
        draw_group_head(painter, line, title=title, count=count, late=group == Group.LATE, paint=self._paint)

    def draw_loading(self, painter: QPainter, rect: QRectF, *, height: float) -> None:
        """Fill a rectangle with grey bars in the shape of rows."""
        top = rect.top() + self.head_height()
        while top + height <= rect.bottom():
            bars = text_rect(QRectF(rect.left(), top, rect.width(), height), self._paint)
            draw_loading_bars(painter, bars.adjusted(0, height * 0.22, 0, -height * 0.2), paint=self._paint)
            top += height

    def draw_words(self, painter: QPainter, rect: QRectF, *, text: str) -> None:
        """Write a sentence into the upper third of an empty list."""
        inset = self._paint.px(self._paint.measures.space.detail)
        box = QRectF(rect.left() + inset, rect.top(), rect.width() - 2 * inset, rect.height() * 0.6)
        painter.setFont(self._paint.fonts.font(TextRole.TIME))
        painter.setPen(self._paint.theme.t2)
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap, text)

"""The kecamatan by their open reports, most first: name, count, a ring where something is late, and a bar."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from widgets import counted
from widgets.models.map_points import AreaCount
from widgets.paint.fonts import TextRole
from widgets.paint.source import Paint
from widgets.paint.surfaces import draw_focus_ring
from widgets.wording import number

_ROW, _SHORT_ROW = 38.0, 26.0
"""A row with its bar; where there is room for fewer than `_ENOUGH` such rows, they come closer."""
_ENOUGH = 6
_BAR, _RING = 3.0, 9.0
_TEXT_AT, _BAR_AT = 0.36, 0.74
"""The middles of a row's text and of its bar, in heights of the row."""
_COUNT_ROOM = 22.0
_WIDTH = 106.0


@dataclass(frozen=True, slots=True)
class RankRow:
    """One line of the ranking; without a code it stands for all areas below."""

    code: str | None
    name: str
    open: int
    late: int


class AreaRanking(QWidget):
    """The list; as many areas as there is room for, the others together in the last line.

    Signals: area_chosen(str) the code of a line's area, the one already shown alone too.
    """

    area_chosen = Signal(str)

    def __init__(self, names: Mapping[str, str], *, paint: Paint, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._names, self._paint = names, paint
        self._counts: tuple[AreaCount, ...] = ()
        self._near: str | None = None
        self._shown: str | None = None
        self._focused = 0
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)
        self._describe()

    def set_counts(self, counts: Sequence[AreaCount]) -> None:
        """Show other counts; areas without an open report are left out."""
        fresh = tuple(count for count in counts if count.open)
        if fresh != self._counts:
            self._counts = fresh
            self._describe()
            self.update()

    def set_near(self, code: str | None) -> None:
        """Show in which area the chosen report lies."""
        self._near = self._changed(self._near, code)

    def set_area(self, code: str | None) -> None:
        """Show that only this area's reports are in the queue."""
        self._shown = self._changed(self._shown, code)

    def set_paint(self, paint: Paint) -> None:
        """Paint with another theme or text scale."""
        self._paint = paint
        self.updateGeometry()
        self.update()

    def rows(self) -> tuple[RankRow, ...]:
        """Return the lines there is room for."""
        room = max(1, int(self.height() / self._row_height() + 1e-6))
        rows = [RankRow(count.code, self._name(count.code), count.open, count.late) for count in self._counts]
        if len(rows) <= room:
            return tuple(rows)
        rest = rows[room - 1 :]
        others = self.tr("{n} other") if len(rest) == 1 else self.tr("{n} others")
        last = RankRow(
            None, others.format(n=number(len(rest))), sum(row.open for row in rest), sum(row.late for row in rest)
        )
        return (*rows[: room - 1], last)

    def sizeHint(self) -> QSize:
        """Eight lines."""
        return QSize(round(self._paint.px(_WIDTH)), round(self._paint.px(8 * _ROW)))

    def minimumSizeHint(self) -> QSize:
        """Two lines."""
        return QSize(round(self._paint.px(_WIDTH)), round(self._paint.px(2 * _SHORT_ROW)))

    def changeEvent(self, event: QEvent) -> None:
        """Say everything again once the language is another."""
        if event.type() == QEvent.Type.LanguageChange:
            self._describe()
            self.update()
        super().changeEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the lines."""
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(self.rect(), self._paint.theme.bg1)
        rows = self.rows()
        if not rows:
            line = self._paint.texts.line(self.tr("no open reports"), TextRole.META, float(self.width()))
            middle = self._row_height() * _TEXT_AT
            self._paint.texts.draw_centred(painter, line, x=0.0, middle=middle, colour=self._paint.theme.t3)
        for number_, row in enumerate(rows):
            self._draw_row(painter, self._rect(number_), row)
        if self.hasFocus() and rows:
            box = self._rect(min(self._focused, len(rows) - 1)).adjusted(3.0, 2.0, -3.0, -3.0)
            draw_focus_ring(painter, box, paint=self._paint)
        painter.end()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose the area of the line."""
        if event.button() == Qt.MouseButton.LeftButton:
            self._take(self._row_at(event.position()))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Show by the pointer's shape what can be pressed."""
        row = self._row_at(event.position())
        over = row is not None and row.code is not None
        self.setCursor(Qt.CursorShape.PointingHandCursor if over else Qt.CursorShape.ArrowCursor)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go up and down, and choose."""
        rows = self.rows()
        step = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()), 0)
        if step:
            self._focused = max(0, min(min(self._focused, len(rows) - 1) + step, len(rows) - 1))
            self._describe()
            self.update()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and rows:
            self._take(rows[min(self._focused, len(rows) - 1)])
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Say which line has the focus."""
        super().focusInEvent(event)
        self._describe()
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Say the whole list again."""
        super().focusOutEvent(event)
        self._describe()
        self.update()

    def _take(self, row: RankRow | None) -> None:
        if row is not None and row.code is not None:
            self.area_chosen.emit(row.code)

    def _changed(self, before: str | None, code: str | None) -> str | None:
        if code != before:
            self.update()
        return code

    def _row_height(self) -> float:
        paint = self._paint
        return paint.px(_ROW) if self.height() >= _ENOUGH * paint.px(_ROW) else paint.px(_SHORT_ROW)

    def _rect(self, row: int) -> QRectF:
        height = self._row_height()
        return QRectF(0.0, row * height, self.width(), height)

    def _row_at(self, at: QPointF) -> RankRow | None:
        rows, place = self.rows(), int(at.y() // self._row_height())
        return rows[place] if 0 <= place < len(rows) else None

    def _draw_row(self, painter: QPainter, rect: QRectF, row: RankRow) -> None:
        paint, theme = self._paint, self._paint.theme
        marked = row.code is not None and row.code in (self._near, self._shown)
        middle = rect.top() + _TEXT_AT * rect.height()
        count = paint.texts.line(number(row.open), TextRole.PILL_SMALL)
        paint.texts.draw_centred(painter, count, x=rect.right() - count.width, middle=middle, colour=theme.t1)
        ring = rect.right() - max(paint.px(_COUNT_ROOM), count.width + paint.px(8.0)) - paint.px(_RING)
        if row.late:
            painter.setPen(QPen(theme.late, 2.0))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawEllipse(QPointF(ring + paint.px(_RING) / 2, middle), paint.px(_RING) / 2, paint.px(_RING) / 2)
        name = paint.texts.line(row.name, TextRole.META_STRONG if marked else TextRole.META, ring - paint.px(4.0))
        colour = theme.t1 if marked else (theme.t3 if row.code is None else theme.t2)
        paint.texts.draw_centred(painter, name, x=rect.left(), middle=middle, colour=colour)
        if row.code is not None:
            self._draw_bar(painter, rect, row, marked=row.code == (self._shown or self._near))

    def _draw_bar(self, painter: QPainter, rect: QRectF, row: RankRow, *, marked: bool) -> None:
        paint, theme = self._paint, self._paint.theme
        most = max(count.open for count in self._counts)
        track = QRectF(rect.left(), rect.top() + _BAR_AT * rect.height(), rect.width(), paint.px(_BAR))
        painter.setPen(Qt.PenStyle.NoPen)
        for width, colour in ((1.0, theme.bg4), (row.open / most, theme.acc if marked else theme.t3)):
            painter.setBrush(colour)
            bar = QRectF(track.left(), track.top(), width * track.width(), track.height())
            painter.drawRoundedRect(bar, bar.height() / 2, bar.height() / 2)

    def _name(self, code: str) -> str:
        return self._names.get(code, code)

    def _describe(self) -> None:
        """Tell a screen reader the line under the focus, or all of them."""
        self.setAccessibleName(self.tr("Open reports by kecamatan"))
        rows = self.rows()
        if self.hasFocus() and rows:
            rows = rows[min(self._focused, len(rows) - 1) :][:1]
        self.setAccessibleDescription("; ".join(self._words(row) for row in rows))

    def _words(self, row: RankRow) -> str:
        words = self.tr("{area}: {open}").format(area=row.name, open=counted.open_reports(row.open))
        return f"{words}, {counted.late_reports(row.late)}" if row.late else words

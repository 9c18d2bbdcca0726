"""The head of the queue: which queue it is, how many reports are open in it, how it is sorted, what came in above."""

from PySide6.QtCore import QPoint, QPointF, QRectF, QSize, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from widgets import counted
from widgets.icon_button import IconButton
from widgets.key_button import ButtonTone, KeyButton
from widgets.paint.fonts import TextRole
from widgets.paint.source import Paint
from widgets.paint.surfaces import draw_hairline

_HEIGHT = 58.0
_GAP = 12.0
_RIGHT = 12.0


class QueueHead(QWidget):
    """Title, count, and a button that shows only while new reports stand above what is in sight.

    Signals:
        above_wanted(): somebody wants to see the new ones.
        filter_wanted(QPoint): the filters are asked for, at this place of the screen.
    """

    above_wanted = Signal()
    filter_wanted = Signal(QPoint)

    def __init__(self, *, paint: Paint, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._paint = paint
        self._title = ""
        self._open = 0
        self._above = 0
        self._button = KeyButton(paint=paint, tone=ButtonTone.PLAIN, parent=self)
        self._button.clicked.connect(self.above_wanted)
        self._button.hide()
        self._filter = IconButton(paint=paint, parent=self)
        self._filter.clicked.connect(self._on_filter)
        self._key, self._filtered = "/", False
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_paint(self, paint: Paint) -> None:
        """Paint with another theme or text scale."""
        self._paint = paint
        self._button.set_paint(paint)
        self._filter.set_paint(paint)
        self.updateGeometry()
        self._say()

    def retranslate(self) -> None:
        """Say everything again in the language of now; the title is the window's."""
        self._say()

    def set_queue(self, title: str, open_reports: int) -> None:
        """Show which queue this is and how many open reports it has."""
        if (title, open_reports) != (self._title, self._open):
            self._title, self._open = title, open_reports
            self._say()

    def set_above(self, count: int) -> None:
        """Show how many new reports stand above what is in sight; none hides the button."""
        self._above = count
        self._say()

    def set_filter(self, key: str, *, filtered: bool) -> None:
        """Show the key of the filter, and whether something is filtered."""
        if (key, filtered) != (self._key, self._filtered):
            self._key, self._filtered = key, filtered
            self._say()

    def sizeHint(self) -> QSize:
        """As high as the design's head at this text scale."""
        return QSize(300, round(self._paint.px(_HEIGHT)))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the button at the right end."""
        super().resizeEvent(event)
        self._place()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the title, the count where there is room for it, and the line below."""
        del event
        paint, rect = self._paint, QRectF(self.rect())
        painter = QPainter(self)
        painter.fillRect(rect, paint.theme.bg1)
        draw_hairline(painter, rect, paint=paint)
        middle, x = rect.center().y(), paint.px(paint.measures.space.queue)
        right = self._draw_order(painter, rect)
        line = paint.texts.line(self._title, TextRole.VIEW, max(0.0, right - x - paint.px(_GAP)))
        x = paint.texts.draw_centred(painter, line, x=x, middle=middle, colour=paint.theme.t1) + paint.px(_GAP)
        count = paint.texts.line(counted.open_reports(self._open), TextRole.TIME)
        if x + count.width + paint.px(_GAP) <= right:
            paint.texts.draw_centred(painter, count, x=x, middle=middle, colour=paint.theme.t3)
        painter.end()

    def _draw_order(self, painter: QPainter, rect: QRectF) -> float:
        """Draw how the queue is sorted, where there is room for it, and return where the title must end."""
        paint, right = self._paint, float(self._filter.x())
        if self._above:
            return right
        line = paint.texts.line(self.tr("Time left"), TextRole.TIME)
        x = rect.right() - paint.px(paint.measures.space.queue) - line.width
        paint.texts.draw_centred(painter, line, x=x, middle=rect.center().y(), colour=paint.theme.t2)
        at = QPointF(x - paint.px(16), rect.center().y())
        paint.icons.draw(painter, "arrow-up-narrow-wide", centre=at, size=paint.px(17), colour=paint.theme.t2)
        return right

    def _order_width(self) -> float:
        paint = self._paint
        return paint.texts.width(self.tr("Time left"), TextRole.TIME) + paint.px(paint.measures.space.queue + 30)

    def _on_filter(self) -> None:
        self.filter_wanted.emit(self._filter.mapToGlobal(QPoint(0, self._filter.height())))

    def _say(self) -> None:
        words = self.tr("Filter, filtered now") if self._filtered else self.tr("Filter")
        self._filter.say(words, icon="list-filter", key=self._key, lit=self._filtered)
        self.setAccessibleName(f"{self._title}, {counted.open_reports(self._open)}")
        if self._above:
            self._button.say(counted.new_above(self._above), icon="chevrons-up")
        self._button.setVisible(self._above > 0)
        self._place()
        self.update()

    def _place(self) -> None:
        size = self._button.sizeHint()
        left = self.width() - size.width() - round(self._paint.px(_RIGHT))
        self._button.setGeometry(left, (self.height() - size.height()) // 2, size.width(), size.height())
        edge = self._filter.sizeHint()
        end = left if self._above else round(self.width() - self._order_width())
        place = end - edge.width() - round(self._paint.px(4))
        self._filter.setGeometry(place, (self.height() - edge.height()) // 2, edge.width(), edge.height())

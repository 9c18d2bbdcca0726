"""The flow of a day: how many reports came in and how many were answered, beside what the weekday usually brings."""

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from widgets.models.flow_day import FlowDay
from widgets.paint.fonts import TextRole
from widgets.paint.source import Paint
from widgets.panel_head import HEAD, PADDING, draw_panel_head
from widgets.wording import Language, clock, number, weekday

_HOURS = (4, 8, 12, 16, 20)
_A_DAY = 24
_FOOT, _AXIS_AT = 30.0, 16.0
"""What lies below the chart for the axis, and the middle of its letters above the lower end."""
_LINE, _DOT = 2.0, 3.5
_HEIGHT, _LEAST_HEIGHT = 168.0, 116.0
_AWAY, _WORD = 13.0, 110.0
"""How far the word for the band stands from it, and how much of the band's right end that is beside."""


class FlowChart(QWidget):
    """The chart; it is drawn anew when it is given another day, and never else.

    `set_stale` says until when the figures are, while the link is lost.
    """

    def __init__(self, *, paint: Paint, language: Language, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._paint, self._language = paint, language
        self._day: FlowDay | None = None
        self._stale = False
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._describe()

    @property
    def day(self) -> FlowDay | None:
        """The day that is shown."""
        return self._day

    def set_day(self, day: FlowDay | None) -> None:
        """Show another day, or the same one further on."""
        if day != self._day:
            self._day = day
            self._describe()
            self.update()

    def set_stale(self, stale: bool) -> None:
        """Say the time of the figures, or not."""
        if stale != self._stale:
            self._stale = stale
            self._describe()
            self.update()

    def set_paint(self, paint: Paint) -> None:
        """Paint with another theme or text scale."""
        self._paint = paint
        self.updateGeometry()
        self.update()

    def set_language(self, language: Language) -> None:
        """Speak another language."""
        self._language = language
        self._describe()
        self.update()

    def sizeHint(self) -> QSize:
        """Head, chart and axis."""
        return QSize(round(self._paint.px(472.0)), round(self._paint.px(_HEIGHT)))

    def minimumSizeHint(self) -> QSize:
        """Low, but never without head and axis."""
        return QSize(round(self._paint.px(280.0)), round(self._paint.px(_LEAST_HEIGHT)))

    def changeEvent(self, event: QEvent) -> None:
        """Say everything again once the language is another."""
        if event.type() == QEvent.Type.LanguageChange:
            self.set_language(self._language)
        super().changeEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw head, what is usual, the two lines, and the hours."""
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(self.rect(), self._paint.theme.bg1)
        draw_panel_head(
            painter, title=self.tr("Flow today"), right=self._totals(), width=self.width(), paint=self._paint
        )
        plot = self.plot()
        self._draw_hours(painter, plot)
        if self._day is not None:
            self._draw_band(painter, plot, self._day)
        painter.fillRect(QRectF(plot.left(), plot.bottom(), plot.width(), 1.0), self._paint.theme.line2)
        if self._day is not None:
            self._draw_lines(painter, plot, self._day)
            self._draw_words(painter, plot, self._day)
        painter.end()

    def plot(self) -> QRectF:
        """Return where the lines are drawn, in logical pixels."""
        paint = self._paint
        top, side = paint.px(HEAD), paint.px(PADDING)
        return QRectF(side, top, max(1.0, self.width() - 2 * side), max(1.0, self.height() - top - paint.px(_FOOT)))

    def words(self) -> tuple[str, ...]:
        """Return what is written beside the axis: totals, what the band is, and the time where the figures are old."""
        if self._day is None:
            return ()
        usual = self.tr("Usual {weekday}").format(weekday=weekday(self._day.since, self._language))
        age = self.tr("Data {time}").format(time=clock(self._day.at)) if self._stale else ""
        return tuple(
            word for word in (*(text for text, _ in self._totals()), usual if self._day.usual else "", age) if word
        )

    def _totals(self) -> tuple[tuple[str, QColor], ...]:
        if self._day is None:
            return ()
        received, answered = self._day.totals
        theme = self._paint.theme
        return (
            (self.tr("{n} received").format(n=number(received)), theme.t1),
            (self.tr("{n} answered").format(n=number(answered)), theme.acc),
        )

    def _draw_hours(self, painter: QPainter, plot: QRectF) -> None:
        paint = self._paint
        middle = self.height() - paint.px(_AXIS_AT)
        for hour in _HOURS:
            x = plot.left() + hour / _A_DAY * plot.width()
            painter.fillRect(QRectF(round(x), plot.top(), 1.0, plot.height()), paint.theme.line)
            line = paint.texts.line(f"{hour:02}", TextRole.AXIS)
            paint.texts.draw_centred(painter, line, x=x - line.width / 2, middle=middle, colour=paint.theme.t3)

    def _draw_band(self, painter: QPainter, plot: QRectF, day: FlowDay) -> None:
        low, high = day.band()
        if low:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._paint.theme.bg3 if self._paint.theme.dark else self._paint.theme.bg4)
            path = QPainterPath()
            path.addPolygon(QPolygonF([_at(plot, point, day) for point in (*low, *reversed(high))]))
            painter.drawPath(path)

    def _draw_lines(self, painter: QPainter, plot: QRectF, day: FlowDay) -> None:
        theme = self._paint.theme
        received, answered = day.lines()
        for line, colour in ((answered, theme.acc), (received, theme.t1)):
            points = [_at(plot, point, day) for point in line]
            painter.setPen(
                QPen(colour, _LINE, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin)
            )
            painter.drawPolyline(QPolygonF(points))
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colour)
            painter.drawEllipse(points[-1], _DOT, _DOT)

    def _draw_words(self, painter: QPainter, plot: QRectF, day: FlowDay) -> None:
        """Say what the band is below its right end, and how old the figures are where no line can be yet."""
        paint = self._paint
        if day.usual:
            usual = self.tr("Usual {weekday}").format(weekday=weekday(day.since, self._language))
            line = paint.texts.line(usual, TextRole.META)
            middle = self._beside_band(plot, day)
            paint.texts.draw_centred(painter, line, x=plot.right() - line.width, middle=middle, colour=paint.theme.t3)
        if self._stale:
            age = paint.texts.line(self.tr("Data {time}").format(time=clock(day.at)), TextRole.META_STRONG)
            middle = plot.top() + age.height / 2
            paint.texts.draw_centred(painter, age, x=plot.left(), middle=middle, colour=paint.theme.t2)

    def _beside_band(self, plot: QRectF, day: FlowDay) -> float:
        """Return the height at which there is room for a word at the right: below the band, else above it."""
        away, start = self._paint.px(_AWAY), 1.0 - self._paint.px(_WORD) / plot.width()
        low, high = ([_at(plot, point, day).y() for point in edge if point[0] >= start] for edge in day.band())
        below = max(low) + away
        return below if below + away / 2 <= plot.bottom() else min(high) - away

    def _describe(self) -> None:
        """Tell a screen reader the totals."""
        self.setAccessibleName(self.tr("Flow today"))
        self.setAccessibleDescription(", ".join(self.words()))


def _at(plot: QRectF, point: tuple[float, float], day: FlowDay) -> QPointF:
    share, count = point
    return QPointF(plot.left() + share * plot.width(), plot.bottom() - count / day.highest() * (plot.height() - _DOT))

"""What happened to a report, newest first, on one thread from now down to its arrival."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from services.domain.report import Millis
from widgets.event_words import TimelineLine
from widgets.paint.fonts import TextRole
from widgets.paint.source import Paint
from widgets.paint.surfaces import draw_hairline
from widgets.wording import Language, clock, date_short

_LINE = 28.0
_TIME = 78.0
_DOT = 3.5
_TOP = 14.0
_DAY: Millis = 86_400_000
_WIB: Millis = 7 * 3_600_000


class Timeline(QWidget):
    """The lines of a history; as high as they need, long words wrapped."""

    def __init__(self, *, paint: Paint, language: Language, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._paint = paint
        self._language = language
        self._now: Millis = 0
        self._lines: tuple[TimelineLine, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._fit()

    @property
    def lines(self) -> tuple[TimelineLine, ...]:
        """What is shown, newest first."""
        return self._lines

    def set_paint(self, paint: Paint) -> None:
        """Paint with another theme or text scale."""
        self._paint = paint
        self._fit()
        self.update()

    def set_lines(self, lines: tuple[TimelineLine, ...], *, now: Millis, language: Language) -> None:
        """Show a history, given oldest first."""
        self._lines = tuple(reversed(lines))
        self._now, self._language = now, language
        self.setAccessibleName("; ".join(f"{clock(line.at)} {line.text}" for line in self._lines))
        self._fit()
        self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Wrap the words to the new width."""
        super().resizeEvent(event)
        self._fit()

    def sizeHint(self) -> QSize:
        """As high as its lines."""
        return QSize(420, self.height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the thread, its dots, the times and the words."""
        del event
        paint, theme = self._paint, self._paint.theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        side = self._side()
        draw_hairline(painter, QRectF(side, 0, self.width() - 2 * side, 1), paint=paint)
        y = paint.px(_TOP)
        thread = side + paint.px(_TIME + 10)
        for place, line in enumerate(self._lines):
            height = self._height_of(line)
            middle = y + paint.px(_LINE) / 2
            if place + 1 < len(self._lines):
                painter.fillRect(QRectF(thread - 0.5, middle, 1, height), theme.line2)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.t1 if place == 0 else theme.t4)
            painter.drawEllipse(QPointF(thread, middle), paint.px(_DOT), paint.px(_DOT))
            self._draw_line(painter, line, top=y, newest=place == 0)
            y += height
        painter.end()

    def _draw_line(self, painter: QPainter, line: TimelineLine, *, top: float, newest: bool) -> None:
        paint, theme = self._paint, self._paint.theme
        when = paint.texts.line(self._when(line.at), TextRole.META, paint.px(_TIME))
        middle = top + paint.px(_LINE) / 2
        paint.texts.draw_centred(painter, when, x=self._side(), middle=middle, colour=theme.t3)
        painter.setFont(paint.fonts.font(TextRole.TIME))
        painter.setPen(theme.t1 if newest else theme.t2)
        flags = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap
        metrics = paint.fonts.metrics(TextRole.TIME)
        lead = (paint.px(_LINE) - metrics.height()) / 2
        rect = QRectF(self._text_left(), top + lead, self._text_width(), self._height_of(line))
        painter.drawText(rect, int(flags), line.text)
        if line.detail:
            used = self._text_height(line.text, metrics)
            painter.setPen(theme.t3)
            painter.drawText(rect.adjusted(0, used, 0, 0), int(flags), line.detail)

    def _when(self, at: Millis) -> str:
        if (at + _WIB) // _DAY == (self._now + _WIB) // _DAY:
            return clock(at)
        _, _, day = date_short(at, self._language).partition(" ")
        return f"{day} {clock(at)}"

    def _side(self) -> float:
        return self._paint.px(self._paint.measures.space.detail)

    def _text_left(self) -> float:
        return self._side() + self._paint.px(_TIME + 28)

    def _text_width(self) -> float:
        return max(80.0, self.width() - self._text_left() - self._side())

    def _text_height(self, text: str, metrics: QFontMetricsF) -> float:
        room = QRectF(0, 0, self._text_width(), 10_000)
        return metrics.boundingRect(room, int(Qt.TextFlag.TextWordWrap), text).height()

    def _height_of(self, line: TimelineLine) -> float:
        metrics = self._paint.fonts.metrics(TextRole.TIME)
        words = self._text_height(line.text, metrics)
        if line.detail:
            words += self._text_height(line.detail, metrics)
        return max(self._paint.px(_LINE), words + self._paint.px(_LINE) - metrics.height())

    def _fit(self) -> None:
        total = self._paint.px(2 * _TOP) + sum(self._height_of(line) for line in self._lines)
        self.setFixedHeight(round(total))

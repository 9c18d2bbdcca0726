"""The two countdowns of a report with their fuses, and under them how long citizen and squad have had."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from widgets.detail_look import ClockLook, ClocksLook
from widgets.paint.bars import draw_fuse
from widgets.paint.fonts import TextRole
from widgets.paint.pills import PillTone
from widgets.paint.source import Paint
from widgets.paint.surfaces import draw_hairline

_HEIGHT = 124.0
_FUSE = 5.0


class Clocks(QWidget):
    """Both clocks; painted anew only when what they say is something else."""

    def __init__(self, *, paint: Paint, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._paint = paint
        self._look: ClocksLook | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_paint(self, paint: Paint) -> None:
        """Paint with another theme or text scale."""
        self._paint = paint
        self.updateGeometry()
        self.update()

    def show_look(self, look: ClocksLook) -> None:
        """Show another moment."""
        if look != self._look:
            self._look = look
            parts = (look.first, look.resolve)
            self.setAccessibleName(
                ", ".join(f"{one.name} {one.figure} {one.beside}" for one in parts) + f", {look.line}"
            )
            self.update()

    def sizeHint(self) -> QSize:
        """Room for both countdowns and the line below."""
        return QSize(420, round(self._paint.px(_HEIGHT)))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw both countdowns side by side, and the line."""
        del event
        look, paint = self._look, self._paint
        if look is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        side = paint.px(paint.measures.space.detail)
        draw_hairline(painter, QRectF(side, 0, self.width() - 2 * side, 1), paint=paint)
        width = (self.width() - 2 * side - paint.px(32)) / 2
        self._draw_clock(painter, QRectF(side, paint.px(12), width, paint.px(80)), look.first)
        right = QRectF(side + width + paint.px(32), paint.px(12), width, paint.px(80))
        self._draw_clock(painter, right, look.resolve)
        line = paint.texts.line(look.line, TextRole.CAPTION, self.width() - 2 * side)
        paint.texts.draw_centred(painter, line, x=side, middle=paint.px(102), colour=paint.theme.t2)
        painter.end()

    def _draw_clock(self, painter: QPainter, rect: QRectF, look: ClockLook) -> None:
        paint, theme = self._paint, self._paint.theme
        name = paint.texts.line(look.name, TextRole.CAPTION, rect.width())
        above = rect.top() + paint.px(8)
        after = paint.texts.draw_centred(painter, name, x=rect.left(), middle=above, colour=theme.t2)
        middle = rect.top() + paint.px(38)
        figure = paint.texts.line(look.figure, TextRole.CLOCK)
        x, ink = rect.left(), theme.t1
        if look.tone is PillTone.LATE:
            box = QRectF(x, middle - paint.px(17), figure.width + paint.px(16), paint.px(34))
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.late)
            painter.drawRoundedRect(box, paint.measures.radius.alarm, paint.measures.radius.alarm)
            x, ink = x + paint.px(8), theme.latet
        x = paint.texts.draw_centred(painter, figure, x=x, middle=middle, colour=ink) + paint.px(10)
        if look.tone is PillTone.LATE:
            x += paint.px(8)
        place = (x, middle + paint.px(4))
        if paint.texts.width(look.beside, TextRole.CAPTION) > rect.right() - x:
            place = (after + paint.px(10), above)
        beside = paint.texts.line(look.beside, TextRole.CAPTION, max(0.0, rect.right() - place[0]))
        paint.texts.draw_centred(painter, beside, x=place[0], middle=place[1], colour=theme.t2)
        fuse = QRectF(rect.left(), rect.top() + paint.px(64), rect.width() * 0.82, paint.px(_FUSE))
        draw_fuse(painter, fuse, used=look.used, paint=paint, dimmed=look.paused)

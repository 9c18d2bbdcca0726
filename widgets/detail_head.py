"""The head of the detail: whose report it is, its number and state, its title, and the facts in one flowing line."""

from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from widgets.detail_look import DetailLook
from widgets.paint.flags import draw_priority
from widgets.paint.fonts import TextRole
from widgets.paint.patch import draw_patch
from widgets.paint.rings import draw_ring
from widgets.paint.source import Paint
from widgets.paint.styles import css_font

_TOP = 18.0
_PATCH = 36.0
_TITLE_TOP = 68.0
_LINE = 24.0
_ICON = 15.0
_BELOW = 14.0
_RING = 16.0


class DetailHead(QWidget):
    """Squad, number, state, title and facts; as high as its words need at its width.

    Signals: grown() its height is another.
    """

    grown = Signal()

    def __init__(self, *, paint: Paint, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._paint = paint
        self._look: DetailLook | None = None
        self._title = QLabel(self)
        self._title.setTextFormat(Qt.TextFormat.PlainText)
        self._title.setWordWrap(True)
        self._title.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        self._title.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.set_paint(paint)

    def set_paint(self, paint: Paint) -> None:
        """Paint with another theme or text scale."""
        self._paint = paint
        self._title.setStyleSheet(
            f"color: {paint.theme.t1.name()}; background: transparent; {css_font(paint, TextRole.TITLE)}"
        )
        self._place()

    def show_look(self, look: DetailLook) -> None:
        """Show another report, or the same one anew."""
        if look == self._look:
            return
        self._look = look
        self._title.setText(look.title)
        self.setAccessibleName(f"{look.squad_name}, {look.number}, {look.title}, {look.state_word}")
        self._place()
        self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Flow the words to the new width."""
        super().resizeEvent(event)
        self._place()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw patch, squad, number, state and the facts."""
        del event
        look = self._look
        if look is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._draw_squad(painter, look)
        self._draw_state(painter, look)
        self._draw_facts(painter)
        painter.end()

    def _side(self) -> float:
        return self._paint.px(self._paint.measures.space.detail)

    def _place(self) -> None:
        side, width = self._side(), max(120.0, self.width() - 2 * self._side())
        top = self._paint.px(_TITLE_TOP)
        height = self._title.heightForWidth(round(width))
        self._title.setGeometry(round(side), round(top), round(width), height)
        lines = 1 + max((line for _, _, line in self._flow()), default=0)
        total = round(top + height + self._paint.px(10 + _LINE * lines + _BELOW))
        if total != self.height() or self.minimumHeight() != total:
            self.setFixedHeight(total)
            self.grown.emit()

    def _flow(self) -> list[tuple[tuple[str, str], float, int]]:
        """Where each fact begins and on which line."""
        look, paint = self._look, self._paint
        if look is None:
            return []
        room = max(120.0, self.width() - 2 * self._side())
        placed: list[tuple[tuple[str, str], float, int]] = []
        x, line = 0.0, 0
        for fact in look.facts:
            width = paint.px(_ICON + 6) + paint.texts.width(fact[1], TextRole.TIME)
            if x > 0 and x + width > room:
                x, line = 0.0, line + 1
            placed.append((fact, x, line))
            x += width + paint.px(18)
        return placed

    def _draw_squad(self, painter: QPainter, look: DetailLook) -> None:
        paint, side = self._paint, self._side()
        size = paint.px(_PATCH)
        top = paint.px(_TOP)
        draw_patch(painter, QRectF(side, top, size, size), squad=look.squad, paint=paint)
        x = side + size + paint.px(12)
        room = self.width() * 0.62 - x
        line = paint.texts.line(look.squad_name, TextRole.STRONG, room)
        paint.texts.draw_centred(painter, line, x=x, middle=top + paint.px(9), colour=paint.theme.t2)
        line = paint.texts.line(look.number, TextRole.CAPTION, room)
        x = paint.texts.draw_centred(painter, line, x=x, middle=top + paint.px(28), colour=paint.theme.t2)
        mark = QRectF(x + paint.px(10), top + paint.px(18), paint.px(24), paint.px(20))
        x = draw_priority(painter, mark, priority=look.priority, paint=paint).right() + paint.px(14)
        if look.presence:
            self._draw_presence(painter, look.presence, x=x, middle=mark.center().y())

    def _draw_presence(self, painter: QPainter, words: str, *, x: float, middle: float) -> None:
        """Draw it beside the number, where there is room in every state: nothing moves when somebody comes or goes."""
        paint, icon = self._paint, self._paint.px(_ICON)
        room = self._state_left() - paint.px(16) - x - icon - paint.px(5)
        if room < paint.px(60):
            return
        paint.icons.draw(painter, "eye", centre=QPointF(x + icon / 2, middle), size=icon, colour=paint.theme.t3)
        line = paint.texts.line(words, TextRole.CAPTION, room)
        paint.texts.draw_centred(painter, line, x=x + icon + paint.px(5), middle=middle, colour=paint.theme.t2)

    def _state_left(self) -> float:
        look, paint = self._look, self._paint
        words = 0.0 if look is None else paint.texts.width(look.state_word, TextRole.STRONG)
        return self.width() - self._side() - min(words, self.width() * 0.34) - paint.px(_RING + 7)

    def _draw_state(self, painter: QPainter, look: DetailLook) -> None:
        paint = self._paint
        line = paint.texts.line(look.state_word, TextRole.STRONG, self.width() * 0.34)
        right = self.width() - self._side()
        middle = paint.px(_TOP) + paint.px(_PATCH) / 2
        x = right - line.width
        paint.texts.draw_centred(painter, line, x=x, middle=middle, colour=paint.theme.t1)
        ring = paint.px(_RING)
        box = QRectF(x - ring - paint.px(7), middle - ring / 2, ring, ring)
        draw_ring(painter, box, state=look.state, paint=paint)

    def _draw_facts(self, painter: QPainter) -> None:
        paint, side = self._paint, self._side()
        top = self._title.geometry().bottom() + paint.px(12)
        for (icon, text), left, line in self._flow():
            middle = top + paint.px(_LINE) * (line + 0.5)
            x, size = side + left, paint.px(_ICON)
            paint.icons.draw(painter, icon, centre=QPointF(x + size / 2, middle), size=size, colour=paint.theme.t3)
            room = self.width() - side - x - size - paint.px(6)
            words = paint.texts.line(text, TextRole.TIME, room)
            paint.texts.draw_centred(painter, words, x=x + size + paint.px(6), middle=middle, colour=paint.theme.t2)

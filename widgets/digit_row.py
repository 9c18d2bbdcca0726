"""A row of choices by digit: the chosen one filled, each with its key; a digit, the arrows or a click choose."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from widgets.paint.fonts import TextRole
from widgets.paint.keycaps import CapTone, draw_key_cap, key_cap_width
from widgets.paint.source import Paint
from widgets.paint.surfaces import draw_focus_ring

_HEIGHT, _PADDING, _GAP, _BETWEEN = 34.0, 12.0, 8.0, 8.0
_RING = 4.0


@dataclass(frozen=True, slots=True)
class DigitChoice:
    """One choice: its code and its words."""

    code: str
    words: str


class DigitRow(QWidget):
    """Flows over as many lines as it needs.

    Signals:
        chosen(str): the code of a choice, by digit or click.
    """

    chosen = Signal(str)

    def __init__(self, *, paint: Paint, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._paint = paint
        self._choices: tuple[DigitChoice, ...] = ()
        self._code = ""
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    @property
    def code(self) -> str:
        """What is chosen."""
        return self._code

    def set_paint(self, paint: Paint) -> None:
        """Paint with another theme or text scale."""
        self._paint = paint
        self._fit()

    def offer(self, choices: Sequence[DigitChoice]) -> None:
        """Offer these, the first by 1."""
        self._choices = tuple(choices)
        self._fit()

    def set_code(self, code: str) -> None:
        """Show this one as chosen."""
        self._code = code
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Choose by digit or arrow; the rest belongs to the sheet."""
        at = event.key() - Qt.Key.Key_1
        step = {Qt.Key.Key_Right: 1, Qt.Key.Key_Left: -1}.get(Qt.Key(event.key()))
        if step is not None:
            codes = [choice.code for choice in self._choices]
            now = codes.index(self._code) if self._code in codes else -1
            self.set_code(codes[(now + step) % len(codes)])
        elif 0 <= at < len(self._choices) and not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self._choose(at)
        else:
            event.ignore()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose what is under the pointer."""
        for at, rect in enumerate(self._rects()):
            if rect.contains(event.position()):
                self._choose(at)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Flow anew."""
        super().resizeEvent(event)
        self._fit()

    def sizeHint(self) -> QSize:
        """As high as its lines."""
        return QSize(300, self.height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the choices."""
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for at, (choice, rect) in enumerate(zip(self._choices, self._rects(), strict=True)):
            self._draw(painter, rect, choice, digit=str(at + 1))
        painter.end()

    def _draw(self, painter: QPainter, rect: QRectF, choice: DigitChoice, *, digit: str) -> None:
        paint, theme = self._paint, self._paint.theme
        on = choice.code == self._code
        painter.setPen(QPen(theme.acc if on else theme.t4, 1.5 if on else 1.0))
        painter.setBrush(theme.accbg if on else theme.bg2)
        radius = paint.measures.radius.control
        painter.drawRoundedRect(rect.adjusted(0.75, 0.75, -0.75, -0.75), radius, radius)
        x, middle = rect.left() + paint.px(_PADDING), rect.center().y()
        line = paint.texts.line(choice.words, TextRole.BUTTON)
        x = paint.texts.draw_centred(painter, line, x=x, middle=middle, colour=theme.t1) + paint.px(_GAP)
        cap = QRectF(x, rect.top(), rect.right() - x, rect.height())
        draw_key_cap(painter, cap, text=digit, tone=CapTone.BARE, paint=paint)
        if self.hasFocus() and (on or (not self._code and digit == "1")):
            draw_focus_ring(painter, rect, paint=paint)

    def _rects(self) -> list[QRectF]:
        paint, x, y = self._paint, _RING, _RING
        high, rects = paint.px(_HEIGHT), []
        for at, choice in enumerate(self._choices):
            wide = 2 * paint.px(_PADDING) + paint.texts.width(choice.words, TextRole.BUTTON) + paint.px(_GAP)
            wide += key_cap_width(str(at + 1), tone=CapTone.BARE, paint=paint)
            if x > _RING and x + wide > self.width() - _RING:
                x, y = _RING, y + high + paint.px(_BETWEEN)
            rects.append(QRectF(x, y, wide, high))
            x += wide + paint.px(_BETWEEN)
        return rects

    def _choose(self, at: int) -> None:
        self.set_code(self._choices[at].code)
        self.chosen.emit(self._code)

    def _fit(self) -> None:
        bottom = max((rect.bottom() for rect in self._rects()), default=0.0)
        self.setFixedHeight(round(bottom + _RING))
        self.update()

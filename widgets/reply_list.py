"""The replies that are ready for a report: each a title and its first words, chosen by digit or click."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from widgets.paint.fonts import TextRole
from widgets.paint.keycaps import CapTone, draw_key_cap
from widgets.paint.source import Paint
from widgets.paint.surfaces import draw_focus_ring
from widgets.sheet import RING

_ROW, _GAP, _PADDING = 52.0, 6.0, 14.0


@dataclass(frozen=True, slots=True)
class ReplyOffer:
    """A reply that is ready: its title and its whole text."""

    title: str
    text: str


class ReplyList(QWidget):
    """Takes digits, arrows and Enter; a letter belongs to the text.

    Signals:
        chosen(int): the place of a reply.
        letter_typed(str): a letter, which is meant for the text.
    """

    chosen = Signal(int)
    letter_typed = Signal(str)

    def __init__(self, *, paint: Paint, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._paint = paint
        self._offers: tuple[ReplyOffer, ...] = ()
        self._at, self._used = 0, -1
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    @property
    def offers(self) -> tuple[ReplyOffer, ...]:
        """What is offered."""
        return self._offers

    def set_paint(self, paint: Paint) -> None:
        """Paint with another theme or text scale."""
        self._paint = paint
        self._fit()

    def offer(self, offers: Sequence[ReplyOffer], *, used: int = -1) -> None:
        """Offer these; one of them may be what the text was made of."""
        self._offers, self._used, self._at = tuple(offers), used, max(0, used)
        self._fit()

    def use(self, place: int) -> None:
        """Show which one the text was made of."""
        self._used = self._at = place
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Choose, or hand a letter on."""
        place, held = event.key() - Qt.Key.Key_1, event.modifiers() & Qt.KeyboardModifier.ControlModifier
        step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()))
        if step is not None and self._offers:
            self._at = (self._at + step) % len(self._offers)
            self.update()
        elif held:
            event.ignore()
        elif 0 <= place < len(self._offers):
            self.chosen.emit(place)
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and self._offers:
            self.chosen.emit(self._at)
        elif event.text().isprintable() and event.text():
            self.letter_typed.emit(event.text())
        else:
            event.ignore()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose what is under the pointer."""
        for place in range(len(self._offers)):
            if self._rect(place).contains(event.position()):
                self.chosen.emit(place)

    def sizeHint(self) -> QSize:
        """All of them."""
        return QSize(300, round(self._paint.px(_ROW + _GAP) * len(self._offers) + 2 * RING))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the replies."""
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for place, offer in enumerate(self._offers):
            self._draw(painter, place, offer)
        painter.end()

    def _rect(self, place: int) -> QRectF:
        high = self._paint.px(_ROW)
        return QRectF(RING, RING + place * self._paint.px(_ROW + _GAP), self.width() - 2 * RING, high)

    def _draw(self, painter: QPainter, place: int, offer: ReplyOffer) -> None:
        paint, theme, rect = self._paint, self._paint.theme, self._rect(place)
        used = place == self._used
        painter.setPen(QPen(theme.acc if used else theme.line2, 1.5 if used else 1.0))
        painter.setBrush(theme.accbg if used else theme.bg2)
        radius = paint.measures.radius.control
        painter.drawRoundedRect(rect.adjusted(0.75, 0.75, -0.75, -0.75), radius, radius)
        pad, middle = paint.px(_PADDING), rect.center().y()
        cap = QRectF(rect.left() + pad, rect.top(), paint.px(20), rect.height())
        draw_key_cap(painter, cap, text=str(place + 1), tone=CapTone.BOXED, paint=paint)
        x, room = cap.right() + paint.px(12), rect.right() - pad - cap.right() - paint.px(12)
        line = paint.texts.line(offer.title, TextRole.STRONG, room)
        paint.texts.draw_centred(painter, line, x=x, middle=middle - paint.px(10), colour=theme.t1)
        line = paint.texts.line(offer.text, TextRole.CAPTION, room)
        paint.texts.draw_centred(painter, line, x=x, middle=middle + paint.px(10), colour=theme.t2)
        if self.hasFocus() and place == self._at:
            draw_focus_ring(painter, rect, paint=paint)

    def _fit(self) -> None:
        self.setFixedHeight(self.sizeHint().height())
        self.updateGeometry()
        self.update()

"""The suggested next act in one card: what, why, and the key that takes it."""

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from widgets.paint.fonts import TextRole
from widgets.paint.keycaps import CapTone, draw_key_cap, key_cap_width
from widgets.paint.source import Paint

KEY = "Enter"
_HEIGHT = 57.0
_BELOW = 12.0
_SIDE = 20.0
_PADDING = 18.0
_ICON = 20.0


@dataclass(frozen=True, slots=True)
class SuggestionLook:
    """What the card shows: the act with whom it is about, and one line of reasons."""

    icon: str
    words: str
    detail: str


class SuggestionCard(QWidget):
    """One suggestion, or nothing at all; the whole card is its button.

    Signals: taken() the suggested act is wanted.
    """

    taken = Signal()

    def __init__(self, *, paint: Paint, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self._paint = paint
        self._look: SuggestionLook | None = None
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.set_paint(paint)
        self.hide()

    @property
    def look(self) -> SuggestionLook | None:
        """What it shows."""
        return self._look

    def set_paint(self, paint: Paint) -> None:
        """Paint with another theme or text scale."""
        self._paint = paint
        self.setFixedHeight(self.sizeHint().height())
        self.update()

    def suggest(self, look: SuggestionLook | None) -> None:
        """Show a suggestion, or none."""
        if look == self._look:
            return
        self._look = look
        self.setVisible(look is not None)
        if look is not None:
            self.setAccessibleName(f"{look.words}. {look.detail} ({KEY})")
            self.setToolTip(f"{look.words}\n{look.detail}")
        self.update()

    def sizeHint(self) -> QSize:
        """Two lines and the room below them."""
        return QSize(360, round(self._paint.px(_HEIGHT + _BELOW)))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A left press takes the suggestion."""
        if event.button() == Qt.MouseButton.LeftButton and self._look is not None:
            self.taken.emit()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw ground, icon, the act, its reasons and the key."""
        del event
        look, paint = self._look, self._paint
        if look is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        side = paint.px(_SIDE)
        box = QRectF(self.rect()).adjusted(side, 0, -side, -paint.px(_BELOW))
        painter.setPen(paint.theme.acc if self.underMouse() else Qt.PenStyle.NoPen)
        painter.setBrush(paint.theme.accbg)
        painter.drawRoundedRect(
            box.adjusted(0.5, 0.5, -0.5, -0.5), paint.measures.radius.control, paint.measures.radius.control
        )
        self._draw_content(painter, box, look)
        painter.end()

    def _draw_content(self, painter: QPainter, box: QRectF, look: SuggestionLook) -> None:
        paint, middle = self._paint, box.center().y()
        width = key_cap_width(KEY, tone=CapTone.PRIMARY, paint=paint)
        right = box.right() - paint.px(_PADDING) - width
        draw_key_cap(
            painter, QRectF(right, box.top(), width, box.height()), text=KEY, tone=CapTone.PRIMARY, paint=paint
        )
        icon = paint.px(_ICON)
        x = box.left() + paint.px(_PADDING)
        paint.icons.draw(painter, look.icon, centre=QPointF(x + icon / 2, middle), size=icon, colour=paint.theme.acc)
        x += icon + paint.px(12)
        room = right - x - paint.px(12)
        line = paint.texts.line(look.words, TextRole.STRONG, room)
        paint.texts.draw_centred(painter, line, x=x, middle=middle - paint.px(10), colour=paint.theme.t1)
        line = paint.texts.line(look.detail, TextRole.CAPTION, room)
        paint.texts.draw_centred(painter, line, x=x, middle=middle + paint.px(11), colour=paint.theme.t2)

"""A thing that is so or not: a box to tick with its words, an icon and the key that does the same."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from widgets.paint.fonts import TextRole
from widgets.paint.keycaps import CapTone, draw_key_cap, key_cap_width
from widgets.paint.source import Paint
from widgets.paint.surfaces import draw_focus_ring

_HEIGHT, _BOX, _PADDING, _RING = 40.0, 18.0, 11.0, 4.0


class TickField(QAbstractButton):
    """Ticked by click, by Space, or by its key; emits `toggled`."""

    def __init__(self, *, icon: str, paint: Paint, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._paint, self._icon, self._key = paint, icon, ""
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_paint(self, paint: Paint) -> None:
        """Paint with another theme or text scale."""
        self._paint = paint
        self.setFixedHeight(self.sizeHint().height())
        self.update()

    def say(self, words: str, *, key: str) -> None:
        """Set its words and its key."""
        self.setText(words)
        self._key = key
        self.setAccessibleName(words)
        self.update()

    def sizeHint(self) -> QSize:
        """One line and the focus ring."""
        return QSize(300, round(self._paint.px(_HEIGHT) + 2 * _RING))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw ground, box, icon, words and key."""
        del event
        paint, theme, on = self._paint, self._paint.theme, self.isChecked()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rect = QRectF(self.rect()).adjusted(_RING, _RING, -_RING, -_RING)
        radius = paint.measures.radius.control
        painter.setPen(QPen(theme.t1 if on else theme.t4, 1.5 if on else 1.0))
        painter.setBrush(theme.bg3 if on else theme.bg2)
        painter.drawRoundedRect(rect.adjusted(0.75, 0.75, -0.75, -0.75), radius, radius)
        edge, x, middle = paint.px(_BOX), rect.left() + paint.px(_PADDING), rect.center().y()
        box = QRectF(x, middle - edge / 2, edge, edge)
        painter.setPen(QPen(theme.acc if on else theme.t4, 1.5))
        painter.setBrush(theme.acc if on else theme.bg1)
        painter.drawRoundedRect(box, paint.measures.radius.key, paint.measures.radius.key)
        if on:
            paint.icons.draw(painter, "check", centre=box.center(), size=edge * 0.8, colour=theme.acct)
        x = box.right() + paint.px(12)
        icon = paint.px(17)
        ink = theme.t1 if on else theme.t2
        paint.icons.draw(painter, self._icon, centre=QPointF(x + icon / 2, middle), size=icon, colour=ink)
        x += icon + paint.px(8)
        cap = key_cap_width(self._key, tone=CapTone.BARE, paint=paint)
        right = rect.right() - paint.px(_PADDING) - cap
        place = QRectF(right, rect.top(), cap, rect.height())
        draw_key_cap(painter, place, text=self._key, tone=CapTone.BARE, paint=paint)
        line = paint.texts.line(self.text(), TextRole.BUTTON, right - x - paint.px(8))
        paint.texts.draw_centred(painter, line, x=x, middle=middle, colour=theme.t1)
        if self.hasFocus():
            draw_focus_ring(painter, rect, paint=paint)
        painter.end()

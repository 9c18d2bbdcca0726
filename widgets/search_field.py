"""The search field of the top bar: looks like a field, opens the palette; without room only its glass is left."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from widgets.paint.fonts import TextRole
from widgets.paint.keycaps import CapTone, draw_key_cap, key_cap_width
from widgets.paint.source import Paint
from widgets.quiet_button import QuietButton

_HEIGHT, _WIDTH = 32.0, 300.0


class SearchField(QuietButton):
    """Emits `clicked`."""

    def __init__(self, *, paint: Paint, parent: QWidget | None = None) -> None:
        super().__init__(paint=paint, parent=parent)
        self._key = ""
        self.setCursor(Qt.CursorShape.IBeamCursor)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def say(self, words: str, *, key: str) -> None:
        """Set what can be looked for, and the key that opens it."""
        self.setText(words)
        self._key = key
        self.setAccessibleName(words)
        self.setToolTip(f"{words} ({key})" if key else words)
        self.update()

    def sizeHint(self) -> QSize:
        """As wide as the design says."""
        return self.size_for(self._paint.px(_WIDTH), self._paint.px(_HEIGHT))

    def minimumSizeHint(self) -> QSize:
        """The glass alone."""
        edge = self._paint.px(_HEIGHT)
        return self.size_for(edge, edge)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the field."""
        del event
        paint, theme = self._paint, self._paint.theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rect = self.ground()
        painter.setPen(QPen(theme.t4, 1.0))
        painter.setBrush(theme.bg2 if self.underMouse() else theme.bg1)
        radius = paint.measures.radius.control
        painter.drawRoundedRect(rect.adjusted(0.5, 0.5, -0.5, -0.5), radius, radius)
        middle, x = rect.center().y(), rect.left() + paint.px(16)
        paint.icons.draw(painter, "search", centre=QPointF(x, middle), size=paint.px(16), colour=theme.t2)
        x += paint.px(16)
        right = rect.right() - paint.px(10)
        cap = key_cap_width(self._key, tone=CapTone.BARE, paint=paint)
        if right - cap - x > paint.px(60):
            box = QRectF(right - cap, rect.top(), cap, rect.height())
            draw_key_cap(painter, box, text=self._key, tone=CapTone.BARE, paint=paint)
            right -= cap + paint.px(8)
        if right - x > paint.px(40):
            line = paint.texts.line(self.text(), TextRole.CAPTION, right - x)
            paint.texts.draw_centred(painter, line, x=x, middle=middle, colour=theme.t3)
        self.draw_focus(painter)
        painter.end()

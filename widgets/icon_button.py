"""A small button with an icon alone; its words are told by the tool tip and to screen readers."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from widgets.paint.source import Paint
from widgets.paint.surfaces import draw_focus_ring

_EDGE, _ICON = 32.0, 18.0
_RING = 4.0


class IconButton(QAbstractButton):
    """Quiet until the pointer is over it; emits `clicked`. A lit one says that what it stands for is on."""

    def __init__(self, *, paint: Paint, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self._paint = paint
        self._name = ""
        self._lit = False
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def set_paint(self, paint: Paint) -> None:
        """Paint with another theme or text scale."""
        self._paint = paint
        self.updateGeometry()
        self.update()

    def say(self, words: str, *, icon: str, key: str = "", lit: bool = False) -> None:
        """Set what the button stands for, its icon, its key, and whether it is on."""
        self._name, self._lit = icon, lit
        self.setAccessibleName(words)
        self.setToolTip(words if not key else f"{words} ({key})")
        self.update()

    def sizeHint(self) -> QSize:
        """Room for the ground and the focus ring around it."""
        edge = round(self._paint.px(_EDGE) + 2 * _RING)
        return QSize(edge, edge)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw ground and icon."""
        del event
        paint, theme = self._paint, self._paint.theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rect = QRectF(self.rect()).adjusted(_RING, _RING, -_RING, -_RING)
        if self.isDown() or self.underMouse():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.bg3)
            painter.drawRoundedRect(rect, paint.measures.radius.control, paint.measures.radius.control)
        if self._name:
            colour = theme.acc if self._lit else theme.t2
            centre = QPointF(rect.center())
            paint.icons.draw(painter, self._name, centre=centre, size=paint.px(_ICON), colour=colour)
        if self.hasFocus():
            draw_focus_ring(painter, rect, paint=paint)
        painter.end()

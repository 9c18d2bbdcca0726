"""What the quiet buttons of the bars share: no ground until the pointer is over them, and the ring of the focus."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from widgets.paint.source import Paint
from widgets.paint.surfaces import draw_focus_ring

RING = 4.0
"""Room around the ground in which the ring of the focus is drawn."""


class QuietButton(QAbstractButton):
    """A painted button reached by Tab; whoever derives from it gives its size and draws what stands on it."""

    def __init__(self, *, paint: Paint, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self._paint = paint
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def set_paint(self, paint: Paint) -> None:
        """Paint with another theme or text scale."""
        self._paint = paint
        self.updateGeometry()
        self.update()

    def size_for(self, width: float, height: float) -> QSize:
        """Return the size of the button for a ground of this size."""
        return QSize(round(width + 2 * RING), round(height + 2 * RING))

    def ground(self) -> QRectF:
        """Return where the ground lies."""
        return QRectF(self.rect()).adjusted(RING, RING, -RING, -RING)

    def draw_ground(self, painter: QPainter) -> None:
        """Draw the ground while the pointer is over the button or holds it down."""
        if self.isDown() or self.underMouse():
            radius = self._paint.measures.radius.control
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._paint.theme.bg3)
            painter.drawRoundedRect(self.ground(), radius, radius)

    def draw_focus(self, painter: QPainter) -> None:
        """Draw the ring while the button has the focus."""
        if self.hasFocus():
            draw_focus_ring(painter, self.ground(), paint=self._paint)

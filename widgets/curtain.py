"""What is laid over the room: a panel on a dimmed ground that takes all keys; Esc or a click beside it ends it."""

from PySide6.QtCore import QEvent, QObject, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from widgets.paint.source import Paint

_DIM = 0.62
_SHADOWS = 6
_SHADOW = 14


class Curtain(QWidget):
    """Covers its parent; a child widget, never a window. Whoever extends it places its children in `panel_rect`.

    Signals: closed() it is gone, and the focus belongs to the room again.
    """

    closed = Signal()

    def __init__(self, *, paint: Paint, parent: QWidget) -> None:
        super().__init__(parent)
        self._paint = paint
        self._room = parent
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.hide()
        parent.installEventFilter(self)

    def panel_rect(self) -> QRectF:
        """Return where the panel lies."""
        return QRectF(self.rect())

    def place(self) -> None:
        """Put the children where they belong; called whenever the size or the paint is another."""

    def set_paint(self, paint: Paint) -> None:
        """Paint with another theme or text scale."""
        self._paint = paint
        self.place()
        self.update()

    def lay(self) -> None:
        """Lay it over the room."""
        self.setGeometry(self._room.rect())
        self.place()
        self.show()
        self.raise_()
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def lift(self) -> None:
        """Take it away."""
        if self.isVisibleTo(self._room):
            self.hide()
            self.closed.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stay as large as the room."""
        if event.type() == QEvent.Type.Resize and watched is self._room and self.isVisible():
            self.setGeometry(self._room.rect())
            self.place()
        return super().eventFilter(watched, event)

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Tab goes round among what lies here and never behind it."""
        stops = [child for child in self.findChildren(QWidget) if _takes_tab(child, self)]
        if not stops:
            return True
        focus = self.focusWidget()
        at = stops.index(focus) if focus in stops else (-1 if forward else 0)
        stops[(at + (1 if forward else -1)) % len(stops)].setFocus(Qt.FocusReason.TabFocusReason)
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc takes it away; no other key reaches the room behind."""
        if event.key() == Qt.Key.Key_Escape:
            self.lift()
        event.accept()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click beside the panel takes it away."""
        if not self.panel_rect().contains(event.position()):
            self.lift()
        event.accept()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Dim the room and draw the panel's ground."""
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint, theme = self._paint, self._paint.theme
        dim = QColor(theme.bg0 if theme.dark else theme.t2)
        dim.setAlphaF(_DIM if theme.dark else _DIM / 2)
        painter.fillRect(self.rect(), dim)
        rect, radius = self.panel_rect(), paint.measures.radius.box
        painter.setPen(Qt.PenStyle.NoPen)
        for ring in range(_SHADOWS, 0, -1):
            painter.setBrush(QColor(0, 0, 0, _SHADOW))
            out = ring * 3.0
            painter.drawRoundedRect(rect.adjusted(-out, -out + ring, out, out + ring), radius + out, radius + out)
        painter.setBrush(theme.bg1)
        painter.setPen(QPen(theme.line2, 1.0))
        painter.drawRoundedRect(rect.adjusted(0.5, 0.5, -0.5, -0.5), radius, radius)
        self.draw(painter, rect)
        painter.end()

    def draw(self, painter: QPainter, rect: QRectF) -> None:
        """Draw what is not a child on the panel."""


def _takes_tab(child: QWidget, over: QWidget) -> bool:
    return child.isVisibleTo(over) and child.isEnabled() and bool(child.focusPolicy() & Qt.FocusPolicy.TabFocus)

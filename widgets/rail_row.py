"""One row of the squad rail as a button: pressed, hovered, focused, read aloud."""

from PySide6.QtCore import QRectF, QSizeF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QWidget

from widgets.paint.source import Paint
from widgets.paint.surfaces import draw_focus_ring, draw_selection
from widgets.rail_look import RowLook
from widgets.rail_painter import draw_row, row_words

_INSET = 8.0
"""From the rail's edge to the ground of a chosen row."""
_STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
_PRESS = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space})


class RailRow(QAbstractButton):
    """A row; checked while its queue is shown.

    Signals: clicked() as of every button; moved(int) Up or Down was pressed, how many rows to go.
    """

    moved = Signal(int)

    def __init__(self, look: RowLook, *, paint: Paint, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self._paint = paint
        self._look = look
        self._narrow = False
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.retranslate()

    @property
    def look(self) -> RowLook:
        """What the row shows."""
        return self._look

    def set_look(self, look: RowLook) -> None:
        """Show other figures."""
        if look != self._look:
            self._look = look
            self.retranslate()

    def set_paint(self, paint: Paint) -> None:
        """Paint with another theme or text scale."""
        self._paint = paint
        self.update()

    def set_narrow(self, narrow: bool) -> None:
        """Show patch and count only; the rest is then in the tool tip."""
        self._narrow = narrow
        self.retranslate()

    def retranslate(self) -> None:
        """Say everything again, in the language of now."""
        words = row_words(self._look)
        self.setAccessibleName(words)
        self.setToolTip(words if self._narrow else "")
        self.update()

    def nextCheckState(self) -> None:
        """A click asks for a queue; the row is checked only once that queue is shown."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Up and Down move on, Enter presses; other keys are the window's."""
        key = Qt.Key(event.key())
        if key in _STEPS:
            self.moved.emit(_STEPS[key])
        elif key in _PRESS:
            self.click()
        else:
            event.ignore()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the ground and what stands on it."""
        del event
        paint = self._paint
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        inset = paint.px(_INSET)
        ground = QRectF(self.rect()).adjusted(inset, 1.0, -inset, -1.0)
        if self.isChecked():
            draw_selection(painter, ground, paint=paint, focused=True)
        elif self.underMouse():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(paint.theme.bg2)
            painter.drawRoundedRect(ground, paint.measures.radius.control, paint.measures.radius.control)
        draw_row(painter, QSizeF(self.size()), look=self._look, paint=paint, narrow=self._narrow)
        if self.hasFocus():
            draw_focus_ring(painter, ground.adjusted(3.0, 3.0, -3.0, -3.0), paint=paint)
        painter.end()

"""Who works here, in the top bar; pressed, it asks for the menu of the screen's settings."""

from PySide6.QtCore import QPointF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from widgets.paint.fonts import TextRole
from widgets.paint.source import Paint
from widgets.quiet_button import QuietButton

_HEIGHT, _SIDE, _CHEVRON = 40.0, 10.0, 18.0


class UserButton(QuietButton):
    """Name over role; nobody is shown where there is no name. Emits `clicked`."""

    def __init__(self, *, paint: Paint, parent: QWidget | None = None) -> None:
        super().__init__(paint=paint, parent=parent)
        self._name, self._role = "", ""
        self.hide()

    def say(self, name: str, role: str) -> None:
        """Say who works here and as what."""
        self._name, self._role = name, role
        self.setAccessibleName(", ".join(part for part in (name, role) if part))
        self.setVisible(bool(name))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Room for both lines, the chevron and the focus ring."""
        paint, texts = self._paint, self._paint.texts
        words = max(texts.width(self._name, TextRole.STRONG), texts.width(self._role, TextRole.META))
        return self.size_for(words + paint.px(2 * _SIDE + _CHEVRON) + 1, paint.px(_HEIGHT))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw both lines, right-aligned, and the chevron."""
        del event
        paint, theme = self._paint, self._paint.theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self.draw_ground(painter)
        rect = self.ground()
        right, middle = rect.right() - paint.px(_SIDE + _CHEVRON), rect.center().y()
        for text, role, shift, colour in (
            (self._name, TextRole.STRONG, -8, theme.t1),
            (self._role, TextRole.META, 9, theme.t2),
        ):
            line = paint.texts.line(text, role)
            at = middle + paint.px(shift)
            paint.texts.draw_centred(painter, line, x=right - line.width, middle=at, colour=colour)
        centre = QPointF(rect.right() - paint.px(_SIDE + 4), middle)
        paint.icons.draw(painter, "chevron-down", centre=centre, size=paint.px(14), colour=theme.t2)
        self.draw_focus(painter)
        painter.end()

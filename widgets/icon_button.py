"""A small button with an icon alone; its words are told by the tool tip and to screen readers."""

from PySide6.QtCore import QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from widgets.paint.source import Paint
from widgets.quiet_button import QuietButton

_EDGE, _ICON = 32.0, 18.0


class IconButton(QuietButton):
    """Quiet until the pointer is over it; emits `clicked`. A lit one says that what it stands for is on."""

    def __init__(self, *, paint: Paint, parent: QWidget | None = None) -> None:
        super().__init__(paint=paint, parent=parent)
        self._name = ""
        self._lit = False

    def say(self, words: str, *, icon: str, key: str = "", lit: bool = False) -> None:
        """Set what the button stands for, its icon, its key, and whether it is on."""
        self._name, self._lit = icon, lit
        self.setAccessibleName(words)
        self.setToolTip(words if not key else f"{words} ({key})")
        self.update()

    def sizeHint(self) -> QSize:
        """Room for the ground and the focus ring around it."""
        edge = self._paint.px(_EDGE)
        return self.size_for(edge, edge)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw ground and icon."""
        del event
        paint, theme = self._paint, self._paint.theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self.draw_ground(painter)
        if self._name:
            colour = theme.acc if self._lit else theme.t2
            paint.icons.draw(painter, self._name, centre=self.ground().center(), size=paint.px(_ICON), colour=colour)
        self.draw_focus(painter)
        painter.end()

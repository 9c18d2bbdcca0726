"""A further window of the same room, for a second monitor: its own queue and focus on the same board."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QLayout, QMainWindow

from desktop.desk import Desk
from desktop.dispatcher import DispatcherView
from desktop.memory import Memory
from desktop.preferences import Preferences
from widgets.paint.source import Paint
from widgets.paint.styles import style_sheet

LEAST = (1024, 600)


class RoomWindow(QMainWindow):
    """One more window; it closes without ending anything.

    Signals: closed(RoomWindow) somebody closed it.
    """

    closed = Signal(object)

    def __init__(self, desk: Desk, *, preferences: Preferences, memory: Memory, name: str, demo: bool) -> None:
        super().__init__()
        self._preferences, self._memory, self._name = preferences, memory, name
        self.view = DispatcherView(desk, preferences=preferences, demo=demo, second=True)
        self.setCentralWidget(self.view)
        layout = self.layout()
        if layout is not None:
            layout.setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)
        self.setMinimumSize(*LEAST)
        self.resize(1440, 900)
        memory.restore(self, name)
        preferences.themes.theme_changed.connect(self._paint_with)
        self._paint_with(preferences.themes.paint)
        self._retranslate()
        self.view.queue.view.setFocus(Qt.FocusReason.OtherFocusReason)

    def leave(self) -> None:
        """Remember where the window was, and let go of it."""
        self._memory.keep(self, self._name)
        self._preferences.themes.theme_changed.disconnect(self._paint_with)
        self.view.stop()
        self.hide()
        self.deleteLater()

    def changeEvent(self, event: QEvent) -> None:
        """Speak the other language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Let the room know."""
        event.accept()
        self.closed.emit(self)

    def _paint_with(self, paint: Paint) -> None:
        self.setStyleSheet(style_sheet(paint))

    def _retranslate(self) -> None:
        self.setWindowTitle(self.tr("Pendopo, second window"))

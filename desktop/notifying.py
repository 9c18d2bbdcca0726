"""Tells of an alarm outside the window while nobody can see it, with number and squad and nothing more."""

from PySide6.QtCore import QObject, QProcess, QStandardPaths, Qt
from PySide6.QtWidgets import QApplication, QSystemTrayIcon, QWidget

_FOR_MS = 10_000
_NOTIFY = "notify-send"


def out_of_sight(window: QWidget) -> bool:
    """Whether a window is hidden or minimised."""
    return not window.isVisible() or window.isMinimized()


class Notifying(QObject):
    """A message in the system's own way: at the tray, else by the desktop's notifier; the task bar calls, too."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._tray: QSystemTrayIcon | None = None

    def tell(self, window: QWidget, title: str, text: str) -> None:
        """Say it, and have the task bar call for the window."""
        QApplication.alert(window)
        if QSystemTrayIcon.isSystemTrayAvailable():
            self._tray_of(window).showMessage(title, text, QSystemTrayIcon.MessageIcon.Warning, _FOR_MS)
            return
        notifier = QStandardPaths.findExecutable(_NOTIFY)
        if notifier:
            QProcess.startDetached(notifier, ["--app-name=Pendopo", "--", title, text])

    def close(self) -> None:
        """Leave the tray."""
        if self._tray is not None:
            self._tray.hide()

    def _tray_of(self, window: QWidget) -> QSystemTrayIcon:
        if self._tray is None:
            self._tray = QSystemTrayIcon(window.windowIcon(), self)
            self._tray.messageClicked.connect(lambda: _raise(window))
        self._tray.show()
        return self._tray


def _raise(window: QWidget) -> None:
    window.setWindowState(window.windowState() & ~Qt.WindowState.WindowMinimized)
    window.show()
    window.activateWindow()

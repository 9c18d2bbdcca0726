"""Does something at once when it is wanted, and then again at most every so often."""

from PySide6.QtCore import QObject, QTimer, Signal


class Seldom(QObject):
    """Gathers wishes: the first after a rest is granted at once, those that follow together when the time is over.

    Signals: due() now it should be done.
    """

    due = Signal()

    def __init__(self, every_ms: int, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._wanted = False
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(every_ms)
        self._rest.timeout.connect(self._on_rested)

    def want(self) -> None:
        """Ask for it."""
        if self._rest.isActive():
            self._wanted = True
            return
        self._rest.start()
        self.due.emit()

    def stop(self) -> None:
        """Grant nothing any more of what was asked for until now."""
        self._wanted = False
        self._rest.stop()

    def _on_rested(self) -> None:
        if self._wanted:
            self._wanted = False
            self.want()

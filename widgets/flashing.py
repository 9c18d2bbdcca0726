"""A marker that flashes once a second while somebody must look, and is steady when motion is off or time stalls."""

from PySide6.QtCore import QElapsedTimer, QObject, QTimer, Signal

HALF_MS = 500
"""Bright for so long, then quiet for so long: 1 Hz, far below three flashes a second (WCAG 2.3.1)."""
_STALLED_MS = 3 * HALF_MS


class Flashing(QObject):
    """The phase of the marker.

    Signals: turned() the marker looks different now.
    """

    turned = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.bright = True
        self._since = QElapsedTimer()
        self._timer = QTimer(self)
        self._timer.setInterval(HALF_MS)
        self._timer.timeout.connect(self._on_half)

    @property
    def running(self) -> bool:
        """Whether it flashes."""
        return self._timer.isActive()

    def flash(self, wanted: bool) -> None:
        """Flash, or be steady and bright."""
        if wanted == self._timer.isActive():
            return
        if wanted:
            self._since.start()
            self._timer.start()
        else:
            self._timer.stop()
            self._turn(bright=True)

    def _on_half(self) -> None:
        self.half(self._since.restart())

    def half(self, elapsed: int) -> None:
        """Turn after half a second; a timer that came far too late has stalled, and the marker stays bright."""
        self._turn(bright=elapsed > _STALLED_MS or not self.bright)

    def _turn(self, *, bright: bool) -> None:
        if bright != self.bright:
            self.bright = bright
            self.turned.emit()

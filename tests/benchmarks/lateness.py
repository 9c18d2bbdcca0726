"""How late a precise timer comes: what a person feels as a window that stalls."""

import time

from PySide6.QtCore import QObject, Qt, QTimer

EVERY_MS = 5
_MILLI = 1_000.0


class Lateness(QObject):
    """A timer of 5 ms that notes how many milliseconds late each tick came after the one before."""

    def __init__(self) -> None:
        super().__init__()
        self.late: list[float] = []
        self._last = 0.0
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.setInterval(EVERY_MS)
        self._timer.timeout.connect(self._on_tick)

    def start(self) -> None:
        """Begin."""
        self.late.clear()
        self._last = time.perf_counter()
        self._timer.start()

    def stop(self) -> None:
        """End; a stall that is still going on counts too."""
        self._on_tick()
        self._timer.stop()

    def _on_tick(self) -> None:
        now = time.perf_counter()
        self.late.append(max(0.0, (now - self._last) * _MILLI - EVERY_MS))
        self._last = now

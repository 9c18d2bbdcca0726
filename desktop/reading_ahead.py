"""Makes the texts by which reports are found before anybody types, a few at a time: no letter waits for them."""

from itertools import islice

from PySide6.QtCore import QObject, QTimer

from desktop.desk import Desk
from desktop.queue_column import QueueColumn

_REST_MS = 40
_SLICE = 300
"""So many reports at once: a few milliseconds."""


class ReadingAhead(QObject):
    """Begins anew with each whole board; what changes later is made when it is asked for."""

    def __init__(self, desk: Desk, queue: QueueColumn, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk, self._queue = desk, queue
        self._left = iter(tuple[str, ...]())
        self._timer = QTimer(self)
        self._timer.setInterval(_REST_MS)
        self._timer.timeout.connect(self._go_on)
        desk.replaced.connect(self.begin)
        self.begin()

    @property
    def done(self) -> bool:
        """Whether all is made."""
        return not self._timer.isActive()

    def begin(self) -> None:
        """Begin with the board as it is now."""
        self._left = iter(tuple(self._desk.rows()))
        self._timer.start()

    def stop(self) -> None:
        """Make nothing any more."""
        self._timer.stop()

    def _go_on(self) -> None:
        reports = tuple(islice(self._left, _SLICE))
        if not reports:
            self._timer.stop()
            return
        rows = {report: row for report in reports if (row := self._desk.row(report)) is not None}
        self._queue.read(rows)

"""After an undo: the report that was put back is under the focus again, as soon as the queue has it."""

from PySide6.QtCore import QObject, Qt

from desktop.desk import Desk, Frame
from desktop.queue_column import QueueColumn


class Returning(QObject):
    """One report at a time; whoever has gone elsewhere meanwhile is left there."""

    def __init__(self, desk: Desk, queue: QueueColumn, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._queue = queue
        self._awaited: str | None = None
        self._left: str | None = None
        desk.frame.connect(self._on_frame, Qt.ConnectionType.QueuedConnection)  # after the queue has taken it in

    def go_back(self, report: str) -> None:
        """Put the focus on a report now, or when it comes back into the queue."""
        self._awaited, self._left = report, self._queue.view.chosen
        self._try()

    def forget(self) -> None:
        """Leave the focus where it is: the person has gone on by a key."""
        self._awaited = None

    def tick(self) -> None:
        """Let time pass: what came while keys were pressed is placed in the queue after a pause of them."""
        self._try()

    def _on_frame(self, frame: Frame) -> None:
        del frame
        self._try()

    def _try(self) -> None:
        if self._awaited is None:
            return
        view = self._queue.view
        if view.chosen != self._left:
            self._awaited = None
        elif self._queue.order.position_of(self._awaited) is not None:
            view.choose(self._awaited)
            self._awaited = None

"""Keeps what can wait out of the queue's frame: it is done in a turn of its own, once the queue has been painted."""

from collections.abc import Mapping

from PySide6.QtCore import QObject, QTimer, Signal

from desktop.desk import Frame
from services.domain.rows import ReportRow


class Afterwards(QObject):
    """Hands frames on a moment later, as one where several have come meanwhile.

    Signals:
        renewed(): the board is another one as a whole.
        due(Frame): what has changed since it was told last; without events, which are told at once or not at all.
    """

    renewed = Signal()
    due = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._puts: dict[str, ReportRow] = {}
        self._removed: set[str] = set()
        self._whole = False
        self._turn = QTimer(self)
        self._turn.setSingleShot(True)
        self._turn.setInterval(0)
        self._turn.timeout.connect(self._on_turn)

    def add(self, frame: Frame) -> None:
        """Take in a frame."""
        removed, puts = frame.removed, frame.puts
        for report in removed:
            self._puts.pop(report, None)
        self._removed |= removed
        self._removed -= puts.keys()
        self._puts.update(puts)
        if not self._turn.isActive():
            self._turn.start()

    def replace(self) -> None:
        """Take in another board as a whole."""
        self.forget()
        self._whole = True
        self._turn.start()

    def forget(self) -> None:
        """Drop what has come."""
        self._puts, self._removed, self._whole = {}, set(), False
        self._turn.stop()

    def _on_turn(self) -> None:
        if self._whole:
            self.forget()
            self.renewed.emit()
            return
        puts: Mapping[str, ReportRow] = self._puts
        removed = frozenset(self._removed)
        self.forget()
        self.due.emit(Frame(puts, removed))

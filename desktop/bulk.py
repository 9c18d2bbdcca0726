"""One act on all ticked reports: from the key to the line that tells what became of each."""

from PySide6.QtCore import QCoreApplication, QObject, Signal

from desktop.acting import Acting
from desktop.batch import Batch, BatchResult
from desktop.desk import Desk, Frame
from desktop.many import BULK, Many
from desktop.telling import trouble_message
from desktop.telling_many import batch_message
from desktop.ticking import Ticks
from services.domain.commands import Command
from widgets import words

translate = QCoreApplication.translate


class Bulk(QObject):
    """Leads acts to the ticked reports, where there are any.

    Signals: told(FootMessage): what the foot of the queue is to say.
    """

    told = Signal(object)

    def __init__(self, desk: Desk, acting: Acting, *, ticks: Ticks, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk, self._acting, self._ticks = desk, acting, ticks
        self._batch = Batch(desk, parent=self)
        self._batch.changed.connect(self._on_changed)
        acting.given_many.connect(self._on_given)
        desk.frame.connect(self._on_frame)
        desk.replaced.connect(self._on_replaced)

    def begin(self, act: str) -> bool:
        """Begin an act on the ticked reports; returns whether there are any, so that the key is used up."""
        if not self._ticks:
            return False
        if act in BULK:
            self._acting.begin_many(act, self._ticks.reports)
        else:
            text = translate("bulk", "{act}: only for one report, Esc takes the ticks away")
            self.told.emit(trouble_message(text.format(act=words.command_word(act)), self._desk.now))
        return True

    def takes(self, command: Command) -> bool:
        """Whether a command belongs to the last batch, which tells itself what became of it."""
        return self._batch.has(command)

    def forget(self) -> None:
        """Tell nothing more of the last batch: it is put back."""
        self._batch.forget()

    def _on_given(self, many: Many) -> None:
        self._batch.give(many)
        self._ticks.clear()

    def _on_changed(self, result: BatchResult) -> None:
        self.told.emit(batch_message(result, self._desk.now))

    def _on_frame(self, frame: Frame) -> None:
        if self._ticks and frame.removed:
            self._ticks.drop(frame.removed)

    def _on_replaced(self) -> None:
        self._ticks.drop([report for report in self._ticks.reports if self._desk.row(report) is None])

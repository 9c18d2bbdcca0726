"""What a person does from the queue: acts on one report or all ticked ones, the suggestion, conflicts left behind."""

from PySide6.QtCore import QObject, Qt, Signal

from desktop.acting import Acting
from desktop.advancing import Advancing
from desktop.bulk import Bulk
from desktop.columns import Columns
from desktop.desk import Desk
from desktop.detail_column import DetailColumn
from desktop.queue_column import QueueColumn
from desktop.returning import Returning
from services.domain.commands import Command


class QueueActs(QObject):
    """The keys that act, led to whatever they are about now.

    Signals:
        told(FootMessage): what the foot of the queue is to say.
        nothing_suggested(): Enter, where nothing is suggested for the report under the focus.
    """

    told = Signal(object)
    nothing_suggested = Signal()

    def __init__(
        self,
        desk: Desk,
        acting: Acting,
        *,
        queue: QueueColumn,
        detail: DetailColumn,
        columns: Columns,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._desk, self._queue, self._detail, self._columns = desk, queue, detail, columns
        self._bulk = Bulk(desk, acting, ticks=queue.ticks, parent=self)
        self._advancing = Advancing(acting, queue.view, clock=lambda: desk.now, parent=self)
        self._returning = Returning(desk, queue, parent=self)
        self._bulk.told.connect(self.told)
        queue.ticks.changed.connect(lambda _: detail.set_many(bool(queue.ticks)))
        queue.view.entered.connect(self.take)
        detail.detail.entered.connect(self.take)
        queue.view.report_opened.connect(lambda _: self._open())
        detail.note.left.connect(lambda: queue.view.setFocus(Qt.FocusReason.OtherFocusReason))

    def begin(self, act: str) -> None:
        """Begin an act on the ticked reports, or without any on the one under the focus."""
        if not self._bulk.begin(act):
            self._detail.begin(act)

    def take(self) -> None:
        """Enter in the list or the detail: open the report where only the list is shown, else do what is suggested.

        It comes from these two widgets alone: an Enter that ended a text elsewhere must not act on the report.
        """
        if self._columns.widths.single and not self._columns.detail_alone:
            self._open()
            return
        self.go_on()
        suggestion = self._detail.suggesting.suggestion
        if suggestion is None:
            self.nothing_suggested.emit()
        elif not self._bulk.begin(suggestion.act):
            self._detail.suggesting.take()

    def tell_of(self, command: Command) -> bool:
        """Whether what became of this command is to be told by itself, and not with the others of its batch."""
        return not self._bulk.takes(command)

    def undo(self) -> bool:
        """Put back the last act, on all its reports; returns whether there was one."""
        reports = self._desk.last_reports
        self._bulk.forget()
        done = self._desk.undo()
        if done:
            self._returning.go_back(reports[0])
        return done

    def go_on(self) -> None:
        """Another key was pressed: a report that was put back does not take the focus any more when it comes."""
        self._returning.forget()

    def tick(self) -> None:
        """Let a second pass."""
        self._returning.tick()

    def back(self) -> bool:
        """Take the ticks away; returns whether there were any."""
        ticked = bool(self._queue.ticks)
        self._queue.ticks.clear()
        return ticked

    def settle_conflict(self, way: str) -> None:
        """Settle the conflict of the report that is shown; without one go back to the last report that has one.

        After an act the next report is under the focus, so the answer of the hub finds the person elsewhere.
        """
        report = self._detail.report
        if report is not None and self._desk.conflict(report) is not None:
            self._detail.settle_conflict(way)
            self._queue.view.doubt({report})
            return
        left_behind = [one for one in self._desk.conflicts if self._desk.row(one) is not None]
        if left_behind:
            self._queue.view.choose(left_behind[-1])

    def _open(self) -> None:
        self._columns.show_detail(True)
        if self._columns.detail_alone:
            self._detail.detail.setFocus(Qt.FocusReason.OtherFocusReason)

"""What is written down over the detail: a new report, a reply to the citizen, a merge; joins each with its key."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt, Signal

from desktop.acting import Acting
from desktop.columns import Columns
from desktop.desk import Desk
from desktop.detail_column import DetailColumn
from desktop.merging import Merging
from desktop.new_report import NewReporting
from desktop.presence import Presence
from desktop.queue_column import QueueColumn
from desktop.replying import Replying
from desktop.surroundings import Surroundings
from widgets.models.queue_marks import Sieve
from widgets.paint.source import Paint, ThemeSource


class Writing(QObject):
    """The three sheets; one lies over the detail at a time, and what is begun on another one is kept.

    Signals:
        told(FootMessage): what the foot of the queue is to say.
        not_now(str): the act with this name is not possible for the report under the focus.
        sieve_wanted(Sieve): the queue is to show this.
    """

    told = Signal(object)
    not_now = Signal(str)
    sieve_wanted = Signal(object)

    def __init__(
        self,
        desk: Desk,
        acting: Acting,
        *,
        around: Surroundings,
        presence: Presence,
        queue: QueueColumn,
        detail: DetailColumn,
        columns: Columns,
        themes: ThemeSource,
    ) -> None:
        super().__init__(detail)
        paint = themes.paint
        self._queue, self._detail, self._columns = queue, detail, columns
        self.new = NewReporting(desk, around=around, paint=paint, over=detail)
        self.reply = Replying(desk, acting, around=around, paint=paint, over=detail)
        self.merge = Merging(desk, acting, around=around, paint=paint, over=detail)
        self._parts = (self.new, self.reply, self.merge)
        self._detail_before = False
        for part in self._parts:
            part.left.connect(self._on_left)
        self.new.told.connect(self.told)
        self.new.recorded.connect(self._on_recorded, Qt.ConnectionType.QueuedConnection)
        self.reply.writing.connect(presence.write)
        queue.view.report_chosen.connect(self._on_chosen)
        themes.theme_changed.connect(self.set_paint)
        detail.installEventFilter(self)

    def ways(self) -> dict[str, Callable[[str], None]]:
        """Return what the keys of the three do."""
        return {
            "new": lambda _: self._open_new(),
            "reply": lambda _: self._begin("reply", self.reply.open),
            "merge": lambda _: self._begin("merge", self.merge.open),
        }

    def set_paint(self, paint: Paint) -> None:
        """Paint with another theme or text scale."""
        for part in self._parts:
            part.set_paint(paint)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Speak the other language; the names of the room are in it already."""
        if event.type() == QEvent.Type.LanguageChange:
            for part in self._parts:
                part.retranslate()
        return super().eventFilter(watched, event)

    def stop(self) -> None:
        """Hear nothing any more."""
        self.new.photos.stop()
        self.merge.stop()

    def _open_new(self) -> None:
        self._lift_all()
        self._make_room()
        self.new.open()

    def _begin(self, act: str, begin: Callable[[str], bool]) -> None:
        report = self._detail.report
        self._lift_all()
        if report is None or not begin(report):
            self.not_now.emit(act)
        else:
            self._make_room()

    def _make_room(self) -> None:
        """Show the column that the sheet lies over, where there is room for one only."""
        self._detail_before = self._columns.detail_alone
        self._columns.show_detail(True)

    def _lift_all(self) -> None:
        for part in self._parts:
            part.sheet.lift()

    def _on_left(self) -> None:
        """Give the keys back to where they came from."""
        self._columns.show_detail(self._detail_before)
        back = self._detail.detail if self._columns.detail_alone else self._queue.view
        back.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_chosen(self, report: str) -> None:
        """A letter or a merge is about its report alone; a new report is not about the one under the focus."""
        self.reply.show_report(report)
        self.merge.show_report(report)

    def _on_recorded(self, report: str) -> None:
        """Choose the report that was written down here, unless somebody is at something else already.

        It need not wait for a pause of the keys as others do; a queue it has no place in gives way to that of all.
        """
        view, order = self._queue.view, self._queue.order
        if not view.hasFocus():
            return
        for sieve in (order.sieve, Sieve()):
            if order.position_of(report) is None:
                self.sieve_wanted.emit(sieve)
        if order.position_of(report) is not None:
            view.choose(report)

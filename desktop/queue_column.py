"""The column of the queue: its head, the list, and its foot."""

from collections.abc import Callable, Mapping

from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.desk import Desk
from desktop.presence import Presence
from desktop.surroundings import Surroundings
from desktop.ticking import Ticks
from services.domain.report import Millis
from services.domain.rows import ReportRow
from widgets import counted, words
from widgets.filter_bar import FilterBar
from widgets.foot_bar import FootBar
from widgets.models.queue_marks import Sieve
from widgets.models.queue_model import QueueModel
from widgets.models.queue_order import QueueOrder
from widgets.models.report_words import ReportWords
from widgets.paint.source import Paint
from widgets.queue_head import QueueHead
from widgets.queue_look import Beside, describe_row, head_words, row_look, row_time, say_head
from widgets.queue_row import RowLook, RowTime
from widgets.queue_text import TypedText
from widgets.queue_view import QueueView


class QueueColumn(QWidget):
    """Head, list and foot of the queue, fed with values."""

    def __init__(
        self,
        desk: Desk,
        *,
        around: Surroundings,
        paint: Paint,
        presence: Presence,
        clock: Callable[[], Millis],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._desk = desk
        self._around = around
        self._clock = clock
        self._presence = presence
        self._named = (around.names, around.language)
        self.ticks = Ticks(self)
        self._words = ReportWords(TypedText(around.names))
        self.order = QueueOrder(user=desk.user.id, fits=self._words.fits)
        self._model = QueueModel(self.order, describe=self._describe, head=say_head, parent=self)
        self.head = QueueHead(paint=paint, parent=self)
        self.filter = FilterBar(paint=paint, parent=self)
        self.view = QueueView(self._model, paint=paint, look=self._look, time=self._time, heads=head_words, parent=self)
        self.foot = FootBar(paint=paint, parent=self)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        for widget in (self.head, self.filter, self.view, self.foot):
            layout.addWidget(widget)
        self.view.held_changed.connect(self.head.set_above)
        self.head.above_wanted.connect(self.view.go_to_top)
        self.ticks.changed.connect(self._on_ticked)
        self.view.tick_wanted.connect(self.ticks.toggle)
        presence.changed.connect(self.view.doubt)

    def set_paint(self, paint: Paint) -> None:
        """Paint with another theme or text scale."""
        for widget in (self.head, self.filter, self.view, self.foot):
            widget.set_paint(paint)

    def say(self) -> None:
        """Say which queue this is and how large it is."""
        ticked = len(self.ticks)
        title = self.title(self.order.sieve) if not ticked else counted.chosen_reports(ticked)
        self.head.set_queue(title, self.order.counts.total)

    def show_queue(self, sieve: Sieve) -> None:
        """Show another queue; what was ticked in this one might not be in sight there."""
        self.ticks.clear()
        self.view.show_queue(sieve, self._clock())
        self.say()

    def beside(self, report: str) -> Beside:
        """What a row shows that is not in the report."""
        return Beside(
            sending=self._desk.sending(report),
            ticked=report in self.ticks,
            conflict=self._desk.conflict(report) is not None,
            others=self._presence.mark(report),
        )

    def tick(self) -> None:
        """Tick the report under the focus, or take its tick away."""
        if self.view.chosen is not None:
            self.ticks.toggle(self.view.chosen)

    def extend(self, by: int) -> None:
        """Tick the report under the focus and its neighbour, and go there."""
        leaving = self.view.chosen
        self.view.step(by)
        coming = self.view.chosen
        if leaving is not None and coming is not None:
            self.ticks.extend(leaving, coming)

    def _on_ticked(self, reports: frozenset[str]) -> None:
        self.view.doubt(reports)
        self.say()

    def typed_texts(self) -> dict[str, str]:
        """Return what can be typed to find each report of the board."""
        rows = self._desk.rows()
        self._words.keep_only(rows)
        return self.read(rows)

    def read(self, rows: Mapping[str, ReportRow]) -> dict[str, str]:
        """Return what can be typed to find these reports, as members and labels are called now."""
        named = (self._around.names, self._around.language)
        if named != self._named:
            self._named = named
            self._words.forget(TypedText(self._around.names))
        return self._words.texts(rows)

    def title(self, sieve: Sieve) -> str:
        """Return what a queue is called."""
        if sieve.extra is not None:
            return words.queue_word(sieve.extra)
        if sieve.squad is not None:
            return words.squad_full_name(sieve.squad)
        return self.tr("All squads")

    def _look(self, report: str, row: ReportRow) -> RowLook:
        return row_look(
            row,
            names=self._around.names,
            user=self._desk.user.id,
            now=self._clock(),
            language=self._around.language,
            beside=self.beside(report),
        )

    def _time(self, row: ReportRow, now: Millis) -> RowTime:
        return row_time(row, now, self._around.language)

    def _describe(self, row: ReportRow) -> str:
        return describe_row(row, names=self._around.names, now=self._clock(), language=self._around.language)

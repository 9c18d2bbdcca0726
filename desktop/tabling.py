"""Charts as tables at work (Ctrl T): reads the figures once when they are opened."""

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from desktop import chart_tables
from desktop.desk import Desk
from desktop.surroundings import Surroundings
from services.feed.reading import Answer, ReadRefused
from services.figures.day import DayFlow
from widgets.models.flow_day import FlowDay
from widgets.paint.source import Paint
from widgets.table_view import TableView


class Tabling(QObject):
    """Joins the tables with the desk.

    Signals: left() they are gone.
    """

    left = Signal()

    def __init__(self, desk: Desk, *, around: Surroundings, paint: Paint, over: QWidget) -> None:
        super().__init__(over)
        self._desk, self._around = desk, around
        self._day: FlowDay | None = None
        self.view = TableView(paint=paint, parent=over)
        self.view.closed.connect(self.left)

    def open(self) -> None:
        """Show the tables; the day's flow comes as soon as the hub has told it."""
        self._day = None
        self._show()
        self.view.lay()
        self._desk.link.ask("day", self._on_day, owner=self.view)

    def set_paint(self, paint: Paint) -> None:
        """Paint with another theme or text scale."""
        self.view.set_paint(paint)

    def retranslate(self) -> None:
        """Speak the language of the screen."""
        if self.view.isVisible():
            self._show()

    def _show(self) -> None:
        rows, now, around = self._desk.rows(), self._desk.now, self._around
        tables = [
            chart_tables.squad_table(around.squads, language=around.language),
            chart_tables.point_table(rows, squads=tuple(around.squads), now=now, language=around.language),
            chart_tables.area_table(rows, names=around.names, now=now),
        ]
        if self._day is not None:
            tables.append(chart_tables.flow_table(self._day))
        self.view.show_tables(tables)

    def _on_day(self, answer: Answer | ReadRefused) -> None:
        if isinstance(answer, DayFlow) and self.view.isVisible():
            self._day = FlowDay(answer.flow, answer.at)
            self._show()

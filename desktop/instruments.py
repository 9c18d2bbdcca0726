"""The column of instruments: response per squad, the day's flow, the map with its ranking, and what alarms."""

from collections.abc import Iterable, Mapping

from PySide6.QtCore import QRectF, QSize, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from desktop.desk import Desk
from desktop.flow import FlowWatch
from desktop.geography import shipped_map
from desktop.instrument_heights import heights
from desktop.regency_map import RegencyMap, fault_words
from desktop.surroundings import Surroundings
from services.domain.report import Millis
from services.domain.rows import ReportRow
from widgets.alarm_list import AlarmList
from widgets.flow_chart import FlowChart
from widgets.map_panel import MapPanel
from widgets.models.map_points import MapPoints
from widgets.models.strip_points import StripPoints
from widgets.paint.source import Paint
from widgets.queue_look import describe_row
from widgets.response_strip import ResponseStrip


class Instruments(QWidget):
    """The charts beside the detail; every point leads to its report.

    Signals:
        report_chosen(str): a point of a chart, or a mark of the map, was pressed.
        area_chosen(str): a kecamatan was chosen on the map or in its ranking, by its code.
    """

    report_chosen = Signal(str)
    area_chosen = Signal(str)

    def __init__(
        self,
        desk: Desk,
        *,
        around: Surroundings,
        paint: Paint,
        regency_map: RegencyMap | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._desk, self._around, self._paint = desk, around, paint
        self._points = StripPoints()
        self._places = MapPoints(shipped_map() if regency_map is None else regency_map.geography)
        self._flow = FlowWatch(desk, parent=self)
        self._fault = None if regency_map is None else regency_map.fault
        self._chosen: str | None = None
        self.strip = ResponseStrip(self._points, paint=paint, language=around.language, parent=self)
        self.flow = FlowChart(paint=paint, language=around.language, parent=self)
        self.map = MapPanel(self._places, paint=paint, hint=self._hint, parent=self)
        self._alarms: AlarmList | None = None
        self._join()
        self.set_paint(paint)

    def set_alarms(self, alarms: AlarmList) -> None:
        """Put the alarm list at the foot of the column; its size hints say how high it wants to be."""
        self._alarms = alarms
        alarms.setParent(self)
        self._place()

    def set_paint(self, paint: Paint) -> None:
        """Paint with another theme or text scale."""
        self._paint = paint
        for instrument in (self.strip, self.flow, self.map):
            instrument.set_paint(paint)
        if self._alarms is not None:
            self._alarms.set_paint(paint)
        self._place()
        self.update()

    def set_board(self, rows: Mapping[str, ReportRow], now: Millis) -> None:
        """Show a whole new board."""
        self._points.replace(rows)
        self._places.replace(rows)
        self.renew()
        self.strip.restart(now)
        self.map.restart(now)
        self.choose(self._chosen)
        self._flow.restart(now)

    def frame(self, puts: Mapping[str, ReportRow], removed: Iterable[str], now: Millis) -> None:
        """Take one frame's changes."""
        gone = tuple(removed)
        for points in (self._points, self._places):
            points.remove(gone)
            points.put(puts.items())
        self.strip.tick(now)
        self.map.tick(now)

    def stop(self) -> None:
        """Ask for nothing any more."""
        self._flow.stop()

    def tick(self, now: Millis) -> None:
        """Let time pass: waiting reports grow older."""
        self.strip.tick(now)
        self.map.tick(now)
        self._flow.tick(now)

    def choose(self, report: str | None) -> None:
        """Show on the map where the report under the focus of the queue lies; a covert one is not on any map."""
        self._chosen = report
        row = None if report is None else self._desk.row(report)
        area = None if row is None or row.covert else row.kecamatan
        self.map.set_chosen(report, area)

    def set_area(self, code: str | None) -> None:
        """Show that only this kecamatan's reports are in the queue."""
        self.map.set_area(code)

    def renew(self) -> None:
        """Show the squads and their medians as they are now."""
        self.strip.set_squads(tuple(self._around.squads))
        self.strip.set_medians(self._around.medians())
        self._place()

    def retranslate(self) -> None:
        """Speak the language of the screen."""
        self.strip.set_language(self._around.language)
        self.flow.set_language(self._around.language)
        if self._fault is not None:
            self.map.set_note(fault_words(self._fault))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Divide the height."""
        super().resizeEvent(event)
        self._place()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the line that divides the columns."""
        del event
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._paint.theme.bg1)
        painter.fillRect(QRectF(0, 0, 1, self.height()), self._paint.theme.line)
        painter.end()

    def _join(self) -> None:
        self.strip.report_chosen.connect(self.report_chosen)
        self.map.report_chosen.connect(self.report_chosen)
        self.map.area_chosen.connect(self.area_chosen)
        self._flow.day_changed.connect(self.flow.set_day)
        self._flow.stale_changed.connect(self.flow.set_stale)

    def _hint(self, report: str) -> str:
        row = self._desk.row(report)
        if row is None:
            return ""
        return describe_row(row, names=self._around.names, now=self._desk.now, language=self._around.language)

    def _place(self) -> None:
        """Stack the instruments; those there is no room for are hidden."""
        scale, width = self._paint.px(1.0), self.width() - 1
        wanted = () if self._alarms is None else (self._alarms.sizeHint(), self._alarms.minimumSizeHint())
        wish, least = (round(size.height() / scale) for size in wanted or (QSize(0, 0), QSize(0, 0)))
        high = heights(self.height() / scale, squads=len(self._around.squads), alarms=(wish, least))
        top = 0
        parts: tuple[tuple[QWidget | None, int], ...] = (
            (self.strip, high.strip),
            (self.flow, high.flow),
            (self.map, high.map),
            (self._alarms, high.alarms),
        )
        for widget, share in parts:
            height = round(share * scale)
            if widget is not None:
                widget.setGeometry(1, top, width, height)
                widget.setVisible(height > 0)
            top += height

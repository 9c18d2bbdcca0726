"""The column of instruments: the live response chart per squad."""

from collections.abc import Iterable, Mapping

from PySide6.QtCore import QRectF, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.desk import Desk
from desktop.surroundings import Surroundings
from services.domain.report import Millis
from services.domain.rows import ReportRow
from widgets.models.strip_points import StripPoints
from widgets.paint.source import Paint
from widgets.response_strip import ResponseStrip


class Instruments(QWidget):
    """The charts beside the detail; every point leads to its report.

    Signals: report_chosen(str) a point of a chart was pressed.
    """

    report_chosen = Signal(str)

    def __init__(self, desk: Desk, *, around: Surroundings, paint: Paint, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk, self._around, self._paint = desk, around, paint
        self._points = StripPoints()
        self.strip = ResponseStrip(self._points, paint=paint, language=around.language, parent=self)
        self._layout = QVBoxLayout(self)
        self._layout.addWidget(self.strip)
        self.strip.report_chosen.connect(self.report_chosen)
        self.set_paint(paint)

    def set_paint(self, paint: Paint) -> None:
        """Paint with another theme or text scale."""
        self._paint = paint
        self._layout.setContentsMargins(1, 0, 0, 0)
        self.strip.set_paint(paint)
        self.update()

    def set_board(self, rows: Mapping[str, ReportRow], now: Millis) -> None:
        """Show a whole new board."""
        self.renew()
        self._points.replace(rows)
        self.strip.restart(now)

    def frame(self, puts: Mapping[str, ReportRow], removed: Iterable[str], now: Millis) -> None:
        """Take one frame's changes."""
        self._points.remove(removed)
        self._points.put(puts.items())
        self.strip.tick(now)

    def tick(self, now: Millis) -> None:
        """Let time pass: waiting reports grow older."""
        self.strip.tick(now)

    def renew(self) -> None:
        """Show the squads and their medians as they are now."""
        self.strip.set_squads(tuple(self._around.squads))
        self.strip.set_medians(self._around.medians())

    def retranslate(self) -> None:
        """Speak the language of the screen."""
        self.strip.set_language(self._around.language)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the line that divides the columns."""
        del event
        painter = QPainter(self)
        painter.fillRect(QRectF(0, 0, 1, self.height()), self._paint.theme.line)
        painter.end()

"""Where the open reports are: the map, and beside it the kecamatan that have most."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QSize, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from services.domain.report import Millis
from widgets.area_ranking import AreaRanking
from widgets.map_view import MapView
from widgets.models.map_points import MapPoints
from widgets.paint.fonts import TextRole
from widgets.paint.source import Paint
from widgets.panel_head import HEAD, PADDING, draw_panel_head

_BETWEEN, _BELOW = 12.0, 16.0
_NOTE, _NOTE_AT = 22.0, 18.0
_HEIGHT, _LEAST_HEIGHT = 330.0, 160.0


class MapPanel(QWidget):
    """Map and ranking of the same points.

    Signals:
        report_chosen(str): the id of the report whose mark was pressed.
        area_chosen(str): the code of the area that was chosen, the one already shown alone too.
    """

    report_chosen = Signal(str)
    area_chosen = Signal(str)

    def __init__(
        self, points: MapPoints, *, paint: Paint, hint: Callable[[str], str], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._points, self._paint, self._note = points, paint, ""
        self.map = MapView(points, paint=paint, hint=hint, parent=self)
        names = {area.code: area.name for area in points.geography.areas}
        self.ranking = AreaRanking(names, paint=paint, parent=self)
        self.map.report_chosen.connect(self.report_chosen)
        self.map.area_chosen.connect(self.area_chosen)
        self.ranking.area_chosen.connect(self.area_chosen)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def set_paint(self, paint: Paint) -> None:
        """Paint with another theme or text scale."""
        self._paint = paint
        self.map.set_paint(paint)
        self.ranking.set_paint(paint)
        self.updateGeometry()
        self._place()
        self.update()

    def set_chosen(self, report: str | None, area: str | None) -> None:
        """Show the report under the focus of the queue, and the area it lies in."""
        self.map.set_chosen(report, area)
        self.ranking.set_near(area)

    def set_area(self, code: str | None) -> None:
        """Show that only this area's reports are in the queue."""
        self.map.set_area(code)
        self.ranking.set_area(code)

    def set_note(self, note: str) -> None:
        """Say something about the map itself below it, or nothing."""
        if note != self._note:
            self._note = note
            self.setToolTip(note)
            self.setAccessibleDescription(note)
            self._place()
            self.update()

    def tick(self, now: Millis) -> None:
        """Let time pass; both are drawn twice a second at most."""
        self.map.tick(now)
        self.ranking.set_counts(self.map.counts)

    def restart(self, now: Millis) -> None:
        """Draw a whole new board at once."""
        self.map.restart(now)
        self.ranking.set_counts(self.map.counts)

    def sizeHint(self) -> QSize:
        """Head, map and ranking."""
        return QSize(round(self._paint.px(472.0)), round(self._paint.px(_HEIGHT)))

    def minimumSizeHint(self) -> QSize:
        """Low, but every area can be hit."""
        return QSize(round(self._paint.px(330.0)), round(self._paint.px(_LEAST_HEIGHT)))

    def changeEvent(self, event: QEvent) -> None:
        """Speak the other language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.update()
        super().changeEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Place map and ranking."""
        super().resizeEvent(event)
        self._place()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the head."""
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(self.rect(), self._paint.theme.bg1)
        draw_panel_head(painter, title=self.tr("Open by kecamatan"), width=self.width(), paint=self._paint)
        if self._note:
            side, middle = self._paint.px(PADDING), self.height() - self._paint.px(_NOTE_AT)
            line = self._paint.texts.line(self._note, TextRole.META, self.width() - 2 * side)
            self._paint.texts.draw_centred(painter, line, x=side, middle=middle, colour=self._paint.theme.t2)
        painter.end()

    def _place(self) -> None:
        paint = self._paint
        top, side = round(paint.px(HEAD)), round(paint.px(PADDING))
        below = round(paint.px(_BELOW + (_NOTE if self._note else 0.0)))
        height = max(1, self.height() - top - below)
        beside = self.ranking.sizeHint().width()
        left = self.width() - side - beside
        self.ranking.setGeometry(left, top, beside, height)
        self.map.setGeometry(side, top, max(1, left - side - round(paint.px(_BETWEEN))), height)

"""The map of the regency: where the open reports are, which of them are late; it zooms, pans, and answers clicks."""

from collections.abc import Callable, Mapping

import numpy as np
from PySide6.QtCore import QEvent, QPointF, QSize, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QShowEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QApplication, QSizePolicy, QWidget

from services.domain.report import Millis
from widgets import counted
from widgets.hinting import Hinting
from widgets.map_painter import APART, COUNTS_APART, AreaLooks, MapPainter, draw_chosen, draw_marks
from widgets.models.map_clusters import Clusters, clusters
from widgets.models.map_points import AreaCount, MapMarks, MapPoints
from widgets.models.map_shapes import Spot
from widgets.models.map_sight import Sight, whole_map
from widgets.paint.source import Paint

REDRAW_AFTER: Millis = 500
"""A live map is drawn twice a second at most; only a hand on it makes it quicker."""
_MARGIN = 1.0
_REACH = 9.0
_STEP, _NOTCH = 1.25, 120.0
"""How much closer a notch of the wheel comes, and its angle."""
_INTO_CLUSTER = 2.5
_WAYS: Mapping[int, Spot] = {
    Qt.Key.Key_Left: (-1.0, 0.0),
    Qt.Key.Key_Right: (1.0, 0.0),
    Qt.Key.Key_Up: (0.0, -1.0),
    Qt.Key.Key_Down: (0.0, 1.0),
}
_ZOOMS: Mapping[int, float] = {Qt.Key.Key_Plus: _STEP, Qt.Key.Key_Equal: _STEP, Qt.Key.Key_Minus: 1 / _STEP}


class MapView(QWidget):
    """The map; it draws what stands in its points when it is ticked.

    Wheel, `+` and `-` zoom, dragging moves, Home shows the whole map; arrow keys go from area to area, Enter takes one.

    Args:
        hint: what is told about a report under the pointer, by its id.

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
        self._points, self._paint, self._hint = points, paint, hint
        self._painter = MapPainter(points.geography)
        self._looks = AreaLooks()
        self._chosen: str | None = None
        self._now: Millis = 0
        self._drawn: Millis | None = None
        self._marks: MapMarks | None = None
        self._was_late = np.empty(0, np.bool_)
        self._clusters: tuple[Sight, Clusters, MapMarks] | None = None
        self._counts: dict[str, AreaCount] = {}
        self._sight = self._whole()
        self._pressed: QPointF | None = None
        self._dragging = False
        self.setMouseTracking(True)
        Hinting(self, self.hint_at)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self._describe()

    @property
    def sight(self) -> Sight:
        """What is seen of the map."""
        return self._sight

    @property
    def looks(self) -> AreaLooks:
        """Which areas look different."""
        return self._looks

    @property
    def counts(self) -> tuple[AreaCount, ...]:
        """What each area has, as it is drawn, most open reports first."""
        return tuple(self._counts.values())

    def clusters(self) -> Clusters:
        """Return the marks as they are seen."""
        if self._clusters is None or self._clusters[0] != self._sight:
            tiles = self._points.geography if self._points.geography.tiles else None
            apart = (self._paint.px(APART), self._paint.px(COUNTS_APART))
            marks = self._points.marks()
            made = clusters(marks, self._sight, self._now, apart=apart, tiles=tiles)
            self._clusters = (self._sight, made, marks)
        return self._clusters[1]

    def _clustered(self) -> MapMarks:
        """Return the marks that are seen; what has come since is not among them before the next drawing."""
        self.clusters()
        return self._points.marks() if self._clusters is None else self._clusters[2]

    def set_paint(self, paint: Paint) -> None:
        """Paint with another theme or text scale."""
        self._paint = paint
        self._clusters = None
        self.updateGeometry()
        self._see(self._whole())

    def set_chosen(self, report: str | None, area: str | None) -> None:
        """Show the report under the focus of the queue, and the area it lies in."""
        if (report, area) != (self._chosen, self._looks.near):
            self._chosen = report
            self._look(near=area)
            self.update()

    def set_area(self, code: str | None) -> None:
        """Show that only this area's reports are in the queue."""
        self._look(shown=code)

    def tick(self, now: Millis) -> None:
        """Let time pass: draw what changed and what became late, unless that was done half a second ago."""
        self._now = now
        if self._drawn is None or not 0 <= now - self._drawn < REDRAW_AFTER:
            self._draw()

    def restart(self, now: Millis) -> None:
        """Draw a whole new board at once."""
        self._drawn = None
        self.tick(now)

    def sizeHint(self) -> QSize:
        """As large as beside a ranking."""
        return QSize(round(self._paint.px(276.0)), round(self._paint.px(250.0)))

    def minimumSizeHint(self) -> QSize:
        """Small, but every area can be hit."""
        return QSize(round(self._paint.px(160.0)), round(self._paint.px(90.0)))

    def hint_at(self, at: QPointF) -> str:
        """Return what the mark or the area at a place says, nothing beside the map."""
        found = self._mark_at(at)
        if found is not None:
            seen = self.clusters()
            if seen.count[found] > 1:
                return counted.reports(int(seen.count[found]))
            return self._hint(self._report_of(found))
        code = self._area_at(at)
        return "" if code is None else self._area_words(code)

    def changeEvent(self, event: QEvent) -> None:
        """Say everything again once the language is another."""
        if event.type() == QEvent.Type.LanguageChange:
            self._describe()
            self.update()
        super().changeEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the map to the size."""
        super().resizeEvent(event)
        self._see(self._whole())

    def showEvent(self, event: QShowEvent) -> None:
        """Draw what came in while nobody could see it."""
        super().showEvent(event)
        self._draw()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw areas, marks, and the chosen report over them."""
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._painter.draw_areas(painter, self._sight, self._looks, paint=self._paint)
        draw_marks(painter, self.clusters(), paint=self._paint)
        self._draw_chosen(painter)
        painter.end()

    # what a hand does

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Come closer or go farther, around the pointer."""
        at = event.position()
        self._see(self._sight.zoomed(_STEP ** (event.angleDelta().y() / _NOTCH), (at.x(), at.y())))
        event.accept()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Begin a click or a drag."""
        if event.button() == Qt.MouseButton.LeftButton:
            self._pressed, self._dragging = event.position(), False

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Drag the map, or show what is under the pointer."""
        at = event.position()
        if self._pressed is None:
            self._hover(at)
            return
        moved = at - self._pressed
        if self._dragging or moved.manhattanLength() >= QApplication.startDragDistance():
            self._dragging, self._pressed = True, at
            self.setCursor(Qt.CursorShape.ClosedHandCursor)
            self._see(self._sight.moved(moved.x(), moved.y()))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Choose what was clicked, unless the map was dragged."""
        clicked = self._pressed is not None and not self._dragging and event.button() == Qt.MouseButton.LeftButton
        self._pressed, self._dragging = None, False
        if clicked:
            self._click(event.position())
        self._hover(event.position())

    def leaveEvent(self, event: QEvent) -> None:
        """Nothing is under the pointer any more."""
        self._look(hovered=None)
        super().leaveEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go from area to area, take one, come closer or go farther."""
        key = event.key()
        middle = (self.width() / 2, self.height() / 2)
        if key in _WAYS:
            self._go(_WAYS[key])
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._looks.focused is not None:
            self.area_chosen.emit(self._looks.focused)
        elif key in _ZOOMS:
            self._see(self._sight.zoomed(_ZOOMS[key], middle))
        elif key == Qt.Key.Key_Home:
            self._see(self._whole())
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Begin with the area that is shown, or that of the chosen report, or the first one."""
        super().focusInEvent(event)
        areas = self._points.geography.areas
        first = areas[0].code if areas else None
        self._focus_area(self._looks.shown or self._looks.near or first)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """No area has the focus any more."""
        super().focusOutEvent(event)
        self._focus_area(None)

    # its own work

    def _draw(self) -> None:
        """Take what changed; paint only if that can be seen."""
        if not self.isVisible():
            return
        self._drawn = self._now
        marks = self._points.marks()
        late = marks.late(self._now)
        if marks is self._marks and np.array_equal(late, self._was_late):
            return
        self._marks, self._was_late, self._clusters = marks, late, None
        self._counts = {count.code: count for count in self._points.counts(self._now)}
        self._describe()
        self.update()

    def _draw_chosen(self, painter: QPainter) -> None:
        if self._chosen is None:
            return
        seen = self.clusters()
        for n in np.flatnonzero(self._clustered().ids == self._chosen).tolist():
            if seen.of[n] >= 0:
                draw_chosen(painter, seen, int(seen.of[n]), paint=self._paint)

    def _whole(self) -> Sight:
        size = (float(max(1, self.width())), float(max(1, self.height())))
        return whole_map(self._points.geography.bounds(), size, margin=self._paint.px(_MARGIN))

    def _see(self, sight: Sight) -> None:
        if sight != self._sight:
            self._sight = sight
            self._clusters = None
        self.update()

    def _click(self, at: QPointF) -> None:
        found = self._mark_at(at)
        if found is None or (self._points.geography.tiles and self.clusters().count[found] > 1):
            code = self._area_at(at)
            if code is not None:
                self.area_chosen.emit(code)
        elif self.clusters().count[found] > 1:
            self._see(self._sight.zoomed(_INTO_CLUSTER, (at.x(), at.y())))
        else:
            self.report_chosen.emit(self._report_of(found))

    def _hover(self, at: QPointF) -> None:
        code = self._area_at(at)
        over = code is not None or self._mark_at(at) is not None
        self.setCursor(Qt.CursorShape.PointingHandCursor if over else Qt.CursorShape.ArrowCursor)
        self._look(hovered=code)

    def _go(self, way: Spot) -> None:
        focused = self._looks.focused
        found = None if focused is None else self._points.geography.beside(focused, way)
        if found is not None:
            self._focus_area(found)

    def _focus_area(self, code: str | None) -> None:
        self._look(focused=code)
        self._describe()

    def _look(self, **changes: str | None) -> None:
        looks = AreaLooks(**{**{name: getattr(self._looks, name) for name in AreaLooks.__slots__}, **changes})
        if looks != self._looks:
            self._looks = looks
            self.update()

    def _mark_at(self, at: QPointF) -> int | None:
        return self.clusters().nearest(at.x(), at.y(), self._paint.px(_REACH))

    def _area_at(self, at: QPointF) -> str | None:
        area = self._points.geography.area_at(*self._sight.under(at.x(), at.y()))
        return None if area is None else area.code

    def _report_of(self, cluster: int) -> str:
        return str(self._clustered().ids[self.clusters().first[cluster]])

    def _area_words(self, code: str) -> str:
        name = next(area.name for area in self._points.geography.areas if area.code == code)
        count = self._counts.get(code, AreaCount(code, 0, 0))
        words = self.tr("{area}: {open}").format(area=name, open=counted.open_reports(count.open))
        return f"{words}, {counted.late_reports(count.late)}" if count.late else words

    def _describe(self) -> None:
        """Tell a screen reader the area under the focus, or all of them."""
        self.setAccessibleName(self.tr("Map of open reports"))
        focused = self._looks.focused
        codes = [focused] if focused else [code for code, count in self._counts.items() if count.open]
        self.setAccessibleDescription("; ".join(self._area_words(code) for code in codes))

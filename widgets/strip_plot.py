"""The drawing of the response strip: one band a squad with its points, its median and its target."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np
import pyqtgraph as pg
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QResizeEvent
from PySide6.QtWidgets import QGraphicsItem, QGraphicsView, QStyleOptionGraphicsItem, QWidget

from services.domain.report import Millis
from widgets.models.strip_axis import TICKS, place, places
from widgets.models.strip_points import Ids, StripData
from widgets.paint.patch import mark_colours
from widgets.paint.silhouettes import waiting_triangle
from widgets.paint.source import Paint
from widgets.spots import Spots
from widgets.strip_look import DOT, MEDIAN_WIDTH, TARGET_WIDTH, TRIANGLE, target_pen

DOT_ALPHA = 175

_DOTS_AT, _DOTS_SPREAD, _DOTS_REACH = 0.62, 0.17, 0.3
_TRIANGLES_AT, _TRIANGLES_SPREAD, _TRIANGLES_REACH = 0.32, 0.02, 0.22
"""Middle, spread and outermost reach in heights of a band: who waits stands above who was answered.

Their rectangles keep some pixels away from the next band: a change in one repaints no other.
"""
_MEDIAN_FROM, _MEDIAN_TO = 0.34, 0.94
_TARGET_FROM, _TARGET_TO = 0.06, 0.94
_EDGE = 1.5
_BEHIND = -200.0
"""pyqtgraph puts its view box at -100."""
_NEAR = 10.0
"""How far from a point a click still means it, in logical pixels."""
_STILL = 1.0
"""Waiting reports are drawn again once one of them has moved by so many logical pixels."""

_Floats = NDArray[np.float64]
_NOTHING: _Floats = np.empty(0)


@dataclass(frozen=True, slots=True)
class Hit:
    """The point under the pointer: its report, and how long that took or has waited."""

    report: str
    answered: bool
    span: Millis


class StripPlot(QWidget):
    """The bands; it takes no mouse, whoever places it asks `hit` instead."""

    def __init__(self, squads: tuple[str, ...], *, paint: Paint, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._paint = paint
        self._bands: tuple[_Band, ...] = ()
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        view: Any = pg.GraphicsView(parent=self, background=paint.theme.bg1)
        self._view: QGraphicsView = view
        self._view.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._box: Any = pg.ViewBox(enableMouse=False, enableMenu=False, defaultPadding=0.0, invertY=True)
        view.setCentralItem(self._box)
        self._ground = _Marks(paint=paint, front=False)
        self._front = _Marks(paint=paint, front=True)
        for marks, depth in ((self._ground, _BEHIND), (self._front, 1.0)):
            marks.setZValue(depth)
            self._view.scene().addItem(marks)
        self.set_squads(squads)

    def shown(self, squad: str) -> tuple[int, int, int]:
        """Return how many points of a squad are drawn: answered, waiting, waiting and late."""
        band = next(band for band in self._bands if band.squad == squad)
        answered, waiting, late = (spots.shown() for spots in band.spots)
        return answered, waiting, late

    @property
    def range(self) -> tuple[tuple[float, float], tuple[float, float]]:
        """What the view shows, from left to right and from top to bottom: never anything else."""
        (left, right), (top, bottom) = self._box.viewRange()
        return (left, right), (top, bottom)

    @property
    def marks(self) -> tuple[Mapping[int, Millis], Mapping[int, Millis]]:
        """The targets and the medians by band."""
        return self._ground.times, self._front.times

    def set_squads(self, squads: tuple[str, ...]) -> None:
        """Draw these bands from top to bottom, empty at first."""
        for band in self._bands:
            for spots in band.spots:
                self._box.removeItem(spots.item)
        self._bands = tuple(_Band(squad, number=number, paint=self._paint) for number, squad in enumerate(squads))
        for band in self._bands:
            for spots in band.spots:
                self._box.addItem(spots.item, ignoreBounds=True)
        self._box.setRange(xRange=(0.0, 1.0), yRange=(0.0, float(max(1, len(squads)))), padding=0.0)
        for marks in (self._ground, self._front):
            marks.set_bands(len(squads))

    def set_paint(self, paint: Paint) -> None:
        """Paint with another theme or text scale; the bands are empty until they are drawn again."""
        self._paint = paint
        self._view.setBackgroundBrush(paint.theme.bg1)
        self._ground.set_paint(paint)
        self._front.set_paint(paint)
        self.set_squads(tuple(band.squad for band in self._bands))

    def draw(self, squad: str, data: StripData, median: Millis | None, *, now: Millis) -> bool:
        """Draw what is new in a squad's band, and what time has moved; return whether there was any of it."""
        number = next(number for number, band in enumerate(self._bands) if band.squad == squad)
        moved = self._bands[number].draw(data, now, width=self.width())
        marked = [self._ground.set_time(number, data.target), self._front.set_time(number, median)]
        return moved or any(marked)

    def hit(self, at: QPointF, now: Millis) -> Hit | None:
        """Return the point nearest to a place on this widget, None where none is near."""
        if not self._bands or not 0 <= at.y() < self.height():
            return None
        number = int(at.y() * len(self._bands) / self.height())
        return self._bands[number].hit(at, now, size=(self.width(), self.height() / len(self._bands)))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fill the whole widget."""
        del event
        self._view.setGeometry(self.rect())
        for marks in (self._ground, self._front):
            marks.set_size(self.width(), self.height())


class _Band:
    """One squad's points: dots for what was answered, triangles for what waits, red ones for what is late."""

    def __init__(self, squad: str, *, number: int, paint: Paint) -> None:
        self.squad = squad
        self._number = number
        fill, line = mark_colours(squad, paint)
        edge = line if fill != line else None
        dots = _area(number, _DOTS_AT, _DOTS_REACH)
        self._answered = Spots(_circle(), area=dots, size=paint.px(DOT), fill=_faint(fill), ink=edge)
        self._waiting, self._late = (
            Spots(
                waiting_triangle(), area=_area(number, _TRIANGLES_AT, _TRIANGLES_REACH), size=paint.px(TRIANGLE),
                fill=None, ink=ink, edge=_EDGE,
            )
            for ink in (paint.theme.t2, paint.theme.late)
        )  # fmt: skip
        self._drawn: StripData | None = None
        self._ids: Ids = np.empty(0, np.object_)
        self._x, self._y, self._waiting_x = _NOTHING, _NOTHING, _NOTHING
        self._was_late = np.empty(0, np.bool_)

    @property
    def spots(self) -> tuple[Spots, Spots, Spots]:
        """What is drawn, from the back to the front."""
        return self._answered, self._waiting, self._late

    def draw(self, data: StripData, now: Millis, *, width: float) -> bool:
        """Draw what is new: the dots where the data is another, the triangles also where time has moved them."""
        fresh = data is not self._drawn
        if fresh:
            self._draw_answered(data)
        x, late = places(data.ages(now)), data.late(now)
        if not fresh and _still(x - self._waiting_x, width) and np.array_equal(late, self._was_late):
            return False
        y = self._number + _TRIANGLES_AT + data.waiting_jitter * _TRIANGLES_SPREAD
        self._waiting.place(x[~late], y[~late])
        self._late.place(x[late], y[late])
        self._waiting_x, self._was_late = x, late
        self._drawn = data
        return True

    def hit(self, at: QPointF, now: Millis, *, size: tuple[float, float]) -> Hit | None:
        """Return the point nearest to a place, in a band of this width and height."""
        data = self._drawn
        if data is None:
            return None
        waiting_y = self._number + _TRIANGLES_AT + data.waiting_jitter * _TRIANGLES_SPREAD
        dots = np.hypot(self._x * size[0] - at.x(), self._y * size[1] - at.y())
        triangles = np.hypot(self._waiting_x * size[0] - at.x(), waiting_y * size[1] - at.y())
        distances = np.concatenate((triangles, dots))
        if not len(distances) or distances.min() > _NEAR:
            return None
        nearest = int(distances.argmin())
        if nearest < len(triangles):
            return Hit(str(data.waiting[nearest]), answered=False, span=int(data.ages(now)[nearest]))
        nearest -= len(triangles)
        return Hit(str(data.answered[nearest]), answered=True, span=int(data.elapsed[nearest]))

    def _draw_answered(self, data: StripData) -> None:
        self._x = places(data.elapsed)
        self._y = self._number + _DOTS_AT + data.answered_jitter * _DOTS_SPREAD
        self._answered.place(self._x, self._y)


class _Marks(QGraphicsItem):
    """What lies behind the points, grid and targets, or in front of them, the medians; in logical pixels."""

    def __init__(self, *, paint: Paint, front: bool) -> None:
        super().__init__()
        self._paint = paint
        self._front = front
        self._bands = 0
        self._size = QRectF()
        self.times: Mapping[int, Millis] = {}

    def set_paint(self, paint: Paint) -> None:
        """Paint with another theme."""
        self._paint = paint
        self.update()

    def set_bands(self, bands: int) -> None:
        """Divide the height into so many bands."""
        self._bands, self.times = bands, {}
        self.update()

    def set_size(self, width: float, height: float) -> None:
        """Cover this size."""
        self.prepareGeometryChange()
        self._size = QRectF(0.0, 0.0, width, height)

    def set_time(self, band: int, time: Millis | None) -> bool:
        """Mark a time in a band, or none; return whether it is another one. Only this band is painted again."""
        if self.times.get(band) == time:
            return False
        others = {number: marked for number, marked in self.times.items() if number != band}
        self.times = others if time is None else {**others, band: time}
        self.update(QRectF(0.0, band * self._band(), self._size.width(), self._band()))
        return True

    def boundingRect(self) -> QRectF:
        """The whole drawing."""
        return self._size

    def paint(self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None) -> None:
        """Draw the marks."""
        del option, widget
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self._front:
            self._draw_medians(painter)
        else:
            self._draw_grid(painter)
            self._draw_targets(painter)

    def _draw_grid(self, painter: QPainter) -> None:
        theme, size = self._paint.theme, self._size
        for tick in TICKS:
            painter.fillRect(QRectF(round(place(tick) * size.width()), 0.0, 1.0, size.height()), theme.line)
        for band in range(1, self._bands):
            painter.fillRect(QRectF(0.0, round(band * self._band()), size.width(), 1.0), theme.line)
        painter.fillRect(QRectF(0.0, size.height() - 1.0, size.width(), 1.0), theme.line2)

    def _draw_targets(self, painter: QPainter) -> None:
        painter.setPen(target_pen(self._paint))
        for band, time in self.times.items():
            x = self._whole(time, TARGET_WIDTH) + TARGET_WIDTH / 2
            top, height = band * self._band(), self._band()
            painter.drawLine(QPointF(x, top + _TARGET_FROM * height), QPointF(x, top + _TARGET_TO * height))

    def _draw_medians(self, painter: QPainter) -> None:
        """A bar with a narrow ground around it, so that it is seen among the white squad's white dots too."""
        theme = self._paint.theme
        for band, time in self.times.items():
            top = (band + _MEDIAN_FROM) * self._band()
            height = (_MEDIAN_TO - _MEDIAN_FROM) * self._band()
            bar = QRectF(self._whole(time, MEDIAN_WIDTH), top, MEDIAN_WIDTH, height)
            painter.fillRect(bar.adjusted(-1.0, 0.0, 1.0, 0.0), theme.bg1)
            painter.fillRect(bar, theme.t1)

    def _whole(self, time: Millis, width: float) -> float:
        """Return the left end of a mark of this width around a time, on a whole pixel so that its edge is sharp."""
        return round(place(time) * self._size.width() - width / 2)

    def _band(self) -> float:
        return self._size.height() / max(1, self._bands)


def _circle() -> QPainterPath:
    path = QPainterPath()
    path.addEllipse(QRectF(-0.5, -0.5, 1.0, 1.0))
    return path


def _area(number: int, middle: float, reach: float) -> QRectF:
    return QRectF(0.0, number + middle - reach, 1.0, 2 * reach)


def _faint(colour: QColor) -> QColor:
    made = QColor(colour)
    made.setAlpha(DOT_ALPHA)
    return made


def _still(moved: _Floats, width: float) -> bool:
    return not len(moved) or float(np.abs(moved).max()) * width < _STILL

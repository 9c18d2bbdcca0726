"""Draws a map: areas once per sight into a pixmap, then the marks over it."""

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen, QPixmap, QPolygonF, QTransform

from widgets.models.map_clusters import Clusters, smallest_named_tile
from widgets.models.map_points import SQUADS
from widgets.models.map_shapes import Area, Floats, Geography
from widgets.models.map_sight import Sight
from widgets.paint.fonts import TextRole
from widgets.paint.patch import draw_mark
from widgets.paint.source import Paint
from widgets.wording import number

MARK, RING, DISC = 9.0, 15.0, 18.0
"""A mark, the ring of a late one, and the disc of several: widths in logical pixels."""
APART, COUNTS_APART = 6.5, 12.0
"""Marks nearer than this are one with a count; counts nearer than that one with a larger count."""
_RING_LINE = 2.0
_TO_RING = 5.0
"""How much wider the first ring of the chosen mark is than what it goes round."""
_NAME_AT = -0.23
"""The middle of a tile's name, in tile widths from the tile's."""
_NAME_WIDTH = 0.97
"""How much of its tile's width a name may take."""
_MANY = 999


@dataclass(frozen=True, slots=True)
class AreaLooks:
    """Which areas look different, by code: that of the chosen report, the one shown alone, at pointer and focus."""

    near: str | None = None
    shown: str | None = None
    hovered: str | None = None
    focused: str | None = None


class MapPainter:
    """The drawing of one geography; a picture of the areas is kept until sight, looks, theme or ratio change."""

    def __init__(self, geography: Geography) -> None:
        self._geography = geography
        self._paths = {area.code: _path(area) for area in geography.areas}
        self._kept: QPixmap | None = None
        self._kept_for: tuple[Sight, AreaLooks, float] | None = None
        self._paint: Paint | None = None

    def draw_areas(self, painter: QPainter, sight: Sight, looks: AreaLooks, *, paint: Paint) -> None:
        """Draw all areas, and the names on tiles."""
        ratio = painter.device().devicePixelRatioF()
        key = (sight, looks, ratio)
        if self._kept is None or self._kept_for != key or self._paint is not paint:
            self._kept, self._kept_for, self._paint = self._rendered(sight, looks, paint=paint, ratio=ratio), key, paint
        painter.drawPixmap(QPointF(0.0, 0.0), self._kept)

    def outline(self, code: str, sight: Sight) -> QPainterPath:
        """Return an area's outline as it is seen."""
        return _to_screen(sight).map(self._paths[code])

    def _rendered(self, sight: Sight, looks: AreaLooks, *, paint: Paint, ratio: float) -> QPixmap:
        width, height = sight.size
        pixmap = QPixmap(QSize(max(1, round(width * ratio)), max(1, round(height * ratio))))
        pixmap.setDevicePixelRatio(ratio)
        pixmap.fill(paint.theme.bg1)
        painter = QPainter(pixmap)
        try:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            self._draw_all(painter, sight, looks, paint=paint)
        finally:  # Qt crashes where a pixmap dies while it is painted on
            painter.end()
        return pixmap

    def _draw_all(self, painter: QPainter, sight: Sight, looks: AreaLooks, *, paint: Paint) -> None:
        theme = paint.theme
        for area in self._geography.areas:
            painter.setPen(QPen(theme.line2, 1.0))
            painter.setBrush(_ground(area.code, looks, paint))
            painter.drawPath(self.outline(area.code, sight))
        for code, width in ((looks.shown, 1.5), (looks.focused, 2.0)):
            if code is not None:
                painter.setPen(QPen(theme.acc, width))
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.drawPath(self.outline(code, sight))
        if self._geography.tiles and sight.scale >= smallest_named_tile(paint.px(APART)):
            for area in self._geography.areas:
                _draw_name(painter, area, sight, paint=paint, bright=area.code in (looks.near, looks.shown))


def name_shown(area: Area, sight: Sight, *, paint: Paint) -> str:
    """Return a tile's whole name where it fits, else its first letters."""
    room = sight.scale * _NAME_WIDTH
    return area.name if paint.texts.width(area.name, TextRole.MAP_NAME) <= room else area.short


def draw_marks(painter: QPainter, marks: Clusters, *, paint: Paint) -> None:
    """Draw every mark, the late ones over the others: a squad's silhouette, or a count where there are several."""
    order = [*(~marks.late).nonzero()[0], *marks.late.nonzero()[0]]
    columns = (marks.x, marks.y, marks.count, marks.late, marks.squads)
    x, y, count, late, squads = (column.tolist() for column in columns)
    for n in order:
        centre = QPointF(x[n], y[n])
        if count[n] == 1:
            draw_mark(painter, centre, squad=SQUADS[squads[n]], size=paint.px(MARK), paint=paint)
            if late[n]:
                _draw_ring(painter, centre, paint.px(RING), colour=paint.theme.late)
        else:
            _draw_disc(painter, centre, count[n], late=late[n], paint=paint)


def draw_chosen(painter: QPainter, marks: Clusters, number_: int, *, paint: Paint) -> None:
    """Draw two rings around a mark: the report under the focus of the queue is there."""
    centre = QPointF(float(marks.x[number_]), float(marks.y[number_]))
    inner = DISC if marks.count[number_] > 1 else RING
    for width in (inner + _TO_RING, inner + 2 * _TO_RING + _RING_LINE):
        _draw_ring(painter, centre, paint.px(width), colour=paint.theme.acc)


def _draw_ring(painter: QPainter, centre: QPointF, width: float, *, colour: QColor) -> None:
    painter.setPen(QPen(colour, _RING_LINE))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawEllipse(centre, width / 2, width / 2)


def _draw_disc(painter: QPainter, centre: QPointF, count: int, *, late: bool, paint: Paint) -> None:
    """A disc, or a pill for a long number, with how many reports stand here."""
    theme = paint.theme
    text = number(count) if count <= _MANY else f"{number(_MANY)}+"
    line = paint.texts.line(text, TextRole.KEY)
    high = paint.px(DISC)
    wide = max(high, line.width + paint.px(8.0))
    box = QRectF(centre.x() - wide / 2, centre.y() - high / 2, wide, high)
    painter.setPen(QPen(theme.late, _RING_LINE) if late else QPen(theme.t4, 1.0))
    painter.setBrush(theme.bg4 if theme.dark else theme.bg1)
    painter.drawRoundedRect(box, high / 2, high / 2)
    left = centre.x() - line.width / 2
    paint.texts.draw_centred(painter, line, x=left, middle=centre.y(), colour=theme.t1)


def _draw_name(painter: QPainter, area: Area, sight: Sight, *, paint: Paint, bright: bool) -> None:
    """Write a tile's name above its marks."""
    x, y = sight.at((area.anchor[0], area.anchor[1] + _NAME_AT))
    line = paint.texts.line(name_shown(area, sight, paint=paint), TextRole.MAP_NAME)
    colour = paint.theme.t1 if bright else paint.theme.t3
    paint.texts.draw_centred(painter, line, x=x - line.width / 2, middle=y, colour=colour)


def _ground(code: str, looks: AreaLooks, paint: Paint) -> QColor:
    theme = paint.theme
    if code == looks.shown:
        return theme.accbg
    if code in (looks.near, looks.hovered, looks.focused):
        return theme.bg3 if theme.dark else theme.bg4
    return theme.bg2


def _path(area: Area) -> QPainterPath:
    path = QPainterPath()
    path.setFillRule(Qt.FillRule.OddEvenFill)
    for ring in area.rings:
        path.addPolygon(QPolygonF([QPointF(x, y) for x, y in _closed(ring)]))
        path.closeSubpath()
    return path


def _closed(ring: Floats) -> list[list[float]]:
    points: list[list[float]] = ring.tolist()
    return points


def _to_screen(sight: Sight) -> QTransform:
    return QTransform(sight.scale, 0.0, 0.0, sight.scale, sight.left, sight.top)

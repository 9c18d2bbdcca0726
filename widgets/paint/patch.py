"""A squad's patch with its two-letter code, and its small mark without it for charts and maps."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen

from services.domain.squads import Squad
from widgets.paint.fonts import make_font
from widgets.paint.silhouettes import DASHES, fitted, silhouette, small_silhouette
from widgets.paint.source import Paint
from widgets.paint.tokens import SquadColours, TypeStyle

_CODE_SIZE = 0.42
"""Letter size of the code in edges of the patch."""
_EDGE = 0.045
"""Width of the patch's edge in edges of the patch, at least one pixel."""
_DASH_SHARE = 0.6
_NO_SQUAD = "?"


def draw_patch(
    painter: QPainter, rect: QRectF, *, squad: str | None, paint: Paint, with_code: bool = True, faded: bool = False
) -> None:
    """Draw a squad's patch inside a square (30 px in rows, 34 in the rail, 22 beside charts).

    None is a report that no squad has yet: an empty slot. `faded` is for what cannot be chosen now.
    """
    name = f"patch {squad} {with_code}"

    def render(inner: QPainter, box: QRectF) -> None:
        _draw_shape(inner, box, squad=squad, paint=paint)
        if with_code:
            _draw_code(inner, box, squad=squad, paint=paint)

    opacity = painter.opacity()
    painter.setOpacity(opacity * 0.4 if faded else opacity)
    paint.pixmaps.draw(painter, name, centre=rect.center(), edge=min(rect.width(), rect.height()), render=render)
    painter.setOpacity(opacity)


def draw_mark(painter: QPainter, centre: QPointF, *, squad: str | None, size: float, paint: Paint) -> None:
    """Draw a squad's silhouette without code around a point, 8 to 9 pixels wide on charts and maps."""

    def render(inner: QPainter, box: QRectF) -> None:
        _draw_mark(inner, box, squad=squad, paint=paint)

    paint.pixmaps.draw(painter, f"mark {squad}", centre=centre, edge=size, render=render)


def mark_colours(squad: str, paint: Paint) -> tuple[QColor, QColor]:
    """Return the fill and the edge of a squad's marks on charts and maps.

    On the light ground the white squad's marks stay white inside; on the dark ground the shadow squad's stay dark.
    """
    colours = paint.theme.squads[squad]
    if squad == Squad.SHADOW:
        return colours.fill, colours.line
    if paint.theme.dark:
        return colours.fill, colours.outline
    return (colours.fill if squad == Squad.WHITE else colours.line), colours.line


def _draw_mark(painter: QPainter, box: QRectF, *, squad: str | None, paint: Paint) -> None:
    fill, edge = (paint.theme.bg1, paint.theme.t2) if squad is None else mark_colours(squad, paint)
    shape = small_silhouette(squad)
    if fill == edge:
        painter.fillPath(fitted(shape, box), fill)
        return
    painter.setPen(QPen(edge, 1.0, Qt.PenStyle.SolidLine, Qt.PenCapStyle.FlatCap, Qt.PenJoinStyle.MiterJoin))
    painter.setBrush(fill)
    painter.drawPath(fitted(shape, box.adjusted(0.5, 0.5, -0.5, -0.5)))


def _draw_shape(painter: QPainter, box: QRectF, *, squad: str | None, paint: Paint) -> None:
    width = max(1.0, box.width() * _EDGE)
    half = width / 2
    shape = fitted(silhouette(squad), box.adjusted(half, half, -half, -half))
    if squad is None:
        painter.setPen(QPen(paint.theme.t2, width))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPath(shape)
        return
    colours = paint.theme.squads[squad]
    if squad == Squad.SHADOW:
        _draw_dashed(painter, box, colours=colours, width=width * 1.25)
        return
    painter.setPen(
        QPen(colours.outline, width, Qt.PenStyle.SolidLine, Qt.PenCapStyle.FlatCap, Qt.PenJoinStyle.MiterJoin)
    )
    painter.setBrush(colours.fill)
    painter.drawPath(shape)


def _draw_dashed(painter: QPainter, box: QRectF, *, colours: SquadColours, width: float) -> None:
    """Fill a little smaller than the edge, so that the gaps between the dashes show the ground in both themes."""
    painter.fillPath(fitted(silhouette(Squad.SHADOW), box.adjusted(width, width, -width, -width)), colours.fill)
    half = width / 2
    edge = fitted(silhouette(Squad.SHADOW), box.adjusted(half, half, -half, -half))
    period = edge.length() / DASHES / width
    pen = QPen(colours.outline, width)
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    pen.setDashPattern([period * _DASH_SHARE, period * (1 - _DASH_SHARE)])
    pen.setDashOffset(period * _DASH_SHARE / 2)
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawPath(edge)


def _draw_code(painter: QPainter, box: QRectF, *, squad: str | None, paint: Paint) -> None:
    code = _NO_SQUAD if squad is None else Squad(squad).code
    ink = paint.theme.t2 if squad is None else paint.theme.squads[squad].ink
    font = _code_font(box.width(), paint)
    metrics = QFontMetricsF(font)
    left = box.center().x() - metrics.horizontalAdvance(code) / 2
    painter.setFont(font)
    painter.setPen(ink)
    painter.drawText(QPointF(left, box.center().y() + metrics.capHeight() / 2), code)


def _code_font(edge: float, paint: Paint) -> QFont:
    style = TypeStyle(px=edge * _CODE_SIZE, weight=QFont.Weight.Bold.value, family="condensed", line=1.0)
    return make_font(families=paint.fonts.families, style=style, scale=1.0)

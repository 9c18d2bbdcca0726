"""The squads' silhouettes: shape is who, so that no colour has to be told from another (SCREENS.md section 4.2)."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainterPath, QPolygonF, QTransform

from services.domain.squads import Squad

DASHES = 16
"""Dashes around the shadow squad's square: one on each corner, one in the middle of each side, one between."""


def silhouette(squad: str | None) -> QPainterPath:
    """Return a squad's outline inside the unit box; an empty slot for a report without a squad.

    The shapes look equally large: the diamond fills the box, the others stay within it. Each begins where its dashes
    would begin, in the middle of the upper edge.
    """
    if squad is None:
        return _slot()
    return _SHAPES[squad]()


def small_silhouette(squad: str | None) -> QPainterPath:
    """Return the outline of a mark of 8 to 12 pixels inside the unit box.

    Thinner arms and a longer hexagon: at that size the shapes of the patches would all run into a circle, and pink and
    orange, circle and hexagon, are the pair that no hue tells apart in tritanopia or in grey.
    """
    if squad is None:
        return _slot()
    return _SMALL_SHAPES.get(squad, _SHAPES[squad])()


def fitted(shape: QPainterPath, rect: QRectF) -> QPainterPath:
    """Return an outline of the unit box stretched into a rectangle."""
    return QTransform.fromTranslate(rect.x(), rect.y()).scale(rect.width(), rect.height()).map(shape)


def chart_symbol(squad: str | None) -> QPainterPath:
    """Return a squad's small outline around the origin, one unit wide, as charts want their symbols."""
    return QTransform.fromTranslate(-0.5, -0.5).map(small_silhouette(squad))


def waiting_triangle() -> QPainterPath:
    """Return the hollow triangle of a report that still waits, around the origin, one unit wide."""
    return _polygon(((0.0, -0.46), (0.5, 0.46), (-0.5, 0.46)))


def _polygon(corners: tuple[tuple[float, float], ...]) -> QPainterPath:
    path = QPainterPath()
    path.addPolygon(QPolygonF([QPointF(x, y) for x, y in corners]))
    path.closeSubpath()
    return path


def _circle() -> QPainterPath:
    path = QPainterPath()
    path.addEllipse(QRectF(0.03, 0.03, 0.94, 0.94))
    return path


def _cross() -> QPainterPath:
    """A first-aid cross with thick arms, so that the code fits, and softened outer corners."""
    low, high, arm, soft = 0.03, 0.97, 0.22, 0.09
    path = QPainterPath(QPointF(0.5, low))
    turn = QTransform()
    quarter = QTransform.fromTranslate(0.5, 0.5).rotate(90).translate(-0.5, -0.5)
    for _ in range(4):
        for kind, *points in (
            ("line", (high - arm - soft, low)),
            ("curve", (high - arm, low), (high - arm, low + soft)),
            ("line", (high - arm, low + arm)),
            ("line", (high - soft, low + arm)),
            ("curve", (high, low + arm), (high, low + arm + soft)),
            ("line", (high, 0.5)),
        ):
            mapped = [turn.map(QPointF(x, y)) for x, y in points]
            if kind == "line":
                path.lineTo(mapped[0])
            else:
                path.quadTo(mapped[0], mapped[1])
        turn = turn * quarter
    path.closeSubpath()
    return path


def _hexagon() -> QPainterPath:
    return _polygon(((0.25, 0.07), (0.75, 0.07), (0.99, 0.5), (0.75, 0.93), (0.25, 0.93), (0.01, 0.5)))


def _small_cross() -> QPainterPath:
    low, high = 0.33, 0.67
    return _polygon((
        (low, 0.0), (high, 0.0), (high, low), (1.0, low), (1.0, high), (high, high),
        (high, 1.0), (low, 1.0), (low, high), (0.0, high), (0.0, low), (low, low),
    ))  # fmt: skip


def _long_hexagon() -> QPainterPath:
    return _polygon(((0.3, 0.12), (0.7, 0.12), (1.0, 0.5), (0.7, 0.88), (0.3, 0.88), (0.0, 0.5)))


def _shield() -> QPainterPath:
    path = QPainterPath(QPointF(0.5, 0.04))
    path.lineTo(0.92, 0.04)
    path.lineTo(0.92, 0.56)
    path.cubicTo(0.92, 0.76, 0.76, 0.88, 0.5, 0.98)
    path.cubicTo(0.24, 0.88, 0.08, 0.76, 0.08, 0.56)
    path.lineTo(0.08, 0.04)
    path.closeSubpath()
    return path


def _diamond() -> QPainterPath:
    return _polygon(((0.5, 0.0), (1.0, 0.5), (0.5, 1.0), (0.0, 0.5)))


def _card() -> QPainterPath:
    """An identity card, its upper right corner cut off."""
    return _polygon(((0.5, 0.11), (0.74, 0.11), (0.98, 0.33), (0.98, 0.89), (0.02, 0.89), (0.02, 0.11)))


def _square() -> QPainterPath:
    low, high, soft = 0.07, 0.93, 0.14
    path = QPainterPath(QPointF(0.5, low))
    path.lineTo(high - soft, low)
    path.quadTo(high, low, high, low + soft)
    path.lineTo(high, high - soft)
    path.quadTo(high, high, high - soft, high)
    path.lineTo(low + soft, high)
    path.quadTo(low, high, low, high - soft)
    path.lineTo(low, low + soft)
    path.quadTo(low, low, low + soft, low)
    path.closeSubpath()
    return path


def _slot() -> QPainterPath:
    """An empty slot where a patch would be."""
    path = QPainterPath()
    path.addRoundedRect(QRectF(0.03, 0.2, 0.94, 0.6), 0.3, 0.3)
    return path


_SHAPES: Mapping[str, Callable[[], QPainterPath]] = {
    Squad.PINK: _circle,
    Squad.WHITE: _cross,
    Squad.ORANGE: _hexagon,
    Squad.BLUE: _shield,
    Squad.YELLOW: _diamond,
    Squad.RED: _card,
    Squad.SHADOW: _square,
}

_SMALL_SHAPES: Mapping[str, Callable[[], QPainterPath]] = {Squad.WHITE: _small_cross, Squad.ORANGE: _long_hexagon}

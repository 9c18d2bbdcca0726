"""Lucide icons in any colour, rendered once per colour, size and device pixel ratio."""

from PySide6.QtCore import QByteArray, QPointF, QRectF, QSizeF
from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

import resources
from widgets.paint.pixmaps import PixmapCache, Render


class IconCache:
    """Rendered icons; an explicit object, dropped with the theme it belongs to.

    Icons are named as in Lucide ("phone-call") and drawn in a square whose edge is given in logical pixels.
    """

    def __init__(self, pixmaps: PixmapCache, *, stroke: float) -> None:
        self._pixmaps = pixmaps
        self._stroke = stroke

    def pixmap(self, name: str, *, colour: QColor, size: float, ratio: float) -> QPixmap:
        """Return the icon as a pixmap of `size` logical pixels at a device pixel ratio.

        Raises:
            FileNotFoundError: no icon of this name is shipped.
        """
        return self._pixmaps.pixmap(
            _key(name, colour), size=QSizeF(size, size), ratio=ratio, render=self._render(name, colour)
        )

    def draw(self, painter: QPainter, name: str, *, centre: QPointF, size: float, colour: QColor) -> None:
        """Draw an icon around a point, moved to whole device pixels so that it stays sharp."""
        self._pixmaps.draw(painter, _key(name, colour), centre=centre, edge=size, render=self._render(name, colour))

    def icon(self, name: str, *, colour: QColor, size: float) -> QIcon:
        """Return an icon for a Qt button, sharp at device pixel ratios 1 and 2."""
        icon = QIcon()
        for ratio in (1.0, 2.0):
            icon.addPixmap(self.pixmap(name, colour=colour, size=size, ratio=ratio))
        return icon

    def _render(self, name: str, colour: QColor) -> Render:
        def render(painter: QPainter, rect: QRectF) -> None:
            painter.setOpacity(colour.alphaF())
            QSvgRenderer(QByteArray(self._svg(name, colour).encode())).render(painter, rect)

        return render

    def _svg(self, name: str, colour: QColor) -> str:
        """Return the drawing with its colour put in: QtSvg would draw `currentColor` black."""
        text = resources.read_text(f"icons/{name}.svg")
        text = text.replace("currentColor", colour.name(QColor.NameFormat.HexRgb))
        return text.replace('stroke-width="2"', f'stroke-width="{self._stroke}"')


def _key(name: str, colour: QColor) -> str:
    return f"{name} {colour.rgba():08x}"

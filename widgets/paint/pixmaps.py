"""Pictures that were rendered once and are then only blitted, sharp at every device pixel ratio."""

from collections import OrderedDict
from collections.abc import Callable

from PySide6.QtCore import QPointF, QRectF, QSize, QSizeF, Qt
from PySide6.QtGui import QPainter, QPixmap

Render = Callable[[QPainter, QRectF], None]
"""Draws a picture into a rectangle that begins at 0, 0, in logical pixels, on a transparent ground."""


class PixmapCache:
    """Pictures by name, size and device pixel ratio, the least lately used dropped beyond `capacity`."""

    def __init__(self, *, capacity: int = 1024) -> None:
        self._capacity = capacity
        self._pixmaps: OrderedDict[tuple[str, float, float, float], QPixmap] = OrderedDict()

    def __len__(self) -> int:
        """Return how many pictures are kept."""
        return len(self._pixmaps)

    def pixmap(self, name: str, *, size: QSizeF, ratio: float, render: Render) -> QPixmap:
        """Return the picture of this name, rendering it only if it is not kept; `size` in logical pixels."""
        key = (name, size.width(), size.height(), ratio)
        found = self._pixmaps.get(key)
        if found is not None:
            self._pixmaps.move_to_end(key)
            return found
        made = _rendered(size=size, ratio=ratio, render=render)
        self._pixmaps[key] = made
        if len(self._pixmaps) > self._capacity:
            self._pixmaps.popitem(last=False)
        return made

    def draw(self, painter: QPainter, name: str, *, centre: QPointF, edge: float, render: Render) -> None:
        """Draw a square picture around a point, moved to whole device pixels so that it stays sharp."""
        ratio = painter.device().devicePixelRatioF()
        pixmap = self.pixmap(name, size=QSizeF(edge, edge), ratio=ratio, render=render)
        half = pixmap.width() / ratio / 2
        painter.drawPixmap(_on_device_pixels(painter, QPointF(centre.x() - half, centre.y() - half)), pixmap)


def _on_device_pixels(painter: QPainter, at: QPointF) -> QPointF:
    to_device = painter.deviceTransform()
    if to_device.isRotating():
        return at
    x, y = to_device.m11() * at.x() + to_device.dx(), to_device.m22() * at.y() + to_device.dy()
    return QPointF(at.x() + (round(x) - x) / to_device.m11(), at.y() + (round(y) - y) / to_device.m22())


def _rendered(*, size: QSizeF, ratio: float, render: Render) -> QPixmap:
    pixels = QSize(max(1, round(size.width() * ratio)), max(1, round(size.height() * ratio)))
    pixmap = QPixmap(pixels)
    pixmap.setDevicePixelRatio(ratio)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    try:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        render(painter, QRectF(0, 0, pixels.width() / ratio, pixels.height() / ratio))
    finally:  # Qt crashes where a pixmap dies while it is painted on
        painter.end()
    return pixmap

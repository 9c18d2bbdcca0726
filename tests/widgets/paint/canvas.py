"""A picture to paint on, and questions about what was painted."""

from collections.abc import Iterator
from contextlib import contextmanager

import numpy as np
import numpy.typing as npt
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QImage, QPainter

Pixels = npt.NDArray[np.uint8]

UNSEEN = 8
"""So many of 255 steps beside the ground nobody sees: what antialiasing leaves in the next pixel."""


class Canvas:
    """An off-screen picture of `width` by `height` logical pixels at a device pixel ratio."""

    def __init__(self, *, width: int = 200, height: int = 80, ratio: float = 1.0, ground: QColor) -> None:
        self.ratio = ratio
        self.ground = ground
        self.image = QImage(round(width * ratio), round(height * ratio), QImage.Format.Format_RGB32)
        self.image.setDevicePixelRatio(ratio)
        self.image.fill(ground)

    @contextmanager
    def painting(self) -> Iterator[QPainter]:
        """Give a painter for this picture and end it."""
        painter = QPainter(self.image)
        try:
            yield painter
        finally:
            painter.end()

    def pixels(self) -> Pixels:
        """Return red, green and blue by row and column of device pixels."""
        raw = np.frombuffer(self.image.constBits(), np.uint8)
        rows = raw.reshape(self.image.height(), self.image.bytesPerLine() // 4, 4)
        return rows[:, : self.image.width(), 2::-1].copy()

    def bounds(self) -> QRectF | None:
        """Return the smallest rectangle, in logical pixels, outside which nothing was painted."""
        painted = np.abs(self.pixels().astype(int) - _rgb(self.ground)).max(axis=2) > UNSEEN
        if not painted.any():
            return None
        rows, columns = np.flatnonzero(painted.any(axis=1)), np.flatnonzero(painted.any(axis=0))
        left, top = float(columns[0]), float(rows[0])
        box = QRectF(left, top, float(columns[-1]) + 1 - left, float(rows[-1]) + 1 - top)
        return QRectF(box.topLeft() / self.ratio, box.size() / self.ratio)

    def has(self, colour: QColor, rect: QRectF | None = None) -> bool:
        """Return whether a pixel of exactly this colour was painted, anywhere or within a rectangle."""
        pixels = self.pixels()
        if rect is not None:
            edges = (rect.left(), rect.top(), rect.right(), rect.bottom())
            left, top, right, bottom = (round(edge * self.ratio) for edge in edges)
            pixels = pixels[top:bottom, left:right]
        return bool((pixels == _rgb(colour)).all(axis=2).any())


def _rgb(colour: QColor) -> Pixels:
    return np.array([colour.red(), colour.green(), colour.blue()], np.uint8)

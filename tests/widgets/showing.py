"""Shows a widget as a part of a window, and asks what is seen of it."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TypeVar

import numpy as np
from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QColor, QImage, QMouseEvent
from PySide6.QtWidgets import QApplication, QWidget

from widgets.paint.source import Paint, make_paint

W = TypeVar("W", bound=QWidget)
PAINTS = (("dark", 1.0), ("light", 1.0), ("dark", 1.5))
"""Themes and text scales in which every widget is painted once."""


@contextmanager
def showing(make: Callable[[QWidget], W], *, width: int = 600, height: int = 0) -> Iterator[W]:
    """Make a widget in a window of its own and show it until the block ends."""
    window = QWidget()
    window.setGeometry(300, 300, max(width, 400), 900)  # not under the pointer
    widget = make(window)
    widget.resize(width, height or widget.sizeHint().height())
    widget.show()
    window.show()
    window.activateWindow()
    QApplication.processEvents()
    try:
        yield widget
    finally:
        window.hide()
        window.deleteLater()


def picture(widget: QWidget) -> QImage:
    """Return what is painted of a widget now."""
    return widget.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)


def different(pictures: list[QImage]) -> int:
    """Return how many pictures there are of which no two look the same."""
    return len({(one.width(), one.height(), bytes(one.constBits())) for one in pictures})


def share(image: QImage, colour: QColor) -> float:
    """Return how much of a picture has exactly this colour, from 0 to 1."""
    pixels = np.frombuffer(image.constBits(), np.uint32).reshape(image.height(), image.bytesPerLine() // 4)
    wanted = np.uint32(colour.rgb() & 0xFFFFFF)
    return float(((pixels & np.uint32(0xFFFFFF)) == wanted).mean())


def _at_rest(widget: QWidget) -> QImage:
    """Paint a widget as if no pointer were over it: where an earlier test left the pointer is chance."""
    for one in (widget, *widget.findChildren(QWidget)):
        one.setAttribute(Qt.WidgetAttribute.WA_UnderMouse, False)
    return picture(widget)


def in_every_paint(
    make: Callable[[Paint, QWidget], QWidget], *, width: int = 600, height: int = 0, same_theme: bool = False
) -> list[QImage]:
    """Paint a widget in every theme and text scale; one changed to it must look like one born in it."""
    pictures: list[QImage] = []
    for theme, scale in PAINTS:
        paint, before = make_paint(theme, scale=scale), make_paint(theme if same_theme else "light", scale=1.25)
        with showing(lambda window, paint=paint: make(paint, window), width=width, height=height) as born:  # type: ignore[misc] # the paint of this turn
            pictures.append(_at_rest(born))
        with showing(lambda window, before=before: make(before, window), width=width, height=height) as changed:  # type: ignore[misc] # the paint of this turn
            changed.set_paint(paint)  # type: ignore[attr-defined] # every painted widget has it
            QApplication.processEvents()
            changed.resize(width, height or changed.sizeHint().height())
            QApplication.processEvents()
            assert _at_rest(changed) == pictures[-1]
    return pictures


def click(widget: QWidget, x: float, y: float) -> None:
    """Press the left button somewhere on a widget."""
    at = QPointF(x, y)
    left = Qt.MouseButton.LeftButton
    event = QMouseEvent(
        QEvent.Type.MouseButtonPress, at, widget.mapToGlobal(at), left, left, Qt.KeyboardModifier.NoModifier
    )
    QApplication.sendEvent(widget, event)

"""Grounds and lines: the selected row, hairlines, the focus ring, and the grey bars shown while rows load."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from widgets.paint.source import Paint

_BAR = 3.0
_BAR_INSET = 8.0
_FOCUS = 2.0
_LOADING = ((0.0, 0.0, 0.62, 0.34), (0.0, 0.62, 0.38, 0.26))
"""Two bars in the shape of a title and a line under it: left, top, width, height in sizes of the rectangle."""


def draw_selection(painter: QPainter, rect: QRectF, *, paint: Paint, focused: bool) -> None:
    """Draw the ground of the selected row with the bar at its left end; the bar is quiet without keyboard focus."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(paint.theme.bg3)
    painter.drawRoundedRect(rect, paint.measures.radius.control, paint.measures.radius.control)
    inset = paint.px(_BAR_INSET)
    bar = QRectF(rect.left(), rect.top() + inset, _BAR, rect.height() - 2 * inset)
    painter.fillRect(bar, paint.theme.acc if focused else paint.theme.t4)


def draw_hairline(painter: QPainter, rect: QRectF, *, paint: Paint) -> None:
    """Fill a line one logical pixel high along the lower end of a rectangle."""
    painter.fillRect(QRectF(rect.left(), rect.bottom() - 1.0, rect.width(), 1.0), paint.theme.line)


def draw_focus_ring(painter: QPainter, rect: QRectF, *, paint: Paint) -> None:
    """Draw the two-pixel ring of the keyboard focus just outside a control; leave 4 px around the control for it."""
    out = _FOCUS + _FOCUS / 2
    radius = paint.measures.radius.control + out
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(paint.theme.acc, _FOCUS))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(rect.adjusted(-out, -out, out, out), radius, radius)


def draw_loading_bars(painter: QPainter, rect: QRectF, *, paint: Paint) -> None:
    """Draw two grey bars where a row's title and its second line will be."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(paint.theme.line)
    for left, top, width, height in _LOADING:
        bar = QRectF(
            rect.left() + left * rect.width(),
            rect.top() + top * rect.height(),
            width * rect.width(),
            height * rect.height(),
        )
        painter.drawRoundedRect(bar, bar.height() / 2, bar.height() / 2)

"""The status ring: one ring for each of the eight states of a report, always beside the state's word."""

import math
from collections.abc import Mapping

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from services.domain.report import State
from widgets.paint.source import Paint

SHARES: Mapping[str, float] = {
    State.RECEIVED: 0.0,
    State.QUEUED: 0.0,
    State.ASSIGNED: 0.125,
    State.ACCEPTED: 0.25,
    State.ON_SCENE: 0.5,
    State.WAITING: 0.0,
    State.RESOLVED: 0.75,
    State.CLOSED: 0.0,
}
"""The filled part of the ring, clockwise from the top: how far the work has come."""

_EDGE = 0.115
"""Width of the ring in edges of its box."""
_INSET = 0.75
"""From the box to the middle of the ring, in widths of the ring."""
_GAP = 0.08
"""Between the ring and its filled part."""
_DASHES = 8
_DASH_SHARE = 0.66
_FULL_TURN = 360 * 16
"""Qt counts angles in sixteenths of a degree."""
_TOP = 90 * 16


def draw_ring(painter: QPainter, rect: QRectF, *, state: str, paint: Paint) -> None:
    """Draw the ring of a state inside a square, 14 px in rows; a new report's is bright, the others quieter."""
    colour = paint.theme.t1 if state == State.RECEIVED else paint.theme.t2

    def render(inner: QPainter, box: QRectF) -> None:
        _draw(inner, box, state=state, colour=colour)

    edge = min(rect.width(), rect.height())
    paint.pixmaps.draw(painter, f"ring {state}", centre=rect.center(), edge=edge, render=render)


def _draw(painter: QPainter, box: QRectF, *, state: str, colour: QColor) -> None:
    width = max(1.25, box.width() * _EDGE)
    ring = box.adjusted(width * _INSET, width * _INSET, -width * _INSET, -width * _INSET)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(_pen(colour, ring=ring, width=width, dashed=state == State.RECEIVED))
    painter.drawEllipse(ring)
    inset = width / 2 + box.width() * _GAP
    inner = ring.adjusted(inset, inset, -inset, -inset)
    share = SHARES[state]
    if share:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour)
        painter.drawPie(inner, _TOP, -round(share * _FULL_TURN))
    elif state == State.WAITING:
        _draw_pause(painter, box, colour=colour, width=width)
    elif state == State.CLOSED:
        _draw_tick(painter, box, colour=colour, width=width)


def _pen(colour: QColor, *, ring: QRectF, width: float, dashed: bool) -> QPen:
    pen = QPen(colour, width)
    if dashed:
        period = ring.width() * math.pi / width / _DASHES
        pen.setDashPattern([period * _DASH_SHARE, period * (1 - _DASH_SHARE)])
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    return pen


def _draw_pause(painter: QPainter, box: QRectF, *, colour: QColor, width: float) -> None:
    high, low = box.top() + box.height() * 0.34, box.top() + box.height() * 0.66
    for x in (0.41, 0.59):
        left = box.left() + box.width() * x - width / 2
        painter.fillRect(QRectF(left, high, width, low - high), colour)


def _draw_tick(painter: QPainter, box: QRectF, *, colour: QColor, width: float) -> None:
    pen = QPen(colour, width)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.setPen(pen)
    painter.drawPolyline(
        [
            QPointF(box.left() + box.width() * x, box.top() + box.height() * y)
            for x, y in ((0.32, 0.52), (0.45, 0.65), (0.69, 0.38))
        ]
    )

"""Pills: how much time is left on a report, and small counts that must be seen."""

import math
from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from widgets.paint.fonts import TextRole
from widgets.paint.source import Paint
from widgets.paint.text import Line

DUE_SOON = 30 * 60 * 1000
"""From this many milliseconds left on, a time is drawn as due soon."""

_HEIGHT = 22.0
_PADDING = 8.0
_SMALL_HEIGHT = 19.0
_SMALL_PADDING = 7.0
_EDGE = 1.5


class PillTone(StrEnum):
    """How a pill is drawn: `late` filled red, `due` outlined in bright, `plain` text alone."""

    LATE = "late"
    DUE = "due"
    PLAIN = "plain"


@dataclass(frozen=True, slots=True)
class PillShape:
    """Where a pill and its text lie, in logical pixels."""

    box: QRectF
    text_left: float
    baseline: float


def pill_tone(left: int) -> PillTone:
    """Return how a remaining time of so many milliseconds is drawn; negative and zero are late."""
    if left <= 0:
        return PillTone.LATE
    return PillTone.DUE if left <= DUE_SOON else PillTone.PLAIN


def pill_shape(rect: QRectF, text: str, *, tone: PillTone, paint: Paint) -> PillShape:
    """Return a pill at the right end of a rectangle, in the middle of its height.

    A plain text ends where the text of a pill would end, so that the digits of a column line up.
    """
    return _shape(rect, _line(text, tone, paint), height=paint.px(_HEIGHT), padding=paint.px(_PADDING), paint=paint)


def draw_time_pill(painter: QPainter, rect: QRectF, *, text: str, tone: PillTone, paint: Paint) -> QRectF:
    """Draw a remaining time at the right end of a rectangle; return the box it took."""
    shape = pill_shape(rect, text, tone=tone, paint=paint)
    _draw(painter, shape, line=_line(text, tone, paint), tone=tone, paint=paint)
    return shape.box


def draw_count_pill(painter: QPainter, rect: QRectF, *, text: str, tone: PillTone, paint: Paint) -> QRectF:
    """Draw a small pill such as "1 lewat" at the right end of a rectangle; return the box it took."""
    line = paint.texts.line(text, TextRole.PILL_SMALL)
    shape = _shape(rect, line, height=paint.px(_SMALL_HEIGHT), padding=paint.px(_SMALL_PADDING), paint=paint)
    _draw(painter, shape, line=line, tone=tone, paint=paint)
    return shape.box


def _line(text: str, tone: PillTone, paint: Paint) -> Line:
    return paint.texts.line(text, TextRole.TIME if tone is PillTone.PLAIN else TextRole.STRONG)


def _shape(rect: QRectF, line: Line, *, height: float, padding: float, paint: Paint) -> PillShape:
    width = max(height, math.ceil(line.width + 2 * padding))
    middle = rect.center().y()
    box = QRectF(rect.right() - width, middle - height / 2, width, height)
    return PillShape(
        box=box,
        text_left=box.right() - (width + line.width) / 2,
        baseline=paint.texts.baseline(line.role, middle),
    )


def _draw(painter: QPainter, shape: PillShape, *, line: Line, tone: PillTone, paint: Paint) -> None:
    theme = paint.theme
    ink = theme.t2
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    if tone is PillTone.LATE:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.late)
        _draw_round(painter, shape.box)
        ink = theme.latet
    elif tone is PillTone.DUE:
        half = paint.px(_EDGE) / 2
        painter.setPen(QPen(theme.t1, paint.px(_EDGE)))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        _draw_round(painter, shape.box.adjusted(half, half, -half, -half))
        ink = theme.t1
    paint.texts.draw(painter, line, x=shape.text_left, baseline=shape.baseline, colour=ink)


def _draw_round(painter: QPainter, box: QRectF) -> None:
    painter.drawRoundedRect(box, box.height() / 2, box.height() / 2)

"""Bars that show a time against its deadline: the fuse of one report, the bullet bar of a squad."""

import math
from dataclasses import dataclass

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter

from widgets.paint.source import Paint

DEADLINE_AT = 0.78
"""Where on a fuse the deadline's tick stands, in widths of the fuse."""
BRIGHT_FROM = 0.75
"""From this share of the time used on, and until the red stub speaks instead, a fuse is drawn bright."""
BULLET_LOW, BULLET_HIGH = 0.1, 10.0
"""The ends of a bullet bar's logarithmic axis, in targets."""

_TICK = 1.5
_TICK_OVERHANG = 3.0
_GAP = 1.5
_LEAST = 2.0
"""The shortest red stub and the shortest filled part: one must see that there is one."""


@dataclass(frozen=True, slots=True)
class BarShape:
    """Where the parts of a bar lie, in logical pixels."""

    track: QRectF
    """The part up to the deadline (fuse) or the whole axis (bullet bar)."""
    used: QRectF | None
    """The filled part, which never passes the tick."""
    tick: QRectF
    """The deadline or target."""
    over: QRectF | None
    """The red part beyond the tick, only where the time is over."""
    bright: bool


def fuse_shape(rect: QRectF, used: float | None) -> BarShape:
    """Return the fuse of a report that used so many of its targets (1.0 is the deadline), or None without a deadline.

    Beyond the deadline the red stub grows with the overrun and ends at the rectangle's right end, one target late.
    """
    deadline = rect.left() + rect.width() * DEADLINE_AT
    track = QRectF(rect.left(), rect.top(), deadline - rect.left(), rect.height())
    share = max(0.0, used or 0.0)
    over = None
    if share > 1.0:
        start = deadline + _GAP
        over = QRectF(start, rect.top(), _at_least(min(share - 1.0, 1.0) * (rect.right() - start)), rect.height())
    return BarShape(
        track=track,
        used=_filled(track, min(share, 1.0)) if share else None,
        tick=_tick(rect, deadline),
        over=over,
        bright=BRIGHT_FROM <= share <= 1.0,
    )


def bullet_shape(rect: QRectF, used: float | None) -> BarShape:
    """Return the bar of a squad whose median took so many of its targets, or None where too few were answered.

    The axis is logarithmic from a tenth of the target to ten times; beyond its ends the bar stays at the end.
    """
    target = rect.left() + rect.width() * _log_place(1.0)
    end = rect.left() + rect.width() * _log_place(used) if used else rect.left()
    over = None
    if end > target:
        over = QRectF(target + _GAP, rect.top(), _at_least(end - target - _GAP), rect.height())
    return BarShape(
        track=rect,
        used=_filled(rect, (min(end, target) - rect.left()) / rect.width()) if used else None,
        tick=_tick(rect, target),
        over=over,
        bright=over is not None,
    )


def draw_fuse(painter: QPainter, rect: QRectF, *, used: float | None, paint: Paint, dimmed: bool = False) -> None:
    """Draw a fuse, 96 by 4 in a row; `dimmed` where the clock is paused."""
    _draw_bar(painter, fuse_shape(rect, used), paint=paint, fill=paint.theme.t4 if dimmed else None)


def draw_bullet(painter: QPainter, rect: QRectF, *, used: float | None, paint: Paint) -> None:
    """Draw a bullet bar: the median, a tick at the target, red only past it."""
    _draw_bar(painter, bullet_shape(rect, used), paint=paint, fill=None)


def _draw_bar(painter: QPainter, shape: BarShape, *, paint: Paint, fill: QColor | None) -> None:
    theme = paint.theme
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    _draw_round(painter, shape.track, theme.bg4)
    if shape.used is not None:
        _draw_round(painter, shape.used, fill or (theme.t1 if shape.bright else theme.t3))
    if shape.over is not None:
        painter.fillRect(shape.over, theme.late)
    painter.fillRect(shape.tick, theme.t1 if shape.bright else theme.t2)


def _draw_round(painter: QPainter, rect: QRectF, colour: QColor) -> None:
    radius = min(rect.height(), rect.width()) / 2
    painter.setBrush(colour)
    painter.drawRoundedRect(rect, radius, radius)


def _filled(track: QRectF, share: float) -> QRectF:
    return QRectF(track.left(), track.top(), _at_least(share * track.width()), track.height())


def _tick(rect: QRectF, x: float) -> QRectF:
    return QRectF(x - _TICK / 2, rect.top() - _TICK_OVERHANG, _TICK, rect.height() + 2 * _TICK_OVERHANG)


def _log_place(value: float) -> float:
    clamped = min(max(value, BULLET_LOW), BULLET_HIGH)
    return math.log(clamped / BULLET_LOW) / math.log(BULLET_HIGH / BULLET_LOW)


def _at_least(length: float) -> float:
    return max(_LEAST, length)

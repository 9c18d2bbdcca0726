"""The flags of a row (danger, protected, merged, escalated, moved) and the mark of its priority."""

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from services.domain.report import Priority
from widgets.paint.fonts import TextRole
from widgets.paint.source import Paint

_ICON = 15.0
_TO_COUNT = 3.0
_APART = 10.0
_MARK = (24.0, 18.0)


@dataclass(frozen=True, slots=True)
class Flag:
    """An icon with an optional short text beside it."""

    icon: str
    text: str = ""
    bright: bool = False


DANGER = Flag(icon="phone-call", bright=True)
"""The reporter or caller is in danger."""
PROTECTED = Flag(icon="lock")
"""The reporter is protected, or the report is covert."""


def merged(count: int) -> Flag:
    """Return the flag of a report that so many others were merged into."""
    return Flag(icon="copy", text=str(count))


def escalated(level: int) -> Flag:
    """Return the flag of a report that stands at escalation level 1 to 3."""
    return Flag(icon="chevrons-up", text=str(level), bright=True)


def moved(times: int) -> Flag:
    """Return the flag of a report that was handed on so many times."""
    return Flag(icon="arrow-right-left", text=f"{times}×")


def flags_width(flags: tuple[Flag, ...], paint: Paint) -> float:
    """Return how much room the flags take, in logical pixels."""
    return sum(_width(flag, paint) for flag in flags) + paint.px(_APART) * max(0, len(flags) - 1)


def draw_flags(painter: QPainter, rect: QRectF, *, flags: tuple[Flag, ...], paint: Paint) -> None:
    """Draw flags at the right end of a rectangle, in their order, in the middle of its height."""
    x = rect.right() - flags_width(flags, paint)
    for flag in flags:
        _draw_flag(painter, flag, x=x, middle=rect.center().y(), paint=paint)
        x += _width(flag, paint) + paint.px(_APART)


def draw_priority(painter: QPainter, rect: QRectF, *, priority: str, paint: Paint) -> QRectF:
    """Draw "P1", "P2" or "P3" at the left end of a rectangle and return the box it took.

    P1 is a filled bright box, P2 an outlined one, P3 plain: urgency by luminance, never by hue.
    """
    theme = paint.theme
    width, height = (paint.px(length) for length in _MARK)
    box = QRectF(rect.left(), rect.center().y() - height / 2, width, height)
    ink = theme.t3
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    shape = box
    if priority == Priority.P1:
        painter.setBrush(theme.t1)
        ink = theme.bg1
    elif priority == Priority.P2:
        painter.setPen(QPen(theme.t4, 1.0))
        shape = box.adjusted(0.5, 0.5, -0.5, -0.5)
        ink = theme.t2
    painter.drawRoundedRect(shape, paint.measures.radius.key, paint.measures.radius.key)
    line = paint.texts.line(priority, TextRole.KEY)
    left = box.center().x() - line.width / 2
    paint.texts.draw_centred(painter, line, x=left, middle=box.center().y(), colour=ink)
    return box


def _width(flag: Flag, paint: Paint) -> float:
    width = paint.px(_ICON)
    if flag.text:
        width += paint.px(_TO_COUNT) + paint.texts.width(flag.text, TextRole.META)
    return width


def _draw_flag(painter: QPainter, flag: Flag, *, x: float, middle: float, paint: Paint) -> None:
    size = paint.px(_ICON)
    colour = paint.theme.t1 if flag.bright else paint.theme.t3
    paint.icons.draw(painter, flag.icon, centre=QPointF(x + size / 2, middle), size=size, colour=colour)
    if flag.text:
        line = paint.texts.line(flag.text, TextRole.META)
        paint.texts.draw_centred(painter, line, x=x + size + paint.px(_TO_COUNT), middle=middle, colour=colour)

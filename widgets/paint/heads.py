"""The head of a group of rows: its title, its count, and a line that is red where the group is late."""

import math

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from widgets.paint.fonts import TextRole
from widgets.paint.source import Paint

_TO_COUNT = 9.0
_TO_LINE = 14.0
_LATE_LINE = 2.0
_LINE = 1.0


def draw_group_head(painter: QPainter, rect: QRectF, *, title: str, count: str, late: bool, paint: Paint) -> None:
    """Draw a group head over the whole width of a rectangle (34 high); `count` is a formatted number."""
    middle = rect.center().y()
    line = paint.texts.line(title, TextRole.STRONG, rect.width() * 0.7)
    x = paint.texts.draw_centred(painter, line, x=rect.left(), middle=middle, colour=paint.theme.t1)
    number = paint.texts.line(count, TextRole.TIME)
    x = paint.texts.draw_centred(painter, number, x=x + paint.px(_TO_COUNT), middle=middle, colour=paint.theme.t3)
    x += paint.px(_TO_LINE)
    height = _LATE_LINE if late else _LINE
    rule = QRectF(x, math.floor(middle - height / 2 + 0.5), max(0.0, rect.right() - x), height)
    painter.fillRect(rule, paint.theme.late if late else paint.theme.line)

"""The head of a panel of the instruments: the question it answers, and at the right what belongs to it."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QPainter

from widgets.paint.fonts import TextRole
from widgets.paint.source import Paint

PADDING, HEAD = 24.0, 52.0
"""What is left free at both sides of a panel, and how high its head is."""
_TITLE_AT = 32.0
_GAP = 16.0


def draw_panel_head(
    painter: QPainter, *, title: str, right: Sequence[tuple[str, QColor]] = (), width: float, paint: Paint
) -> None:
    """Draw the hairline to the panel above, the title, and texts at the right, the last one outermost."""
    painter.fillRect(QRectF(0.0, 0.0, width, 1.0), paint.theme.line)
    end, middle = width - paint.px(PADDING), paint.px(_TITLE_AT)
    for text, colour in reversed(right):
        line = paint.texts.line(text, TextRole.META_STRONG)
        end -= line.width
        paint.texts.draw_centred(painter, line, x=end, middle=middle, colour=colour)
        end -= paint.px(_GAP)
    room = max(0.0, end - paint.px(PADDING))
    line = paint.texts.line(title, TextRole.ROW_UNREAD, room)
    paint.texts.draw_centred(painter, line, x=paint.px(PADDING), middle=middle, colour=paint.theme.t1)

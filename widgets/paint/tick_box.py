"""The ticked box a row shows in place of its patch; the squad stays as a small mark on its corner."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter

from widgets.paint.patch import draw_mark
from widgets.paint.source import Paint

_BOX = 0.8
"""Edge of the box in edges of the patch."""
_MARK = 0.42


def draw_tick_box(painter: QPainter, rect: QRectF, *, squad: str | None, paint: Paint) -> None:
    """Draw the box into the square of a patch."""
    theme, edge = paint.theme, rect.width() * _BOX
    box = QRectF(0, 0, edge, edge)
    box.moveCenter(rect.center())
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.acc)
    painter.drawRoundedRect(box, paint.measures.radius.key, paint.measures.radius.key)
    paint.icons.draw(painter, "check", centre=box.center(), size=edge * 0.75, colour=theme.acct)
    mark = rect.width() * _MARK
    corner = QPointF(box.right() - mark * 0.1, box.bottom() - mark * 0.1)
    painter.setBrush(theme.bg1)
    painter.drawEllipse(corner, mark * 0.72, mark * 0.72)
    draw_mark(painter, corner, squad=squad, size=mark, paint=paint)

"""Key caps: the key that does the same, printed beside every act."""

import math
from enum import StrEnum

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from widgets.paint.fonts import TextRole
from widgets.paint.source import Paint

_HEIGHT = 20.0
_PADDING = 6.0


class CapTone(StrEnum):
    """How a key cap is drawn: `boxed` in key hints, `bare` on buttons, `primary` on the suggested act."""

    BOXED = "boxed"
    BARE = "bare"
    PRIMARY = "primary"


def key_cap_width(text: str, *, tone: CapTone, paint: Paint) -> float:
    """Return how wide a key cap is, in logical pixels."""
    letters = paint.texts.width(text, TextRole.KEY)
    if tone is CapTone.BARE:
        return letters
    return max(paint.px(_HEIGHT), math.ceil(letters + 2 * paint.px(_PADDING)))


def draw_key_cap(painter: QPainter, rect: QRectF, *, text: str, tone: CapTone, paint: Paint) -> QRectF:
    """Draw a key cap at the left end of a rectangle, in the middle of its height; return the box it took."""
    width, height = key_cap_width(text, tone=tone, paint=paint), paint.px(_HEIGHT)
    box = QRectF(rect.left(), rect.center().y() - height / 2, width, height)
    ink, fill, edge = _colours(tone, paint)
    if fill is not None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(fill)
        painter.setPen(Qt.PenStyle.NoPen if edge is None else QPen(edge, 1.0))
        inset = 0.0 if edge is None else 0.5
        shape = box.adjusted(inset, inset, -inset, -inset)
        painter.drawRoundedRect(shape, paint.measures.radius.key, paint.measures.radius.key)
    line = paint.texts.line(text, TextRole.KEY)
    paint.texts.draw_centred(painter, line, x=box.center().x() - line.width / 2, middle=box.center().y(), colour=ink)
    return box


def _colours(tone: CapTone, paint: Paint) -> tuple[QColor, QColor | None, QColor | None]:
    """Return the ink, the fill and the edge of a key cap."""
    theme = paint.theme
    if tone is CapTone.PRIMARY:
        return theme.acct, theme.acc, None
    if tone is CapTone.BARE:
        return theme.t3, None, None
    return theme.t1, theme.bg3, theme.t4

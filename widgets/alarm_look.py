"""How a line of the alarm list looks, as plain values, and the marker in front of it."""

from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from widgets.paint.fonts import TextRole
from widgets.paint.source import Paint

ROW = 54.0
"""How high a line is."""
MARKER_ROOM = 46.0
"""From the left edge of a line to its words: where the marker stands."""
_BOX, _ICON, _BAR = 26.0, 16.0, 3.0
_FIRST, _SECOND = 18.0, 37.0
_GAP = 12.0


class AlarmTone(StrEnum):
    """A person must act now, or it is only something to know."""

    CRITICAL = "critical"
    STATUS = "status"


@dataclass(frozen=True, slots=True)
class AlarmLine:
    """One line: what is the matter, why and what to do, since when; `report` is where a press leads."""

    key: str
    tone: AlarmTone
    title: str
    detail: str
    time: str
    seen: bool
    report: str | None = None

    @property
    def calling(self) -> bool:
        """Whether nobody has seen it yet."""
        return self.tone is AlarmTone.CRITICAL and not self.seen


def draw_line(painter: QPainter, rect: QRectF, line: AlarmLine, *, paint: Paint, bright: bool) -> None:
    """Draw a line into its rectangle; `bright` is the phase of the marker that flashes, which is never gone."""
    theme = paint.theme
    if line.calling:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.latebg)
        painter.drawRoundedRect(rect, paint.measures.radius.alarm, paint.measures.radius.alarm)
    if line.tone is AlarmTone.CRITICAL:
        painter.fillRect(QRectF(rect.left(), rect.top(), _BAR, rect.height()), theme.late)
    centre = QPointF(rect.left() + paint.px(MARKER_ROOM / 2 + 2), rect.center().y())
    _draw_marker(painter, centre, line, paint=paint, bright=bright)
    _draw_words(painter, rect, line, paint=paint)


def _draw_marker(painter: QPainter, centre: QPointF, line: AlarmLine, *, paint: Paint, bright: bool) -> None:
    theme, size = paint.theme, paint.px(_ICON)
    if line.tone is AlarmTone.STATUS:
        paint.icons.draw(painter, "diamond", centre=centre, size=size, colour=theme.t2)
        return
    half = paint.px(_BOX) / 2
    box = QRectF(centre.x() - half, centre.y() - half, 2 * half, 2 * half)
    filled = line.calling and bright
    painter.setPen(Qt.PenStyle.NoPen if filled else QPen(theme.late, 1.5))
    painter.setBrush(theme.late if filled else Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(box.adjusted(0.75, 0.75, -0.75, -0.75), half / 2, half / 2)
    paint.icons.draw(painter, "siren", centre=centre, size=size, colour=theme.latet if filled else theme.t1)


def _draw_words(painter: QPainter, rect: QRectF, line: AlarmLine, *, paint: Paint) -> None:
    theme, texts = paint.theme, paint.texts
    left, right = rect.left() + paint.px(MARKER_ROOM), rect.right() - paint.px(_GAP)
    time = texts.line(line.time, TextRole.META)
    first = rect.top() + paint.px(_FIRST if line.detail else ROW / 2)
    texts.draw_centred(painter, time, x=right - time.width, middle=first, colour=theme.t2)
    role = TextRole.ROW_UNREAD if line.calling else TextRole.ROW_READ
    title = texts.line(line.title, role, max(0.0, right - time.width - paint.px(_GAP) - left))
    colour = theme.t1 if line.tone is AlarmTone.CRITICAL else theme.t2
    texts.draw_centred(painter, title, x=left, middle=first, colour=colour)
    if line.detail:
        detail = texts.line(line.detail, TextRole.META, max(0.0, right - left))
        second = rect.top() + paint.px(_SECOND)
        texts.draw_centred(painter, detail, x=left, middle=second, colour=theme.t1 if line.calling else theme.t2)

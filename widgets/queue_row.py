"""One row of the queue: what it shows, and how its two halves are painted, the body and the time."""

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter

from widgets.paint.bars import draw_fuse
from widgets.paint.flags import Flag, draw_flags, draw_priority, flags_width
from widgets.paint.fonts import TextRole
from widgets.paint.patch import draw_patch
from widgets.paint.pills import PillTone, draw_time_pill
from widgets.paint.rings import draw_ring
from widgets.paint.source import Paint
from widgets.paint.surfaces import draw_hairline
from widgets.paint.tick_box import draw_tick_box

_PATCH = 30.0
_PATCH_LEFT = 20.0
_TEXT_LEFT = 64.0
_TIME_WIDTH = 96.0
RIGHT = 10.0
"""Between the times and the right end of a row, in logical pixels at text scale 1; the scroll bar is beyond it."""
_GAP = 14.0
_TITLE_AT = 0.34
_META_AT = 0.70
_RING = 13.0
_PEOPLE_ICON = 13.0
_FUSE_HEIGHT = 4.0


@dataclass(frozen=True, slots=True)
class RowLook:
    """What the body of a row shows; two equal looks are the same picture."""

    squad: str | None
    priority: str
    title: str
    unread: bool
    state: str
    state_word: str
    place: str
    people: str
    flags: tuple[Flag, ...]
    sending: bool
    """The row shows this desk's own act, which the hub has not confirmed yet."""
    ticked: bool = False


@dataclass(frozen=True, slots=True)
class RowTime:
    """What the time half shows: the remaining time in words, its tone, and the share of the target that is used."""

    text: str
    tone: PillTone
    used: float | None
    paused: bool


def time_rect(row: QRectF, paint: Paint) -> QRectF:
    """Return the part of a row that the time half takes."""
    width = paint.px(_TIME_WIDTH)
    return QRectF(row.right() - paint.px(RIGHT) - width, row.top(), width, row.height())


def text_rect(row: QRectF, paint: Paint) -> QRectF:
    """Return the part of a row that title and second line take, flags included."""
    left = row.left() + paint.px(_TEXT_LEFT)
    return QRectF(left, row.top(), time_rect(row, paint).left() - paint.px(_GAP) - left, row.height())


def draw_body(painter: QPainter, row: QRectF, *, look: RowLook, paint: Paint) -> None:
    """Draw patch, title, flags, status ring, the second line, and the hairline under it."""
    patch = paint.px(_PATCH)
    box = QRectF(row.left() + paint.px(_PATCH_LEFT), row.center().y() - patch / 2, patch, patch)
    if look.ticked:
        draw_tick_box(painter, box, squad=look.squad, paint=paint)
    else:
        draw_patch(painter, box, squad=look.squad, paint=paint)
    text = text_rect(row, paint)
    _draw_title(painter, text, look=look, paint=paint)
    _draw_meta(painter, text, look=look, paint=paint)
    line = QRectF(text.left(), row.top(), row.right() - paint.px(RIGHT) - text.left(), row.height())
    draw_hairline(painter, line, paint=paint)


def draw_time(painter: QPainter, rect: QRectF, *, time: RowTime, paint: Paint) -> None:
    """Draw the remaining time and the fuse below it into the rectangle of `time_rect`."""
    height = rect.height()
    pill = QRectF(rect.left(), rect.top() + height * 0.08, rect.width(), height * 0.52)
    draw_time_pill(painter, pill, text=time.text, tone=time.tone, paint=paint)
    fuse = QRectF(rect.left(), rect.top() + height * 0.76, rect.width(), paint.px(_FUSE_HEIGHT))
    draw_fuse(painter, fuse, used=time.used, paint=paint, dimmed=time.paused)


def _draw_title(painter: QPainter, rect: QRectF, *, look: RowLook, paint: Paint) -> None:
    middle = rect.top() + rect.height() * _TITLE_AT
    band = QRectF(rect.left(), middle - rect.height() / 4, rect.width(), rect.height() / 2)
    draw_flags(painter, band, flags=look.flags, paint=paint)
    taken = flags_width(look.flags, paint)
    room = rect.width() - (taken + paint.px(_GAP) if taken else 0.0)
    x = rect.left()
    if look.priority == "P1":
        x = draw_priority(painter, band, priority=look.priority, paint=paint).right() + paint.px(8)
    role = TextRole.ROW_UNREAD if look.unread else TextRole.ROW_READ
    line = paint.texts.line(look.title, role, max(0.0, room - (x - rect.left())))
    paint.texts.draw_centred(painter, line, x=x, middle=middle, colour=paint.theme.t1)


def _draw_meta(painter: QPainter, rect: QRectF, *, look: RowLook, paint: Paint) -> None:
    theme, texts = paint.theme, paint.texts
    middle = rect.top() + rect.height() * _META_AT
    ring = paint.px(_RING)
    draw_ring(painter, QRectF(rect.left(), middle - ring / 2, ring, ring), state=look.state, paint=paint)
    x = rect.left() + ring + paint.px(6)
    if look.sending:
        paint.icons.draw(painter, "arrow-up-right", centre=QPointF(x + ring / 2, middle), size=ring, colour=theme.acc)
        x += ring + paint.px(4)
    colour = theme.t1 if look.unread else theme.t2
    line = texts.line(look.state_word, TextRole.META_STRONG if look.unread else TextRole.META, rect.right() - x)
    x = texts.draw_centred(painter, line, x=x, middle=middle, colour=colour) + paint.px(12)
    people = min(texts.width(look.people, TextRole.META), rect.width() * 0.34) if look.people else 0.0
    room = rect.right() - x - (people + paint.px(_PEOPLE_ICON + 16) if people else 0.0)
    if look.place and room > paint.px(30):
        line = texts.line(look.place, TextRole.META, room)
        x = texts.draw_centred(painter, line, x=x, middle=middle, colour=theme.t3) + paint.px(12)
    if people and rect.right() - x > paint.px(_PEOPLE_ICON + 30):
        icon = paint.px(_PEOPLE_ICON)
        paint.icons.draw(painter, "user", centre=QPointF(x + icon / 2, middle), size=icon, colour=theme.t3)
        x += icon + paint.px(4)
        line = texts.line(look.people, TextRole.META, rect.right() - x)
        texts.draw_centred(painter, line, x=x, middle=middle, colour=theme.t2)

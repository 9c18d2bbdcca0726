"""One row of the queue: what it shows, and how its two halves are painted (the body from a cache, the time live)."""

from collections import OrderedDict
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QPainter, QPixmap

from widgets.paint.bars import draw_fuse
from widgets.paint.flags import Flag, draw_flags, draw_priority, flags_width
from widgets.paint.fonts import TextRole
from widgets.paint.patch import draw_patch
from widgets.paint.pills import PillTone, draw_time_pill
from widgets.paint.rings import draw_ring
from widgets.paint.source import Paint

_PATCH = 30.0
_PATCH_LEFT = 12.0
_TEXT_LEFT = 56.0
_TIME_WIDTH = 96.0
_RIGHT = 14.0
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


@dataclass(frozen=True, slots=True)
class RowTime:
    """What the time half shows: the remaining time in words, its tone, and the share of the target that is used."""

    text: str
    tone: PillTone
    used: float | None
    paused: bool


class RowPictures:
    """The bodies of rows that were painted once, by report; a changed look, width or ratio paints anew."""

    def __init__(self, *, capacity: int = 256) -> None:
        self._capacity = capacity
        self._kept: OrderedDict[str, tuple[RowLook, float, float, QPixmap]] = OrderedDict()

    def clear(self) -> None:
        """Forget all pictures (another theme, scale or language)."""
        self._kept.clear()

    def body(self, report: str, look: RowLook, *, size: QSizeF, ratio: float, paint: Paint) -> QPixmap:
        """Return the picture of a row's body, painting it only if it is not kept."""
        found = self._kept.get(report)
        if found is not None and found[0] == look and found[1] == size.width() and found[2] == ratio:
            self._kept.move_to_end(report)
            return found[3]
        pixmap = QPixmap(round(size.width() * ratio), round(size.height() * ratio))
        pixmap.setDevicePixelRatio(ratio)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        try:
            draw_body(painter, QRectF(0, 0, size.width(), size.height()), look=look, paint=paint)
        finally:
            painter.end()
        self._kept[report] = (look, size.width(), ratio, pixmap)
        if len(self._kept) > self._capacity:
            self._kept.popitem(last=False)
        return pixmap


def time_rect(row: QRectF, paint: Paint) -> QRectF:
    """Return the part of a row that the time half takes."""
    width = paint.px(_TIME_WIDTH)
    return QRectF(row.right() - paint.px(_RIGHT) - width, row.top(), width, row.height())


def draw_body(painter: QPainter, row: QRectF, *, look: RowLook, paint: Paint) -> None:
    """Draw patch, title, flags, status ring and the second line."""
    patch = paint.px(_PATCH)
    top = row.center().y() - patch / 2
    draw_patch(painter, QRectF(row.left() + paint.px(_PATCH_LEFT), top, patch, patch), squad=look.squad, paint=paint)
    left = row.left() + paint.px(_TEXT_LEFT)
    right = time_rect(row, paint).left() - paint.px(_GAP)
    _draw_title(painter, QRectF(left, row.top(), right - left, row.height()), look=look, paint=paint)
    _draw_meta(painter, QRectF(left, row.top(), right - left, row.height()), look=look, paint=paint)


def draw_time(painter: QPainter, row: QRectF, *, time: RowTime, paint: Paint) -> None:
    """Draw the remaining time and the fuse below it."""
    rect = time_rect(row, paint)
    height = row.height()
    pill = QRectF(rect.left(), row.top() + height * 0.08, rect.width(), height * 0.52)
    draw_time_pill(painter, pill, text=time.text, tone=time.tone, paint=paint)
    fuse = QRectF(rect.left(), row.top() + height * 0.76, rect.width(), paint.px(_FUSE_HEIGHT))
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

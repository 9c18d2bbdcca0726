"""Draws the rows of the squad rail: all squads, one squad, one extra queue; wide, or patch and count only."""

from dataclasses import dataclass
from typing import assert_never

from PySide6.QtCore import QCoreApplication, QPointF, QRectF, QSizeF
from PySide6.QtGui import QColor, QPainter

from widgets.paint.bars import draw_bullet
from widgets.paint.fonts import TextRole
from widgets.paint.patch import draw_patch
from widgets.paint.pills import PillTone, draw_count_pill
from widgets.paint.source import Paint
from widgets.rail_look import ExtraLook, HeadLook, RowLook, SquadLook

SQUAD_HEIGHT, SQUAD_LEAST, NARROW_LEAST = 88.0, 64.0, 54.0
HEAD_HEIGHT = 60.0
EXTRA_HEIGHT = 34.0

_RIGHT = 20.0
"""From the rail's edge to where counts and times end."""
_COLUMN = 36.0
"""The middle of patches and keys."""
_NAME = 62.0
_EXTRA_ICON, _EXTRA_NAME = 31.0, 50.0
_PATCH = 34.0
_BAR, _BAR_END = 4.0, 82.0
"""Height of the bullet bar, and how far before the rail's edge it ends: the longest time fits behind it."""
_GAP = 8.0
_HEAD_UPPER, _HEAD_LOWER = 0.36, 0.75
_NARROW_PATCH, _NARROW_COUNT = 0.36, 0.8
"""In heights of a narrow row: with 54 pixels a patch and a count have room below each other."""
_BADGE_IN, _BADGE_DOWN = 8.0, 12.0
"""From the middle of a patch to the left end and the middle of the count of late reports on it."""
_BADGE_PADDING, _BADGE_LEAST, _BADGE_EDGE = 14.0, 19.0, 4.0
_EXTRA_ICONS = {"unassigned": "user-plus", "mine": "inbox", "to_verify": "check-check", "duplicates": "copy"}


@dataclass(frozen=True, slots=True)
class SquadLines:
    """The heights, in logical pixels from the row's upper end, at which the parts of a squad's row are centred."""

    patch: float
    name: float
    function: float
    count: float
    pill: float
    bar: float


_LOW = (21.0, 14.0, 30.0, 16.0, 36.0, 52.0)
_HIGH = (30.0, 22.0, 40.0, 24.0, 48.0, 70.0)


def squad_lines(height: float, paint: Paint) -> SquadLines:
    """Return where the parts lie in a row of 64 (on low screens) to 88 logical pixels at text scale 1."""
    share = (height / paint.scale - SQUAD_LEAST) / (SQUAD_HEIGHT - SQUAD_LEAST)
    share = min(1.0, max(0.0, share))
    return SquadLines(*(paint.px(low + (high - low) * share) for low, high in zip(_LOW, _HIGH, strict=True)))


def row_words(look: RowLook) -> str:
    """Return a row as one sentence for a screen reader."""
    translate = QCoreApplication.translate
    match look:
        case HeadLook():
            text = translate("Rail", "All squads: {open} open, {late} late")
            return text.format(open=look.open, late=look.late)
        case SquadLook():
            text = translate("Rail", "{squad}, {function}: {open} open, {late} late, median {median}")
            return text.format(
                squad=look.name, function=look.function, open=look.open, late=look.late, median=look.p50_text
            )
        case ExtraLook():
            return translate("Rail", "{queue}: {n}").format(queue=look.name, n=look.count)
    assert_never(look)


def draw_row(painter: QPainter, size: QSizeF, *, look: RowLook, paint: Paint, narrow: bool) -> None:
    """Draw what stands on a row of this size."""
    canvas = _Canvas(painter, size, paint=paint)
    if narrow:
        _draw_narrow(canvas, look)
    else:
        _draw_wide(canvas, look)


def _draw_wide(canvas: "_Canvas", look: RowLook) -> None:
    match look:
        case HeadLook():
            _draw_head(canvas, look)
        case SquadLook():
            _draw_squad(canvas, look)
        case ExtraLook():
            _draw_extra(canvas, look)


def _draw_narrow(canvas: "_Canvas", look: RowLook) -> None:
    match look:
        case HeadLook():
            _draw_narrow_head(canvas, look)
        case SquadLook():
            _draw_narrow_squad(canvas, look)
        case ExtraLook():
            _draw_narrow_extra(canvas, look)


class _Canvas:
    """A row to draw on; its texts are placed by the middle of their capitals."""

    def __init__(self, painter: QPainter, size: QSizeF, *, paint: Paint) -> None:
        self.painter, self.paint = painter, paint
        self.width, self.height = size.width(), size.height()
        self.right = self.width - paint.px(_RIGHT)

    def text(self, text: str, *, role: TextRole, at: QPointF, ink: QColor, right: float | None = None) -> float:
        """Draw from a point on, cut off at `right` or where the counts end; return where it ends."""
        line = self.paint.texts.line(text, role, max(0.0, (self.right if right is None else right) - at.x()))
        return self.paint.texts.draw_centred(self.painter, line, x=at.x(), middle=at.y(), colour=ink)

    def text_right(self, text: str, *, role: TextRole, middle: float, ink: QColor) -> float:
        """Draw where the counts end; return where the text begins."""
        line = self.paint.texts.line(text, role)
        x = self.right - line.width
        self.paint.texts.draw_centred(self.painter, line, x=x, middle=middle, colour=ink)
        return x

    def text_around(self, text: str, *, role: TextRole, at: QPointF, ink: QColor) -> None:
        """Draw around a point."""
        line = self.paint.texts.line(text, role)
        x = at.x() - line.width / 2
        self.paint.texts.draw_centred(self.painter, line, x=x, middle=at.y(), colour=ink)

    def icon(self, name: str, *, at: QPointF, size: float, ink: QColor) -> None:
        """Draw an icon around a point."""
        self.paint.icons.draw(self.painter, name, centre=at, size=self.paint.px(size), colour=ink)

    def patch(self, squad: str, *, at: QPointF) -> None:
        """Draw a squad's patch around a point."""
        edge = self.paint.px(_PATCH)
        rect = QRectF(at.x() - edge / 2, at.y() - edge / 2, edge, edge)
        draw_patch(self.painter, rect, squad=squad, paint=self.paint)

    def late(self, late: int, *, middle: float) -> None:
        """Draw how many are late, where the counts end; nothing where none is."""
        if late:
            text = QCoreApplication.translate("Rail", "{n} late").format(n=late)
            rect = QRectF(0.0, middle, self.right + self.paint.px(2.0), 0.0)
            draw_count_pill(self.painter, rect, text=text, tone=PillTone.LATE, paint=self.paint)

    def badge(self, late: int, *, at: QPointF) -> None:
        """Draw how many are late on the lower right of a patch: the narrow rail has no other place for it."""
        if late:
            wide = self.paint.texts.width(str(late), TextRole.PILL_SMALL) + self.paint.px(_BADGE_PADDING)
            right = at.x() + self.paint.px(_BADGE_IN) + max(wide, self.paint.px(_BADGE_LEAST))
            right = min(right, self.width - self.paint.px(_BADGE_EDGE))
            rect = QRectF(0.0, at.y() + self.paint.px(_BADGE_DOWN), right, 0.0)
            draw_count_pill(self.painter, rect, text=str(late), tone=PillTone.LATE, paint=self.paint)

    def count_ink(self, count: int) -> QColor:
        """Return the ink of a count; an empty queue is quiet."""
        return self.paint.theme.t1 if count else self.paint.theme.t3


def head_name(paint: Paint, room: float) -> str:
    """Return what all squads together are called in so much room beside their count."""
    name = QCoreApplication.translate("Rail", "All squads")
    fits = paint.texts.line(name, TextRole.ROW_UNREAD).width <= room
    return name if fits else QCoreApplication.translate("Rail", "All")


def _draw_head(canvas: _Canvas, look: HeadLook) -> None:
    paint, theme = canvas.paint, canvas.paint.theme
    upper, lower = canvas.height * _HEAD_UPPER, canvas.height * _HEAD_LOWER
    canvas.icon("layers", at=QPointF(paint.px(_COLUMN), upper), size=paint.measures.icon.rail, ink=theme.t1)
    begins = canvas.text_right(str(look.open), role=TextRole.COUNT, middle=upper, ink=canvas.count_ink(look.open))
    place, right = QPointF(paint.px(_NAME), upper), begins - paint.px(_GAP)
    canvas.text(head_name(paint, right - place.x()), role=TextRole.ROW_UNREAD, at=place, ink=theme.t1, right=right)
    canvas.text_around(look.key, role=TextRole.AXIS, at=QPointF(paint.px(_COLUMN), lower), ink=theme.t3)
    canvas.late(look.late, middle=lower)


def _draw_narrow_head(canvas: _Canvas, look: HeadLook) -> None:
    theme, middle = canvas.paint.theme, canvas.width / 2
    icon = QPointF(middle, canvas.height * _HEAD_UPPER)
    canvas.icon("layers", at=icon, size=canvas.paint.measures.icon.rail, ink=theme.t1)
    count = QPointF(middle, canvas.height * _HEAD_LOWER)
    canvas.text_around(str(look.open), role=TextRole.ROW_UNREAD, at=count, ink=canvas.count_ink(look.open))
    canvas.badge(look.late, at=icon - QPointF(0.0, canvas.paint.px(_BADGE_DOWN)))


def _draw_squad(canvas: _Canvas, look: SquadLook) -> None:
    paint, theme = canvas.paint, canvas.paint.theme
    lines = squad_lines(canvas.height, paint)
    column, left = paint.px(_COLUMN), paint.px(_NAME)
    canvas.patch(look.squad, at=QPointF(column, lines.patch))
    begins = canvas.text_right(str(look.open), role=TextRole.COUNT, middle=lines.count, ink=canvas.count_ink(look.open))
    name = QPointF(left, lines.name)
    canvas.text(look.name, role=TextRole.ROW_UNREAD, at=name, ink=theme.t1, right=begins - paint.px(_GAP))
    canvas.text(look.function, role=TextRole.META, at=QPointF(left, lines.function), ink=theme.t3)
    canvas.late(look.late, middle=lines.pill)
    canvas.text_around(look.key, role=TextRole.AXIS, at=QPointF(column, lines.bar), ink=theme.t3)
    _draw_speed(canvas, look, middle=lines.bar)


def _draw_speed(canvas: _Canvas, look: SquadLook, *, middle: float) -> None:
    """Draw the median as a bar of targets and as a time, bright where it is beyond the target."""
    paint = canvas.paint
    left, height = paint.px(_NAME), paint.px(_BAR)
    bar = QRectF(left, middle - height / 2, canvas.width - paint.px(_BAR_END) - left, height)
    draw_bullet(canvas.painter, bar, used=look.used50, paint=paint)
    beyond = look.used50 is not None and look.used50 > 1
    role = TextRole.META_STRONG if beyond else TextRole.META
    ink = paint.theme.t1 if beyond else paint.theme.t2
    canvas.text_right(look.p50_text, role=role, middle=middle, ink=ink)


def _draw_narrow_squad(canvas: _Canvas, look: SquadLook) -> None:
    patch = QPointF(canvas.width / 2, canvas.height * _NARROW_PATCH)
    canvas.patch(look.squad, at=patch)
    count = QPointF(canvas.width / 2, canvas.height * _NARROW_COUNT)
    canvas.text_around(str(look.open), role=TextRole.ROW_UNREAD, at=count, ink=canvas.count_ink(look.open))
    canvas.badge(look.late, at=patch)


def _draw_extra(canvas: _Canvas, look: ExtraLook) -> None:
    paint, theme, middle = canvas.paint, canvas.paint.theme, canvas.height / 2
    icon = QPointF(paint.px(_EXTRA_ICON), middle)
    canvas.icon(_EXTRA_ICONS[look.extra], at=icon, size=paint.measures.icon.list, ink=theme.t2)
    begins = canvas.text_right(str(look.count), role=TextRole.STRONG, middle=middle, ink=canvas.count_ink(look.count))
    gap = paint.px(_GAP)
    room = begins - 2 * gap - paint.texts.width(look.key, TextRole.AXIS)
    ends = canvas.text(
        look.name, role=TextRole.TIME, at=QPointF(paint.px(_EXTRA_NAME), middle), ink=theme.t2, right=room
    )
    canvas.text(look.key, role=TextRole.AXIS, at=QPointF(ends + gap, middle), ink=theme.t3)


def _draw_narrow_extra(canvas: _Canvas, look: ExtraLook) -> None:
    paint, middle = canvas.paint, canvas.height / 2
    aside = paint.px(12.0)
    icon = QPointF(canvas.width / 2 - aside, middle)
    canvas.icon(_EXTRA_ICONS[look.extra], at=icon, size=paint.measures.icon.list, ink=paint.theme.t2)
    count = QPointF(canvas.width / 2 + aside, middle)
    canvas.text_around(str(look.count), role=TextRole.STRONG, at=count, ink=canvas.count_ink(look.count))

"""Flags stand at the right end of a row, and urgency is told by luminance."""

from PySide6.QtCore import QRectF

from services.domain.report import Priority
from tests.widgets.paint.canvas import Canvas
from widgets.paint.flags import (
    DANGER,
    PROTECTED,
    Flag,
    draw_flags,
    draw_priority,
    escalated,
    flags_width,
    merged,
    moved,
)
from widgets.paint.source import Paint

RECT = QRectF(10, 20, 180, 30)
ALL = (DANGER, PROTECTED, moved(3), escalated(2), merged(11))


def test_flags_take_the_room_they_say_and_end_at_the_right(paint: Paint, ratio: float) -> None:
    canvas = Canvas(ratio=ratio, ground=paint.theme.bg1)

    with canvas.painting() as painter:
        draw_flags(painter, RECT, flags=ALL, paint=paint)

    bounds = canvas.bounds()
    assert bounds is not None
    assert RECT.contains(bounds)
    assert bounds.right() > RECT.right() - 4
    assert bounds.width() <= flags_width(ALL, paint) + 1


def test_no_flags_take_no_room_and_paint_nothing(dark: Paint) -> None:
    canvas = Canvas(ground=dark.theme.bg1)

    with canvas.painting() as painter:
        draw_flags(painter, RECT, flags=(), paint=dark)

    assert flags_width((), dark) == 0
    assert canvas.bounds() is None


def test_a_count_is_written_beside_its_icon() -> None:
    assert merged(4) == Flag(icon="copy", text="4")
    assert moved(3).text == "3×"
    assert escalated(2).text == "2"


def test_a_priority_stays_in_its_box_and_only_the_first_is_filled(paint: Paint, ratio: float) -> None:
    for priority in Priority:
        canvas = Canvas(ratio=ratio, ground=paint.theme.bg1)
        with canvas.painting() as painter:
            box = draw_priority(painter, RECT, priority=priority, paint=paint)
        bounds = canvas.bounds()
        assert bounds is not None
        assert box.contains(bounds)
        assert box.left() == RECT.left()
        assert canvas.has(paint.theme.t1, box.adjusted(2, 2, -box.width() + 4, -2)) is (priority is Priority.P1)
        assert not canvas.has(paint.theme.late)

"""Key caps, group heads and grounds lie where they are asked to and wear the colours of their meaning."""

import pytest
from PySide6.QtCore import QRectF

from tests.widgets.paint.canvas import Canvas
from widgets.paint.heads import draw_group_head
from widgets.paint.keycaps import CapTone, draw_key_cap, key_cap_width
from widgets.paint.source import Paint
from widgets.paint.surfaces import draw_focus_ring, draw_hairline, draw_loading_bars, draw_selection

RECT = QRectF(20, 20, 150, 34)


@pytest.mark.parametrize("tone", CapTone)
@pytest.mark.parametrize("text", ["J", "Shift A"])
def test_a_key_cap_takes_the_room_it_says(paint: Paint, ratio: float, text: str, tone: CapTone) -> None:
    canvas = Canvas(ratio=ratio, ground=paint.theme.bg1)

    with canvas.painting() as painter:
        box = draw_key_cap(painter, RECT, text=text, tone=tone, paint=paint)

    bounds = canvas.bounds()
    assert bounds is not None
    assert box.adjusted(-1, 0, 1, 0).contains(bounds)
    assert box.width() == key_cap_width(text, tone=tone, paint=paint)
    assert box.center().y() == RECT.center().y()


def test_a_boxed_key_is_never_narrower_than_high(dark: Paint) -> None:
    assert key_cap_width("I", tone=CapTone.BOXED, paint=dark) == 20
    assert key_cap_width("I", tone=CapTone.BARE, paint=dark) < 10


@pytest.mark.parametrize("late", [False, True])
def test_a_group_heads_line_is_red_only_where_the_group_is_late(paint: Paint, ratio: float, *, late: bool) -> None:
    canvas = Canvas(ratio=ratio, ground=paint.theme.bg1)

    with canvas.painting() as painter:
        draw_group_head(painter, RECT, title="Lewat", count="4", late=late, paint=paint)

    bounds = canvas.bounds()
    assert bounds is not None
    assert RECT.contains(bounds)
    assert bounds.right() == RECT.right()
    assert canvas.has(paint.theme.late) is late


def test_a_group_head_without_room_for_its_line_draws_none(dark: Paint) -> None:
    canvas = Canvas(width=60, ground=dark.theme.bg1)

    with canvas.painting() as painter:
        draw_group_head(painter, QRectF(0, 20, 40, 34), title="Lewat tenggat", count="4", late=True, paint=dark)

    assert not canvas.has(dark.theme.late)


@pytest.mark.parametrize("focused", [False, True])
def test_the_selection_bar_is_teal_only_with_the_keyboard(paint: Paint, ratio: float, *, focused: bool) -> None:
    canvas = Canvas(ratio=ratio, ground=paint.theme.bg1)

    with canvas.painting() as painter:
        draw_selection(painter, RECT, paint=paint, focused=focused)

    assert canvas.bounds() == RECT
    assert canvas.has(paint.theme.acc) is focused


def test_a_hairline_is_one_pixel_along_the_lower_end(paint: Paint, ratio: float) -> None:
    canvas = Canvas(ratio=ratio, ground=paint.theme.bg1)

    with canvas.painting() as painter:
        draw_hairline(painter, RECT, paint=paint)

    assert canvas.bounds() == QRectF(20, 53, 150, 1)


def test_the_focus_ring_lies_outside_the_control_and_is_two_pixels_wide(paint: Paint, ratio: float) -> None:
    canvas = Canvas(ratio=ratio, ground=paint.theme.bg1)

    with canvas.painting() as painter:
        draw_focus_ring(painter, RECT, paint=paint)

    assert canvas.bounds() == RECT.adjusted(-4, -4, 4, 4)
    assert not canvas.has(paint.theme.acc, RECT.adjusted(-2, 8, 2, -8))
    assert not canvas.has(paint.theme.acc, RECT.adjusted(8, -2, -8, 2))
    assert canvas.has(paint.theme.acc, RECT.adjusted(-3, 8, 3, -8))


def test_loading_bars_stay_where_the_text_will_be(paint: Paint) -> None:
    canvas = Canvas(ground=paint.theme.bg1)

    with canvas.painting() as painter:
        draw_loading_bars(painter, RECT, paint=paint)

    bounds = canvas.bounds()
    assert bounds is not None
    assert RECT.contains(bounds)

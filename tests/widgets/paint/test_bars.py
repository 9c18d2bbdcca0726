"""Fuse and bullet bar: the tick is the deadline, and red is only what lies beyond it."""

import pytest
from PySide6.QtCore import QRectF

from tests.widgets.paint.canvas import Canvas
from widgets.paint.bars import bullet_shape, draw_bullet, draw_fuse, fuse_shape
from widgets.paint.source import Paint

FUSE = QRectF(20, 38, 96, 4)


@pytest.mark.parametrize("used", [None, 0.0, 0.5, 1.0, 3.0])
def test_the_deadlines_tick_stands_at_78_percent_whatever_was_used(used: float | None) -> None:
    assert fuse_shape(FUSE, used).tick.center().x() == pytest.approx(20 + 0.78 * 96)


@pytest.mark.parametrize(("used", "share"), [(0.25, 0.25), (0.5, 0.5), (1.0, 1.0), (1.7, 1.0)])
def test_the_filled_part_of_a_fuse_is_the_time_used(used: float, share: float) -> None:
    shape = fuse_shape(FUSE, used)

    assert shape.used is not None
    assert shape.used.width() == pytest.approx(share * shape.track.width())


@pytest.mark.parametrize("used", [None, 0.0, -0.5])
def test_a_fuse_that_has_not_begun_has_no_filled_part(used: float | None) -> None:
    assert fuse_shape(FUSE, used).used is None


@pytest.mark.parametrize(("used", "bright"), [(0.74, False), (0.75, True), (1.0, True), (1.01, False), (None, False)])
def test_a_fuse_is_bright_from_three_quarters_until_the_red_stub_speaks(used: float | None, *, bright: bool) -> None:
    assert fuse_shape(FUSE, used).bright is bright


def test_the_red_stub_grows_with_the_overrun_and_ends_at_the_right() -> None:
    stubs = [fuse_shape(FUSE, used).over for used in (1.2, 1.5, 2.0, 9.0)]

    widths = [stub.width() for stub in stubs if stub is not None]
    assert len(widths) == 4
    assert widths[0] < widths[1] < widths[2] == widths[3]
    assert stubs[3] is not None
    assert stubs[3].right() == pytest.approx(FUSE.right())


def test_a_second_late_is_already_seen() -> None:
    over = fuse_shape(FUSE, 1.0001).over

    assert over is not None
    assert over.width() == 2


@pytest.mark.parametrize(("used", "late"), [(None, False), (0.4, False), (1.0, False), (1.4, True)])
def test_red_is_painted_only_past_the_deadline(paint: Paint, ratio: float, used: float | None, *, late: bool) -> None:
    canvas = Canvas(ratio=ratio, ground=paint.theme.bg1)

    with canvas.painting() as painter:
        draw_fuse(painter, FUSE, used=used, paint=paint)

    bounds = canvas.bounds()
    assert bounds is not None
    assert FUSE.adjusted(0, -4, 0, 4).contains(bounds)
    assert canvas.has(paint.theme.late) is late
    assert canvas.has(paint.theme.late, FUSE.adjusted(78, 0, 0, 0)) is late
    assert canvas.has(paint.theme.t2 if used != 1.0 else paint.theme.t1, QRectF(93, 36, 4, 1)) or ratio == 1.0


def test_a_paused_fuse_is_dimmed(paint: Paint) -> None:
    canvas = Canvas(ratio=2.0, ground=paint.theme.bg1)

    with canvas.painting() as painter:
        draw_fuse(painter, FUSE, used=0.9, paint=paint, dimmed=True)

    assert canvas.has(paint.theme.t4, FUSE)
    assert not canvas.has(paint.theme.t1, FUSE.adjusted(0, 1, -40, -1))


BULLET = QRectF(20, 38, 100, 4)


@pytest.mark.parametrize(
    ("used", "end"), [(0.1, 22), (0.316227766, 45), (1.0, 70), (3.16227766, 95), (10, 120), (99, 120)]
)
def test_a_bullet_bar_ends_where_the_logarithmic_axis_says(used: float, end: float) -> None:
    shape = bullet_shape(BULLET, used)

    last = shape.over or shape.used
    assert last is not None
    assert last.right() == pytest.approx(end)


def test_a_bullet_bars_tick_is_the_target_in_the_middle() -> None:
    assert bullet_shape(BULLET, 0.4).tick.center().x() == pytest.approx(70)
    assert bullet_shape(BULLET, 4.0).tick.center().x() == pytest.approx(70)


def test_a_squad_with_too_few_answers_has_an_empty_bar() -> None:
    shape = bullet_shape(BULLET, None)

    assert shape.used is None
    assert shape.over is None


def test_a_bullet_bar_is_red_only_past_the_target(paint: Paint, ratio: float) -> None:
    for used, late in ((0.9, False), (1.0, False), (2.0, True)):
        canvas = Canvas(ratio=ratio, ground=paint.theme.bg1)
        with canvas.painting() as painter:
            draw_bullet(painter, BULLET, used=used, paint=paint)
        assert canvas.has(paint.theme.late) is late
        assert not canvas.has(paint.theme.late, QRectF(20, 36, 50, 8))

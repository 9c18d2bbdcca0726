"""How urgent: filled red past the deadline, outlined within half an hour, plain before."""

import pytest
from PySide6.QtCore import QRectF

from tests.widgets.paint.canvas import Canvas
from widgets.paint.fonts import TextRole
from widgets.paint.pills import DUE_SOON, PillTone, draw_count_pill, draw_time_pill, pill_shape, pill_tone
from widgets.paint.source import Paint

RECT = QRectF(20, 10, 160, 40)


@pytest.mark.parametrize(
    ("left", "tone"),
    [
        (-1, PillTone.LATE),
        (0, PillTone.LATE),
        (1, PillTone.DUE),
        (DUE_SOON, PillTone.DUE),
        (DUE_SOON + 1, PillTone.PLAIN),
    ],
)
def test_the_tone_follows_the_time_left(left: int, tone: PillTone) -> None:
    assert pill_tone(left) is tone


@pytest.mark.parametrize("tone", PillTone)
def test_a_pill_stays_at_the_right_end_of_its_rectangle(paint: Paint, ratio: float, tone: PillTone) -> None:
    canvas = Canvas(ratio=ratio, ground=paint.theme.bg1)

    with canvas.painting() as painter:
        box = draw_time_pill(painter, RECT, text="−2 j 14 m", tone=tone, paint=paint)

    bounds = canvas.bounds()
    assert bounds is not None
    assert box.right() == RECT.right()
    assert box.center().y() == RECT.center().y()
    assert box.contains(bounds)
    if tone is not PillTone.PLAIN:
        assert bounds == box


def test_only_a_late_pill_is_red(paint: Paint) -> None:
    for tone in PillTone:
        canvas = Canvas(ratio=2.0, ground=paint.theme.bg1)
        with canvas.painting() as painter:
            draw_time_pill(painter, RECT, text="18 m", tone=tone, paint=paint)
        assert canvas.has(paint.theme.late) is (tone is PillTone.LATE)


def test_plain_and_boxed_texts_of_a_column_end_at_the_same_place(dark: Paint) -> None:
    plain = pill_shape(RECT, "46 m", tone=PillTone.PLAIN, paint=dark)
    due = pill_shape(RECT, "46 m", tone=PillTone.DUE, paint=dark)

    ends = [
        shape.text_left + dark.texts.width("46 m", role)
        for shape, role in ((plain, TextRole.TIME), (due, TextRole.STRONG))
    ]
    assert ends[0] == pytest.approx(ends[1], abs=0.5)
    assert due.baseline == plain.baseline


def test_the_shortest_pill_is_as_wide_as_high(dark: Paint) -> None:
    shape = pill_shape(RECT, "", tone=PillTone.LATE, paint=dark)

    assert shape.box.width() == shape.box.height()


def test_a_count_pill_is_smaller_than_a_time_pill(paint: Paint, ratio: float) -> None:
    canvas = Canvas(ratio=ratio, ground=paint.theme.bg1)

    with canvas.painting() as painter:
        box = draw_count_pill(painter, RECT, text="1 lewat", tone=PillTone.LATE, paint=paint)

    assert box.height() < pill_shape(RECT, "1 lewat", tone=PillTone.LATE, paint=paint).box.height()
    assert canvas.has(paint.theme.late)

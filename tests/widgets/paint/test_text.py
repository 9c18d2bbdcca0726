"""Texts are cut and shaped once, and look as Qt would draw them."""

import numpy as np
from PySide6.QtCore import QPointF

from tests.widgets.paint.canvas import Canvas
from widgets.paint.fonts import TextRole
from widgets.paint.source import Paint
from widgets.paint.text import TextCache

TITLE = "Jembatan bambu putus, anak sekolah menyeberang sungai"


def test_a_text_that_fits_is_whole(dark: Paint) -> None:
    line = dark.texts.line("Baru", TextRole.META, 200)

    assert not line.elided
    assert line.width < 200


def test_a_text_that_does_not_fit_ends_within_its_width(dark: Paint) -> None:
    line = dark.texts.line(TITLE, TextRole.ROW_UNREAD, 120)

    assert line.elided
    assert line.width <= 120
    assert line.static.text().endswith("…")


def test_the_same_text_is_shaped_once(dark: Paint) -> None:
    cache = TextCache(dark.fonts)

    assert cache.line(TITLE, TextRole.BODY, 100) is cache.line(TITLE, TextRole.BODY, 100)
    assert len(cache) == 1


def test_text_role_and_width_tell_lines_apart(dark: Paint) -> None:
    cache = TextCache(dark.fonts)

    for text, role, width in (
        ("a", TextRole.BODY, 50.0),
        ("b", TextRole.BODY, 50.0),
        ("a", TextRole.KEY, 50.0),
        ("a", TextRole.BODY, None),
    ):
        cache.line(text, role, width)

    assert len(cache) == 4


def test_the_cache_keeps_the_lately_used_within_its_bound(dark: Paint) -> None:
    cache = TextCache(dark.fonts, capacity=2)
    first = cache.line("1", TextRole.BODY)
    second = cache.line("2", TextRole.BODY)
    cache.line("1", TextRole.BODY)

    cache.line("3", TextRole.BODY)

    assert len(cache) == 2
    assert cache.line("1", TextRole.BODY) is first
    assert cache.line("2", TextRole.BODY) is not second


def test_markup_is_drawn_as_it_was_written(dark: Paint) -> None:
    line = dark.texts.line("<b>x</b>", TextRole.BODY)

    assert line.width > dark.texts.width("x", TextRole.BODY) * 4


def test_a_line_looks_as_qt_draws_the_same_text(paint: Paint, ratio: float) -> None:
    ours = Canvas(width=400, ratio=ratio, ground=paint.theme.bg1)
    qts = Canvas(width=400, ratio=ratio, ground=paint.theme.bg1)

    with ours.painting() as painter:
        line = paint.texts.line(TITLE, TextRole.ROW_UNREAD)
        end = paint.texts.draw(painter, line, x=10, baseline=40, colour=paint.theme.t1)
    with qts.painting() as painter:
        painter.setFont(paint.fonts.font(TextRole.ROW_UNREAD))
        painter.setPen(paint.theme.t1)
        painter.drawText(QPointF(10, 40), TITLE)

    assert end == 10 + line.width
    difference = ours.pixels().astype(int) - qts.pixels().astype(int)
    assert np.abs(difference).mean() < 1.0


def test_capitals_are_centred_on_the_middle(paint: Paint, ratio: float) -> None:
    canvas = Canvas(ratio=ratio, ground=paint.theme.bg1)

    with canvas.painting() as painter:
        line = paint.texts.line("HEH", TextRole.CLOCK)
        paint.texts.draw_centred(painter, line, x=10, middle=40, colour=paint.theme.t1)

    bounds = canvas.bounds()
    assert bounds is not None
    assert abs(bounds.center().y() - 40) <= 1.0

"""Shape is who: every squad has its own silhouette, large and small, in both themes."""

from itertools import combinations

import numpy as np
import pytest
from PySide6.QtCore import QPointF, QRectF

from services.domain.squads import Squad
from tests.widgets.paint.canvas import Canvas
from widgets.paint.patch import draw_mark, draw_patch, mark_colours
from widgets.paint.silhouettes import chart_symbol, silhouette, small_silhouette, waiting_triangle
from widgets.paint.source import Paint

EVERYBODY = (*Squad, None)
UNIT = QRectF(-0.001, -0.001, 1.002, 1.002)


def coverage(squad: Squad | None, *, small: bool) -> set[tuple[int, int]]:
    shape = small_silhouette(squad) if small else silhouette(squad)
    return {
        (column, row)
        for column in range(40)
        for row in range(40)
        if shape.contains(QPointF((column + 0.5) / 40, (row + 0.5) / 40))
    }


@pytest.mark.parametrize("squad", EVERYBODY)
def test_a_silhouette_lies_in_the_middle_of_the_unit_box_and_fills_it(squad: Squad | None) -> None:
    for shape in (silhouette(squad), small_silhouette(squad)):
        box = shape.boundingRect()
        assert UNIT.contains(box)
        assert box.width() >= 0.82
        assert abs(box.center().x() - 0.5) < 0.005
        assert abs(box.center().y() - 0.5) < 0.015


@pytest.mark.parametrize("small", [False, True])
def test_no_two_silhouettes_cover_the_same_ground(*, small: bool) -> None:
    for one, other in combinations(EVERYBODY, 2):
        first, second = coverage(one, small=small), coverage(other, small=small)
        assert len(first ^ second) / len(first | second) > 0.08, (one, other)


@pytest.mark.parametrize("squad", EVERYBODY)
def test_a_chart_symbol_lies_around_the_origin(squad: Squad | None) -> None:
    centre = chart_symbol(squad).boundingRect().center()

    assert abs(centre.x()) < 0.01
    assert abs(centre.y()) < 0.02
    assert waiting_triangle().boundingRect().center() == QPointF(0, 0)


@pytest.mark.parametrize("edge", [22, 30, 34, 84])
@pytest.mark.parametrize("squad", EVERYBODY)
def test_a_patch_stays_inside_its_square_and_wears_its_colour(
    paint: Paint, ratio: float, squad: Squad | None, edge: int
) -> None:
    canvas = Canvas(height=100, ratio=ratio, ground=paint.theme.bg1)
    rect = QRectF(8, 8, edge, edge)

    with canvas.painting() as painter:
        draw_patch(painter, rect, squad=squad, paint=paint)

    bounds = canvas.bounds()
    assert bounds is not None
    assert rect.contains(bounds)
    assert bounds.width() > edge * 0.8
    if squad is not None:
        assert canvas.has(paint.theme.squads[squad].fill)


def test_the_code_is_written_only_where_it_is_wanted(dark: Paint) -> None:
    bare, coded = (Canvas(height=100, ratio=2.0, ground=dark.theme.bg1) for _ in range(2))

    for canvas, with_code in ((bare, False), (coded, True)):
        with canvas.painting() as painter:
            draw_patch(painter, QRectF(8, 8, 84, 84), squad=Squad.WHITE, paint=dark, with_code=with_code)

    ink = dark.theme.squads[Squad.WHITE].ink
    assert coded.has(ink)
    assert not bare.has(ink)


def test_a_faded_patch_is_weaker_and_leaves_the_painter_as_it_was(dark: Paint) -> None:
    canvas = Canvas(ground=dark.theme.bg1)

    with canvas.painting() as painter:
        draw_patch(painter, QRectF(8, 8, 30, 30), squad=Squad.PINK, paint=dark, faded=True)
        assert painter.opacity() == 1.0

    assert canvas.bounds() is not None
    assert not canvas.has(dark.theme.squads[Squad.PINK].fill)


def test_the_shadow_squads_edge_has_gaps(paint: Paint) -> None:
    canvas = Canvas(height=100, ratio=2.0, ground=paint.theme.bg1)

    with canvas.painting() as painter:
        draw_patch(painter, QRectF(8, 8, 84, 84), squad=Squad.SHADOW, paint=paint)

    bounds = canvas.bounds()
    assert bounds is not None
    row = canvas.pixels()[round((bounds.top() + 1) * 2), :, :]
    painted = (row != row[0]).any(axis=1)
    assert np.count_nonzero(np.diff(painted.astype(int)) == 1) == 5, "a dash on each corner and three between"


@pytest.mark.parametrize("edge", [8, 9, 12])
@pytest.mark.parametrize("squad", EVERYBODY)
def test_a_small_mark_is_as_large_as_asked(paint: Paint, ratio: float, squad: Squad | None, edge: int) -> None:
    canvas = Canvas(ratio=ratio, ground=paint.theme.bg1)

    with canvas.painting() as painter:
        draw_mark(painter, QPointF(40, 40), squad=squad, size=edge, paint=paint)

    bounds = canvas.bounds()
    assert bounds is not None
    assert edge - 2 <= max(bounds.width(), bounds.height()) <= edge
    assert abs(bounds.center().x() - 40) <= 1
    assert abs(bounds.center().y() - 40) <= 1


def test_marks_on_the_light_ground_are_dark_but_the_white_squads_stay_white(paint: Paint) -> None:
    fill, edge = mark_colours(Squad.WHITE, paint)
    orange, _ = mark_colours(Squad.ORANGE, paint)

    assert fill == paint.theme.squads[Squad.WHITE].fill
    assert (fill == edge) is paint.theme.dark
    assert orange == (
        paint.theme.squads[Squad.ORANGE].fill if paint.theme.dark else paint.theme.squads[Squad.ORANGE].line
    )

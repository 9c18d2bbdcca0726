"""Each of the eight states has its own ring."""

import numpy as np
import pytest
from PySide6.QtCore import QRectF

from services.domain.report import State
from tests.widgets.paint.canvas import Canvas
from widgets.paint.rings import SHARES, draw_ring
from widgets.paint.source import Paint

RECT = QRectF(20, 20, 14, 14)


def ring(paint: Paint, state: State, *, ratio: float) -> Canvas:
    canvas = Canvas(width=60, height=60, ratio=ratio, ground=paint.theme.bg1)
    with canvas.painting() as painter:
        draw_ring(painter, RECT, state=state, paint=paint)
    return canvas


@pytest.mark.parametrize("state", State)
def test_a_ring_fills_its_square_and_no_more(paint: Paint, ratio: float, state: State) -> None:
    bounds = ring(paint, state, ratio=ratio).bounds()

    assert bounds is not None
    assert RECT.contains(bounds)
    assert bounds.width() >= 12
    assert bounds.height() >= 12


def test_no_two_rings_look_alike(paint: Paint, ratio: float) -> None:
    pictures = [ring(paint, state, ratio=ratio).pixels().astype(int) for state in State]

    for n, one in enumerate(pictures):
        for other in pictures[n + 1 :]:
            assert np.count_nonzero(np.abs(one - other).max(axis=2) > 60) >= 5 * ratio


def test_the_filled_part_grows_with_the_work() -> None:
    way = (State.QUEUED, State.ASSIGNED, State.ACCEPTED, State.ON_SCENE, State.RESOLVED)

    assert [SHARES[state] for state in way] == [0, 0.125, 0.25, 0.5, 0.75]
    assert set(SHARES) == set(State)


def test_a_new_reports_ring_is_bright(paint: Paint) -> None:
    assert ring(paint, State.RECEIVED, ratio=2.0).has(paint.theme.t1)
    assert not ring(paint, State.QUEUED, ratio=2.0).has(paint.theme.t1)

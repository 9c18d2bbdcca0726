"""Borders lose corners nobody sees, and neighbours still fit together."""

import math

import numpy as np

from widgets.models.map_shapes import Floats
from widgets.models.map_simplify import simplified


def wavy(start: tuple[float, float], end: tuple[float, float], height: float) -> list[tuple[float, float]]:
    """A line of many corners between two points, without the second."""
    along = np.linspace(0.0, 1.0, 60, endpoint=False)
    (x, y), (to_x, to_y) = start, end
    return [(x + (to_x - x) * t, y + (to_y - y) * t + height * math.sin(9 * math.pi * t)) for t in along.tolist()]


def neighbours() -> tuple[Floats, Floats]:
    """Two areas with a wavy border between them, each written from a corner of its own."""
    border = wavy((0.0, 0.0), (10.0, 0.0), 0.02)
    above = [*border, (10.0, 0.0), (10.0, 5.0), (0.0, 5.0)]
    below = [(10.0, 0.0), *reversed(border[1:]), (0.0, 0.0), (0.0, -5.0), (10.0, -5.0)]
    return np.array(above[7:] + above[:7]), np.array(below)


def corners(ring: Floats) -> set[tuple[float, float]]:
    return {(float(x), float(y)) for x, y in ring}


def test_neighbours_lose_the_same_corners() -> None:
    above, below = simplified(neighbours(), 0.1)
    assert len(above) < 10
    on_border = {corner for corner in corners(above) if abs(corner[1]) < 1}
    assert on_border == {corner for corner in corners(below) if abs(corner[1]) < 1}


def test_a_finer_tolerance_keeps_more() -> None:
    coarse, _ = simplified(neighbours(), 0.1)
    fine, _ = simplified(neighbours(), 0.001)
    assert len(coarse) < len(fine)
    assert corners(fine) <= corners(neighbours()[0])


def test_an_island_keeps_its_shape() -> None:
    angles = np.linspace(0.0, 2 * math.pi, 200, endpoint=False)
    (island,) = simplified([np.column_stack((np.cos(angles), np.sin(angles)))], 0.05)
    assert 5 < len(island) < 40
    assert np.hypot(island[:, 0], island[:, 1]).min() > 0.99


def test_a_small_island_is_not_lost() -> None:
    triangle = np.array([(0.0, 0.0), (0.001, 0.0), (0.0, 0.001)])
    (kept,) = simplified([triangle], 0.5)
    assert kept.tolist() == triangle.tolist()

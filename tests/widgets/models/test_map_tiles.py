"""Tiles stand among each other as the kecamatan do, and each mark has a place of its own in its tile."""

import csv
from io import StringIO

import numpy as np
import pytest

import resources
from tests.widgets.maps import a_tile_map
from widgets.models.map_shapes import SLOTS
from widgets.models.map_tiles import NO_SEAT, places_on_tiles, take_seats, tile_map


def test_the_shipped_tiles_are_fourteen_and_none_covers_another() -> None:
    geography = tile_map(csv.DictReader(StringIO(resources.read_text("kecamatan_tiles.csv"))))
    anchors = np.array([area.anchor for area in geography.areas])
    far = np.hypot(*(anchors[:, None] - anchors[None]).transpose(2, 0, 1))
    assert len(anchors) == 14
    assert far[~np.eye(14, dtype=bool)].min() == pytest.approx(1.0)


def test_odd_rows_are_half_a_tile_to_the_right() -> None:
    first, second, below = (area.anchor for area in a_tile_map().areas)
    assert (first, second) == ((0.0, 0.0), (1.0, 0.0))
    assert below == pytest.approx((1.5, 3**0.5 / 2))


def test_every_place_lies_in_its_tile() -> None:
    geography = a_tile_map()
    for x, y in SLOTS:
        assert geography.area_at(x, y) is geography.areas[0]


def seats(*pairs: tuple[int, int], wanted: int = 3) -> list[int]:
    """The places of reports given by tile and present place, all of which want the same one."""
    areas, had = (np.array(column, np.int64) for column in zip(*pairs, strict=True))
    found: list[int] = take_seats(areas, had, np.full(len(areas), wanted)).tolist()
    return found


def test_as_many_reports_as_a_tile_has_places_share_none() -> None:
    assert sorted(seats(*[(0, NO_SEAT)] * len(SLOTS))) == list(range(len(SLOTS)))


def test_a_report_stands_where_it_wants_or_at_the_next_free_place() -> None:
    assert seats((0, NO_SEAT), (1, NO_SEAT), (1, NO_SEAT)) == [3, 3, 4]
    assert seats((0, NO_SEAT), (0, NO_SEAT), wanted=len(SLOTS) - 1) == [len(SLOTS) - 1, 0]


def test_whoever_has_a_place_keeps_it() -> None:
    assert seats((0, NO_SEAT), (0, 3), (0, 4)) == [5, 3, 4]


def test_a_full_tile_gives_no_places_and_takes_none_away() -> None:
    assert seats((0, 2), *[(0, NO_SEAT)] * len(SLOTS)) == [2, *[NO_SEAT] * len(SLOTS)]


def test_a_report_without_a_tile_has_no_place() -> None:
    assert seats((-1, NO_SEAT)) == [NO_SEAT]
    x, y = places_on_tiles(a_tile_map(), np.array([-1, 1, 1]), np.array([NO_SEAT, NO_SEAT, 0]))
    assert np.isnan([x[0], y[0]]).all()
    assert (x[1], y[1]) == (1.0, 0.0)
    assert (x[2], y[2]) == (1.0 + SLOTS[0][0], SLOTS[0][1])

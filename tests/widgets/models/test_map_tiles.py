"""Tiles stand among each other as the kecamatan do, and each mark has a place of its own in its tile."""

import csv
from io import StringIO

import numpy as np
import pytest

import resources
from tests.widgets.maps import a_tile_map
from widgets.models.map_shapes import SLOTS
from widgets.models.map_tiles import TileSeats, tile_map


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


def test_as_many_reports_as_a_tile_has_places_share_none() -> None:
    seats = TileSeats()
    assert len({seats.take(f"r-{n}", "35.03.01") for n in range(len(SLOTS))}) == len(SLOTS)


def test_a_place_is_free_again_once_its_report_has_left() -> None:
    seats = TileSeats()
    taken = {f"r-{n}": seats.take(f"r-{n}", "35.03.01") for n in range(len(SLOTS))}
    seats.leave("r-3")
    seats.leave("r-3")
    assert seats.take("r-99", "35.03.01") == taken["r-3"]


def test_the_first_report_of_a_tile_stands_where_its_id_says() -> None:
    assert TileSeats().take("r-1", "35.03.01") == TileSeats().take("r-1", "35.03.02")

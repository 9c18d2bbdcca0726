"""A map knows what lies where, and which area comes next in a direction."""

import pytest

from tests.widgets.maps import NAMES, a_real_map, a_tile_map, reported


def test_a_place_belongs_to_the_area_around_it() -> None:
    geography = a_real_map()
    for area in geography.areas:
        found = geography.area_at(*area.anchor)
        assert found is not None
        assert found.code == area.code
    assert geography.area_at(0.0, 0.0) is None


@pytest.mark.parametrize(
    ("start", "way", "found"),
    [
        ("35.03.01", (1.0, 0.0), "35.03.02"),
        ("35.03.02", (-1.0, 0.0), "35.03.01"),
        ("35.03.08", (0.0, -1.0), "35.03.02"),
        ("35.03.02", (0.0, 1.0), "35.03.08"),
        ("35.03.01", (-1.0, 0.0), None),
        ("99.99.99", (1.0, 0.0), "35.03.01"),
    ],
)
def test_a_step_leads_to_the_next_area_in_its_direction(
    start: str, way: tuple[float, float], found: str | None
) -> None:
    assert a_tile_map().beside(start, way) == found


def test_a_report_with_a_point_stands_at_it() -> None:
    geography = a_real_map()
    assert geography.squeeze is not None
    spot = geography.spot_of("r-1", reported(lat=-8.35, lon=111.45))
    assert spot == (111.45 * geography.squeeze, 8.35)


def test_a_report_without_a_point_stands_near_its_desa_and_always_there() -> None:
    geography = a_real_map()
    row = reported("35.03.08", desa="35.03.08.2004")
    spot = geography.spot_of("r-1", row)
    assert spot is not None
    assert spot == geography.spot_of("r-1", row)
    assert spot != geography.spot_of("r-2", row)
    x, y = geography.places["35.03.08.2004"]
    assert abs(spot[0] - x) < 0.013
    assert abs(spot[1] - y) < 0.013


def test_a_report_from_nowhere_known_has_no_place() -> None:
    assert a_real_map().spot_of("r-1", reported(None)) is None
    assert a_tile_map().spot_of("r-1", reported("99.99.99", lat=-8.35, lon=111.45)) is None


def test_areas_are_found_by_their_code() -> None:
    geography = a_tile_map()
    assert [geography.number_of(code) for code in (*NAMES, None)] == [0, 1, 2, -1]

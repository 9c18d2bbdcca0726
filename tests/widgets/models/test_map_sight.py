"""The map fits, comes closer around a point, moves, and never leaves the widget."""

import pytest

from widgets.models.map_sight import CLOSEST, Sight, whole_map

BOUNDS = (10.0, 20.0, 14.0, 22.0)


@pytest.fixture
def sight() -> Sight:
    return whole_map(BOUNDS, (220.0, 300.0), margin=10.0)


def test_the_whole_map_stands_in_the_middle(sight: Sight) -> None:
    assert sight.scale == 50.0
    assert sight.at((10.0, 20.0)) == pytest.approx((10.0, 100.0))
    assert sight.at((14.0, 22.0)) == pytest.approx((210.0, 200.0))


def test_what_is_seen_at_a_point_is_seen_there(sight: Sight) -> None:
    assert sight.under(*sight.at((11.5, 20.5))) == pytest.approx((11.5, 20.5))


def test_zooming_leaves_what_is_under_the_pointer_there(sight: Sight) -> None:
    about = (110.0, 150.0)
    closer = sight.zoomed(4.0, about)
    assert closer.closer == 4.0
    assert closer.under(*about) == pytest.approx(sight.under(*about))


def test_it_comes_no_closer_and_goes_no_farther_than_it_may(sight: Sight) -> None:
    assert sight.zoomed(100.0, (0.0, 0.0)).closer == CLOSEST
    assert sight.zoomed(0.01, (0.0, 0.0)) == sight


def test_the_whole_map_cannot_be_moved(sight: Sight) -> None:
    assert sight.moved(80.0, -80.0) == sight


def test_a_closer_map_moves_as_far_as_it_reaches(sight: Sight) -> None:
    closer = sight.zoomed(4.0, (110.0, 150.0))
    assert closer.moved(30.0, 0.0).left == closer.left + 30.0
    far = closer.moved(10_000.0, 0.0)
    assert 0.0 <= far.at((10.0, 20.0))[0] <= 22.1


def test_a_map_without_extent_can_be_seen() -> None:
    assert whole_map((1.0, 1.0, 1.0, 1.0), (0.0, 0.0), margin=4.0).scale > 0

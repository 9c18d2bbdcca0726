"""The map's benchmark moves and changes a real map; its figures are times of frames."""

import pytest
from PySide6.QtWidgets import QApplication

from tests.benchmarks.map_frames import a_real_map, frames


def test_a_frame_of_each_kind_is_measured(qapp: QApplication) -> None:
    found = frames("200", "6")
    assert set(found) == {"pan", "change"}
    assert all(0 < spent < 1_000 for spent in found.values())


def test_the_map_is_as_fine_as_a_real_one() -> None:
    geography = a_real_map()
    assert not geography.tiles
    assert 1_500 < sum(len(ring) for area in geography.areas for ring in area.rings) < 2_500
    assert geography.bounds()[0] == pytest.approx(111.42, abs=0.01)

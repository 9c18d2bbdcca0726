"""The regency's places as the desk knows them: names, and where each is about."""

import pytest

from desktop.places import desa_names, kecamatan_names, middles


def test_every_desa_has_its_point_and_every_kecamatan_its_middle() -> None:
    points = middles()
    assert set(points) == {*desa_names(), *kecamatan_names()}
    assert points["35.03.01.2001"] == (-8.239, 111.411)
    inside = [point for code, point in points.items() if code.startswith("35.03.01.")]
    lats = [lat for lat, _ in inside]
    assert min(lats) < points["35.03.01"][0] < max(lats)
    assert points["35.03.01"][1] == pytest.approx(sum(lon for _, lon in inside) / len(inside))

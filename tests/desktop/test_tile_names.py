"""On the tiles the product ships with, every kecamatan is called by its whole name where the window is wide."""

import pytest

from desktop.geography import shipped_map
from tests.builders import NOW
from tests.widgets.showing import showing
from widgets.map_painter import name_shown
from widgets.map_panel import MapPanel
from widgets.models.map_points import MapPoints
from widgets.paint.source import make_paint


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize("scale", [1.0, 1.25, 1.5])
def test_beside_the_ranking_each_tile_has_room_for_its_name(scale: float) -> None:
    paint, geography = make_paint("dark", scale=scale), shipped_map()
    points = MapPoints(geography)
    wide = round(471 * scale)
    with showing(
        lambda window: MapPanel(points, paint=paint, hint=str, parent=window), width=wide, height=round(355 * scale)
    ) as panel:
        panel.restart(NOW)
        shown = [name_shown(area, panel.map.sight, paint=paint) for area in geography.areas]
    assert shown == [area.name for area in geography.areas]
